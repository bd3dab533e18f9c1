import type { DataFile } from '../datafiles.js'
import { addDays, type CivilDate, type Period } from '../dates.js'
import { citationOf } from './citations.js'
import type { Sourced } from './compile.js'
import type { LawEffect, LawExemption, LawMeasure } from './measures.js'
import type { Effect, Instrument, Measure } from './schema.js'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** An effect with its place in a file, so that a defect can name its line. */
export interface Placed extends LawEffect {
  readonly file: DataFile
  readonly path: (string | number)[]
}

/** A measure as its own text alone has it: its days, its exemptions, nothing done to it. */
export function beforeEffects({
  exemptions,
  ...measure
}: Omit<LawMeasure, 'periods' | 'exemptions' | 'replaces' | 'endedBy' | 'amendedBy'> &
  Pick<Measure, 'exemptions'>): LawMeasure {
  const from = measure.from ?? measure.adopted
  return {
    ...measure,
    periods: [{ from, ...(measure.until && { to: measure.until }) }],
    exemptions: (exemptions ?? []).map((exemption) => ({
      ...exemption,
      citation: measure.citation,
      periods: [{ from: exemption.from ?? from, ...(exemption.until && { to: exemption.until }) }],
    })),
    replaces: [],
    endedBy: [],
    amendedBy: [],
  }
}

/** Measures and general exemptions with the lives that effects gave them. */
export interface Applied {
  readonly measures: LawMeasure[]
  readonly general: LawExemption[]
}

/**
 * Gives each measure and exemption its days, by the effects in the order given. Two effects that contradict each other
 * (ending what has ended, reinstating what applies) are told, never last-one-wins. What was given is not changed.
 */
export function applyEffects<One extends LawEffect>(
  original: readonly LawMeasure[],
  effects: readonly One[],
  tell: (placed: One, what: string, missing?: string) => void = () => undefined,
): Applied {
  const measures = original.map(
    (measure): Mutable<LawMeasure> => ({
      ...measure,
      exemptions: measure.exemptions.map((exemption) => ({ ...exemption })),
    }),
  )
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const general: LawExemption[] = []
  for (const placed of effects) {
    const { effect, from, citation } = placed
    const told = (what: string, missing?: string) => tell(placed, what, missing)
    for (const target of effect.targets) {
      if (effect.exemption !== undefined) {
        const period = { from, ...(effect.exemption.until && { to: effect.exemption.until }) }
        const opened: LawExemption = { ...effect.exemption, citation, periods: [period] }
        const measure = byId.get(target)
        if (target === 'all') general.push(opened)
        else if (measure !== undefined) measure.exemptions = [...measure.exemptions, opened]
        else told(`${target} is no measure`, target)
        continue
      }
      const [id = '', exemptionId] = target.split('/')
      if (exemptionId !== undefined) {
        const list = id === 'all' ? general : byId.get(id)?.exemptions
        const found = list?.find((exemption) => exemption.id === exemptionId)
        if (found === undefined) {
          told(`${target} is no exemption`, target)
          continue
        }
        change(found as Mutable<LawExemption>, effect, from, told)
        continue
      }
      const measure = byId.get(id)
      if (measure === undefined) {
        told(`${id} is no measure`, id)
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
  return { measures, general }
}

/** The effects of a regime's texts in the order of their days. */
export function effectsOf(instruments: readonly Sourced<Instrument>[]): Placed[] {
  const all = instruments.flatMap(({ file, value }) =>
    value.paragraphs.flatMap((paragraph, p) =>
      (paragraph.effects ?? []).map(
        (effect, e): Placed => ({
          effect,
          from: effect.from ?? effect.exemption?.from ?? value.adopted,
          citation: citationOf(value.symbol, paragraph.number),
          adopted: value.adopted,
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
