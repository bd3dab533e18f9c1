import type { VerbChunk } from './chunk.js'
import { lexicon } from './lexicon.js'

const quoting = new Set(lexicon.speech.quoting)
const reporting = new Set(lexicon.speech.verbs.map((verb) => verb.split(' ')[0] ?? verb))
const asking = new Set(lexicon.requests.flatMap((each) => each.verbs ?? []).map((verb) => verb.split(' ')[0] ?? verb))

/** "say", "warn", "believe": a clause of what is said or held may follow. */
export function reports(verb: VerbChunk): boolean {
  return reporting.has(verb.lemma)
}

/** "say", "add": may stand behind the words that were spoken. */
export function quotes(verb: VerbChunk): boolean {
  return quoting.has(verb.lemma)
}

/** "urge", "call on": its object is to do what follows. */
export function asks(verb: VerbChunk): boolean {
  return asking.has(verb.lemma)
}
