import type { Chunk, NounChunk } from './chunks.js'
import { asPronoun, type Entity } from './entity.js'
import { mayBe } from './gender.js'
import { entryTrie } from './lexicon.js'
import { reports } from './reporting.js'
import type { Scene } from './scene.js'
import { SEVERAL } from './several.js'
import { areMany } from './tokens.js'
import { WordSet } from './wordset.js'

/** What a delegate speaks for: "his delegation could not support it". */
export const HOME = new WordSet([
  'delegation',
  'country',
  'government',
  'nation',
  'administration',
  'ministry',
  'capital',
  'people',
])

const TWO = new WordSet(['two', 'pair'])

/** People who are told of without a state. */
const MANY = new WordSet(
  'diplomats activists rebels protesters protestors demonstrators fighters opponents critics senators lawmakers legislators analysts experts residents villagers witnesses democrats republicans families doctors refugees militants insurgents defectors groups organisations organizations campaigners opposition'.split(
    ' ',
  ),
)

/** "they" and "their" mean the group named last in the sentence. */
export function refer(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  let group: Entity | undefined
  let one: Entity | undefined
  let home: Entity | undefined
  const persons: Entity[] = []
  let unknown = false
  let many = false
  let outside: { group: Entity | undefined; one: Entity | undefined } | undefined
  foretell(chunks, tokens)
  tellThings(chunks, tokens)
  tellGlossed(chunks)
  tellRelative(chunks, tokens)
  for (const chunk of chunks) {
    // "He must go," she said: who is told of in a quotation does not speak behind it
    if (chunk.kind === 'open') outside = { group, one }
    else if (chunk.kind === 'close') {
      group = outside?.group
      one = outside?.one
      outside = undefined
    }
    if (chunk.kind !== 'noun') continue
    const word = tokens[chunk.from]?.lower
    // "rebel leaders said they …", "diplomats voiced their support": those, and not who was named in another sentence
    if (unknown && group === undefined && one === undefined && (word === 'they' || word === 'their')) {
      if (word === 'they' && chunk.entity?.pronoun === true) chunk.entity = undefined
      if (word === 'their' && chunk.owner?.pronoun === true) chunk.owner = undefined
      continue
    }
    if (group !== undefined && word === 'they' && chunk.entity?.pronoun === true) chunk.entity = asPronoun(group)
    // "X and Y met; both called for talks", "the two"
    const two = word === 'the' && TWO.has(tokens[chunk.from + 1])
    const both = word === 'both' && (chunk.to === chunk.from + 1 || SEVERAL.has(tokens[chunk.to - 1]))
    if (group?.codes.length === 2 && both) chunk.entity = asPronoun(group)
    if (group !== undefined && ((both && chunk.to === chunk.from + 1) || (two && chunk.entity?.pronoun === true)))
      chunk.entity = asPronoun(group)
    if (group !== undefined && word === 'their' && chunk.owner?.pronoun === true) chunk.owner = asPronoun(group)
    if (one !== undefined && (word === 'his' || word === 'her') && HOME.has(tokens[chunk.head])) {
      chunk.entity = asPronoun(one)
      chunk.owner = undefined
      home = one
    }
    // "a spokesman for the president said he": not who was told of earlier
    if (
      one !== undefined &&
      (word === 'he' || word === 'she') &&
      chunk.to === chunk.from + 1 &&
      (one.office !== undefined || one.unnamed === true || one.person === true) &&
      !many &&
      mayBe(one, word === 'she') &&
      !persons.some((each) => each.codes[0] === chunk.entity?.codes[0])
    )
      chunk.entity = asPronoun(one)
    if (chunk.entity?.person === true && chunk.entity.pronoun !== true) persons.push(chunk.entity)
    if (home !== undefined && word === 'it' && chunk.entity?.pronoun === true) chunk.entity = asPronoun(home)
    if (
      group === undefined &&
      one !== undefined &&
      word === 'they' &&
      chunk.entity?.pronoun === true &&
      !(chunk.entity.codes.length > 1 && chunk.entity.codes.includes(one.codes[0] ?? ''))
    )
      chunk.entity = asPronoun(one)
    if (chunk.preposition === undefined && chunk.entity?.office !== undefined && chunk.entity.codes.length === 1)
      one = chunk.entity
    else if (
      chunk.preposition === undefined &&
      chunk.entity?.codes.length === 1 &&
      (chunk.entity.unnamed === true || (chunk.entity.pronoun !== true && tokens[chunk.head]?.capital === false))
    )
      one = chunk.entity
    // "Syrian authorities …, he said"
    if (one !== undefined && one === chunk.entity) many = areMany(tokens[chunk.head])
    if (chunk.entity !== undefined && chunk.entity.pronoun !== true && chunk.entity.codes.length > 1)
      group = chunk.entity
    // "the Russian and Chinese vetoes … both countries"
    else if (chunk.owner !== undefined && chunk.owner.pronoun !== true && chunk.owner.codes.length > 1)
      group = chunk.owner
    if (chunk.preposition === undefined && !unknown)
      unknown = group === undefined && (chunk.entity?.codes.length ?? 0) === 0 && MANY.has(tokens[chunk.head])
  }
}

