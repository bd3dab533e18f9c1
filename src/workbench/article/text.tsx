import { useEffect, useMemo, useRef } from 'preact/hooks'
import { segmentsOf } from './segments.js'
import { type ClaimRow, ruledClaim } from './shapes.js'

interface Props {
  readonly text: string
  readonly claims: readonly ClaimRow[]
  readonly chosen: number | undefined
  readonly hidden: ReadonlySet<string>
  readonly choose: (index: number) => void
}

/** The article’s text, never its markup, with the words of each claim marked by kind; the numbers are those of the list. */
export function ArticleText({ text, claims, chosen, hidden, choose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const segments = useMemo(() => segmentsOf(text, claims), [text, claims])
  useEffect(() => {
    if (chosen === undefined) return
    const found = box.current?.querySelector('.chosen')
    if (found == null || isSeen(found)) return
    found.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    <div class="article-text" ref={box} lang="en">
      {segments.map(({ start, text: words, claims: within, begins }) => {
        const shown = within.filter((index) => !hidden.has(kindAt(claims, index)))
        if (shown.length === 0) return words
        const kinds = [...new Set(shown.map((index) => kindAt(claims, index)))]
        const isChosen = chosen !== undefined && within.includes(chosen)
        const numbers = begins.filter((index) => shown.includes(index)).map((index) => index + 1)
        const states = shown.every((index) => claims[index]?.ruling?.verdict === 'rejected') ? ' rejected' : ''
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: every claim is reached by keyboard in the list beside the text
          <mark
            key={start}
            data-start={start}
            class={`${kinds
              .slice(0, 2)
              .map((kind, at) => `${at === 0 ? 'a' : 'b'}-${kind}`)
              .join(' ')}${isChosen ? ' chosen' : ''}${states}`}
            data-numbers={numbers.length === 0 ? undefined : numbers.join(' ')}
            onClick={() => choose(nextAmong(shown, chosen))}
          >
            {words}
          </mark>
        )
      })}
    </div>
  )
}

function kindAt(claims: readonly ClaimRow[], index: number): string {
  const row = claims[index]
  return row === undefined ? '' : ruledClaim(row).kind
}

/** Repeated clicks go through the claims that share the words. */
function nextAmong(shown: readonly number[], chosen: number | undefined): number {
  const at = chosen === undefined ? -1 : shown.indexOf(chosen)
  return shown[(at + 1) % shown.length] ?? 0
}

function isSeen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top > 90 && bottom < innerHeight - 20
}
