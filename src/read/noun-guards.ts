import type { NounChunk, VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import { holderOf } from './holders.js'
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
  'win gain secure seek need get obtain muster attract court require enlist want await receive garner draw find ensure'.split(
    ' ',
  ),
)

const WON = new WordSet(['help', 'manage', 'succeed'])

/** "in the hope of winning Russia's support", "would need China's approval": not yet. */
export function isStillToWin(verb: VerbChunk): boolean {
  if (!WINNING.hasVerb(verb)) return false
  // "helped secure Brazil's support"
  if (verb.form === 'to' && verb.parent?.form === 'finite' && WON.hasVerb(verb.parent) && !verb.parent.negated)
    return verb.parent.modal !== undefined
  if (verb.form !== 'finite' || verb.modal !== undefined || verb.negated || verb.conditional === true) return true
  return /^(?:need|seek|require|want|await|court)$/.test(verb.lemma)
}

const AFTERWARDS = new Set(['after', 'following', 'by', 'with', 'since', 'through'])

/** A veto that was cast: "after China's veto", "Russia's veto killed the text"; not one that is avoided, faced, blamed or held in reserve. */
export function isTold(scene: Scene, noun: NounChunk, verb: VerbChunk | undefined): boolean {
  if (scene.headline || (noun.preposition !== undefined && AFTERWARDS.has(noun.preposition))) return true
  if (noun.preposition === 'of') return noun.owner === undefined && verb?.lemma !== 'have'
  return (
    noun.preposition === undefined &&
    scene.clauses.verbs.some(
      (each) => each.subject === noun && each.form === 'finite' && !each.copula && each.modal === undefined,
    )
  )
}
