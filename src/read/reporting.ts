import type { VerbChunk } from './chunk.js'
import { lexicon } from './lexicon.js'
import { WordSet } from './wordset.js'

const quoting = new WordSet(lexicon.speech.quoting)
const reporting = new WordSet(
  lexicon.speech.verbs.map((verb) => verb.split(' ')[0] ?? verb).filter((verb) => verb !== 'go'),
)
const asking = new WordSet(
  lexicon.requests.flatMap((each) => each.verbs ?? []).map((verb) => verb.split(' ')[0] ?? verb),
)

/** "say", "warn", "believe": a clause of what is said or held may follow. */
export function reports(verb: VerbChunk): boolean {
  return reporting.hasVerb(verb)
}

/** "say", "add": may stand behind the words that were spoken. */
export function quotes(verb: VerbChunk): boolean {
  return quoting.hasVerb(verb)
}

/** "urge", "call on": its object is to do what follows. */
export function asks(verb: VerbChunk): boolean {
  return asking.hasVerb(verb)
}
