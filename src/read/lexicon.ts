import { lexicon as data } from '#data/lexicon'
import type { About, MeasureType, Stance } from './claim.js'
import type { LexiconData } from './compile.js'
import { keysOf, type Token } from './tokens.js'
import { type Found, Trie } from './trie.js'
import { spellings, type VerbForm, verbTable } from './verbs.js'
import { WordSet } from './wordset.js'

export type Part = 'verb' | 'adjective' | 'noun' | 'phrase'
/** One wording with what it yields. */
export interface Entry {
  readonly role:
    | 'attitude'
    | 'evaluation'
    | 'request'
    | 'action'
    | 'operator'
    | 'speech'
    | 'event'
    | 'contact'
    | 'measure'
  /** The role as one bit. */
  readonly bit: number
  readonly rule: string
  readonly part: Part
  readonly words: string
  /** The wording counts only where it is negated ("not work"). */
  readonly negated?: boolean | undefined
  readonly stance?: Stance | undefined
  readonly about?: About | undefined
  readonly only?: readonly About[] | undefined
  readonly target?: boolean | undefined
  /** Effect of an action, turn of an operator, mode of a contact, kind of a measure's verb. */
  readonly effect?: string | undefined
  /** The index of an event family in `events`. */
  readonly event?: number | undefined
  readonly negative?: boolean | undefined
}
/** What a noun or noun phrase is about. */
export interface IssueWord {
  readonly about: About
  readonly weak: boolean
}
export interface MeasureWord {
  readonly type: MeasureType
  readonly object: boolean
}

export const lexicon = data as LexiconData

const entryTrie = new Trie<Entry>()
export const ROLES: Readonly<Record<Entry['role'], number>> = {
  attitude: 1, evaluation: 2, request: 4, action: 8, operator: 16, speech: 32, event: 64, contact: 128, measure: 256,
} // biome-ignore format: a table
const doubling = new Set(lexicon.grammar.doubling)

function surfaces(first: string): string[] {
  return [...new Set([first, ...spellings(first, lexicon.grammar, doubling).flat()])]
}

/** All forms of a wording that begins with a verb, as keys. */
export function inflected(words: string): string[][] {
  const keys = keysOf(words)
  return surfaces(keys[0] ?? '').map((form) => [...keysOf(form), ...keys.slice(1)])
}

/** Plural of a noun phrase's last word, beside the phrase itself. */
function withPlural(words: string): string[] {
  if (/s$/.test(words)) return [words]
  if (/[^aeiou]y$/.test(words)) return [words, `${words.slice(0, -1)}ies`]
  return [words, /(?:x|z|ch|sh)$/.test(words) ? `${words}es` : `${words}s`]
}

type EntryBase = Omit<Entry, 'part' | 'words' | 'bit'>

function addEntries(
  words: {
    verbs?: string[] | undefined
    adjectives?: string[] | undefined
    nouns?: string[] | undefined
    phrases?: string[] | undefined
  },
  base: EntryBase,
): void {
  for (const verb of words.verbs ?? []) addVerb(verb, base)
  for (const word of words.adjectives ?? []) addPlain(word, 'adjective', word, base)
  for (const word of words.nouns ?? []) addPlain(word, 'noun', word, base)
  for (const word of words.phrases ?? []) addPlain(word, 'phrase', word, base)
}

function addVerb(words: string, base: EntryBase): void {
  const negated = /^(?:not|never|would not|will not|did not) /.test(words)
  const bare = words.replace(/^(?:would not|will not|did not|not|never) /, '')
  if (
    /^(?:be|is|are|was|were) /.test(bare) ||
    /^(?:has|have) (?!the |an? |every |no |its |talks |lunch |legitimate )/.test(bare)
  ) {
    const rest = bare.replace(/^(?:be|has|have|is|are|was|were) /, '')
    addPlain(rest, 'adjective', words, base, negated)
    return
  }
  const keys = keysOf(bare)
  const entry = entryOf(base, 'verb', words, negated)
  for (const form of surfaces(keys[0] ?? '')) entryTrie.add([...keysOf(form), ...keys.slice(1)], entry)
}

function addPlain(wording: string, part: Part, words: string, base: EntryBase, denied = false): void {
  const negated = /^not /.test(wording)
  const bare = negated ? wording.slice(4) : wording
  const value = entryOf(base, part, words, negated || denied)
  for (const each of part === 'noun' ? withPlural(bare) : [bare]) entryTrie.add(keysOf(each), value)
}

/** All entries have one shape in memory. */
function entryOf(base: EntryBase, part: Part, words: string, negated: boolean): Entry {
  return {
    role: base.role,
    bit: ROLES[base.role],
    rule: base.rule,
    part,
    words,
    negated: negated ? true : undefined,
    stance: base.stance,
    about: base.about,
    only: base.only,
    target: base.target,
    effect: base.effect,
    event: base.event,
    negative: base.negative,
  }
}

