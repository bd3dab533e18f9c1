import { type CivilDate, dayNumber, isWithin } from '../../http/view.js'
import { Picture } from '../parts/picture.js'
import { refine } from '../place.js'
import { FORCE_WORDS, isOn, type Measure, type RegimeSummary, type Rung } from './shapes.js'

const TOP = 26
const LINE = 3.4
const GAP = 6

interface Props {
  readonly regime: RegimeSummary
  readonly rungs: readonly Rung[]
  readonly on: CivilDate
  readonly until: CivilDate
}

/** A rung for each instrument, a line for each measure's life, and the day asked across them all. */
export function Ladder({ regime, rungs, on, until }: Props) {
  if (rungs.length === 0) return null
  const rows = () => [
    ['citation', 'force', 'says', 'from', 'to'],
    ...rungs.flatMap(({ measures }) =>
      measures.flatMap((measure) =>
        measure.periods.map(({ from, to }) => [measure.citation, measure.force, measure.says, from, to ?? '']),
      ),
    ),
  ]
  return (
    <Picture
      name={`law-${regime.id}-${on}`}
      title={`${regime.name}: measures by instrument, ${on}`}
      caption="One line for each measure: solid is binding, dashed is called for, dotted says what another paragraph means; faint lines do not apply on the day. A line to the right edge is open. Not shown: exemptions, ceilings, listed parties, national measures, and whether anybody complied."
      csv={rows}
    >
      {(width) => <Drawing width={width} regime={regime} rungs={rungs} on={on} until={until} />}
    </Picture>
  )
}

function Drawing({ width, regime, rungs, on, until }: Props & { width: number }) {
  const isNarrow = width < 560
  const left = isNarrow ? 92 : 136
  const right = 34
  const [first, last] = [dayNumber(regime.from), dayNumber(until)]
  const at = (day: CivilDate) =>
    left +
    ((Math.min(Math.max(dayNumber(day), first), last) - first) / Math.max(1, last - first)) * (width - left - right)
  let y = TOP
  const placed = rungs.map((rung) => {
    const height = Math.max(13, rung.measures.length * LINE + 3)
    const own = { rung, y, height }
    y += height + GAP
    return own
  })
  const height = y + 4
  const years = yearsBetween(regime.from, until, isNarrow ? 5 : width < 900 ? 2 : 1)
  const title = `${regime.name}: ${rungs.length} instruments over time`
  return (
    <svg
      class="drawing ladder"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={title}
    >
      {years.map((year) => (
        <g key={year}>
          <line class="grid" x1={at(`${year}-01-01`)} x2={at(`${year}-01-01`)} y1={TOP - 8} y2={height} />
          <text class="axis" x={at(`${year}-01-01`)} y={TOP - 13} text-anchor="middle">
            {year}
          </text>
        </g>
      ))}
      {placed.map(({ rung, y: top, height: tall }) => {
        const open = rung.measures.filter((measure) => isOn(measure, on)).length
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same is reached by keyboard in the list of instruments below
          <g class={open === 0 ? 'rung past' : 'rung'} key={rung.symbol} onClick={() => jumpTo(rung.symbol)}>
            <title>{`${rung.symbol}, ${rung.title}: ${open} of ${rung.measures.length} measures in force on ${on}`}</title>
            <rect class="hit" x="0" y={top - GAP / 2} width={width} height={tall + GAP} fill-opacity="0" />
            <text class="symbol" x={left - 8} y={top + tall / 2 + 4} text-anchor="end">
              {isNarrow ? short(rung.symbol) : rung.symbol}
            </text>
            {rung.measures.map((measure, index) => (
              <Life key={measure.id} measure={measure} y={top + 3 + index * LINE} on={on} until={until} at={at} />
            ))}
            <text class="number" x={width - right + 8} y={top + tall / 2 + 4}>
              {open === 0 ? '–' : open}
            </text>
          </g>
        )
      })}
      <line class="today" x1={at(on)} x2={at(on)} y1={TOP - 8} y2={height} />
    </svg>
  )
}

function Life({
  measure,
  y,
  on,
  until,
  at,
}: {
  measure: Measure
  y: number
  on: string
  until: string
  at: (day: string) => number
}) {
  return (
    <>
      {measure.periods.map((period) => {
        const [x1, x2] = [at(period.from), Math.max(at(period.to ?? until), at(period.from) + 2)]
        const isNow = isWithin(on, period)
        return (
          <line key={period.from} class={`life ${measure.force}${isNow ? ' now' : ''}`} x1={x1} x2={x2} y1={y} y2={y}>
            <title>{`${measure.citation} (${FORCE_WORDS[measure.force]}): ${measure.says} ${period.from} to ${period.to ?? 'open'}`}</title>
          </line>
        )
      })}
    </>
  )
}

function jumpTo(symbol: string): void {
  refine({ measure: undefined })
  document.getElementById(anchorOf(symbol))?.scrollIntoView({ block: 'start' })
}

export function anchorOf(symbol: string): string {
  return symbol.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')
}

function short(symbol: string): string {
  return symbol.replace(/^S\/RES\//, '')
}

function yearsBetween(from: CivilDate, to: CivilDate, step: number): number[] {
  const first = Number(from.slice(0, 4)) + 1
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index)
  return years.filter((year) => year % step === 0)
}
