import type { CivilDate } from '../dates.js'
import { type Law, lawAsKnown } from '../law/index.js'

const byLaw = new WeakMap<Law, Map<CivilDate, Law>>()

/** The law as it was known on a day; made once for the days between two adoptions. */
export function lawKnownOn(law: Law, known: CivilDate): Law {
  const last = lastAdopted(law, known)
  let made = byLaw.get(law)
  if (made === undefined) {
    made = new Map()
    byLaw.set(law, made)
  }
  let found = made.get(last)
  if (found === undefined) {
    const regimes = law.regimes.map((regime) => lawAsKnown(regime, last))
    found = regimes.every((regime, at) => regime === law.regimes[at]) ? law : { ...law, regimes }
    made.set(last, found)
  }
  return found
}

function lastAdopted(law: Law, known: CivilDate): CivilDate {
  let last = ''
  for (const { instruments } of law.regimes) {
    for (const { adopted } of instruments) if (adopted <= known && adopted > last) last = adopted
  }
  return last
}
