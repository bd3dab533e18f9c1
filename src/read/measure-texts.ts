import { standsAt } from './before.js'
import type { Chunk, VerbChunk } from './chunks.js'
import type { MeasureType } from './claim.js'
import { UPHOLDING } from './measure-guards.js'
import { isLaw } from './measure-law.js'
import { isNational } from './measure-national.js'
import { isText } from './measure-owners.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "a draft no-fly zone resolution", a referral to the court: the Council's, whoever wants it. */
export function councilsOwn(
  scene: Scene,
  verb: VerbChunk,
  types: readonly MeasureType[],
  last: Chunk | undefined,
): readonly string[] | undefined {
  if (types.length === 1 && types[0] === 'icc-referral') return ['UNSC']
  if (isCarriedBefore(scene, verb)) return ['UNSC']
  // "NATO enforces the no-fly zone": what the Council set up
  const upheld = types.includes('no-fly-zone') || (types.includes('arms-embargo') && scene.memory.text === 'adopted')
  if (UPHOLDING.hasVerb(verb) && upheld && scene.memory.council === true) return ['UNSC']
  if (isTabledFor(scene, verb)) return ['UNSC']
  return last?.kind === 'noun' && isText(scene, last) && !isNational(scene, last) ? ['UNSC'] : undefined
}

/** "a resolution in May that threatened an embargo": the text, and not who vetoed it */
export function isCarriedBefore(scene: Scene, verb: VerbChunk): boolean {
  const { chunks } = scene.clauses
  const link = standsAt(chunks, verb.index - 1)
  const over = standsAt(chunks, verb.index - 2)
  // "Resolution 1718, banning the trade"
  if (verb.form === 'ing' && link?.kind === 'comma' && over?.kind === 'noun')
    return isText(scene, over) && isLaw(scene, over, verb.index - 2)
  if (verb.form !== 'finite' || verb.passive || (link?.kind !== 'subordinator' && link?.kind !== 'relative'))
    return false
  for (let at = verb.index - 2; at >= Math.max(0, verb.index - 5); at--) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun' && isText(scene, chunk)) return !isNational(scene, chunk)
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma') return false
  }
  return false
}

/** "introduced a no-fly zone resolution": a text was put forward, and nothing imposed. */
export function tables(scene: Scene, verb: VerbChunk, last: Chunk | undefined): boolean {
  if (isTabledFor(scene, verb)) return scene.memory.text !== 'adopted'
  return TABLING.hasVerb(verb) && last?.kind === 'noun' && isText(scene, last)
}
/** "introduced a resolution on Monday night to impose": what the text would do */
function isTabledFor(scene: Scene, { form, parent }: VerbChunk): boolean {
  if (form !== 'to' || parent === undefined || !TABLING.hasVerb(parent)) return false
  const noun = scene.clauses.chunks[parent.index + 1]
  return noun?.kind === 'noun' && isText(scene, noun) && !isNational(scene, noun)
}

const TABLING = new WordSet(['introduce', 'present', 'submit', 'table', 'circulate', 'propose'])
