import { useMemo } from 'preact/hooks'
import { type Cap, printQuantity } from '../../http/view.js'
import { address, useAnswer } from '../ask.js'
import type { GoodsFound, LawOnDay } from '../law/shapes.js'
import { Gauge, type Reading } from '../parts/gauge.js'
import { quantityOf } from './activity.js'
import type { Answer, Values } from './shapes.js'

/** The ceilings that the findings speak of, with what was counted before, this act, and the band that converting leaves open. */
export function Gauges({ answer, values }: { answer: Answer; values: Values }) {
  const capped = answer.findings.filter(({ verdict, reason }) => /ceiling/.test(`${verdict} ${reason}`))
  const regime = capped[0]?.regime
  const law = useAnswer<LawOnDay>(regime === undefined ? undefined : address(`/law/${regime}`, { on: answer.on }))
  const goods = useAnswer<GoodsFound>(
    regime === undefined || !values.goods ? undefined : address('/goods', { q: values.goods.trim() }),
  )
  const shown = useMemo(
    () =>
      capped.flatMap((finding) => {
        const measure = law.value?.measures.find(({ id }) => id === finding.measure)
        return (measure?.cap?.limbs ?? []).flatMap((limb) => {
          const reading = readingOf(limb, measure?.cap, values, goods.value?.barrelsPerTonne)
          return reading === undefined || measure === undefined ? [] : [{ measure, limb, reading }]
        })
      }),
    [capped, law.value, goods.value, values],
  )
  return (
    <>
      {shown.map(({ measure, limb, reading }) => (
        <Gauge
          key={`${measure.id}${limb.unit}`}
          name={`ceiling-${measure.id}`}
          title={`${measure.citation}: ${printQuantity(limb)}`}
          reading={reading}
        />
      ))}
    </>
  )
}

interface Amount {
  readonly value: number
  readonly unit: string
}

function readingOf(
  limb: Amount,
  cap: Cap | undefined,
  values: Values,
  band: { from: number; to: number } | undefined,
): Reading | undefined {
  const [before, adds] = [spanOf(values.total, limb.unit, band), spanOf(values.quantity, limb.unit, band)]
  if (before === undefined && adds === undefined) return undefined
  return { limit: limb.value, unit: limb.unit, before, adds, steps: cap?.notices ?? [] }
}

function spanOf(text: string | undefined, unit: string, band: { from: number; to: number } | undefined) {
  if (text === undefined || text.trim() === '') return undefined
  let amount: Amount
  try {
    amount = quantityOf(text)
  } catch {
    return undefined
  }
  if (amount.unit === 'kg') amount = { value: amount.value / 1000, unit: 't' }
  if (amount.unit === unit) return { low: amount.value, high: amount.value }
  if (band === undefined) return undefined
  if (amount.unit === 't' && unit === 'bbl') return { low: amount.value * band.from, high: amount.value * band.to }
  if (amount.unit === 'bbl' && unit === 't') return { low: amount.value / band.to, high: amount.value / band.from }
  return undefined
}
