import { isBody } from './bodies.js'
import { asPronoun, type Entity, theyOf } from './entity.js'
import { mayBe } from './gender.js'
import type { Memory } from './memory.js'
import { WordSet } from './wordset.js'

const HE = new Set(['he', 'she', 'his', 'her'])
const SHE = new Set(['she', 'her'])
const OURS = new Set(['we', 'our', 'i', 'my', 'us'])
export const THEY = new Set(['they', 'their'])

/** All words that `pronoun` may know, and those that tell whose something is. */
export const PRONOUNS = new WordSet([...HE, ...OURS, ...THEY, 'it', 'both', 'neither'])
export const WHOSE = new WordSet(['its', 'our', ...HE, ...THEY])

/** The same one, or nobody, meant by a pronoun. */
export function pronounOf(entity: Entity | undefined): Entity | undefined {
  return entity === undefined ? undefined : asPronoun(entity)
}

/** The person, where the pronoun may mean one of that name. */
function fitting(person: Entity | undefined, she: boolean): Entity | undefined {
  return person?.person === true && mayBe(person, she) ? person : undefined
}

/** Whom a pronoun means, from what the sentence and the article told before; undefined for other words. */
export function pronoun(lower: string, memory: Memory, trailing = false): Entity | undefined {
  if (HE.has(lower)) {
    const she = SHE.has(lower)
    const here = fitting(memory.here, she)
    const before = fitting(memory.lastPerson, she) ?? (she ? memory.lastWoman : memory.lastMan)
    // "Assad must go, he said": not the one of whom it is said
    const told = here !== undefined && here.pronoun !== true && !(trailing && memory.spoke !== true)
    const person = told ? here : (before ?? here ?? memory.lastPerson)
    return person === undefined ? undefined : asPronoun(person)
  }
  if (OURS.has(lower)) {
    const speaker = memory.lastSpeaker ?? memory.issuers
    return speaker === undefined ? undefined : asPronoun(speaker)
  }
  if (lower === 'it') {
    const one = [memory.here, memory.whose, memory.lastSubject, memory.near].find(
      (each) => each !== undefined && each.codes.length < 2 && !isNamed(each),
    )
    return one === undefined ? undefined : asPronoun(one)
  }
  if (THEY.has(lower) && memory.here !== undefined) return asPronoun(memory.here)
  // "Activists said … They added": no state's word
  if (THEY.has(lower) && memory.crowd !== undefined) return asPronoun(memory.crowd)
  if (THEY.has(lower) && memory.freshParties !== undefined) return theyOf(memory.freshParties)
  if (
    THEY.has(lower) &&
    (memory.lastSubject?.codes.length ?? 0) < 2 &&
    memory.lastParties.length > 1 &&
    memory.lastSubject?.person === true
  ) {
    return theyOf(memory.lastParties)
  }
  if (lower === 'both' || lower === 'neither') {
    const two = memory.lastSubject?.codes.length === 2 ? memory.lastSubject.codes : memory.lastPair
    if (two.length === 2) return theyOf(two)
  }
  if (THEY.has(lower) || lower === 'both' || lower === 'it')
    return memory.lastSubject === undefined || isNamed(memory.lastSubject) ? undefined : asPronoun(memory.lastSubject)
  return undefined
}

/** One person of a state, told by name: neither "it" nor "they"; a body's may stand for the body. */
function isNamed({ codes, name, person }: Entity): boolean {
  return person === true && name !== undefined && codes.length < 2 && !isBody(codes[0] ?? '')
}
