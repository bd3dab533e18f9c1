import { codesOf } from './actor-of.js'
import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { isCouncil, isDraft, nextNoun } from './council-nouns.js'
import { isDone } from './done.js'
import { HALLS } from './event-halls.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const IMPOSING = new Set(
  'impose slap extend renew tighten toughen lift prolong widen expand broaden strengthen reimpose'.split(' '),
)
const RESTRICTIONS = new WordSet(
  'sanctions sanction embargo embargoes bans ban freezes freeze restrictions mandate mandates measures blockade curbs penalties stay presence authorization authorisation mission operation'.split(
    ' ',
  ),
)
const PLANS = new WordSet(
  'mission force deployment plan plans tribunal sanctions operation intervention embargo package zone strikes action'.split(
    ' ',
  ),
)
const FORCES = new WordSet(
  'force forces mission missions troops peacekeepers soldiers observers monitors presence operation contingent'.split(
    ' ',
  ),
)
/** Verbs by which the Council acts. */
export const VOTING = new WordSet([
  ...IMPOSING,
  ...'decide agree vote back support clear give lend grant reject defeat approve adopt pass endorse order dispatch double'.split(
    ' ',
  ),
])

const DECIDING = new WordSet(['decide', 'agree', 'resolve'])
const ENACTING = new WordSet([
  ...IMPOSING,
  ...'freeze ban bar refer authorise authorize deploy dispatch establish blacklist'.split(' '),
])

/** "The Council voted 13-0-2 to impose …", "voted on Tuesday in favour of a resolution", "gave its backing to a text". */
export function voted(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || verb.passive || !VOTING.hasVerb(verb)) return undefined
  if (verb.lemma === 'vote' && memberVoted(scene, verb)) return 'vote-held'
  // "Fourteen of the 15 members approved the text"
  if (isDone(verb) && COUNTING.hasVerb(verb) && isCount(scene, verb.subject)) return 'vote-held'
  if (!isDone(verb) || !isCouncil(scene, verb.subject)) return undefined
  const { chunks, verbs } = scene.clauses
  if (verb.lemma === 'vote') {
    if (verbs.some((each) => each.parent === verb && each.form === 'to' && each.lemma !== 'reject')) return 'adopted'
    for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 11); at++) {
      const chunk = chunks[at]
      if (chunk?.kind === 'verb') return undefined
      if (
        chunk?.kind === 'noun' &&
        (chunk.preposition === 'for' || chunk.preposition === 'of') &&
        (isDraft(scene, chunk) || RESTRICTIONS.has(scene.tokens[chunk.to - 1]))
      )
        return 'adopted'
    }
    return undefined
  }
  // "decided to extend the sanctions", "agreed to freeze the assets"; "agreed to meet" enacts nothing
  if (DECIDING.hasVerb(verb))
    return verbs.some((each) => each.parent === verb && ENACTING.hasVerb(each)) ? 'adopted' : undefined
  const object = nextNoun(scene, verb)
  // "a day after the Council approved it", "ordered the destruction of the stockpile"
  if (/^(?:approve|adopt|pass|endorse)$/.test(verb.lemma))
    return object !== undefined && /^(?:it|them)$/.test(scene.tokens[object.from]?.lower ?? '') ? 'adopted' : undefined
  if (verb.lemma === 'order') return object === undefined ? undefined : 'adopted'
  // "doubled the size of its force", "dispatched observers"; staff and letters take no vote
  if (verb.lemma === 'dispatch' || verb.lemma === 'double')
    return FORCES.stands(scene.tokens, verb.to, Math.min(verb.to + 8, scene.to)) ? 'adopted' : undefined
  if (IMPOSING.has(verb.lemma)) {
    // "arms and travel sanctions", "a new round of sanctions"
    const fits = chunks
      .slice(verb.index + 1, verb.index + 5)
      .some(
        (chunk) => chunk.kind === 'noun' && chunk.preposition !== 'for' && RESTRICTIONS.has(scene.tokens[chunk.to - 1]),
      )
    return fits && !toldAsAdopted(scene) ? 'adopted' : undefined
  }
  if (/^(?:back|support|clear)$/.test(verb.lemma))
    return isDraft(scene, object) && namesDraft(scene, object) ? 'adopted' : undefined
  if (/^(?:give|lend|grant)$/.test(verb.lemma)) {
    const head = object === undefined ? '' : (scene.tokens[object.to - 1]?.lower ?? '')
    return /^(?:approval|backing|support|assent|blessing|endorsement|light|go-ahead|nod)$/.test(head) &&
      chunks.some(
        (chunk) =>
          chunk.kind === 'noun' &&
          chunk.from > verb.from &&
          (isDraft(scene, chunk) || PLANS.has(scene.tokens[chunk.to - 1])),
      )
      ? 'adopted'
      : undefined
  }
  if (/^(?:reject|defeat)$/.test(verb.lemma)) return isDraft(scene, object) ? 'not-adopted' : undefined
  return undefined
}

const LONE = new WordSet(['only', 'lone', 'sole', 'first'])
const COUNTING = new WordSet('vote approve back support endorse'.split(' '))
const COUNTS = new WordSet('nine ten eleven twelve thirteen fourteen fifteen'.split(' '))
/** "Fourteen members", "twelve of the Council's 15 members" */
function isCount(scene: Scene, noun: NounChunk | undefined): boolean {
  if (noun === undefined || !COUNTS.has(scene.tokens[noun.from])) return false
  const last = scene.tokens[noun.to - 1]?.lower ?? ''
  return noun.to === noun.from + 1 || /^(?:members|countries|nations|states|delegations)$/.test(last)
}

/** "Russia voted against it", "the only member to vote no", "with China voting in favour": there was a vote. */
function memberVoted(scene: Scene, verb: VerbChunk): boolean {
  const { told } = scene.memory
  if (told.has('adopted UNSC') || told.has('vetoed UNSC') || told.has('vote-held UNSC') || told.has('not-adopted UNSC'))
    return false
  if (!/^(?:against|for|in|no|yes)$/.test(scene.tokens[verb.to]?.lower ?? '')) return false
  // "were alone on the agency's board to vote against it"
  if (HALLS.stands(scene.tokens, scene.from, scene.to)) return false
  const members = codesOf(scene, verb.subject)
  const { parent } = verb
  const lone =
    verb.form === 'to' &&
    parent?.copula === true &&
    parent.modal === undefined &&
    LONE.stands(scene.tokens, parent.to, verb.from)
  const aside = verb.form === 'ing' && verb.parent === undefined
  return members.some((code) => !isBody(code)) && (isDone(verb) || lone || aside)
}

/** Its adoption was told before: what it imposed is told in passing. */
function toldAsAdopted(scene: Scene): boolean {
  return scene.memory.told.has('adopted UNSC')
}

/** A resolution or draft by that name, no statement or text of another kind. */
function namesDraft(scene: Scene, noun: NounChunk | undefined): boolean {
  return noun !== undefined && /^(?:resolutions?|draft)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
}
