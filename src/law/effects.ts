import { type DataFile, dataProblem } from '../datafiles.js'
import { addDays, type CivilDate, type Period } from '../dates.js'
import type { Problem } from '../errors.js'
import { citationOf, type Sourced } from './compile.js'
import { isAwaited } from './crosschecks.js'
import type { LawExemption, LawMeasure } from './measures.js'
import type { Effect, Instrument, Regime } from './schema.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface Placed {
  readonly effect: Effect
  readonly from: CivilDate
  readonly citation: string
  readonly file: DataFile
  readonly path: (string | number)[]
  readonly measures: readonly string[]
}

/**
 * Gives each measure and exemption its days, by the effects of later paragraphs in the order of their days. Two effects
 * that contradict each other (ending what has ended, reinstating what applies) are problems, never last-one-wins.
 */
export function applyEffects(
  regime: Regime,
  instruments: readonly Sourced<Instrument>[],
  original: readonly LawMeasure[],
): { measures: LawMeasure[]; general: LawExemption[]; problems: Problem[] } {
  const problems: Problem[] = []
  const measures = original.map((measure): Mutable<LawMeasure> => ({ ...measure }))
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const general: LawExemption[] = []
  for (const placed of inOrder(instruments)) {
    const { effect, from, citation } = placed
    const told = (what: string) => problems.push(dataProblem(placed.file, placed.path, what))
    for (const target of effect.targets) {
      if (effect.exemption !== undefined) {
        const period = { from, ...(effect.exemption.until && { to: effect.exemption.until }) }
        const opened: LawExemption = { ...effect.exemption, citation, periods: [period] }
        const measure = byId.get(target)
        if (target === 'all') general.push(opened)
        else if (measure !== undefined) measure.exemptions = [...measure.exemptions, opened]
        else if (!isAwaited(regime, target)) told(`${target} is no measure`)
        continue
      }
      const [id = '', exemptionId] = target.split('/')
      if (exemptionId !== undefined) {
        const list = id === 'all' ? general : byId.get(id)?.exemptions
        const found = list?.find((exemption) => exemption.id === exemptionId)
        if (found === undefined) {
          if (!isAwaited(regime, target)) told(`${target} is no exemption`)
          continue
        }
        change(found as Mutable<LawExemption>, effect, from, told)
        continue
      }
      const measure = byId.get(id)
      if (measure === undefined) {
        if (!isAwaited(regime, id)) told(`${id} is no measure`)
        continue
      }
      if (effect.effect === 'amends') {
        measure.amendedBy = [...measure.amendedBy, { citation, from, gist: effect.gist ?? '' }]
        continue
      }
      change(measure, effect, from, told)
      if (effect.effect === 'reinstates') continue
      measure.endedBy = [...measure.endedBy, { citation, effect: effect.effect, from }]
      if (effect.effect === 'replaces') {
        for (const by of placed.measures) {
          const successor = byId.get(by)
          if (successor !== undefined) successor.replaces = [...new Set([...successor.replaces, id])]
        }
      }
    }
  }
  return { measures, general, problems }
}

function inOrder(instruments: readonly Sourced<Instrument>[]): Placed[] {
  const all = instruments.flatMap(({ file, value }) =>
    value.paragraphs.flatMap((paragraph, p) =>
      (paragraph.effects ?? []).map(
        (effect, e): Placed => ({
          effect,
          from: effect.from ?? effect.exemption?.from ?? value.adopted,
          citation: citationOf(value.symbol, paragraph.number),
          file,
          path: ['paragraphs', p, 'effects', e],
          measures: (paragraph.measures ?? []).map((measure) => measure.id),
        }),
      ),
    ),
  )
  // Exemptions are opened before others of the same day may end them.
  return all.sort((a, b) =>
    a.from !== b.from
      ? a.from < b.from
        ? -1
        : 1
      : Number(b.effect.effect === 'exempts') - Number(a.effect.effect === 'exempts'),
  )
}

function change(
  life: { periods: readonly Period[] },
  effect: Effect,
  from: CivilDate,
  told: (what: string) => void,
): void {
  const last = life.periods[life.periods.length - 1]
  const applies = last !== undefined && (last.to === undefined || last.to >= from)
  if (effect.effect === 'reinstates') {
    if (applies) told('reinstates what applies already')
    else life.periods = [...life.periods, { from }]
  } else if (!applies || last === undefined) {
    told(`${effect.effect} what no longer applies on ${from}`)
  } else if (last.from >= from) {
    // Ended before its first day: it never applied.
    life.periods = life.periods.slice(0, -1)
  } else life.periods = [...life.periods.slice(0, -1), { ...last, to: addDays(from, -1) }]
}
