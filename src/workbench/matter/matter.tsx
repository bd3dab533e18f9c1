import { useCallback, useEffect, useMemo } from 'preact/hooks'
import { addDays, isCivilDate, spanOf } from '../../http/view.js'
import { address, useAnswer } from '../ask.js'
import { DateSlider, type Stop } from '../parts/date-slider.js'
import { useTitle } from '../parts/page.js'
import { Failure } from '../parts/problem.js'
import { href, type Place, refine } from '../place.js'
import { useToday } from '../status.js'
import { nameOf } from '../words.js'
import { CountPanel } from './count-panel.js'
import { Horseshoe } from './horseshoe.js'
import { Matrix } from './matrix.js'
import { NewDraft } from './new-draft.js'
import { Quotes } from './quotes.js'
import { articlesById, type CountView, type MatterWhole, type Positions, type Timeline } from './shapes.js'

/** A matter on a day: the table, the count, who stands where on which draft, and the words that it all rests on. */
export function MatterPage({ id, place }: { id: string; place: Place }) {
  const today = useToday()
  const known = place.query.get('known') ?? undefined
  const asked = useAnswer<MatterWhole>(address(`/matters/${id}`, { known }))
  const line = useAnswer<Timeline>(address(`/matters/${id}/timeline`, { known }))
  const whole = asked.value
  const isThere = asked.failure === undefined
  // The links above lead to the matter last looked at; one that does not exist is none.
  useEffect(() => {
    if (!isThere) sessionStorage.removeItem('matter')
  }, [isThere])
  useTitle(whole?.matter.title ?? '')
  const given = place.query.get('on') ?? ''
  const on = isCivilDate(given) ? given : (whole?.to ?? today)
  const draft = place.query.get('draft') ?? undefined
  const isReady = whole !== undefined
  const count = useAnswer<CountView>(isReady ? address(`/matters/${id}/count`, { on, draft, known }) : undefined)
  const positions = useAnswer<Positions>(isReady ? address(`/matters/${id}/positions`, { on, known }) : undefined)
  const stops = useMemo(() => stopsOf(line.value), [line.value])
  const articles = useMemo(() => articlesById(whole?.articles ?? []), [whole])
  const turn = useCallback((day: string) => refine({ on: day }), [])
  if (whole === undefined)
    return (
      <div class="page">
        <h1>Matter</h1>
        <Failure of={asked.failure} />
        {!isThere && (
          <p>
            <a href={href(['matters'])}>All matters</a>
          </p>
        )}
      </div>
    )
  const first = [whole.from, ...stops.map(({ day }) => day)].filter((day) => day !== undefined).sort()[0] ?? on
  const from = addDays([first, on].sort()[0] ?? on, -10)
  const to = addDays([whole.to ?? on, on].sort()[1] ?? on, 10)
  const state = place.query.get('state') ?? undefined
  const column = Number(place.query.get('column') ?? 0)
  return (
    <div class="page matter">
      <Head id={id} whole={whole} on={on} known={known} />
      <div class="bar">
        <DraftChoice draft={draft} drafts={whole.drafts} />
        <label>
          As the record knew it at the end of
          <input
            type="date"
            value={known ?? ''}
            onChange={({ currentTarget }) => refine({ known: currentTarget.value })}
          />
        </label>
        <NewDraft
          matter={id}
          done={() => {
            for (const one of [asked, line, count, positions]) one.again()
          }}
        />
      </div>
      <DateSlider label="On" value={on} from={from} to={to} stops={stops} onChange={turn} pace={1100} />
      <Failure of={count.failure ?? positions.failure} />
      <div class="table-and-count">
        {count.value !== undefined && <Horseshoe count={count.value} matter={id} state={state} />}
        {count.value !== undefined && <CountPanel count={count.value} articles={articles} />}
      </div>
      {positions.value !== undefined && (
        <div class={state === undefined ? '' : 'matrix-and-quotes'}>
          <Matrix positions={positions.value} matter={id} draft={draft} state={state} column={column} />
          {state !== undefined && (
            <Quotes positions={positions.value} state={state} column={column} articles={articles} />
          )}
        </div>
      )}
      {whole.notes
        .filter((note) => count.value?.notes.includes(note) !== true)
        .map((note) => (
          <p class="note" key={note}>
            {note}
          </p>
        ))}
    </div>
  )
}

interface HeadProps {
  readonly id: string
  readonly whole: MatterWhole
  readonly on: string
  readonly known: string | undefined
}

function Head({ id, whole, on, known }: HeadProps) {
  return (
    <div class="page-head">
      <h1>{whole.matter.title}</h1>
      <p class="lede">
        {whole.articles.length} articles, {whole.claims} claims
        {whole.from !== undefined && (
          <>
            , {whole.from} to {whole.to}
          </>
        )}{' '}
        · <a href={address(`/matters/${id}/brief/html`, { on, known })}>brief of the day</a> (
        <a href={address(`/matters/${id}/brief/docx`, { on, known })}>DOCX</a>,{' '}
        <a href={address(`/matters/${id}/brief/xlsx`, { on, known })}>XLSX</a>) ·{' '}
        <a href={href(['matters'])}>all matters</a>
      </p>
    </div>
  )
}

function DraftChoice({ draft, drafts }: { draft: string | undefined; drafts: MatterWhole['drafts'] }) {
  return (
    <label>
      Draft
      <select
        value={draft ?? ''}
        onChange={({ currentTarget }) => refine({ draft: currentTarget.value, column: undefined })}
      >
        <option value="">the one at issue on the day</option>
        {drafts.map((one) => (
          <option key={one.id} value={one.id}>
            {[one.symbol, one.label].filter(Boolean).join(' · ') || one.id}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Days on which a report may move a position, and days of drafts. */
function stopsOf(line: Timeline | undefined): Stop[] {
  if (line === undefined) return []
  const actors = new Map<string, Set<string>>()
  for (const { claim, published } of line.stances) {
    const told = published ?? claim.date
    if (told === undefined || claim.kind !== 'stance') continue
    const day = spanOf(told).to
    actors.set(day, (actors.get(day) ?? new Set()).add(nameOf(claim.actor)))
  }
  const drafts = line.drafts.flatMap(({ symbol, label, tabled, vote, versions }) => {
    const name = symbol ?? label ?? 'draft'
    return [
      ...(tabled === undefined ? [] : [{ day: spanOf(tabled).to, label: `${name} tabled` }]),
      ...(vote === undefined ? [] : [{ day: spanOf(vote.date).to, label: `vote on ${name}` }]),
      ...versions.flatMap((version) =>
        version.date === undefined ? [] : [{ day: spanOf(version.date).to, label: `${name}: ${version.label}` }],
      ),
    ]
  })
  const reports = [...actors].map(([day, names]) => ({ day, label: `reports on ${[...names].sort().join(', ')}` }))
  return [...drafts, ...reports]
}
