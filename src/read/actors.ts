import type { VagueDate } from '../dates.js'
import { lexicon, smallWord } from './lexicon.js'
import { keysOf, type Token, tokensOf } from './tokens.js'
import { Trie } from './trie.js'

export interface Person {
  readonly name: string
  readonly surname: string
  readonly code: string
  readonly offices: readonly { office?: string | undefined; from?: string | undefined; to?: string | undefined }[]
}

/** What a wording may name. `state` and `body` names are heads; a demonym needs a noun or stands for the state ("the Chinese"). */
export type Named =
  | {
      readonly kind:
        | 'state'
        | 'capital'
        | 'government'
        | 'contextual'
        | 'description'
        | 'body'
        | 'city'
        | 'force'
        | 'media'
      readonly code: string
    }
  | { readonly kind: 'demonym'; readonly code: string }
  | { readonly kind: 'group'; readonly codes: readonly string[] }
  | { readonly kind: 'armed'; readonly code: string }
  | { readonly kind: 'person'; readonly person: Person; readonly full: boolean }
  | {
      readonly kind: 'office'
      readonly office: string
      readonly speaks: boolean
      readonly state?: string
      /** Whose it is where nothing tells it: "the Secretary-General". */
      readonly alone?: string | undefined
      /** A word that makes an office a past one: "former". */
      readonly prefix?: boolean | undefined
      /** A word that names no person: "the ministry". */
      readonly organ?: boolean | undefined
    }
  | { readonly kind: 'none' }

const trie = new Trie<Named & { plain?: boolean }>()
const EMPTY = {
  kind: 'none',
  code: '',
  codes: [],
  person: undefined,
  full: false,
  office: '',
  speaks: false,
  state: undefined,
  alone: undefined,
  prefix: undefined,
  organ: undefined,
  plain: false,
}
const add = (words: string, named: Named, plain = false) => {
  const keys = keysOf(words)
  // One shape in memory for all kinds.
  if (keys[keys.length - 1] !== "'s") trie.add(keys, { ...EMPTY, ...named, plain } as Named & { plain: boolean })
}

for (const state of lexicon.actors.states) {
  const { code } = state
  const fields: readonly (readonly [
    unknown,
    Exclude<Named['kind'], 'group' | 'person' | 'office' | 'none' | 'armed'>,
  ])[] = [
    [state.names, 'state'],
    [state.demonyms, 'demonym'],
    [state.capitals, 'capital'],
    [state.governments, 'government'],
    [state.parliaments, 'city'],
    [state.forces, 'force'],
    [state.contextual, 'contextual'],
    [state.cities, 'city'],
    [state.media, 'media'],
  ]
  for (const [names, kind] of fields)
    for (const name of (names as string[] | undefined) ?? [])
      add(name, { kind, code } as Named, kind === 'contextual' && /^[a-z ]+$/.test(name))
  for (const name of state.descriptions) add(name, { kind: 'description', code }, true)
}
for (const body of lexicon.actors.bodies) {
  const codes = body.members
  for (const name of body.names) {
    if (body.code !== undefined) add(name, { kind: 'body', code: body.code })
    else if (codes !== undefined && codes.length > 0) add(name, { kind: 'group', codes }, /^[a-z]/.test(name))
  }
  if (body.code !== undefined) {
    for (const name of body.contextual) add(name, { kind: 'contextual', code: body.code }, true)
    for (const name of [...body.demonyms, ...body.governments]) add(name, { kind: 'body', code: body.code })
    for (const name of body.capitals) add(name, { kind: 'capital', code: body.code })
  }
}
for (const group of lexicon.actors.groups) {
  for (const name of group.names) if (group.code !== undefined) add(name, { kind: 'armed', code: group.code })
}
for (const office of lexicon.actors.offices) {
  const speaks = office['speaks-for-state']
  for (const name of office.names) {
    const text = typeof name === 'string' ? name : name.text
    const state = typeof name === 'string' ? undefined : name.state
    for (const form of [text, `${text}s`]) {
      const { alone, prefix, organ } = office
      const more = { alone, prefix, organ, ...(state === undefined ? {} : { state }) }
      add(form, { kind: 'office', office: office.office, speaks, ...more }, true)
    }
  }
}
for (const name of lexicon.actors.notActors) add(name, { kind: 'none' })
for (const each of lexicon.actors.persons) {
  const code = each.state ?? each.body
  if (code === undefined) continue
  const person: Person = { name: each.name, surname: each.surname ?? lastWord(each.name), code, offices: each.offices }
  for (const name of [each.name, ...each.also]) add(name, { kind: 'person', person, full: keysOf(name).length > 1 })
  for (const surname of new Set([person.surname, ...each.surnames]))
    if (smallWord(surname.toLowerCase()) === undefined) add(surname, { kind: 'person', person, full: false })
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}

/** A name found in the text: tokens `from` to `to`, and all that it may mean (several persons may share a surname). */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly named: readonly Named[]
}

const NO_NAMES: Named[] = []

/** Longest names first, left to right, without overlap. Names must be capitalised as names are; descriptions and offices need not. */
export function mentionsIn(tokens: readonly Token[], from: number, to: number): Mention[] {
  const mentions: Mention[] = []
  for (let at = from; at < to; ) {
    const token = tokens[at]
    let best = 0
    let named: Named[] = NO_NAMES
    if (token?.kind === 'word' || token?.kind === 'number') {
      for (const { value, length } of trie.at(tokens, at)) {
        if (at + length > to || !(value.plain === true || token.capital || startsLow(tokens, at, length))) continue
        if (value.kind === 'contextual' && followed(tokens, at + length)) continue
        if (length > best) {
          best = length
          named = []
        }
        if (length === best) named.push(value)
      }
    }
    if (best > 0) {
      mentions.push({ from: at, to: at + best, named })
      at += best
    } else at++
  }
  return mentions
}

