import { isBody } from './bodies.js'
import { asPronoun, type Entity, isSame, theyOf } from './entity.js'
import { mayBe } from './gender.js'
import type { Memory } from './memory.js'
import { WordSet } from './wordset.js'

const HE = new Set(['he', 'she', 'his', 'her'])
const SHE = new Set(['she', 'her'])
export const OURS = new Set(['we', 'our', 'i', 'my', 'us'])
export const THEY = new Set(['they', 'their'])

/** All words that `pronoun` may know, and those that tell whose something is. */
export const PRONOUNS = new WordSet([...HE, ...OURS, ...THEY, 'it', 'both', 'neither'])
export const WHOSE = new WordSet(['its', 'our', 'his', 'her', 'their'])

/** The same one, or nobody, meant by a pronoun. */
export function pronounOf(entity: Entity | undefined): Entity | undefined {
  return entity === undefined ? undefined : asPronoun(entity)
}

/** The person, where the pronoun may mean one of that name. */
function fitting(person: Entity | undefined, she: boolean): Entity | undefined {
  return person?.person === true && mayBe(person, she) ? person : undefined
}

/** A state or an office: "Whoever speaks for Paris … he". */
function unsexed(entity: Entity | undefined): Entity | undefined {
  return entity?.person === true ? undefined : entity
}

/** Whom "he" means in words that are quoted: not the one who speaks them. */
function quotedOne(memory: Memory, she: boolean): Entity | undefined {
  const self = memory.spoke === true && memory.here !== undefined ? memory.here : memory.speaking
  // "a spokesman for Annan: He …"
  const ownVoice = self?.office === 'spokesperson' && isBody(self.codes[0] ?? '')
  for (const each of [memory.near, memory.here, memory.lastTold, she ? memory.lastWoman : memory.lastMan]) {
    const one = fitting(each, she)
    if (one !== undefined && !isSame(one, self) && (each !== memory.lastTold || !ownVoice)) return asPronoun(one)
  }
  return ownVoice ? asPronoun(self) : undefined
}

/** Whom a pronoun means, from what the sentence and the article told before; undefined for other words. */
export function pronoun(lower: string, memory: Memory, trailing = false): Entity | undefined {
  if (HE.has(lower)) {
    const she = SHE.has(lower)
    if (memory.quoted === true) return quotedOne(memory, she)
    const here = fitting(memory.here, she)
    const before = fitting(memory.lastPerson, she) ?? (she ? memory.lastWoman : memory.lastMan)
    // "Assad must go, he said": not the one of whom it is said
    const told = here !== undefined && here.pronoun !== true && !(trailing && memory.spoke !== true)
    // "told Assad to end his crackdown", "said Assad must end his"
    const near = lower === 'his' || lower === 'her' ? fitting(memory.near, she) : undefined
    // "Merkel said that Gadhafi's speech, in which he threatened": one who may be "he" in the same sentence
    const other =
      trailing || told ? undefined : (memory.present.find((each) => mayBe(each, she)) ?? fitting(memory.owner, she))
    const person = near ?? (told ? here : (other ?? before ?? fitting(memory.lastTold, she) ?? unsexed(here)))
    return person === undefined ? undefined : asPronoun(person)
  }
  if (OURS.has(lower)) {
    // "I am announcing": whoever issues the statement, and not the one who was told to believe something
    const own = memory.quoted === true ? undefined : memory.issuers
    const speaker = own ?? memory.lastSpeaker ?? memory.issuers
    // "a diplomat said. "We …", said the minister": nobody yet
    if (speaker === undefined || (speaker.codes.length === 0 && speaker.silent !== true)) return undefined
    return asPronoun(speaker)
  }
  if (lower === 'it') return it(memory)
  if (THEY.has(lower)) return they(memory)
  if (lower === 'both' || lower === 'neither') {
    const two = memory.lastSubject?.codes.length === 2 ? memory.lastSubject.codes : memory.lastPair
    if (two.length === 2) return theyOf(two)
  }
  if (lower !== 'both' || memory.lastSubject === undefined || isNamed(memory.lastSubject)) return undefined
  return asPronoun(memory.lastSubject)
}

function it({ here, inner, lastSubject, near, object, whose }: Memory): Entity | undefined {
  if (object !== undefined) {
    const others = object === 'near' ? [near] : near === here ? [whose, lastSubject, inner] : [whose, here, near]
    const meant = others.find((each) => each !== undefined && isOne(each) && each.person !== true)
    return meant === undefined || (object === 'near' && near === here) ? undefined : asPronoun(meant)
  }
  // "Sarkozy said it would": nobody of whom an earlier sentence told
  const before = here !== undefined && isNamed(here) ? undefined : lastSubject
  const told = before !== undefined && isNamed(before) ? inner : before
  const one = [here, whose, told, near].find((each) => each !== undefined && isOne(each))
  return one === undefined ? undefined : asPronoun(one)
}

/** One state or body, and no person by name. */
function isOne(entity: Entity): boolean {
  return entity.codes.length < 2 && !isNamed(entity)
}

function they(memory: Memory): Entity | undefined {
  const { crowd, freshParties, here, inner, lastParties, lastSubject, named, near, officials } = memory
  // "The White House said Obama had spoken to Erdogan and that they agreed"
  const both =
    named !== undefined && named.length === 2 && here?.codes.length === 1 && named.includes(here.codes[0] ?? '')
  if (here !== undefined && !isPerson(here) && !both) return asPronoun(here)
  // "Cameron called Zuma and they agreed"
  if (here !== undefined && named !== undefined && named.length > 1) return theyOf(named)
  if (here !== undefined && near !== undefined && near.codes[0] !== here.codes[0]) return asPronoun(near)
  // "Activists said … They added": no state's word
  if (crowd !== undefined) return asPronoun(crowd)
  // "They stood aside," Hague said: others than he
  const self = memory.quoted === true ? (memory.spoke === true ? here : memory.speaking)?.codes[0] : undefined
  if (freshParties !== undefined && !freshParties.includes(self ?? '')) return theyOf(freshParties)
  // "Hague said the League should act. They …"
  if (inner !== undefined && lastSubject !== undefined && isNamed(lastSubject)) return asPronoun(inner)
  if (
    officials !== true &&
    (lastSubject?.codes.length ?? 0) < 2 &&
    lastParties.length > 1 &&
    lastSubject?.person === true &&
    !lastParties.includes(self ?? '') &&
    memory.sentences - memory.partiesAt < 3
  )
    return theyOf(lastParties)
  if (lastSubject !== undefined && !isPerson(lastSubject) && (self === undefined || lastSubject.codes[0] !== self))
    return asPronoun(lastSubject)
  return targetOf(memory)
}

/** "They must free the prisoners," said the envoy: those of the matter. */
function targetOf({ quoted, speaking, target }: Memory): Entity | undefined {
  if (quoted !== true || speaking === undefined || target === undefined) return undefined
  return speaking.codes[0] === target ? undefined : theyOf([target])
}

/** One person, told by name: not "they". */
function isPerson({ codes, name, person }: Entity): boolean {
  return person === true && name !== undefined && codes.length < 2
}

/** One person of a state, told by name: neither "it" nor "they"; a body's may stand for the body. */
export function isNamed(entity: Entity): boolean {
  return isPerson(entity) && !isBody(entity.codes[0] ?? '')
}
