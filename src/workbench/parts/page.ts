import { useEffect } from 'preact/hooks'

/** The page's name in the window's title. */
export function useTitle(name: string): void {
  useEffect(() => {
    document.title = name === '' ? 'Penholder' : `${name} · Penholder`
  }, [name])
}
