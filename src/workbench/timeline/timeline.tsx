import { useMemo } from 'preact/hooks'
import { addDays, dayNumber, fromDayNumber, isCivilDate } from '../../http/view.js'
import { address, useAnswer } from '../ask.js'
import { articlesById, type Timeline } from '../matter/shapes.js'
import { useTitle } from '../parts/page.js'
import { Failure } from '../parts/problem.js'
import { QuoteInContext } from '../parts/quote-in-context.js'
import { href, type Place, refine } from '../place.js'
import { Lanes } from './lanes.js'
import { LANES, markLink, marksOf, type TimelineMark } from './marks.js'

/** What happened, on lanes: triggers, drafts and votes, stances, contacts, measures, the target’s answers. */
export function TimelinePage({ id, place }: { id: string; place: Place }) {
  const asked = useAnswer<Timeline>(address(`/matters/${id}/timeline`))
  const line = asked.value
  const byReport = place.query.get('undated') !== 'no'
  useTitle(line === undefined ? 'Timeline' : `Timeline: ${line.matter.title}`)
  const { marks, undated } = useMemo(
    () => (line === undefined ? { marks: [], undated: 0 } : marksOf(line, byReport)),
    [line, byReport],
  )
  const articles = useMemo(() => articlesById(line?.articles ?? []), [line])
  if (line === undefined)
    return (
      <div class="page">
        <h1>Timeline</h1>
        <Failure of={asked.failure} />
      </div>
    )
  const without = new Set((place.query.get('without') ?? '').split(',').filter(Boolean))
  const whole = { from: addDays(marks[0]?.from ?? '2000-01-01', -5), to: addDays(lastDay(marks), 5) }
  const from = dayIn(place, 'from') ?? whole.from
  const to = dayIn(place, 'to') ?? whole.to
  const shown = marks.filter((mark) => !without.has(mark.lane) && mark.to >= from && mark.from <= to)
  const chosen = marks.find(({ key }) => key === place.query.get('mark'))
  const zoom = (factor: number, shift = 0) => {
    const [a, b] = [dayNumber(from), dayNumber(to)]
    const middle = chosen === undefined ? (a + b) / 2 : dayNumber(chosen.from)
    const half = Math.max(4, ((b - a) / 2) * factor)
    const move = shift * (b - a)
    refine({
      from: fromDayNumber(Math.round(middle - half + move)),
      to: fromDayNumber(Math.round(middle + half + move)),
    })
  }
  return (
    <div class="page timeline">
      <div class="page-head">
        <h1>{line.matter.title}: timeline</h1>
        <p class="lede">
          {shown.length} marks from {from} to {to}
        </p>
      </div>
      <div class="bar">
        <LanesShown without={without} byReport={byReport} />
        <Zoom zoom={zoom} />
        <label>
          From
          <input type="date" value={from} onChange={({ currentTarget }) => refine({ from: currentTarget.value })} />
        </label>
        <label>
          To
          <input type="date" value={to} onChange={({ currentTarget }) => refine({ to: currentTarget.value })} />
        </label>
      </div>
      <Lanes
        marks={shown}
        without={without}
        from={from}
        to={to}
        chosen={chosen?.key}
        matter={line.matter}
        undated={undated}
        byReport={byReport}
      />
      {chosen !== undefined && <Source mark={chosen} line={line} articles={articles} />}
      <List marks={shown} matter={id} />
    </div>
  )
}

function LanesShown({ without, byReport }: { without: ReadonlySet<string>; byReport: boolean }) {
  return (
    <fieldset class="kinds">
      <legend class="unseen">Lanes shown</legend>
      {LANES.map((lane) => (
        <label key={lane.id}>
          <input
            type="checkbox"
            checked={!without.has(lane.id)}
            onChange={() => {
              const next = new Set(without)
              if (!next.delete(lane.id)) next.add(lane.id)
              refine({ without: [...next].join(',') })
            }}
          />{' '}
          {lane.label}
        </label>
      ))}
      <label>
        <input type="checkbox" checked={byReport} onChange={() => refine({ undated: byReport ? 'no' : undefined })} />{' '}
        undated too, by day of report
      </label>
    </fieldset>
  )
}

function Zoom({ zoom }: { zoom: (factor: number, shift?: number) => void }) {
  return (
    <fieldset class="steps">
      <legend class="unseen">Zoom</legend>
      <button type="button" onClick={() => zoom(1, -0.4)} aria-label="Earlier">
        ‹
      </button>
      <button type="button" onClick={() => zoom(0.5)} aria-label="Nearer">
        +
      </button>
      <button type="button" onClick={() => zoom(2)} aria-label="Farther">
        −
      </button>
      <button type="button" onClick={() => zoom(1, 0.4)} aria-label="Later">
        ›
      </button>
      <button type="button" onClick={() => refine({ from: undefined, to: undefined })}>
        All
      </button>
    </fieldset>
  )
}

function dayIn(place: Place, name: string): string | undefined {
  const day = place.query.get(name) ?? ''
  return isCivilDate(day) ? day : undefined
}

function lastDay(marks: readonly TimelineMark[]): string {
  return marks.reduce((last, { to }) => (to > last ? to : last), marks[0]?.to ?? '2000-12-31')
}

interface SourceProps {
  readonly mark: TimelineMark
  readonly line: Timeline
  readonly articles: ReturnType<typeof articlesById>
}

function Source({ mark, line, articles }: SourceProps) {
  return (
    <section class="quotes-of" aria-live="polite" aria-label="Source of the mark">
      <h2>
        {mark.label} <small>{mark.from === mark.to ? mark.from : `${mark.from} to ${mark.to}`}</small>
      </h2>
      {mark.claims.map((one) => (
        <QuoteInContext key={one.id} id={one.id} claim={one.claim} article={articles.get(one.claim.article)} note="" />
      ))}
      {mark.measure !== undefined && line.regime !== undefined && (
        <p>
          <a href={href(['law'], { regime: line.regime, on: mark.from, measure: mark.measure })}>
            The paragraph in the law
          </a>
        </p>
      )}
      {mark.claims.length === 0 && mark.measure === undefined && (
        <p class="note">
          From the record of drafts.{' '}
          <a href={href(['matters', line.matter.id], { on: mark.from })}>The Council on that day</a>
        </p>
      )}
    </section>
  )
}

const LISTED = 400

function List({ marks, matter }: { marks: readonly TimelineMark[]; matter: string }) {
  return (
    <details class="as-list">
      <summary>The same as a list</summary>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Lane</th>
            <th scope="col">What</th>
            <th scope="col">Reports</th>
          </tr>
        </thead>
        <tbody>
          {marks.slice(0, LISTED).map((mark) => (
            <tr key={mark.key}>
              <td class="day">{mark.from === mark.to ? mark.from : `${mark.from} – ${mark.to}`}</td>
              <td>{LANES.find(({ id }) => id === mark.lane)?.label}</td>
              <td>
                <a href={markLink(matter, mark)}>{mark.label}</a>
              </td>
              <td>{mark.claims.length === 0 ? '' : mark.claims.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {marks.length > LISTED && (
        <p class="note">
          The first {LISTED} of {marks.length}; narrow the days for the rest.
        </p>
      )}
    </details>
  )
}
