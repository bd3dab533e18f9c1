import { Refusal } from '../ask.js'

/** What went wrong, where, and what to do. */
export function Failure({ of }: { of: Error | undefined }) {
  if (of === undefined) return null
  if (!(of instanceof Refusal))
    return (
      <div class="failure" role="alert">
        <p>
          <strong>No answer from the server.</strong> Is <code>penholder serve</code> still running?
        </p>
      </div>
    )
  return (
    <div class="failure" role="alert">
      {of.problems.map((problem) => (
        <p key={problem.what}>
          <strong>{problem.what}</strong>
          {problem.place?.path !== undefined && <> ({problem.place.path})</>}
          {problem.expected !== undefined && <>. Expected: {problem.expected}</>}
          {problem.todo !== undefined && <>. {capital(problem.todo)}</>}
        </p>
      ))}
    </div>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
