import type { Person } from './actors.js'
import { isBody } from './bodies.js'
import { type Entity, entityOf, namedAt, silentOne } from './entity.js'
import { keep } from './memory.js'
import { likelyState } from './office-holders.js'
import { isOwnVoice, officeOn } from './offices.js'
import type { Phrase } from './phrase.js'
import { standsHead } from './state-words.js'
import { areMany, keysOf } from './tokens.js'
import { spelled, wordsOf } from './unknown-names.js'
import { WordSet } from './wordset.js'

/** One of the dictionary of persons: with the state of the office that the words tell, else with the person's own. */
export function personMeant(phrase: Phrase, person: Person, full: boolean): Entity | undefined {
  const { evidence, from, last, memory, office, owner, remember, tokens } = phrase
  // "Senator John McCain": one's own word.
  const own = office?.speaks === false || isOwnVoice(person, memory.published)
  const told =
    evidence !== undefined &&
    office !== undefined &&
    owner?.pronoun !== true &&
    (!full || isBody(evidence) || isBody(person.code))
  const code = told ? evidence : (person.code ?? evidence)
  if (!own && code === undefined) return undefined
  const entity = own || code === undefined ? silentOne() : entityOf([code])
  entity.name = person.name
  entity.person = true
  entity.office = office?.office ?? officeOn(person, memory.published)
  if (remember) keep(entity, [...keysOf(person.name), ...spelled(tokens, last)], memory)
  return own ? namedAt(entity, from) : entity
}

/** Behind a name that only its state goes before: "Germany's Altmann said". */
const SAYS = new WordSet('said says told tells asked argued warned insisted added called'.split(' '))

/** Whether a name that no dictionary knows is that of one who holds an office, or of one whom the state before it owns. */
export function isStranger({ evidence, from, office, owner, tokens, unknown }: Phrase): boolean {
  if (unknown === undefined) return false
  return (
    office !== undefined ||
    (evidence !== undefined && standsHead(tokens, from, unknown.from)) ||
    (owner !== undefined && owner.pronoun !== true && unknown.from === from && SAYS.has(tokens[unknown.to]))
  )
}

/** "the US Treasury Department", "European diplomats": nobody's name. */
const ORGANS = new Set(
  'department ministry office agency council committee commission parliament army force forces mission party bureau board court service embassy authority'.split(
    ' ',
  ),
)

/** One who is named and not known: of the state that is told, else of that which the place or the article lets one expect. */
export function strangerMeant({ evidence, memory, office, remember, to, tokens, unknown }: Phrase): Entity {
  const code = office?.state ?? evidence ?? memory.place ?? likelyState(memory, office?.office === 'military officer')
  const entity = entityOf(code === undefined || office?.speaks === false ? [] : [code])
  if (unknown !== undefined && (ORGANS.has(tokens[unknown.to - 1]?.lower ?? '') || areMany(tokens[to - 1])))
    return entity
  if (unknown !== undefined) entity.name = wordsOf(tokens, unknown.from, unknown.to)
  entity.person = true
  entity.office = office?.office
  if (office !== undefined) entity.silent = !office.speaks || code === undefined
  if (remember) keep(entity, spelled(tokens, unknown), memory)
  return entity
}
