import { useEffect, useState } from 'preact/hooks'
import { address, whenSent } from '../ask.js'

interface News {
  /** Entries of the log since the page was shown. */
  readonly count: number
  /** Changes when the reader wants to see them. */
  readonly round: number
  readonly show: () => void
}

/** Listens for what others add to the record; a page never changes under the reader’s hands. */
export function useNews(seq: number | undefined): News {
  const [count, setCount] = useState(0)
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (seq === undefined) return
    let source: EventSource | undefined
    // What the page itself asks for goes first.
    const later = setTimeout(() => {
      source = new EventSource(address('/events'))
      source.addEventListener('entry', (event) => {
        if (Number(event.lastEventId) > seq && !isOwn()) setCount((before) => before + 1)
      })
    }, LATER)
    return () => {
      clearTimeout(later)
      source?.close()
    }
  }, [seq])
  const show = () => {
    setCount(0)
    setRound((before) => before + 1)
  }
  return { count, round, show }
}

const LATER = 3000
const OWN = 4000
let lastSent = 0

whenSent(() => {
  lastSent = performance.now()
})

/** What this page did itself is no news. */
function isOwn(): boolean {
  return performance.now() - lastSent < OWN
}
