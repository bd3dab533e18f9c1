export function TimelinePage(_: { id?: string; place?: unknown }) {
  return (
    <div class="page">
      <h1>Not yet</h1>
    </div>
  )
}