/** "He (Mr Bashir) must go": whom the writer of the report puts in. */
function tellGlossed(chunks: readonly Chunk[]): void {
  for (let at = 0; at + 3 < chunks.length; at++) {
    const noun = chunks[at] as Chunk
    const open = chunks[at + 1] as Chunk
    const told = chunks[at + 2] as Chunk
    const close = chunks[at + 3] as Chunk
    if (noun.kind !== 'noun' || told.kind !== 'noun' || open.kind !== 'mark' || close.kind !== 'mark') continue
    if (noun.to !== noun.from + 1 || (noun.entity !== undefined && noun.entity.pronoun !== true)) continue
    if (!OPENS.has(open.word) || told.entity === undefined) continue
    noun.entity = asPronoun(told.entity)
  }
}

/** "Assad, who said he would", "NATO, which insists that it": the one of whom the clause tells. */
function tellRelative(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  for (let at = 1; at + 2 < chunks.length; at++) {
    if (chunks[at]?.kind !== 'relative') continue
    const head = chunks[chunks[at - 1]?.kind === 'comma' ? at - 2 : at - 1]
    let next = chunks[at + 1]?.kind === 'adverb' ? at + 2 : at + 1
    const verb = chunks[next++]
    if (head?.kind !== 'noun' || head.entity === undefined || verb?.kind !== 'verb' || !reports(verb)) continue
    if (chunks[next]?.kind === 'subordinator') next++
    const noun = chunks[next]
    const acts = chunks[next + 1]
    if (noun?.kind !== 'noun' || noun.to !== noun.from + 1 || acts?.kind !== 'verb' || acts.form !== 'finite') continue
    const word = tokens[noun.from]?.lower
    const fits =
      head.entity.person === true
        ? (word === 'he' || word === 'she') && mayBe(head.entity, word === 'she')
        : word === 'they' || (word === 'it' && head.entity.codes.length < 2)
    if (fits) noun.entity = asPronoun(head.entity)
  }
}

const OPENS = new Set(['(', '['])

const COMPRISE = new WordSet('include range cover comprise contain consist'.split(' '))
const TREATED = new WordSet(
  'adopt pass impose draft aim design intend sponsor approve schedule circulate table'.split(' '),
)

/** "They include a ban on arms", "it was adopted by 13 votes": things, and nobody. */
function tellThings(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  for (let at = 0; at + 1 < chunks.length; at++) {
    const noun = chunks[at] as Chunk
    if (noun.kind !== 'noun' || noun.to !== noun.from + 1 || noun.entity?.pronoun !== true) continue
    const word = tokens[noun.from]?.lower
    if (word !== 'they' && word !== 'it') continue
    const verb = chunks[chunks[at + 1]?.kind === 'adverb' ? at + 2 : at + 1]
    if (verb?.kind === 'verb' && (verb.passive ? TREATED : COMPRISE).hasVerb(verb)) noun.entity = undefined
  }
}

/** "Although it condemned the test, China opposed sanctions": "it" is the one who comes. */
function foretell(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  const opener = chunks[0]?.kind === 'adverb' ? chunks[1] : chunks[0]
  if (opener?.kind !== 'subordinator' && !(opener?.kind === 'preposition' && opener.word === 'as')) return
  const early = chunks.slice(1, 3).find((chunk): chunk is NounChunk => chunk.kind === 'noun')
  const word = tokens[early?.from ?? -1]?.lower
  if (early === undefined || early.to !== early.from + 1 || (word !== 'it' && word !== 'they')) return
  const comma = chunks.findIndex((chunk) => chunk.kind === 'comma')
  const main = chunks[comma + 1]
  const next = chunks[comma + 2]
  if (comma < 0 || main?.kind !== 'noun' || main.entity === undefined || main.entity.pronoun === true) return
  if ((next?.kind !== 'verb' && next?.kind !== 'adverb') || main.entity.codes.length === 0) return
  if (word === 'they' && main.entity.codes.length < 2) return
  early.entity = asPronoun(main.entity)
}

/** "officials in Tokyo, Seoul and Beijing": there the capitals stand for their states. */
export function isOfOffice(chunks: readonly Chunk[], index: number, tokens: Scene['tokens']): boolean {
  const chunk = chunks[index]
  if (chunk?.kind !== 'noun' || index < 2) return false
  if (chunk.preposition !== 'in' && chunk.preposition !== 'from' && chunk.preposition !== 'of') {
    const link = chunks[index - 1]
    return (
      (link?.kind === 'comma' || link?.kind === 'conjunction') &&
      chunks[index - 2]?.kind === 'noun' &&
      chunk.preposition === undefined &&
      index > 2 &&
      isOfOffice(chunks, index - 2, tokens)
    )
  }
  const before = chunks[index - 2]
  // "resistance from Moscow and Beijing"
  if (chunk.preposition === 'from' && before?.kind === 'noun' && before.entity === undefined && holds(before, tokens))
    return true
  return before?.kind === 'noun' && before.entity?.codes.length === 0 && before.entity.crowd !== true
}

/** The noun carries a stance: "resistance", "support". */
function holds(noun: NounChunk, tokens: Scene['tokens']): boolean {
  let found = false
  entryTrie.each(tokens, noun.head, noun.to, (entry) => {
    if (entry.role === 'attitude' && entry.part === 'noun') found = true
  })
  return found
}
