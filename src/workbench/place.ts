import { useEffect, useState } from 'preact/hooks'

/** Where the reader is: every view is brought back by its path, query and hash alone. */
export interface Place {
  readonly path: readonly string[]
  readonly query: URLSearchParams
  /** What must not stand in anybody’s log of addresses, such as the parties of a check. */
  readonly hash: URLSearchParams
}

export type Wanted = Readonly<Record<string, string | undefined>>

function here(): Place {
  return {
    path: location.pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: new URLSearchParams(location.search),
    hash: new URLSearchParams(location.hash.slice(1)),
  }
}

const listeners = new Set<() => void>()
function tell(): void {
  for (const listener of listeners) listener()
}
addEventListener('popstate', tell)

export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const listener = () => setPlace(here())
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  return place
}

/** Goes to a page of the workbench; `replace` leaves no step to go back to. */
export function go(href: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  tell()
}

/** Changes parts of the query where the reader is; undefined or empty takes a part away. */
export function refine(changes: Wanted, { push = false } = {}): void {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name)
    else query.set(name, value)
  }
  const search = query.toString()
  go(`${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`, { replace: !push })
}

/** An address of the workbench. */
export function href(path: readonly string[], query: Wanted = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, value)
  const text = search.toString()
  return `/${path.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`
}

/** Links within the workbench change the page without loading it anew; all others are the browser's. */
export function followLinks(): () => void {
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest?.('a')
    if (link == null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const to = link instanceof SVGAElement ? link.href.baseVal : (link.getAttribute('href') ?? '')
    if (event.defaultPrevented || !to.startsWith('/') || to.startsWith('/api') || link.hasAttribute('download')) return
    event.preventDefault()
    const isOtherPage = new URL(to, location.href).pathname !== location.pathname
    go(to)
    if (!isOtherPage) return
    scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  document.addEventListener('click', follow)
  return () => document.removeEventListener('click', follow)
}
