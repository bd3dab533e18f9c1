import { useEffect } from 'preact/hooks'
import { type Cap, type CivilDate, isWithin, printQuantity } from '../../http/view.js'
import { refine } from '../place.js'
import { anchorOf } from './ladder.js'
import { FORCE_WORDS, isOn, type Measure, type Rung } from './shapes.js'

interface Props {
  readonly rungs: readonly Rung[]
  readonly on: CivilDate
  readonly shows: boolean
  readonly all: readonly Measure[]
  readonly open: string | undefined
}

/** The ladder in words: each instrument with its measures, each measure with what it excepts, caps, replaced and was replaced by. */
export function Measures({ rungs, on, shows, all, open }: Props) {
  const isHere = all.length > 0
  useEffect(() => {
    if (isHere && open !== undefined) document.getElementById(`m-${open}`)?.scrollIntoView({ block: 'center' })
  }, [open, isHere])
  const byId = new Map(all.map((measure) => [measure.id, measure]))
  const shown = rungs
    .map((rung) => ({ ...rung, measures: rung.measures.filter((measure) => shows || isOn(measure, on)) }))
    .filter(({ measures }) => measures.length > 0)
  if (shown.length === 0) return <p class="note">Nothing of this is in force on {on}.</p>
  return (
    <div class="rungs">
      {shown.map(({ symbol, title, adopted, measures }) => (
        <section key={symbol} id={anchorOf(symbol)} aria-label={symbol}>
          <h2>
            {symbol} <small>{title}</small> <time>{adopted}</time>
          </h2>
          <ul class="measures">
            {measures.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} on={on} byId={byId} isOpen={measure.id === open} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function MeasureRow({
  measure,
  on,
  byId,
  isOpen,
}: {
  measure: Measure
  on: string
  byId: Map<string, Measure>
  isOpen: boolean
}) {
  const isNow = isOn(measure, on)
  const end = measure.endedBy.find(({ from }) => from > on) ?? measure.endedBy.at(-1)
  const open = measure.exemptions.filter((exemption) => exemption.periods.some((period) => isWithin(on, period)))
  return (
    <li id={`m-${measure.id}`} class={isNow ? '' : 'past'}>
      <details open={isOpen} onToggle={({ currentTarget }) => keepOpen(currentTarget.open, measure.id, isOpen)}>
        <summary>
          <span class="para">{paragraphOf(measure)}</span>
          <span class="says">
            {measure.says}
            {measure.force !== 'binding' && <span class="tag">{FORCE_WORDS[measure.force]}</span>}
            {measure.cap !== undefined && <span class="tag">ceiling</span>}
            {open.length > 0 && (
              <span class="tag">{open.length === 1 ? '1 exemption' : `${open.length} exemptions`}</span>
            )}
          </span>
          <span class="life">
            {isNow ? `since ${sinceOf(measure, on)}` : lifeOf(measure)}
            {isNow && end !== undefined && end.from > on && <> · until {end.from}</>}
          </span>
        </summary>
        <dl>
          {measure.hs !== undefined && <Line term="HS codes in the text">{measure.hs.join(', ')}</Line>}
          {measure.goods !== undefined && <Line term="Goods">{measure.goods.join(', ').replaceAll('-', ' ')}</Line>}
          {measure.cap !== undefined && <Line term="Ceiling">{ceiling(measure.cap)}</Line>}
          {open.map((exemption) => (
            <Line
              key={exemption.id}
              term={`Except, ${exemption.gate === 'itself' ? 'by its own terms' : `by ${exemption.gate}`}`}
            >
              {exemption.gist}{' '}
              {exemption.citation !== measure.citation && <span class="cite">{exemption.citation}</span>}
            </Line>
          ))}
          {measure.reports?.map((report) => (
            <Line key={report.what} term="To report">
              {report.what}
            </Line>
          ))}
          {measure.replaces.length > 0 && (
            <Line term="Replaced">
              {measure.replaces.map((id) => (
                <span class="cite" key={id}>
                  {byId.get(id)?.citation ?? id}{' '}
                </span>
              ))}
            </Line>
          )}
          {measure.endedBy.map((one) => (
            <Line key={one.citation} term={one.effect === 'replaces' ? 'Replaced by' : `${one.effect} by`}>
              <span class="cite">{one.citation}</span> on {one.from}
            </Line>
          ))}
          {measure.amendedBy.map((one) => (
            <Line key={`${one.citation}${one.from}`} term={`Amended ${one.from}`}>
              <span class="cite">{one.citation}</span>: {one.gist}
            </Line>
          ))}
          <Line term="Applies">{lifeOf(measure)}</Line>
          <Line term="Cite as">
            <span class="cite">{measure.citation}</span> ({measure.verb}; {FORCE_WORDS[measure.force]})
          </Line>
        </dl>
      </details>
    </li>
  )
}

function Line({ term, children }: { term: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function keepOpen(isOpen: boolean, id: string, wasOpen: boolean): void {
  if (isOpen === wasOpen) return
  const now = new URLSearchParams(location.search).get('measure')
  if (isOpen) refine({ measure: id })
  else if (now === id) refine({ measure: undefined })
}

function sinceOf(measure: Measure, on: CivilDate): string {
  return measure.periods.find((period) => isWithin(on, period))?.from ?? ''
}

function lifeOf(measure: Measure): string {
  if (measure.periods.length === 0) return 'never applied'
  return measure.periods.map(({ from, to }) => (to === undefined ? `from ${from}` : `${from} to ${to}`)).join(', ')
}

function paragraphOf(measure: Measure): string {
  return measure.citation.startsWith(measure.symbol)
    ? measure.citation
        .slice(measure.symbol.length)
        .trim()
        .replace(/^para /, '¶ ')
    : measure.citation
}

export function ceiling(cap: Cap): string {
  const amount = cap.limbs === undefined ? cap.own : cap.limbs.map(printQuantity).join(' or ')
  const per = {
    'calendar-year': ' in each calendar year',
    'twelve-months': ' in each twelve months',
    term: '',
    standing: '',
  }
  const who = cap.counted === 'all-states' ? 'all States together' : 'each State for itself'
  const steps = cap.notices === undefined ? '' : `; the committee tells States at ${cap.notices.join(', ')} %`
  return `${amount}${per[cap.period]}, ${who}${steps}`
}
