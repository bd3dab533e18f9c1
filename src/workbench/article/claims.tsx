import { useEffect, useRef, useState } from 'preact/hooks'
import type { Claim } from '../../http/view.js'
import { claimWords, plain, vouched } from '../words.js'
import { EditForm } from './edit.js'
import { type ClaimRow, ruledClaim } from './shapes.js'

export type Verdict = 'accepted' | 'edited' | 'rejected' | 'withdrawn'

interface Props {
  readonly claims: readonly ClaimRow[]
  readonly chosen: number | undefined
  readonly hidden: ReadonlySet<string>
  readonly choose: (index: number) => void
  /** Absent where nothing may be ruled: a text that is not kept, or a person who only reads. */
  readonly rule?: (claim: ClaimRow, verdict: Verdict, edited?: Claim) => void
}

const KEYS: Readonly<Record<string, Verdict>> = { a: 'accepted', r: 'rejected', u: 'withdrawn' }

/** The machine’s reading beside the text: arrows or j and k choose, a accepts, e edits, r rejects, u takes a ruling back. */
export function ClaimList({ claims, chosen, hidden, choose, rule }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const [editing, setEditing] = useState<string>()
  const shown = claims.map((row, index) => ({ row, index })).filter(({ row }) => !hidden.has(ruledClaim(row).kind))
  useEffect(() => {
    if (chosen === undefined) return
    const button = list.current?.querySelector<HTMLElement>(`[data-index="${chosen}"]`)
    button?.closest('li')?.scrollIntoView({ block: 'nearest' })
    if (list.current?.contains(document.activeElement)) button?.focus({ preventScroll: true })
  }, [chosen])
  const pressed = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const target = event.target as HTMLElement
    if (target.closest('form') !== null) return
    const at = shown.findIndex(({ index }) => index === (chosen ?? Number(target.closest('li')?.dataset.at)))
    const row = shown[at]?.row
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    const verdict = KEYS[event.key]
    if (step !== undefined) {
      const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))]
      if (next !== undefined) choose(next.index)
    } else if (rule !== undefined && row !== undefined && verdict !== undefined) rule(row, verdict)
    else if (rule !== undefined && row !== undefined && event.key === 'e') setEditing(row.id)
    else return
    event.preventDefault()
  }
  return (
    <ol class="claims" ref={list} onKeyDown={pressed}>
      {shown.map(({ row, index }) => (
        <li
          key={row.id}
          data-at={index}
          class={`${row.ruling?.verdict ?? 'proposed'}${index === chosen ? ' chosen' : ''}`}
        >
          <button
            type="button"
            class="claim"
            data-index={index}
            aria-expanded={index === chosen}
            onFocus={() => index !== chosen && choose(index)}
            onClick={() => choose(index)}
          >
            <span class={`kind ${ruledClaim(row).kind}`}>{index + 1}</span>
            <span>{claimWords(ruledClaim(row))}</span>
            <RulingMark row={row} />
          </button>
          {index === chosen && editing !== row.id && <Detail row={row} rule={rule} edit={() => setEditing(row.id)} />}
          {index === chosen && editing === row.id && rule !== undefined && (
            <EditForm
              claim={ruledClaim(row)}
              close={() => setEditing(undefined)}
              save={(edited) => {
                setEditing(undefined)
                rule(row, 'edited', edited)
              }}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

const SIGNS = { accepted: '✓ accepted', edited: '✎ edited', rejected: '✕ rejected', withdrawn: '' } as const

function RulingMark({ row }: { row: ClaimRow }) {
  const text = row.ruling === undefined ? '' : SIGNS[row.ruling.verdict]
  return text === '' ? null : <span class={`ruled ${row.ruling?.verdict}`}>{text}</span>
}

function Detail({ row, rule, edit }: { row: ClaimRow; rule: Props['rule']; edit: () => void }) {
  const claim = ruledClaim(row)
  return (
    <div class="detail">
      <p class="quote">“{claim.quote.text}”</p>
      <p class="note">
        {claim.date ?? 'undated'} · {vouched(claim)}
        {claim.why !== undefined && (
          <>
            {' '}
            · read by <code>{claim.why.rule}</code> from {claim.why.words.map((word) => `“${word}”`).join(' … ')}
          </>
        )}
        {row.ruling !== undefined && (
          <>
            {' '}
            · {plain(row.ruling.verdict)} by {row.ruling.kept.by} {row.ruling.kept.at.slice(0, 10)}
          </>
        )}
        {row.ruling?.note !== undefined && <>: {row.ruling.note}</>}
      </p>
      {rule !== undefined && (
        <p class="rule">
          <button type="button" onClick={() => rule(row, 'accepted')}>
            Accept <kbd>a</kbd>
          </button>
          <button type="button" onClick={edit}>
            Edit <kbd>e</kbd>
          </button>
          <button type="button" onClick={() => rule(row, 'rejected')}>
            Reject <kbd>r</kbd>
          </button>
          {row.ruling !== undefined && row.ruling.verdict !== 'withdrawn' && (
            <button type="button" class="quiet" onClick={() => rule(row, 'withdrawn')}>
              Take back <kbd>u</kbd>
            </button>
          )}
        </p>
      )}
    </div>
  )
}
