import { useState } from 'preact/hooks'
import type { Cap } from '../../http/view.js'
import { address, send, useAnswer } from '../ask.js'
import { ceiling as ceilingWords } from '../law/measures.js'
import { Gauge } from '../parts/gauge.js'
import { Failure } from '../parts/problem.js'
import { href, refine } from '../place.js'
import { useMay } from '../status.js'

interface Band {
  readonly low: number
  readonly high: number
}

interface Limb {
  readonly unit: string
  readonly limit?: number
  readonly running: readonly { readonly until: string; readonly total: Band }[]
  readonly steps: readonly {
    readonly percent: number
    readonly reported?: string
    readonly low?: string
    readonly high?: string
  }[]
}

interface Share {
  readonly period: { readonly from: string; readonly to: string }
  readonly factors?: { readonly from: number; readonly to: number; readonly source: string }
  readonly sources: readonly {
    readonly source: string
    readonly counted: readonly { readonly cited?: string }[]
    readonly limbs: readonly Limb[]
  }[]
  readonly disagreements: readonly string[]
}

interface Ceiling {
  readonly id: string
  readonly regime: string
  readonly citation: string
  readonly says: string
  readonly cap: Cap
  readonly periods: readonly { readonly from: string; readonly to?: string }[]
  readonly shares: readonly Share[]
}

/** Every ceiling of the law as a gauge of what was reported under it, by source, with the band of the conversion factors. */
export function Ceilings({ on }: { on: string | undefined }) {
  const asked = useAnswer<{ items: Ceiling[] }>(address('/ceilings', { on }))
  const may = useMay('coder')
  return (
    <div class="ceilings">
      <div class="bar">
        <label>
          Only the period of
          <input type="date" value={on ?? ''} onChange={({ currentTarget }) => refine({ on: currentTarget.value })} />
        </label>
      </div>
      <Failure of={asked.failure} />
      {asked.value?.items.map((one) => (
        <section key={one.id}>
          <h2>
            <a href={href(['law'], { regime: one.regime, on: one.periods[0]?.from, measure: one.id })}>
              {one.citation}
            </a>{' '}
            <small>{ceilingWords(one.cap)}</small>
          </h2>
          <p>{one.says}</p>
          {one.shares.length === 0 && (
            <p class="note">
              The record holds no quantity reported under it{on === undefined ? '' : ' in the period of that day'}.
            </p>
          )}
          {[...one.shares].reverse().map((share) => (
            <ShareView key={share.period.from} ceiling={one} share={share} />
          ))}
          {may && <Report id={one.id} done={asked.again} />}
        </section>
      ))}
    </div>
  )
}

function ShareView({ ceiling, share }: { ceiling: Ceiling; share: Share }) {
  const period = `${share.period.from} to ${share.period.to}`
  return (
    <>
      <h3>{period}</h3>
      {share.sources.flatMap(({ source, limbs }) =>
        limbs.flatMap((limb) => {
          const last = limb.running.at(-1)
          if (last === undefined || limb.limit === undefined) return []
          const reached = limb.steps.filter((step) => (step.reported ?? step.high) !== undefined).at(-1)
          const name = `ceiling-${ceiling.id}-${share.period.from}-${source}-${limb.unit}`.replace(/[^\w-]/g, '-')
          return [
            <div key={name}>
              <p class="note">
                As reported by {source}, until {last.until}
                {reached !== undefined && (
                  <>
                    ; {reached.percent} % reached on{' '}
                    {reached.reported ?? [reached.high, reached.low].filter(Boolean).join(' to ')}
                  </>
                )}
              </p>
              <Gauge
                name={name}
                title={`${ceiling.citation}, ${period}, by ${source}`}
                reading={{
                  limit: limb.limit,
                  unit: limb.unit,
                  before: last.total,
                  adds: undefined,
                  steps: ceiling.cap.notices ?? [],
                }}
              />
            </div>,
          ]
        }),
      )}
      {share.disagreements.map((one) => (
        <p class="failure" key={one}>
          {one}
        </p>
      ))}
      {share.factors !== undefined && (
        <p class="note">
          Band of the factors: {share.factors.from} to {share.factors.to} barrels for each tonne. {share.factors.source}
          .
        </p>
      )}
    </>
  )
}

function Report({ id, done }: { id: string; done: () => void }) {
  const [failure, setFailure] = useState<Error>()
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const body = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))
    try {
      await send(`/ceilings/${id}/reports`, { method: 'POST', body })
      form.reset()
      setFailure(undefined)
      done()
    } catch (error) {
      setFailure(error as Error)
    }
  }
  return (
    <details class="new">
      <summary>Add a quantity that was reported</summary>
      <form class="bar" onSubmit={submit}>
        <label>
          From
          <input name="from" type="date" required />
        </label>
        <label>
          To
          <input name="to" type="date" required />
        </label>
        <label>
          Quantity
          <input name="quantity" placeholder="1410 t" required />
        </label>
        <label>
          Source
          <input name="source" placeholder="committee, or a State" required />
        </label>
        <label>
          Where it stands
          <input name="cited" placeholder="symbol and page" required />
        </label>
        <button type="submit" class="main">
          Keep it
        </button>
        <Failure of={failure} />
      </form>
    </details>
  )
}
