import { useCallback, useMemo } from 'preact/hooks'
import { ACTIVITY_KINDS, isCivilDate } from '../../http/view.js'
import { address, useAnswer } from '../ask.js'
import { DateSlider } from '../parts/date-slider.js'
import { useTitle } from '../parts/page.js'
import { Failure } from '../parts/problem.js'
import { Search } from '../parts/search.js'
import { type Place, refine } from '../place.js'
import { useToday } from '../status.js'
import { Changes } from './changes.js'
import { Ladder } from './ladder.js'
import { Measures } from './measures.js'
import { type GoodsFound, isOn, type LawOnDay, type RegimeSummary, rungsOf } from './shapes.js'

/** The law of a regime on a day: what is in force, by which paragraph, what it replaced, and what changed between two days. */
export function LawPage({ place }: { place: Place }) {
  useTitle('Law')
  const regimes = useAnswer<{ items: RegimeSummary[] }>(address('/law'))
  const id = place.path[1] ?? place.query.get('regime') ?? undefined
  const regime = regimes.value?.items.find((one) => one.id === id) ?? regimes.value?.items[0]
  if (regime === undefined)
    return (
      <div class="page">
        <h1>Law</h1>
        <Failure of={regimes.failure} />
      </div>
    )
  return <RegimePage regime={regime} regimes={regimes.value?.items ?? []} query={place.query} />
}

interface Props {
  readonly regime: RegimeSummary
  readonly regimes: readonly RegimeSummary[]
  readonly query: URLSearchParams
}

function RegimePage({ regime, regimes, query }: Props) {
  const today = useToday()
  const given = query.get('on') ?? ''
  const on = isCivilDate(given) ? given : today
  const goods = query.get('goods') ?? undefined
  const kind = query.get('kind') ?? undefined
  const versus = query.get('versus') ?? undefined
  const shows = query.get('all') === 'yes'
  const asked = useAnswer<LawOnDay>(address(`/law/${regime.id}`, { all: 'true', goods, kind }))
  const found = useAnswer<GoodsFound>(goods === undefined ? undefined : address('/goods', { q: goods }))
  const law = asked.value?.regime === regime.id ? asked.value : undefined
  const until = [today, regime.dataUntil].sort()[1] ?? today
  const stops = useMemo(() => stopsOf(law?.measures ?? []), [law])
  const rungs = useMemo(() => rungsOf(regime, law?.measures ?? []), [regime, law])
  const turn = useCallback((day: string) => refine({ on: day }), [])
  const inForce = law?.measures.filter((measure) => isOn(measure, on)) ?? []
  return (
    <div class="page law">
      <div class="page-head">
        <h1>{regime.name}</h1>
        <p class="lede">
          <strong>{inForce.length}</strong> {inForce.length === 1 ? 'measure' : 'measures'} in force on{' '}
          <time>{on}</time>, of {law?.measures.length ?? '…'}{' '}
          {goods === undefined && kind === undefined ? 'encoded' : 'that reach this'}. Data until {regime.dataUntil}
          {on > regime.dataUntil && <strong>; nothing later is known</strong>}.
        </p>
      </div>
      <div class="bar">
        <label>
          Regime
          <select
            value={regime.id}
            onChange={({ currentTarget }) => refine({ regime: currentTarget.value }, { push: true })}
          >
            {regimes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Search
          label="Goods"
          hint="HS code or word: 2710, coal"
          value={goods ?? ''}
          onSearch={(text) => refine({ goods: text }, { push: true })}
        />
        <label>
          Kind of activity
          <select
            value={kind ?? ''}
            onChange={({ currentTarget }) => refine({ kind: currentTarget.value }, { push: true })}
          >
            <option value="">any</option>
            {ACTIVITY_KINDS.map((one) => (
              <option key={one} value={one}>
                {one.replace('_', ' ')}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={shows} onChange={() => refine({ all: shows ? undefined : 'yes' })} />
          also what is not in force
        </label>
      </div>
      <Failure of={asked.failure} />
      {goods !== undefined && found.value !== undefined && <GoodsLine goods={goods} found={found.value} />}
      <DateSlider label="On" value={on} from={regime.from} to={until} stops={stops} onChange={turn} />
      <Changes regime={regime.id} on={on} versus={versus} among={(goods ?? kind) ? law?.measures : undefined} />
      <div class="beside">
        <Ladder regime={regime} rungs={rungs} on={on} until={until} />
        <Measures
          rungs={rungs}
          on={on}
          shows={shows}
          all={law?.measures ?? []}
          open={query.get('measure') ?? undefined}
        />
      </div>
    </div>
  )
}

function GoodsLine({ goods, found }: { goods: string; found: GoodsFound }) {
  return (
    <p class="note">
      “{goods}”{' '}
      {found.isRecognised ? (
        <>
          {found.groups.length > 0 ? (
            <>is read as {found.groups.map(({ name }) => name).join(', ')}</>
          ) : (
            'is in no group of the data'
          )}
          {found.codes.length > 0 && <>; HS {found.codes.join(', ')}</>}.
        </>
      ) : (
        'is not known to the data: nothing can be said of it.'
      )}
    </p>
  )
}

/** Days on which a measure begins, ends or is changed. */
function stopsOf(measures: LawOnDay['measures']) {
  const days = new Map<string, Set<string>>()
  const note = (day: string, by: string) => days.set(day, (days.get(day) ?? new Set()).add(by))
  for (const measure of measures) {
    for (const period of measure.periods) note(period.from, measure.symbol)
    for (const end of measure.endedBy) note(end.from, end.citation.replace(/ (?:para|Decision|Annex).*/, ''))
    for (const change of measure.amendedBy) note(change.from, change.citation.replace(/ (?:para|Decision|Annex).*/, ''))
  }
  return [...days].map(([day, by]) => ({ day, label: [...by].join(', ') }))
}
