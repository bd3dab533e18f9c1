import { useState } from 'preact/hooks'
import { markFor } from '../../http/view.js'
import { copyText } from '../parts/export-picture.js'
import { csvText } from '../parts/picture.js'
import { href } from '../place.js'
import { nameOf } from '../words.js'
import { kept } from './horseshoe.js'
import { MarkChip, Patterns } from './marks.js'
import type { Cell, Positions, Row } from './shapes.js'

interface Props {
  readonly positions: Positions
  readonly matter: string
  readonly draft: string | undefined
  readonly state: string | undefined
  readonly column: number
}

/** Members against drafts and their versions; a cell holds the stance and how many quotes it rests on, and leads to them. */
export function Matrix({ positions, matter, state, column, draft }: Props) {
  const [said, setSaid] = useState('')
  const { columns, members, others } = positions
  const copy = async () => {
    const rows = [
      ['state', 'name', 'seat', ...columns.flatMap(({ label }) => [label, `${label}: quotes`])],
      ...[...members, ...others].map((row) => [
        row.state,
        row.name,
        row.seat,
        ...row.cells.flatMap((cell) => [markFor(cell.vote, cell.position).label, cell.quotes]),
      ]),
    ]
    setSaid(
      (await copyText(csvText(rows), `positions-${matter}-${positions.on}.csv`, 'text/csv')) === 'copied'
        ? 'CSV copied'
        : 'CSV saved',
    )
    setTimeout(() => setSaid(''), 4000)
  }
  const group = (title: string, rows: readonly Row[]) =>
    rows.length === 0 ? null : (
      <tbody>
        <tr>
          <th class="group" colSpan={columns.length + 1} scope="rowgroup">
            {title}
          </th>
        </tr>
        {rows.map((row) => (
          <tr key={row.state} class={row.state === state ? 'chosen' : ''}>
            <th scope="row">{nameOf(row.state)}</th>
            {row.cells.map((cell, index) => (
              <td key={columns[index]?.label ?? index}>
                <CellLink
                  cell={cell}
                  isChosen={row.state === state && index === column}
                  to={href(['matters', matter], {
                    ...kept(),
                    state: row.state,
                    column: index === 0 ? undefined : String(index),
                  })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    )
  return (
    <section class="matrix" aria-label="Who stands where">
      <svg width="0" height="0" class="defs" aria-hidden="true">
        <Patterns />
      </svg>
      <div class="section-head">
        <h2>Who stands where on {positions.on}</h2>
        <p class="copies">
          <button type="button" onClick={copy}>
            CSV
          </button>
          <span role="status">{said}</span>
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard */}
      <section class="scroll-x" aria-label="Positions, a table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">State</span>
              </th>
              {columns.map((one) => (
                <th
                  key={`${one.draft}${one.version}${one.label}`}
                  scope="col"
                  class={one.draft !== undefined && one.draft === draft ? 'chosen' : ''}
                >
                  {one.version === undefined ? one.label : `version: ${one.label}`}
                </th>
              ))}
            </tr>
          </thead>
          {group(
            'Permanent members',
            members.filter(({ seat }) => seat === 'permanent'),
          )}
          {group(
            'Elected members',
            members.filter(({ seat }) => seat === 'elected'),
          )}
          {group('Not members that day: shown, never counted', others)}
        </table>
      </section>
    </section>
  )
}

interface CellProps {
  readonly cell: Cell
  readonly isChosen: boolean
  readonly to: string
}

function CellLink({ cell, isChosen, to }: CellProps) {
  const mark = markFor(cell.vote, cell.position)
  const beside = cell.aside.length
  const marks = [
    cell.isDisputed && 'disputed',
    cell.isConditional && 'with an if',
    cell.isVoteUndeclared && 'vote undeclared',
    cell.before !== undefined && `was ${cell.before.position}`,
  ].filter(Boolean)
  const isEmpty = cell.quotes === 0 && beside === 0
  const content = (
    <>
      <MarkChip mark={mark} /> <span>{mark.label}</span>
      {cell.quotes > 0 && (
        <span class="quotes">
          {cell.quotes}
          <span class="unseen"> quotes</span>
        </span>
      )}
      {marks.length > 0 && <small>{marks.join(', ')}</small>}
      {cell.quotes === 0 && beside > 0 && <small>{beside} beside it</small>}
    </>
  )
  if (isEmpty) return <span class="cell empty">{content}</span>
  return (
    <a class="cell" href={to} aria-current={isChosen ? 'true' : undefined}>
      {content}
    </a>
  )
}
