import type { CivilDate } from '../dates.js'
import { applyEffects, beforeEffects } from './effects.js'
import type { LawEffect, LawMeasure, RegimeLaw } from './measures.js'

/**
 * The regime as it was known at the end of a day: texts adopted later are not there, and made, ended or exempted
 * nothing. What the data say of a text is what they say today: a correction of the data is not undone.
 */
export function lawAsKnown(regime: RegimeLaw, known: CivilDate): RegimeLaw {
  const instruments = regime.instruments.filter(({ adopted }) => adopted <= known)
  if (instruments.length === regime.instruments.length) return regime
  const effects = regime.effects.filter(({ adopted }) => adopted <= known)
  const original = regime.measures
    .filter(({ adopted }) => adopted <= known)
    .map((measure) => undone(measure, regime.effects))
  return { ...regime, instruments, ...applyEffects(original, effects), effects }
}

/** The measure before any effect; exemptions that effects opened are left out. */
function undone(measure: LawMeasure, effects: readonly LawEffect[]): LawMeasure {
  const { periods: _, replaces: __, endedBy: ___, amendedBy: ____, exemptions, ...rest } = measure
  const opened = new Set(
    effects.flatMap(({ effect, citation }) =>
      effect.exemption !== undefined && effect.targets.includes(measure.id)
        ? [`${citation} ${effect.exemption.id}`]
        : [],
    ),
  )
  const own = exemptions.filter(({ citation, id }) => !opened.has(`${citation} ${id}`))
  return beforeEffects({ ...rest, exemptions: own.map(({ citation: _, periods: __, ...exemption }) => exemption) })
}
