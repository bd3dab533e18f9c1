import type { Verdict } from '../../http/view.js'

const SIGNS: Readonly<Record<Verdict, string>> = {
  prohibited: '✕',
  'over-ceiling': '▲',
  'needs-approval': '◆',
  'needs-notification': '◇',
  'cannot-tell': '?',
  exempt: '◐',
  'within-ceiling': '△',
  'called-for': '○',
  'nothing-found': '–',
}

/** A verdict as a word with a sign of its own, so that colour says nothing that the word doesn't. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`verdict ${verdict}`}>
      <span aria-hidden="true">{SIGNS[verdict]}</span> {verdict.replaceAll('-', ' ')}
    </span>
  )
}