for (const each of lexicon.attitudes)
  addEntries(each, { role: 'attitude', rule: each.rule, stance: each.stance, ...pick(each) })
for (const each of lexicon.evaluations)
  addEntries(each, { role: 'evaluation', rule: each.rule, stance: each.stance, ...pick(each) })
for (const each of lexicon.requests)
  addEntries(each, { role: 'request', rule: each.rule, negative: each.negative === true })
for (const each of lexicon.actions)
  addEntries(each, { role: 'action', rule: `action-${each.effect}`, effect: each.effect })
for (const each of lexicon.operators) addEntries(each, { role: 'operator', rule: each.rule, effect: each.turn })
addEntries({ verbs: lexicon.speech.verbs }, { role: 'speech', rule: 'speech', effect: 'say' })
addEntries({ phrases: lexicon.speech.phrases }, { role: 'speech', rule: 'according-to', effect: 'according' })
lexicon.events.forEach((each, event) => {
  addEntries(each, { role: 'event', rule: each.type, event })
})
for (const each of lexicon.contacts) addEntries(each, { role: 'contact', rule: each.mode, effect: each.mode })
for (const [kind, verbs] of Object.entries(lexicon.measures.verbs))
  addEntries({ verbs }, { role: 'measure', rule: kind, effect: kind })

function pick(each: {
  about?: About | undefined
  only?: About[] | undefined
  target?: true | undefined
}): Partial<Entry> {
  return {
    ...(each.about === undefined ? {} : { about: each.about }),
    ...(each.only === undefined ? {} : { only: each.only }),
    ...(each.target === undefined ? {} : { target: true }),
  }
}

/** The roles that entries which begin at a token have, one bit for each: most tokens have none, which one look tells. */
export function rolesAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (token === undefined) return 0
  if (token.roles < 0) entriesFrom(tokens, at)
  return token.roles
}

/** The entries that begin at a token; their roles are noted with it. */
export function entriesFrom(tokens: readonly Token[], at: number): readonly Found<Entry>[] {
  const list = entryTrie.at(tokens, at)
  let roles = 0
  for (let i = 0; i < list.length; i++) roles |= (list[i] as Found<Entry>).value.bit
  const token = tokens[at]
  if (token !== undefined) token.roles = roles
  return list
}

const issueTrie = new Trie<IssueWord>()
for (const each of lexicon.issues)
  for (const word of each.words)
    for (const form of word.endsWith('!') ? [word.slice(0, -1)] : withPlural(word))
      issueTrie.add(keysOf(form), { about: each.about, weak: each.weak === true })

const measureTrie = new Trie<MeasureWord>()
for (const each of lexicon.measures.types) {
  for (const noun of each.nouns)
    for (const form of withPlural(noun)) measureTrie.add(keysOf(form), { type: each.type, object: false })
  for (const noun of each.objects) measureTrie.add(keysOf(noun), { type: each.type, object: true })
}

/** Objects of events: a wording and the families that take it. */
const objectTrie = new Trie<number>()
lexicon.events.forEach((each, event) => {
  for (const noun of each.objects ?? []) for (const form of withPlural(noun)) objectTrie.add(keysOf(form), event)
})

export { entryTrie, issueTrie, measureTrie, objectTrie }

const verbs: Map<string, VerbForm> = verbTable(
  lexicon.grammar,
  [lexicon.attitudes, lexicon.actions, lexicon.requests, lexicon.operators, lexicon.events, lexicon.contacts]
    .flat()
    .flatMap((each) => each.verbs ?? [])
    .concat(Object.values(lexicon.measures.verbs).flat())
    .map((verb) => verb.split(' ')[0] ?? '')
    .filter((verb) => !['not', 'be', 'is', 'has', 'have', 'will', 'would', 'did', 'seeking', 'embargo'].includes(verb)),
)

/** The verb that a surface form (lower case) belongs to, and which form it is. */
export function verbForm(lower: string): VerbForm | undefined {
  return verbs.get(lower)
}

/** The same for a token, asked once for its form. */
export function verbOf(token: Token | undefined): VerbForm | undefined {
  if (token === undefined) return undefined
  const { word } = token
  if (word.verb === null) word.verb = verbs.get(word.lower)
  return word.verb
}

const closed = new Map<string, string>()
for (const [kind, list] of Object.entries(lexicon.grammar.words)) {
  for (const word of list) if (!closed.has(word)) closed.set(word, kind)
}

/** The class of a small word (determiner, preposition, modal, …), by lower case. */
export function smallWord(lower: string): string | undefined {
  return closed.get(lower)
}

/** The same for a token, asked once for its form. */
export function smallOf(token: Token): string | undefined {
  const { word } = token
  if (word.small === null) word.small = closed.get(word.lower)
  return word.small
}

const nounish = new WordSet(lexicon.grammar.nounish.flatMap(withPlural))
export function isNounish(token: Token | undefined): boolean {
  return nounish.has(token)
}
