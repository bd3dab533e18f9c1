import type { NounChunk, VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import { holderOf } from './holders.js'
import type { Entry } from './lexicon.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "overcome China's objections": China holds them still; "dropped its objections" is one's own doing. */
export function isOwn(scene: Scene, verb: VerbChunk, holder: Entity): boolean {
  const doer = holderOf(scene, verb)
  return doer === undefined || doer.codes.length === 0
    ? verb.lemma !== 'overcome'
    : doer === holder || doer.codes.every((code) => holder.codes.includes(code))
}

const WINNING = new WordSet(
  'win gain secure seek need get obtain muster attract court require enlist want await receive garner draw find ensure lack miss'.split(
    ' ',
  ),
)

const STILL = new WordSet(['need', 'seek', 'require', 'want', 'await', 'court', 'lack', 'miss'])

const WON = new WordSet(['help', 'manage', 'succeed'])

/** "in the hope of winning Russia's support", "would need China's approval": not yet. */
export function isStillToWin(verb: VerbChunk): boolean {
  if (!WINNING.hasVerb(verb)) return false
  // "helped secure Brazil's support"
  if (verb.form === 'to' && verb.parent?.form === 'finite' && WON.hasVerb(verb.parent) && !verb.parent.negated)
    return verb.parent.modal !== undefined
  if (verb.form !== 'finite' || verb.modal !== undefined || verb.negated || verb.conditional === true) return true
  return STILL.hasVerb(verb)
}

const DOUBTS = new WordSet('question questions doubt doubts uncertainty scepticism skepticism'.split(' '))
const BROKEN = new WordSet(['violate', 'breach', 'renege'])
const WITHIN = new WordSet(['neither', 'nor'])

/** "without Russian backing", "neither Moscow's nor Beijing's approval", "questions about its commitment", "violated its commitments": nothing held. */
export function isAbsent(
  { tokens, clauses }: Scene,
  noun: NounChunk,
  verb: VerbChunk | undefined,
  at: number,
): boolean {
  if (noun.preposition === 'without') return true
  if (WITHIN.stands(tokens, Math.max(0, noun.from - 3), noun.head)) return true
  const of = clauses.chunks[at - 2]
  if (
    (noun.preposition === 'about' || noun.preposition === 'over') &&
    of?.kind === 'noun' &&
    DOUBTS.has(tokens[of.head])
  )
    return true
  return verb !== undefined && verb.index >= at - 2 && BROKEN.hasVerb(verb)
}

const BACKING = new Set(['support', 'backing', 'endorsement', 'approval', 'acceptance'])
const HAVING = new WordSet('have enjoy retain keep lose command hold'.split(' '))

/** "He still has support at home": others give it. */
export function isReceived(scene: Scene, words: string, verb: VerbChunk, holder: Entity): boolean {
  if (!BACKING.has(words) || !HAVING.hasVerb(verb) || verb.passive) return false
  const doer = holderOf(scene, verb)
  return doer?.codes.every((code) => holder.codes.includes(code)) === true
}

const AFTERWARDS = new Set(['after', 'following', 'by', 'with', 'since', 'through'])

const JUDGED = new Set<string | undefined>(['at', 'for', 'over', 'about', 'despite'])

const AWAITED = new WordSet(
  'appear seem look avert avoid expect fear forestall threaten loom remain rule dodge predict anticipate prevent preclude'.split(
    ' ',
  ),
)

/** A veto that was cast: "after China's veto", "Russia's veto killed the text"; not one that is avoided, faced, blamed or held in reserve. */
export function isVetoCast(scene: Scene, noun: NounChunk, verb: VerbChunk | undefined): boolean {
  if (scene.headline || (noun.preposition !== undefined && AFTERWARDS.has(noun.preposition))) return true
  // "confused after the second veto by Chile": where "after" might begin a clause
  if (AFTERWARDS.has(scene.tokens[noun.from - 1]?.lower ?? '')) return true
  // "anger at its vetoing of the text", "for their veto of the text"
  if (noun.owner !== undefined && JUDGED.has(noun.preposition) && scene.tokens[noun.to]?.lower === 'of') return true
  if (noun.preposition === 'of') return noun.owner === undefined && verb?.lemma !== 'have'
  return (
    noun.preposition === undefined &&
    scene.clauses.verbs.some(
      (each) =>
        each.subject === noun &&
        each.form === 'finite' &&
        !each.copula &&
        each.modal === undefined &&
        !AWAITED.hasVerb(each),
    )
  )
}

const LESS = new WordSet(['less', 'anything', 'short'])

/** "anything less than binding sanctions", "anything short of an embargo": what is judged is that it would be less. */
export function fallsShort({ tokens }: Scene, noun: NounChunk): boolean {
  return (
    LESS.has(tokens[noun.from]) ||
    (LESS.has(tokens[noun.from - 2]) &&
      (tokens[noun.from - 1]?.lower === 'than' || tokens[noun.from - 1]?.lower === 'of'))
  )
}

const OWN = new WordSet(['our', 'its', 'my'])

/** "our air force would strike back", "its bombing may have killed some": of what one does oneself no ill is foretold. */
export function isOwnAct({ tokens }: Scene, noun: NounChunk, speaker: Entity): boolean {
  return OWN.has(tokens[noun.from]) || noun.owner?.codes.some((code) => speaker.codes.includes(code)) === true
}

/** "failing to heed a demand for talks" is its doer's fault; "we do not see this as undermining talks" finds none. */
function isNoFault({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  const next = clauses.chunks[verb.index + 1]
  if (verb.lemma === 'fail' && next?.kind === 'verb' && next.form === 'to') return true
  if (tokens[verb.from - 1]?.lower !== 'as') return false
  return clauses.verbs.findLast((each) => each.index < verb.index)?.negated === true
}

const BRINGING = new WordSet('draw prompt spark trigger win gain face overcome'.split(' '))

/** "faced criticism", "prompted fears": of others, and not of whoever brought it about. */
export function brings(verb: VerbChunk, { about }: Entry): boolean {
  return about === 'conduct' && BRINGING.hasVerb(verb)
}

/** "took its concerns into account", "put their fears in writing": what is done with them, and not what they are of. */
export const ASIDE = new Set(['in', 'into', 'as', 'through', 'within', 'under', 'during'])

const RULERS = new WordSet(
  'regime government rulers leaders leadership generals junta military elite warlords militias army security leader air'.split(
    ' ',
  ),
)

/** "will complicate the regime's finances" */
export function hitsRulers({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  const noun = clauses.chunks[verb.index + 1]
  if (noun?.kind !== 'noun') return false
  if (RULERS.stands(tokens, noun.from, noun.to)) return true
  return noun.entity?.person === true
}

/** Where words of judgement pass none. */
export function judgesNothing(scene: Scene, verb: VerbChunk, { rule }: Entry): boolean {
  if (rule === 'will-fail') return verb.form === 'ing' && isNoFault(scene, verb)
  if (rule !== 'will-work') return false
  // "was working on a draft": whoever does, and no praise of it
  if (verb.lemma === 'work' && scene.tokens[verb.to]?.lower === 'on') return true
  // "proved one-sided, helping the rebels": what came of it
  return verb.form === 'ing' && scene.clauses.chunks[verb.index - 1]?.kind === 'comma'
}
