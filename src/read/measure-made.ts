import type { Chunk, VerbChunk } from './chunks.js'
import type { MeasureType } from './claim.js'
import { isCouncil } from './council-nouns.js'
import { isText } from './measure-owners.js'
import { textOfTokens } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const CATCHING = new WordSet(['seize', 'intercept', 'confiscate', 'impound'])

const CLOSING = new WordSet('freeze cancel suspend halt block stop bar ban prevent close target deny'.split(' '))

const STOPPING = new WordSet('halt suspend ban bar prohibit forbid cut block reduce limit withhold'.split(' '))

/** Whether a verb can be meant of a measure of that type; `gate` is whose door it shuts. */
export function isTakenBy(verb: VerbChunk, type: MeasureType, gate: readonly string[] | undefined): boolean {
  // "seized weapons", "intercepted a boat with arms": a catch
  if (CATCHING.hasVerb(verb) && type !== 'asset-freeze' && type !== 'vessels') return false
  // "barred from entering the camp": a place, and no state
  if (gate?.length === 0 && /^(?:travel-ban|workers|aid)$/.test(type)) return false
  // "a meeting of diplomats that they boycotted"
  if (verb.lemma === 'boycott' && (type === 'diplomatic' || type === 'travel-ban' || type === 'sanctions')) return false
  // "the Council can freeze a case of the court's"
  if (type === 'icc-referral' && CLOSING.hasVerb(verb)) return false
  // "targeting assistance": help in finding targets
  if (verb.lemma === 'target' && type === 'aid') return false
  // "withdraw its heavy weapons": to barracks
  if (verb.lemma === 'withdraw' && !/^(?:diplomatic|aid|financial)$/.test(type)) return false
  // "halted shipments" searches none
  if (type === 'inspection' && STOPPING.hasVerb(verb)) return false
  return verb.lemma !== 'refer' || type === 'icc-referral'
}

/** What the verb makes of the things that are named: ships that are searched are inspected, funds that are frozen are assets. */
export function madeBy(verb: VerbChunk, types: readonly MeasureType[]): readonly MeasureType[] {
  if (/^(?:inspect|search|interdict|board)$/.test(verb.lemma))
    return types.some((type) => /^(?:inspection|vessels|flights|port-entry)$/.test(type)) ? ['inspection'] : []
  if (/^(?:un)?freeze$/.test(verb.lemma) && types.includes('financial'))
    return [...new Set([...types, 'asset-freeze' as const])]
  if (/^(?:procure|buy|purchase|import|acquire)$/.test(verb.lemma) && types.includes('wmd-items'))
    return [...new Set([...types, 'procurement-ban' as const])]
  return types
}

/** "new sanctions targeting banks": sanctions too */
export function ofSanctions(scene: Scene, verb: VerbChunk, types: readonly MeasureType[]): readonly MeasureType[] {
  const denied = verb.negated || verb.parent?.negated === true
  if (denied || verb.passive || verb.subject === undefined || types.includes('sanctions')) return types
  return scene.tokens[verb.subject.to - 1]?.lower === 'sanctions' ? ['sanctions', ...types] : types
}

export const NAMING = /^(?:sanction|blacklist|black-list|penalize|penalise)$/
const DESIGNATED = /\bal[- ]q|\bfinancier|\bproliferat|\bterror|\bsanction|\bblacklist|\bspecially designated/
const MONEY = /[$£€]|\b(?:million|billion|bn|dollars|pounds|euros|francs|dinars)\b/

const COURT = /\bto (?:the|an) (?:\S+ ){0,2}(?:court|tribunal)\b/

/** Done by the Council or by its text. */
export function isOfCouncil(scene: Scene, { subject }: VerbChunk): boolean {
  return subject !== undefined && (isCouncil(scene, subject) || isText(scene, subject))
}

/** What a verb makes of any object: who is blacklisted is on a list, money that is frozen is assets. */
export function impliedBy(scene: Scene, verb: VerbChunk): readonly MeasureType[] {
  const next = scene.clauses.chunks[verb.index + 1]
  const object = next?.kind === 'adverb' || next?.kind === 'preposition' ? scene.clauses.chunks[verb.index + 2] : next
  if (/^(?:un)?freeze$/.test(verb.lemma)) {
    const sum = verb.passive ? verb.subject : object
    return sum?.kind === 'noun' && MONEY.test(textOfTokens(scene, sum.from, sum.to)) ? ['asset-freeze'] : []
  }
  // "the council referred the crackdown to the court"
  if (verb.lemma === 'refer')
    return isOfCouncil(scene, verb) && COURT.test(textOfTokens(scene, verb.to, scene.to)) ? ['icc-referral'] : []
  // "whom the EU blacklisted"
  if (next?.kind !== 'noun' && !verb.passive && verb.antecedent === undefined) return []
  if (NAMING.test(verb.lemma)) return ['sanctions', 'designation']
  return verb.lemma === 'designate' && DESIGNATED.test(textOfTokens(scene, verb.to, scene.to)) ? ['designation'] : []
}

/** "sanction the use of force", "sanctioned the strikes": what is allowed */
export function isAllowed(scene: Scene, verb: VerbChunk): boolean {
  if (verb.lemma !== 'sanction') return false
  const noun: Chunk | undefined = verb.passive ? verb.subject : scene.clauses.chunks[verb.index + 1]
  return noun?.kind === 'noun' && ALLOWED.has(scene.tokens[noun.to - 1])
}
const ALLOWED = new WordSet(
  'use action actions involvement war wars intervention invasion force strike strikes mission operation operations attack attacks deal plan agreement step steps move moves killing killings violence abuses deployment zone'.split(
    ' ',
  ),
)

/** "the oil pipeline has been targeted", "targeted its air defences": an attack, where nothing speaks of sanctions */
export function isStruck(scene: Scene, verb: VerbChunk, types: readonly MeasureType[]): boolean {
  return (
    verb.lemma === 'target' &&
    !types.includes('financial') &&
    !types.includes('asset-freeze') &&
    !/sanction|embargo|measure|freez|\bban|curb/.test(textOfTokens(scene, scene.from, scene.to))
  )
}