/** "the North Korean": not "the North". */
function followed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return next?.kind === 'word' && next.capital && next.gap === 1
}

/** The one state or body that a name means, outside of running text; undefined for anything else. */
export function codeNamed(words: string): string | undefined {
  const tokens = tokensOf(words)
  const [mention] = mentionsIn(tokens, 0, tokens.length)
  if (mention === undefined || mention.from !== 0 || mention.to !== tokens.length) return undefined
  for (const named of mention.named)
    if ((named.kind === 'state' || named.kind === 'demonym' || named.kind === 'body') && 'code' in named)
      return named.code
  return undefined
}

/** "the North", "the Council": the name proper begins at the second word. */
function startsLow(tokens: readonly Token[], at: number, length: number): boolean {
  return length > 1 && tokens[at]?.lower === 'the' && tokens[at + 1]?.capital === true
}

/** The persons who held an office on the day (or without a day, all); falls back to all. */
export function inOffice(people: readonly Person[], on: VagueDate | undefined): readonly Person[] {
  if (on === undefined || people.length < 2) return people
  const day = on
  const sitting = people.filter((person) =>
    person.offices.some(
      (each) =>
        (each.from === undefined || each.from <= day) &&
        (each.to === undefined || each.to >= day.slice(0, each.to.length)),
    ),
  )
  if (sitting.length > 0) return sitting
  const left = (person: Person) =>
    person.offices.reduce(
      (last, each) => (each.to !== undefined && each.to <= day && each.to > last ? each.to : last),
      '',
    )
  return [...people].sort((a, b) => (left(a) < left(b) ? 1 : left(a) > left(b) ? -1 : 0))
}

/** Which state a name that two share means by itself, by period: "Congo". */
const bare = new Map<string, { code: string; from?: string | undefined; to?: string | undefined }[]>()
for (const state of lexicon.actors.states)
  for (const { name, from, to } of state.bare)
    bare.set(name, [...(bare.get(name) ?? []), { code: state.code, from, to }])

function bareCode(mention: Mention, on: VagueDate | undefined): string | undefined {
  for (const named of mention.named) {
    if (named.kind !== 'contextual') continue
    for (const list of bare.values()) {
      const fits = list.filter(
        (each) =>
          (each.from === undefined || (on !== undefined && each.from <= on)) &&
          (each.to === undefined || (on !== undefined && each.to >= on)),
      )
      // The narrowest period first.
      const one = fits.find((each) => each.from !== undefined || each.to !== undefined) ?? fits[0]
      if (one !== undefined && list.some((each) => each.code === named.code)) return one.code
    }
  }
  return undefined
}

/** Names that lean on the article: "the North" counts for states that it names otherwise, a surname before a place of that name. */
export function settleNames(mentions: readonly (readonly Mention[])[], on?: VagueDate): Mention[][] {
  const states = new Map<string, number>()
  for (const list of mentions)
    for (const mention of list)
      for (const named of mention.named)
        if (COUNTED.has(named.kind) && 'code' in named) states.set(named.code, (states.get(named.code) ?? 0) + 1)
  return mentions.map((list) => {
    const settled: Mention[] = []
    for (const mention of list) {
      const named = settle(mention, states, on)
      if (named === mention.named) settled.push(mention)
      else if (named.length > 0) settled.push({ from: mention.from, to: mention.to, named })
    }
    return settled
  })
}

/** Names that tell which states an article is about. */
const COUNTED: ReadonlySet<Named['kind']> = new Set<Named['kind']>([
  'state',
  'demonym',
  'capital',
  'body',
  'city',
  'armed',
])

/** "the South" is told from "the North", and the other way. */
const neighbours = new Map(lexicon.actors.states.map((state) => [state.code, state.beside]))
function beside(code: string, states: ReadonlyMap<string, number>): number {
  const other = neighbours.get(code)
  return other !== undefined && states.has(other) ? 0.5 : 0
}

/** What a name may mean in this article; nothing where it leans on a state that is not named. */
function settle(mention: Mention, states: ReadonlyMap<string, number>, on: VagueDate | undefined): readonly Named[] {
  const names = mention.named
  if (names.some((named) => named.kind === 'contextual')) {
    const count = (named: Named) => ('code' in named ? (states.get(named.code) ?? beside(named.code, states)) : 0)
    const [best] = names
      .filter((named) => named.kind === 'contextual' && (count(named) > 0 || named.code.length !== 3))
      .sort((a, b) => count(b) - count(a))
    if (best !== undefined) return [best]
    const others = names.filter((named) => named.kind !== 'contextual')
    if (others.length > 0) return others
    const code = bareCode(mention, on)
    return code === undefined ? [] : [{ kind: 'state', code }]
  }
  if (names.length > 1 && names.some((named) => named.kind === 'person')) {
    // Of several who share a surname, those of states that the article names come first.
    const told = (each: Named) => (each.kind === 'person' ? (states.get(each.person.code) ?? 0) : 0)
    const people = names.filter((named) => named.kind !== 'city')
    return people.length > 1 ? people.sort((a, b) => told(b) - told(a)) : people
  }
  return names
}
