import { asPronoun, type Entity, entityOf, silentOne, theyOf, unnamedOne } from './entity.js'
import { bodyOf, mediaOf, stateOf } from './mention-codes.js'
import type { Mention } from './mentions.js'
import { byOffice, stateTold } from './office-holders.js'
import type { Phrase } from './phrase.js'
import { areAll, severalBefore } from './several.js'
import { tailWord } from './state-words.js'
import { areMany } from './tokens.js'
import { WordSet } from './wordset.js'

/** Those of an office who go without a name. */
const UNNAMED = new Set('officials official diplomats diplomat sources source envoys envoy'.split(' '))
const SOME = new WordSet(['some', 'most', 'several', 'many', 'other', 'fellow'])
/** Before a capital that stands for its state: behind others it is a place. */
const ACTING = new Set('by with between for like unlike alongside on upon against'.split(' '))

/** Whom words without a person's name mean: "both", "the ministry", "Chinese officials", "Moscow", "some members". */
export function nounMeant(phrase: Phrase): Entity | undefined {
  const { evidence, from, group, last, memory, office, remember, to, tokens } = phrase
  const word = tailWord(tokens, from, to)
  const head = tokens[to - 1]?.lower ?? ''
  const told = toldBefore(phrase, word, head)
  if (told !== undefined) return told
  const voice = officialVoice(phrase)
  if (voice !== undefined) return voice.codes[0] === memory.target ? voice : undefined
  const house = houseMeant(phrase, head)
  if (house !== undefined) return house
  if (office !== undefined) return byOffice(office, phrase)
  const crowd = group !== undefined && word === 'collective' && !SOME.has(tokens[from])
  if (last !== undefined && (last.to === to || crowd)) {
    const named = nameMeant(phrase, last, head)
    if (named !== 'other') {
      // "Arab foreign ministers … the ministers"
      if (named?.codes.length === 1 && areMany(tokens[to - 1])) memory.organs.set(head, named)
      return named
    }
  }
  if (evidence !== undefined && (word === 'stands' || word === 'the-state')) {
    if (remember && memory.organs.size < 50) memory.organs.set(head, entityOf([evidence]))
    return UNNAMED.has(head) ? unnamedOne([evidence]) : entityOf([evidence])
  }
  if (word === 'stands') return organMeant(phrase, head)
  if (word === 'the-state') {
    const code = stateTold(tokens[to - 1], memory, phrase.remember === false) ?? memory.target ?? memory.lastState
    return code === undefined ? undefined : theyOf([code])
  }
  if (word !== 'collective') return undefined
  const some = silentOne()
  some.crowd = true
  return some
}

/** "EU foreign ministers … the ministers", "both": those of whom was told before. */
function toldBefore({ from, memory, to, tokens }: Phrase, word: string | undefined, head: string): Entity | undefined {
  const organ = word === 'both' ? memory.organs.get(head) : undefined
  if (organ !== undefined && tokens[from]?.lower === 'the' && to - from === 2) return asPronoun(organ)
  const several = severalBefore(tokens, from, to, memory)
  if (several !== undefined || word !== 'both' || memory.lastParties.length < 2) return several
  const two = TWO.stands(tokens, from, to)
  return theyOf(two && memory.lastPair.length === 2 ? memory.lastPair : memory.lastParties)
}

const TWO = new WordSet(['two', 'both', 'pair'])

/** "the official SANA news agency" */
function officialVoice({ inside, office, owner }: Phrase): Entity | undefined {
  return office?.speaks === false && owner === undefined ? mediaAmong(inside) : undefined
}

function mediaAmong(inside: readonly Mention[]): Entity | undefined {
  const voice = inside.find((mention) => mention.named[0]?.kind === 'media')
  return voice === undefined ? undefined : mediaOf(voice)
}

/** Whom the name means that the words end with; 'other' where what stands before it tells. */
function nameMeant(phrase: Phrase, last: Mention, head: string): Entity | undefined | 'other' {
  const { from, group, memory, preposition, tokens } = phrase
  const code = stateOf(last) ?? bodyOf(last)
  const [named] = last.named
  const kind = named?.kind
  if (kind === 'capital' && preposition !== undefined && !ACTING.has(preposition)) return undefined
  // The agency of the state at issue speaks for it.
  if (named?.kind === 'media') return named.code === memory.target ? entityOf([named.code]) : undefined
  if (kind === 'city' || kind === 'none') return undefined
  if (kind === 'force') return code === undefined ? undefined : entityOf([code])
  if (kind === 'demonym' && !/(?:s|ese|ish|ch)$/.test(head)) return undefined
  if (group !== undefined && code === undefined)
    return areAll(tokens, from, last.from, group) ? entityOf(group) : undefined
  return code === undefined ? 'other' : entityOf([code])
}

const HOUSES = new Set(['embassy', 'consulate', 'parliament'])

/** "closed the British embassy … The embassy": the one told before. */
function houseMeant({ evidence, from, memory, remember, to, tokens }: Phrase, head: string): Entity | undefined {
  if (!HOUSES.has(head)) return undefined
  if (evidence !== undefined) {
    if (remember) memory.organs.set(head, entityOf([evidence]))
    return undefined
  }
  const told = tokens[from]?.lower === 'the' && to === from + 2 ? memory.organs.get(head) : undefined
  return told === undefined ? undefined : asPronoun(told)
}

/** "the ministry", "diplomats": no state is told beside it. */
function organMeant({ inside, memory }: Phrase, head: string): Entity | undefined {
  // "the official IRNA news agency"
  const media = mediaAmong(inside)
  if (media !== undefined || inside.length > 0) return media
  const organ = memory.organs.get(head)
  if (organ !== undefined) return asPronoun(organ)
  if (/^(?:ministry|spokesman|spokeswoman|spokesperson|minister|envoy|ambassador|president)$/.test(head)) {
    const code = memory.place ?? memory.lastPerson?.codes[0] ?? memory.dateline ?? memory.lastState
    return code === undefined ? undefined : unnamedOne([code])
  }
  if (!/^(?:diplomats?|officials?|sources?)$/.test(head)) return undefined
  const some = unnamedOne([])
  some.silent = true
  return some
}
