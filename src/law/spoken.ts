import { type CivilDate, isWithin } from '../dates.js'
import type { Act } from './acts.js'
import type { LawMeasure, RegimeLaw } from './measures.js'

interface Spoken {
  readonly acts?: readonly Act[]
  readonly goods?: readonly string[]
}

/** How a reporter's word for a kind of measure meets the measures of the law: by what is done, or by goods groups. */
const SPOKEN: Readonly<Record<string, Spoken>> = {
  'arms-embargo': { goods: ['arms', 'heavy-arms', 'small-arms'] },
  'wmd-items': { goods: ['wmd-items', 'missile-items'] },
  'luxury-goods': { goods: ['luxury-goods'] },
  'asset-freeze': { acts: ['deal-with-assets', 'omit-freeze'] },
  'travel-ban': { acts: ['admit'] },
  financial: {
    acts: ['pay', 'carry-cash', 'support-trade', 'open-branch-here', 'open-office-there', 'keep-office-there'],
  },
  coal: { goods: ['coal'] },
  iron: { goods: ['iron'] },
  lead: { goods: ['lead'] },
  seafood: { goods: ['seafood'] },
  textiles: { goods: ['textiles'] },
  minerals: { goods: ['gold-titanium-vanadium-rare-earths', 'copper-nickel-silver-zinc'] },
  oil: { goods: ['crude-oil', 'refined-petroleum'] },
  'refined-petroleum': { goods: ['refined-petroleum'] },
  gas: { goods: ['condensates-ngl'] },
  workers: { acts: ['permit-work', 'keep-workers'] },
  'port-entry': { acts: ['admit-vessel'] },
  vessels: {
    acts: ['charter-out', 'use-flagged-vessel', 'take-flag', 'let-vessel-go', 'transfer-ship-to-ship'],
    goods: ['vessels'],
  },
  flights: { acts: ['let-fly'] },
  inspection: { acts: ['omit-inspect', 'omit-high-seas-inspection'] },
  insurance: { acts: ['insure-vessel'] },
  'scientific-cooperation': { acts: ['cooperate-in-science', 'teach'] },
  diplomatic: { acts: ['keep-mission-staff', 'open-mission-account', 'use-mission-property'] },
  aid: { acts: ['give-aid'] },
}

/** Measures of the regime that a word such as `coal` or `travel-ban` can mean, whatever the day; empty where it names none. */
export function measuresSpokenOf(regime: RegimeLaw, type: string): LawMeasure[] {
  const spoken = SPOKEN[type]
  if (spoken === undefined) return []
  return regime.measures.filter(
    (measure) =>
      (spoken.goods?.some((group) => measure.goods?.includes(group)) ?? false) ||
      (spoken.acts?.some((act) => measure.acts.includes(act)) === true &&
        measure.goods === undefined &&
        measure.hs === undefined),
  )
}

/** The same, in force on the day. */
export function measuresSpokenOfOn(regime: RegimeLaw, type: string, on: CivilDate): LawMeasure[] {
  return measuresSpokenOf(regime, type).filter((measure) => measure.periods.some((period) => isWithin(on, period)))
}
