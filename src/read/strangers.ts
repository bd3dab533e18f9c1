/** Those who speak and of whom no state is told. */
import { standsAt } from './before.js'
import { type Chunk, type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import { type Entity, silentOne } from './entity.js'
import { PRONOUNS } from './pronouns.js'
import { quotes } from './reporting.js'
import { SEVERAL, SITTING } from './several.js'
import type { Token } from './tokens.js'
import { unknownName, wordsOf } from './unknown-names.js'
import { WordSet } from './wordset.js'

/** "…, Salman Tariq said", "Ann Example, director of a firm, said": one of whom nothing is told speaks for no state. */
export function stranger(
  subject: NounChunk | undefined,
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  verb: VerbChunk,
): Entity | undefined {
  if (subject === undefined || subject.owner !== undefined || !quotes(verb) || PRONOUNS.has(tokens[subject.from]))
    return undefined
  const at = placeIn(chunks, subject)
  const apposed = standsAt(chunks, at - 1)?.kind === 'comma' ? chunks[at - 2] : undefined
  const name = nameOf(subject, tokens) ?? (apposed?.kind === 'noun' ? nameOf(apposed, tokens) : undefined)
  if (name === undefined) return undefined
  const someone = silentOne()
  someone.person = true
  someone.name = name
  subject.entity = someone
  return someone
}

const FEW = new WordSet(
  'other some several many few western key one two three four five six most african arab european veto-wielding elected non-permanent'.split(
    ' ',
  ),
)
const ENVOYS = new WordSet('diplomat diplomats source sources envoy envoys ambassador ambassadors'.split(' '))

/** "other Security Council members", "one Council diplomat": not the Council's word. */
export function isSome({ entity, from, head }: NounChunk, tokens: readonly Token[]): boolean {
  if (entity?.codes.length !== 1 || entity.codes[0] !== 'UNSC' || !SITTING.has(tokens[head])) return false
  return FEW.has(tokens[from]) || ENVOYS.has(tokens[head])
}

/** The noun phrase where it ends in a name that no dictionary knows. */
function nameOf({ from, to, entity }: NounChunk, tokens: readonly Token[]): string | undefined {
  if (entity !== undefined || tokens[from]?.lower === 'the') return undefined
  const name = unknownName(tokens, [], from, to)
  // "Members said"
  if (name !== undefined && name.to === name.from + 1 && SEVERAL.has(tokens[name.from])) return undefined
  return name?.to === to ? wordsOf(tokens, name.from, name.to) : undefined
}
