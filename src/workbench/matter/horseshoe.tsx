import { MARKS } from '../../http/view.js'
import { Picture } from '../parts/picture.js'
import { href } from '../place.js'
import { markNamed, Patterns, Seat } from './marks.js'
import type { CountView } from './shapes.js'

interface Props {
  readonly count: CountView
  readonly matter: string
  readonly state: string | undefined
}

type Member = CountView['members'][number]

/** The Council’s table: fifteen seats coloured, lettered and patterned by vote or position; each leads to its quotes. */
export function Horseshoe({ count, matter, state }: Props) {
  const seats = [...count.members].sort((a, b) => (a.name < b.name ? -1 : 1))
  const isVote = count.record !== undefined
  const rows = () => [
    ['state', 'name', 'seat', 'mark', 'date', 'was'],
    ...seats.map((one) => [one.code, one.name, one.seat, one.mark, one.date, one.before?.position]),
  ]
  return (
    <Picture
      name={`council-${matter}-${count.on}`}
      title={`${count.text.label}, ${count.on}`}
      csv={rows}
      caption={
        isVote
          ? 'Votes cast. Not shown: why, who sponsored the text, and what was said in explanation. Double ring: permanent member. Seats stand in the order of English names, not as the Council sits.'
          : 'Positions as reported, not votes. Not shown: how firm they are, what is said in private, and how anyone will vote. Unknown: no report says; undeclared: the member would not say. Double ring: permanent member. Seats stand in the order of English names.'
      }
    >
      {(width) => <Drawing width={Math.min(width, 720)} count={count} seats={seats} matter={matter} state={state} />}
    </Picture>
  )
}

function Drawing({ width, count, seats, matter, state }: Props & { width: number; seats: readonly Member[] }) {
  const isNarrow = width < 520
  const seat = isNarrow ? 15 : 22
  const radius = Math.min(205, width / 2 - seat - 46)
  const leg = radius * 0.5
  const [centre, top] = [width / 2, seat + 34]
  const tableBottom = top + radius + leg
  const legend = MARKS.flatMap((mark) => {
    const own = seats.filter((one) => one.mark === mark.label)
    return own.length === 0 ? [] : [{ mark, own }]
  })
  const columns = isNarrow ? 2 : 4
  const legendTop = tableBottom + seat + 34
  const height = legendTop + Math.ceil(legend.length / columns) * 24
  const open = seats.filter((one) => one.before !== undefined).length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links within a drawing has no element of its own
    <svg
      class="drawing horseshoe"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`${count.text.label} on ${count.on}: ${count.outcomeInWords}`}
    >
      <Patterns />
      <path
        class="table"
        d={`M${centre - radius} ${tableBottom} V${top + radius} A${radius} ${radius} 0 0 1 ${centre + radius} ${top + radius} V${tableBottom}`}
        stroke-width={seat * 2.7}
      />
      {seats.map((one, index) => {
        const { x, y, angle } = placeOf(index, seats.length, { centre, top, radius, leg })
        const mark = markNamed(one.mark)
        const out = seat + (isNarrow ? 13 : 21)
        const words = `${one.name}: ${mark.label}${one.before === undefined ? '' : `, before: ${one.before.position}`}${one.seat === 'permanent' ? ' (permanent member)' : ''}`
        return (
          <a
            key={one.code}
            href={href(['matters', matter], { ...kept(), state: one.code })}
            aria-current={one.code === state ? 'true' : undefined}
          >
            <title>{words}</title>
            <Seat x={x} y={y} radius={seat} mark={mark} isPermanent={one.seat === 'permanent'} />
            <text
              class={one.code === state ? 'code chosen' : 'code'}
              x={x + out * Math.cos(angle) * 1.12}
              y={y + out * Math.sin(angle) + 4}
              text-anchor="middle"
            >
              {one.code}
              {one.isParty ? ' †' : ''}
            </text>
            {one.before !== undefined && (
              <circle class="moved" cx={x + seat * 0.8} cy={y - seat * 0.8} r={seat * 0.26} />
            )}
          </a>
        )
      })}
      <Middle count={count} x={centre} y={top + radius * 0.82} width={radius * 1.5} isNarrow={isNarrow} />
      {legend.map(({ mark, own }, index) => {
        const x = (index % columns) * (width / columns) + 12
        const y = legendTop + Math.floor(index / columns) * 24
        return (
          <g key={mark.label}>
            <Seat x={x} y={y - 4} radius={8} mark={mark} />
            <text x={x + 16} y={y}>
              {mark.label} {own.length}
            </text>
          </g>
        )
      })}
      {open > 0 && (
        <g data-screen-only>
          <circle class="moved" cx={width - 9} cy={14} r="5" />
          <text class="axis" x={width - 19} y="18" text-anchor="end">
            {isNarrow ? 'changed' : 'changed since before'}
          </text>
        </g>
      )}
    </svg>
  )
}

function Middle({
  count,
  x,
  y,
  width,
  isNarrow,
}: {
  count: CountView
  x: number
  y: number
  width: number
  isNarrow: boolean
}) {
  const lines = wrapped(count.outcomeInWords.replace(/^[^:]*: /, ''), Math.floor(width / 6.8))
  return (
    <g>
      <text class={isNarrow ? 'outcome small' : 'outcome'} x={x} y={y} text-anchor="middle">
        {count.outcome.toUpperCase()}
      </text>
      {lines.map((line, index) => (
        <text key={line} x={x} y={y + 24 + index * 17} text-anchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}

interface Table {
  readonly centre: number
  readonly top: number
  readonly radius: number
  readonly leg: number
}

/** Even steps along two legs and the half circle between them, from lower left to lower right; the angle points outward. */
function placeOf(index: number, seats: number, { centre, top, radius, leg }: Table) {
  const arc = Math.PI * radius
  const along = (index / (seats - 1)) * (2 * leg + arc)
  if (along < leg) return { x: centre - radius, y: top + radius + leg - along, angle: Math.PI }
  if (along > leg + arc) return { x: centre + radius, y: top + radius + along - leg - arc, angle: 0 }
  const angle = Math.PI + (along - leg) / radius
  return { x: centre + radius * Math.cos(angle), y: top + radius + radius * Math.sin(angle), angle }
}

/** What of the query stays when another seat is chosen. */
export function kept(): Record<string, string> {
  const { draft, on, known, column } = Object.fromEntries(new URLSearchParams(location.search))
  return { ...(draft && { draft }), ...(on && { on }), ...(known && { known }), ...(column && { column }) }
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
