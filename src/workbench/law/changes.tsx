import { Fragment } from 'preact'
import { isCivilDate } from '../../http/view.js'
import { address, useAnswer } from '../ask.js'
import { Failure } from '../parts/problem.js'
import { refine } from '../place.js'
import type { Change, Measure } from './shapes.js'

const SIGNS = { began: '+', ended: '−', amended: '~', 'exemption-opened': '+', 'exemption-closed': '−' } as const
const WORDS = {
  began: 'begins',
  ended: 'ends',
  amended: 'is amended',
  'exemption-opened': 'gains an exemption',
  'exemption-closed': 'loses an exemption',
} as const

interface Props {
  readonly regime: string
  readonly on: string
  readonly versus: string | undefined
  /** Only changes of these, where the reader has narrowed the measures down. */
  readonly among: readonly Measure[] | undefined
}

/** What changed between another day and the one asked. */
export function Changes({ regime, on, versus, among }: Props) {
  const isAsked = versus !== undefined && isCivilDate(versus)
  const [from, to] = isAsked && versus > on ? [on, versus] : [versus, on]
  const asked = useAnswer<{ changes: Change[] }>(isAsked ? address(`/law/${regime}/changes`, { from, to }) : undefined)
  const ids = among === undefined ? undefined : new Set(among.map(({ id }) => id))
  const changes = asked.value?.changes.filter(({ id }) => ids === undefined || ids.has(id))
  return (
    <section class="changes" aria-label="Comparison of two days">
      <div class="bar">
        <label>
          Compare with
          <input
            type="date"
            value={versus ?? ''}
            onChange={({ currentTarget }) => refine({ versus: currentTarget.value })}
          />
        </label>
        {isAsked && (
          <button type="button" class="quiet" onClick={() => refine({ versus: undefined })}>
            Close the comparison
          </button>
        )}
      </div>
      {isAsked && (
        <>
          <h2>
            What changed after {from}, up to and with {to}
          </h2>
          <Failure of={asked.failure} />
          {changes !== undefined && <List changes={changes} />}
        </>
      )}
    </section>
  )
}

function List({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p>Nothing changed.</p>
  return (
    <table class="list">
      <caption class="unseen">Changes by day</caption>
      <tbody>
        {changes.map((change, index) => (
          <Fragment key={`${change.id}${change.change}${change.day}${change.exemption?.id ?? ''}`}>
            {changes[index - 1]?.day !== change.day && (
              <tr>
                <th scope="rowgroup" colSpan={2} class="day">
                  {change.day}
                </th>
              </tr>
            )}
            <tr>
              <td class="who">
                <span class={`sign ${change.change}`} aria-hidden="true">
                  {SIGNS[change.change]}
                </span>{' '}
                <span class="cite">{change.citation}</span>
                <br />
                <small>
                  {WORDS[change.change]}
                  {change.by !== change.citation && <> by {change.by}</>}
                </small>
              </td>
              <td>{change.exemption?.gist ?? change.gist ?? change.says}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
