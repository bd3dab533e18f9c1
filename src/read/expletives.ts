import type { Chunk, VerbChunk } from './chunks.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const COMPRISE = new WordSet('include range cover comprise contain consist'.split(' '))
const TREATED = new WordSet(
  'adopt pass impose draft aim design intend sponsor approve schedule circulate table'.split(' '),
)

const HELD = new WordSet(
  'believe hope think expect understand fear assume suppose know rumour rumor feel claim say report suggest announce agree decide estimate recall allege argue anticipate'.split(
    ' ',
  ),
)

const DECIDED = new WordSet(['decide', 'agree', 'resolve'])

/** "It was hoped that the talks would open": nobody. */
function opensClause(chunks: readonly Chunk[], verb: VerbChunk, at: number): boolean {
  const next = chunks[at + 1]
  if (next?.kind === 'verb' && next.form === 'to') return DECIDED.hasVerb(verb)
  return HELD.hasVerb(verb) && (next?.kind === 'subordinator' || next?.kind === 'noun')
}

/** "They include a ban on arms", "it was adopted by 13 votes": things, and nobody. */
export function tellThings(chunks: readonly Chunk[], tokens: readonly Token[]): void {
  for (let at = 0; at + 1 < chunks.length; at++) {
    const noun = chunks[at] as Chunk
    if (noun.kind !== 'noun' || noun.to !== noun.from + 1 || noun.entity?.pronoun !== true) continue
    const word = tokens[noun.from]?.lower
    if (word !== 'they' && word !== 'it') continue
    const next = chunks[at + 1]?.kind === 'adverb' ? at + 2 : at + 1
    const verb = chunks[next]
    if (verb?.kind !== 'verb') continue
    if ((verb.passive ? TREATED : COMPRISE).hasVerb(verb) || (verb.passive && opensClause(chunks, verb, next)))
      noun.entity = undefined
  }
}

/** What only someone is: "it is ready to talk". */
const PERSONAL = new WordSet(
  'ready prepared willing unwilling eager keen reluctant hesitant loath able unable determined happy glad pleased free due set poised bound obliged entitled inclined disposed anxious desperate certain sure about committed content afraid careful quick slow powerless'.split(
    ' ',
  ),
)

/** "it is possible to", "it would be wrong that": the pronoun means no one. */
export function isExpletive(chunks: readonly Chunk[], tokens: readonly Token[], verb: VerbChunk): boolean {
  const { subject } = verb
  if (subject === undefined || subject.to !== subject.from + 1 || tokens[subject.from]?.lower !== 'it') return false
  if (verb.lemma === 'seem' || verb.lemma === 'appear') return true
  if (!verb.copula) return false
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 7); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'subordinator' && chunk.word === 'that') return true
    if (chunk?.kind === 'verb') return chunk.form === 'to' && !PERSONAL.stands(tokens, verb.to, chunk.from)
    if (chunk?.kind === 'comma' || chunk?.kind === 'mark') return false
  }
  return false
}
