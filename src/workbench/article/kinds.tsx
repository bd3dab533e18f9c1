import { type ClaimRow, ruledClaim } from './shapes.js'

const KINDS = [
  { kind: 'stance', label: 'stances' },
  { kind: 'contact', label: 'contacts' },
  { kind: 'event', label: 'events' },
  { kind: 'measure', label: 'measures' },
] as const

interface Props {
  readonly claims: readonly ClaimRow[]
  readonly hidden: ReadonlySet<string>
  readonly setHidden: (hidden: ReadonlySet<string>) => void
}

/** The legend of the marks; each kind can be taken out of text and list. */
export function KindFilter({ claims, hidden, setHidden }: Props) {
  return (
    <fieldset class="kinds">
      <legend class="unseen">Kinds of claims shown</legend>
      {KINDS.map(({ kind, label }) => {
        const count = claims.filter((row) => ruledClaim(row).kind === kind).length
        return (
          <label key={kind}>
            <input
              type="checkbox"
              checked={!hidden.has(kind)}
              onChange={() => {
                const next = new Set(hidden)
                if (!next.delete(kind)) next.add(kind)
                setHidden(next)
              }}
            />{' '}
            <span class={`swatch a-${kind}`}>
              {count} {label}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
