import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Page } from '../../http/view.js'
import { request } from '../ask.js'

interface Pages<T> {
  readonly items: readonly T[]
  readonly failure?: Error
  readonly isWhole: boolean
  readonly total?: number
  readonly more: () => void
}

/** A list that the API gives in pages, asked for as they are needed; begins anew when the address changes. */
export function usePages<T>(url: string): Pages<T> {
  const [state, setState] = useState<{
    items: readonly T[]
    next?: string
    total?: number
    failure?: Error
    isWhole: boolean
  }>({
    items: [],
    isWhole: false,
  })
  const busy = useRef<AbortController>(undefined)
  const ask = useCallback(
    (cursor: string | undefined, before: readonly T[]) => {
      const stop = new AbortController()
      busy.current = stop
      const page = new URL(url, location.href)
      if (cursor !== undefined) page.searchParams.set('cursor', cursor)
      request(`${page.pathname}${page.search}`, undefined, stop.signal)
        .then((response) => response.json() as Promise<Page<T>>)
        .then(({ items, next, total }) => {
          busy.current = undefined
          setState({
            items: [...before, ...items],
            isWhole: next === undefined,
            ...(next !== undefined && { next }),
            ...(total !== undefined && { total }),
          })
        })
        .catch((failure: Error) => {
          if (stop.signal.aborted) return
          busy.current = undefined
          setState({ items: before, isWhole: true, failure })
        })
    },
    [url],
  )
  useEffect(() => {
    setState({ items: [], isWhole: false })
    ask(undefined, [])
    return () => busy.current?.abort()
  }, [ask])
  const more = useCallback(() => {
    if (busy.current === undefined && state.next !== undefined) ask(state.next, state.items)
  }, [ask, state])
  return { ...state, more }
}
