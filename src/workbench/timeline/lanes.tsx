import { dayNumber, fromDayNumber } from '../../http/view.js'
import type { Matter } from '../matter/shapes.js'
import { Picture } from '../parts/picture.js'
import { gathered, rest } from './gather.js'
import { LANES, markLink, type TimelineMark } from './marks.js'

const SIZE = 17
const LETTER = 7.4
const TOP = 24
const MOST_ROWS = 14
/** A range so short shows every mark, however many rows that takes. */
const NEAR = 31

interface Props {
  readonly marks: readonly TimelineMark[]
  readonly without: ReadonlySet<string>
  readonly from: string
  readonly to: string
  readonly chosen: string | undefined
  readonly matter: Matter
  readonly undated: number
  readonly byReport: boolean
}

/** The lanes as a picture; each mark leads to its source. */
export function Lanes({ marks, without, from, to, chosen, matter, undated, byReport }: Props) {
  const rows = () => [
    ['lane', 'from', 'to', 'what', 'reports'],
    ...marks.map((mark) => [mark.lane, mark.from, mark.to, mark.label, mark.claims.length]),
  ]
  return (
    <Picture
      name={`timeline-${matter.id}`}
      title={`${matter.title}, ${from} to ${to}`}
      csv={rows}
      caption={captionOf(undated, byReport)}
    >
      {(width) => (
        <Drawing width={width} marks={marks} without={without} from={from} to={to} chosen={chosen} matter={matter} />
      )}
    </Picture>
  )
}

function captionOf(undated: number, byReport: boolean): string {
  const shared =
    'Several reports of one thing on one day are one mark, with their number. A bar is a date told only by month or year, a bare number so many marks, +3 three more; dashed: planned.'
  if (undated === 0) return `${shared} Not shown: what no report tells.`
  return byReport
    ? `${shared} Faint: ${undated} claims whose text gives no date stand on the day of their report. Not shown: what no report tells.`
    : `${shared} Not shown: ${undated} claims whose text gives no date, and what no report tells.`
}

interface Placed {
  readonly mark: TimelineMark
  readonly x: number
  readonly width: number
  readonly row: number
}

function Drawing({
  width,
  marks,
  without,
  from,
  to,
  chosen,
  matter,
}: Omit<Props, 'undated' | 'byReport'> & { width: number }) {
  const isNarrow = width < 620
  const left = isNarrow ? 8 : 158
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const at = (day: string) => left + 10 + ((dayNumber(day) - first) / Math.max(1, last - first)) * (width - left - 24)
  const edges = [left + 4, width - 2] as const
  let y = TOP
  const lanes = LANES.filter(({ id }) => !without.has(id)).map((lane) => {
    const placed = stacked(
      gathered(
        marks.filter((mark) => mark.lane === lane.id),
        from,
        to,
      ),
      at,
      edges,
      last - first <= NEAR ? Number.POSITIVE_INFINITY : MOST_ROWS,
    )
    const depth = Math.max(1, ...placed.map(({ row }) => row + 1))
    const own = { ...lane, y, height: depth * (SIZE + 2) + 10 + (isNarrow ? 16 : 0), placed }
    y += own.height
    return own
  })
  const height = y + 6
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links within a drawing has no element of its own
    <svg
      class="drawing lanes"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`${matter.title}: ${marks.length} marks on ${lanes.length} lanes`}
    >
      {ticksBetween(first, last, isNarrow ? 4 : 9).map(({ day, label }) => (
        <g key={day}>
          <line class="grid" x1={at(day)} x2={at(day)} y1={TOP - 6} y2={height} />
          <text class="axis" x={at(day)} y={TOP - 10} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <g key={lane.id}>
          <line class="grid strong" x1="0" x2={width} y1={lane.y} y2={lane.y} />
          <text class="lane" x={isNarrow ? left : left - 8} y={lane.y + 16} text-anchor={isNarrow ? 'start' : 'end'}>
            {lane.label}
          </text>
          {lane.placed.map((one) => (
            <Mark
              key={one.mark.key}
              {...one}
              y={lane.y + 14 + (isNarrow ? 16 : 0) + one.row * (SIZE + 2)}
              isChosen={one.mark.key === chosen}
              matter={matter.id}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}

function Mark({ mark, x, width, y, isChosen, matter }: Placed & { y: number; isChosen: boolean; matter: string }) {
  const when = mark.from === mark.to ? mark.from : `${mark.from} to ${mark.to}`
  const words = `${when}: ${mark.label}${mark.claims.length > 1 ? ` (${mark.claims.length} reports)` : ''}`
  return (
    <a
      href={markLink(matter, mark)}
      aria-current={isChosen ? 'true' : undefined}
      class={`mark ${mark.lane}${mark.isPlanned ? ' planned' : ''}${mark.isReported === true ? ' reported' : ''}`}
    >
      <title>{words}</title>
      <rect x={x} y={y - SIZE / 2} width={width} height={SIZE} rx={4} />
      <text class="sign" x={x + 5} y={y + 4}>
        {textOf(mark)}
      </text>
    </a>
  )
}

function textOf({ short, claims }: TimelineMark): string {
  const text = short.length > 26 ? `${short.slice(0, 25)}…` : short
  return claims.length > 1 ? `${text} ×${claims.length}` : text
}

/**
 * Marks that would cover each other go below one another; what finds no row is told by number below them, and leads
 * nearer. A mark begins at its day.
 */
function stacked(
  marks: readonly TimelineMark[],
  at: (day: string) => number,
  edges: readonly [number, number],
  most: number,
): Placed[] {
  const ends: number[] = []
  const placed: Placed[] = []
  const over: TimelineMark[] = []
  const boxOf = (mark: TimelineMark) => {
    const words = textOf(mark).length * LETTER + 12
    const span = mark.from === mark.to ? 0 : Math.min(at(mark.to), edges[1]) - Math.max(at(mark.from), edges[0])
    const width = Math.max(words, span)
    return { width, x: Math.max(edges[0], Math.min(at(mark.from), edges[1] - width)) }
  }
  for (const mark of marks) {
    const { x, width } = boxOf(mark)
    const free = ends.findIndex((end) => end < x)
    if (free < 0 && ends.length >= most) {
      over.push(mark)
      continue
    }
    const row = free >= 0 ? free : ends.length
    ends[row] = x + width + 3
    placed.push({ mark, x, width, row })
  }
  const words = '+000'.length * LETTER + 12
  const place = (day: string) => Math.max(edges[0], Math.min(at(day), edges[1] - words))
  for (const mark of rest(over, place, words + 3)) placed.push({ mark, x: place(mark.from), width: words, row: most })
  return placed
}

/** Round days of the calendar, about as many as wanted. */
function ticksBetween(first: number, last: number, wanted: number): { day: string; label: string }[] {
  const days = last - first
  const [from, to] = [fromDayNumber(first), fromDayNumber(last)]
  if (days < 75) {
    const step = Math.max(1, Math.ceil(days / wanted))
    return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => fromDayNumber(first + index * step)).map(
      (day) => ({ day, label: day.slice(5) }),
    )
  }
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((each) => months / each <= wanted) ?? 600
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7))
  return Array.from({ length: months + 1 }, (_, index) => start + index)
    .filter((month) => month % step === 0)
    .map((month) => {
      const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
      return { day, label: step >= 12 ? day.slice(0, 4) : day.slice(0, 7) }
    })
    .filter(({ day }) => day >= from && day <= to)
}
