import { useEffect, useRef } from 'preact/hooks'
import { markFor } from '../../http/view.js'
import { QuoteInContext } from '../parts/quote-in-context.js'
import { nameOf, plain } from '../words.js'
import type { MatterArticle, MatterClaim, Positions } from './shapes.js'

interface Props {
  readonly positions: Positions
  readonly state: string
  readonly column: number
  readonly articles: ReadonlyMap<string, MatterArticle>
}

/** The words that one cell rests on, those that were outweighed, and those that stand beside it. */
export function Quotes({ positions, state, column, articles }: Props) {
  const section = useRef<HTMLElement>(null)
  const row = [...positions.members, ...positions.others].find((one) => one.state === state)
  const cell = row?.cells[column] ?? row?.cells[0]
  const label = positions.columns[column]?.label ?? positions.columns[0]?.label
  const key = `${state}|${column}`
  const seen = useRef(key)
  useEffect(() => {
    if (seen.current !== key || document.activeElement?.closest('.horseshoe, .matrix') != null)
      section.current?.scrollIntoView({ block: 'nearest' })
    seen.current = key
  }, [key])
  const mark = cell === undefined ? undefined : markFor(cell.vote, cell.position)
  return (
    <section class="quotes-of" ref={section} aria-live="polite" aria-label="Quotes">
      <h2>
        {nameOf(state)}: {mark?.label ?? 'not at the table and not heard that day'}
        {label !== undefined && <small> on {label}</small>}
      </h2>
      {cell !== undefined && (
        <>
          <Group title="It rests on" claims={cell.claims} left={cell.left?.claims} articles={articles} />
          <Group
            title="On this text too, but older or of less weight"
            claims={cell.outweighed}
            left={cell.left?.outweighed}
            articles={articles}
          />
          <Group
            title="Beside this text"
            claims={cell.aside.map(({ claim }) => claim)}
            left={cell.left?.aside}
            why={new Map(cell.aside.map(({ claim, why }) => [claim.id, plain(String(why))]))}
            articles={articles}
          />
          {cell.quotes === 0 && cell.aside.length === 0 && (
            <p class="note">No report that the record holds says where it stands.</p>
          )}
        </>
      )}
    </section>
  )
}

interface GroupProps {
  readonly title: string
  readonly claims: readonly MatterClaim[]
  readonly articles: ReadonlyMap<string, MatterArticle>
  readonly left: number | undefined
  readonly why?: ReadonlyMap<string, string>
}

const SHOWN = 12

function Group({ title, claims, left = 0, articles, why }: GroupProps) {
  if (claims.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {claims.slice(0, SHOWN).map((one) => (
        <QuoteInContext
          key={one.id}
          id={one.id}
          claim={one.claim}
          article={articles.get(one.claim.article)}
          note={[why?.get(one.id), one.ruling === 'proposed' ? undefined : one.ruling, one.version]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      {claims.length + left > SHOWN && <p class="note">and {claims.length + left - SHOWN} more.</p>}
    </>
  )
}
