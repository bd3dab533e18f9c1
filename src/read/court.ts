import { standsAt } from './before.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isOfCouncil } from './measure-made.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const SENDING = new WordSet(['refer', 'send', 'hand', 'pass', 'submit', 'forward', 'transfer'])
const ASKING = new WordSet(['ask', 'request', 'instruct', 'invite'])
const INQUIRING = new WordSet(['look', 'investigate', 'prosecute', 'try', 'examine', 'probe', 'take'])
const CASES = new WordSet(
  'case cases file dossier matter situation crackdown conflict suspects criminals crimes atrocities killings war'.split(
    ' ',
  ),
)
const COURTS = new WordSet(['icc', 'court', 'tribunal', 'prosecutor'])
const DECIDING = new WordSet(['vote', 'decide', 'agree', 'resolve'])

/**
 * The court, by its place, where the Council puts a case before it: "handed the conflict to the ICC", "voted to send
 * the suspects to the Hague court", "asked the court to look into the killings".
 */
export function courtOf(scene: Scene, verb: VerbChunk): number | undefined {
  if (verb.passive || verb.negated || verb.conditional === true || verb.modal !== undefined) return undefined
  const asks = ASKING.hasVerb(verb)
  if ((!asks && !SENDING.hasVerb(verb)) || !isDone(verb) || !isOfCouncil(scene, verb)) return undefined
  const { chunks } = scene.clauses
  const object = standsAt(chunks, verb.index + 1)
  if (object?.kind !== 'noun') return undefined
  if (asks) {
    const action = standsAt(chunks, verb.index + 2)
    const asked = action?.kind === 'verb' && action.form === 'to' && INQUIRING.hasVerb(action)
    return asked && isCourt(scene, object) ? verb.index + 1 : undefined
  }
  for (let at = verb.index + 2; at < Math.min(chunks.length, verb.index + 8); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma') return undefined
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'to' || !isCourt(scene, chunk)) continue
    return verb.lemma === 'refer' || CASES.stands(scene.tokens, object.from, object.to) ? at : undefined
  }
  return undefined
}

function isCourt({ tokens }: Scene, { from, to }: NounChunk): boolean {
  return COURTS.stands(tokens, from, to)
}

/** Told as done, or decided. */
function isDone({ form, past, perfect, parent }: VerbChunk): boolean {
  if (form === 'finite') return past || perfect
  if (form !== 'to' || parent?.form !== 'finite' || parent.negated || !DECIDING.hasVerb(parent)) return false
  return parent.past || parent.perfect
}
