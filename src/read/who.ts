import type { VagueDate } from '../dates.js'
import { inOffice, type Mention, type Named, type Person } from './actors.js'
import type { NounChunk } from './chunks.js'
import type { About } from './claim.js'
import { asPronoun, type Entity, entityOf, namedAt, silentOne, theyOf, unnamedOne, withCodes } from './entity.js'
import { lexicon } from './lexicon.js'
import { keysOf, type Token } from './tokens.js'
import { Trie } from './trie.js'

export type { Entity } from './entity.js'

/** What the article has told so far about who is who. */
export interface Memory {
  readonly published: VagueDate | undefined
  readonly people: Map<string, Entity>
  lastPerson?: Entity | undefined
  /** In this sentence: the first one who acts, and the last one named. */
  here?: Entity | undefined
  near?: Entity | undefined
  /** A verb stands between the one named last and here. */
  verbSince?: boolean
  /** Ministries and the like by their head noun. */
  readonly organs: Map<string, Entity>
  /** The subject of the last sentence's main verb, and of this one's so far. */
  lastSubject?: Entity | undefined
  lastSpeaker?: Entity | undefined
  /** The person of whom the sentence before told, without words: may speak in this one. */
  floating?: Entity | undefined
  lastState?: string | undefined
  lastParties: readonly string[]
  /** The day told last, for "the day after". */
  lastDate?: VagueDate | undefined
  /** How far the text at issue has come, as told last. */
  text?: 'draft' | 'adopted' | undefined
  /** Relative dates stand in the text and can't be resolved. */
  undated?: boolean
  lastPair: readonly string[]
  /** Events told so far, as type and actor. */
  readonly told: Set<string>
  /** How often each person was the subject. */
  readonly counts: Map<string, number>
  /** What the last sentences were about. */
  topic?: About | undefined
  /** Whose statement was told of last. */
  statement?: Entity | undefined
  /** Who issues the text, where it is a statement. */
  issuers?: Entity | undefined
  target?: string | undefined
  /** State of the dateline. */
  dateline?: string | undefined
}

/** Those of an office who go without a name. */
const UNNAMED = new Set('officials official diplomats diplomat sources source envoys envoy'.split(' '))

type Word = 'stands' | 'collective' | 'both' | 'the-state'
const words = new Trie<Word>()
for (const word of lexicon.who['stands-for-state']) words.add(keysOf(word), 'stands')
for (const word of lexicon.who.collective) words.add(keysOf(word), 'collective')
for (const word of lexicon.who.both) words.add(keysOf(word), 'both')
for (const word of lexicon.who['the-state']) words.add(keysOf(`the ${word}`), 'the-state')

const HE = new Set(['he', 'she', 'his', 'her'])
const OURS = new Set(['we', 'our', 'i', 'my', 'us'])
const THEY = new Set(['they', 'their'])
/** Words that are part of many names and name no one alone. */
const NO_NAME = new Set([
  'the',
  'a',
  'al',
  'el',
  'von',
  'de',
  'van',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
  'general',
  'president',
  'minister',
  'foreign',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])

/** Sets `entity` and `owner` of a noun phrase from the names in it and from memory. */
export function meet(
  np: NounChunk,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  memory: Memory,
  inOffice = false,
): void {
  name(np, tokens, mentions, memory, inOffice)
  const entity = np.entity
  if (entity !== undefined && entity.codes.length > 0 && entity.silent !== true) {
    if (np.preposition === undefined && memory.here === undefined) memory.here = entity
    memory.near = entity
    memory.verbSince = false
  } else if (np.owner !== undefined && np.owner.codes.length > 0) {
    memory.near = np.owner
    memory.verbSince = false
  }
}

const NONE: readonly Mention[] = []

/** The mentions between two tokens. */
function within(mentions: readonly Mention[], from: number, to: number): readonly Mention[] {
  let inside: Mention[] | undefined
  for (const mention of mentions)
    if (mention.from >= from && mention.to <= to) {
      inside ??= []
      inside.push(mention)
    }
  return inside ?? NONE
}

function name(
  np: NounChunk,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  memory: Memory,
  inOffice: boolean,
): void {
  const inside = within(mentions, np.from, np.to)
  const first = tokens[np.from]
  if (first !== undefined && np.to === np.from + 1 && inside.length === 0) {
    const entity = pronoun(first.lower, memory)
    if (entity !== undefined) {
      np.entity = entity
      return
    }
  }
  if (np.owned !== undefined) {
    const owner = phrase(tokens, inside, np.from, np.owned - 1, memory, false)
    if (owner !== undefined && owner.codes.length > 0) np.owner = owner
  } else if (
    first !== undefined &&
    (first.lower === 'its' || HE.has(first.lower) || THEY.has(first.lower) || first.lower === 'our')
  ) {
    const owner =
      first.lower === 'its' || THEY.has(first.lower)
        ? (pronounOf(memory.verbSince === true && memory.here !== undefined ? memory.here : memory.near) ??
          pronoun('it', memory))
        : pronoun(first.lower, memory)
    if (owner !== undefined) np.owner = owner
  }
  const entity = phrase(
    tokens,
    inside,
    np.owned ?? np.from,
    np.to,
    memory,
    true,
    np.owner,
    inOffice ? undefined : np.preposition,
  )
  if (entity !== undefined) np.entity = namedAt(entity, np.from)
  if (np.owner === undefined && entity === undefined) {
    for (const mention of inside) {
      const code = stateOf(mention) ?? bodyOf(mention)
      if (code === undefined) continue
      np.owner = entityOf([code])
      break
    }
  }
}

function pronounOf(entity: Entity | undefined): Entity | undefined {
  return entity === undefined ? undefined : asPronoun(entity)
}

function pronoun(lower: string, memory: Memory): Entity | undefined {
  if (HE.has(lower)) {
    const person = memory.here?.person === true && memory.here.pronoun !== true ? memory.here : memory.lastPerson
    return person === undefined ? undefined : asPronoun(person)
  }
  if (OURS.has(lower)) {
    const speaker = memory.lastSpeaker ?? memory.issuers
    return speaker === undefined ? undefined : asPronoun(speaker)
  }
  if (lower === 'it') {
    const one = [memory.here, memory.lastSubject, memory.near].find(
      (each) => each !== undefined && each.codes.length < 2,
    )
    return one === undefined ? undefined : asPronoun(one)
  }
  if (THEY.has(lower) && memory.here !== undefined) return asPronoun(memory.here)
  if (
    THEY.has(lower) &&
    (memory.lastSubject?.codes.length ?? 0) < 2 &&
    memory.lastParties.length > 1 &&
    memory.lastSubject?.person === true
  ) {
    return theyOf(memory.lastParties)
  }
  if (THEY.has(lower) || lower === 'both' || lower === 'it')
    return memory.lastSubject === undefined ? undefined : asPronoun(memory.lastSubject)
  return undefined
}

/** The one state or body that a mention means as a name or an adjective. */
export function stateOf(mention: Mention): string | undefined {
  for (const named of mention.named) {
    if (
      named.kind === 'state' ||
      named.kind === 'demonym' ||
      named.kind === 'capital' ||
      named.kind === 'government' ||
      named.kind === 'contextual' ||
      named.kind === 'description' ||
      named.kind === 'force'
    )
      return named.code
  }
  return undefined
}

export function bodyOf(mention: Mention): string | undefined {
  for (const named of mention.named) if (named.kind === 'body') return named.code
  return undefined
}

function isPerson(named: Named): named is Extract<Named, { kind: 'person' }> {
  return named.kind === 'person'
}

function personOf(
  mention: Mention,
  evidence: string | undefined,
  memory: Memory,
): { person: Person; full: boolean } | undefined {
  const found = mention.named.filter(isPerson)
  if (found.length === 0) return undefined
  const full = found.some((each) => each.full)
  let people = found.filter((each) => each.full === full).map((each) => each.person)
  if (evidence !== undefined && people.some((each) => each.code === evidence))
    people = people.filter((each) => each.code === evidence)
  const person = inOffice(people, memory.published)[0]
  return person === undefined ? undefined : { person, full }
}

/** "ex-president" */
function isFormer(token: Token | undefined): boolean {
  return token?.word.compound === true && token.lower.startsWith('ex-')
}

function phrase(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  to: number,
  memory: Memory,
  remember: boolean,
  owner?: Entity,
  preposition?: string,
): Entity | undefined {
  const inside = within(mentions, from, to)
  let evidence: string | undefined = owner?.codes.length === 1 && owner.pronoun !== true ? owner.codes[0] : undefined
  let office: Extract<Named, { kind: 'office' }> | undefined
  let person: { person: Person; full: boolean } | undefined
  let known: Entity | undefined
  let group: readonly string[] | undefined
  let past = isFormer(tokens[from]) || isFormer(tokens[from + 1])
  let officeTo = -1
  let last: Mention | undefined
  const head = to - 1
  for (const mention of inside) {
    last = mention
    const named = mention.named[0]
    const code = stateOf(mention) ?? bodyOf(mention)
    if (code !== undefined) evidence ??= code
    else if (named?.kind === 'office' && named.prefix === true) past = true
    else if (named?.kind === 'office') {
      const fits = mention.named.filter((each): each is Extract<Named, { kind: 'office' }> => each.kind === 'office')
      officeTo = mention.to
      office =
        fits.find((each) => each.state !== undefined && (evidence === undefined || each.state === evidence)) ??
        fits.find((each) => each.state === undefined) ??
        fits[0]
    } else if (named?.kind === 'person') {
      known = knownPerson(tokens, mention.from, mention.to, memory)
      person = personOf(mention, evidence, memory)
    } else if (named?.kind === 'group') group = named.codes
    else if (named?.kind === 'armed' && mention.to > head) return silentOne()
  }
  // "his Russian counterpart": the adjective tells more than the pronoun.
  if (owner?.codes.length === 1) evidence ??= owner.codes[0]
  const unknown = unknownName(tokens, inside, from, to)
  // "former U.S. ambassador John Bolton": once, and no longer.
  if (past && (office !== undefined || person !== undefined)) {
    const before = silentOne()
    before.person = true
    before.name = person?.person.name ?? (unknown === undefined ? undefined : wordsOf(tokens, unknown.from, unknown.to))
    if (remember && before.name !== undefined) keep(before, [...keysOf(before.name)], memory)
    return namedAt(before, from)
  }
  // "military action": an office word that only qualifies.
  if (office !== undefined && person === undefined && unknown === undefined && officeTo !== to) office = undefined
  if (known !== undefined && person?.full !== true) return namedAt(known, from)
  if (
    person !== undefined &&
    person.full === false &&
    office === undefined &&
    known === undefined &&
    unknown !== undefined &&
    unknown.to - unknown.from > 0 &&
    unknown.to <= (last?.from ?? 0)
  ) {
    // "John Kim": an unknown first name before a known surname is somebody else, unless the memory knows better.
    person = evidence === undefined ? undefined : person
  }
  // "Ali Tamim Fartak": a known surname in the middle of an unknown name.
  if (
    person?.full === false &&
    known === undefined &&
    unknown !== undefined &&
    last !== undefined &&
    unknown.to > last.to &&
    unknown.from <= last.from
  )
    person = undefined
  // "Senator John McCain": one's own word.
  if (person !== undefined && (office?.speaks === false || isOwnVoice(person.person, memory.published))) {
    const own = silentOne()
    own.person = true
    own.name = person.person.name
    own.office = office?.office ?? officeOn(person.person, memory.published)
    if (remember) keep(own, [...keysOf(person.person.name), ...spelled(tokens, last)], memory)
    return namedAt(own, from)
  }
  if (person !== undefined) {
    const code = evidence !== undefined && office !== undefined ? evidence : (person.person.code ?? evidence)
    const title = office?.office ?? officeOn(person.person, memory.published)
    if (code === undefined) return undefined
    const entity = entityOf([code])
    entity.name = person.person.name
    entity.person = true
    entity.office = title
    if (remember) keep(entity, [...keysOf(person.person.name), ...spelled(tokens, last)], memory)
    return entity
  }
  if (
    unknown !== undefined &&
    (office !== undefined || (evidence !== undefined && standsHead(tokens, from, unknown.from)))
  ) {
    const code = office?.state ?? evidence ?? memory.dateline ?? memory.lastState
    const name = wordsOf(tokens, unknown.from, unknown.to)
    const entity = entityOf(code === undefined || office?.speaks === false ? [] : [code])
    entity.name = name
    entity.person = true
    entity.office = office?.office
    if (office !== undefined) entity.silent = !office.speaks
    if (remember) keep(entity, spelled(tokens, unknown), memory)
    return entity
  }
  if (unknown !== undefined && unknown.to === to) {
    const before = knownPerson(tokens, unknown.from, unknown.to, memory)
    if (before !== undefined) return namedAt(before, from)
  }
  const word = tailWord(tokens, from, to)
  // "EU foreign ministers … the ministers"
  const organ = word === 'both' ? memory.organs.get(tokens[head]?.lower ?? '') : undefined
  if (organ !== undefined && tokens[from]?.lower === 'the' && to - from === 2) return asPronoun(organ)
  if (word === 'both' && memory.lastParties.length > 1) {
    const two = tokens
      .slice(from, to)
      .some((token) => token.lower === 'two' || token.lower === 'both' || token.lower === 'pair')
    return theyOf(two && memory.lastPair.length === 2 ? memory.lastPair : memory.lastParties)
  }
  if (office !== undefined) return byOffice(office, evidence, tokens, from, to, memory)
  if (last !== undefined && last.to === to) {
    const code = stateOf(last) ?? bodyOf(last)
    const kind = last.named[0]?.kind
    if (
      kind === 'capital' &&
      preposition !== undefined &&
      preposition !== 'by' &&
      preposition !== 'with' &&
      preposition !== 'between' &&
      preposition !== 'for' &&
      preposition !== 'on' &&
      preposition !== 'upon' &&
      preposition !== 'against'
    )
      return undefined
    // The agency of the state at issue speaks for it.
    const agency = last.named[0]
    if (agency?.kind === 'media') return agency.code === memory.target ? entityOf([agency.code]) : undefined
    if (kind === 'city' || kind === 'none' || kind === 'force')
      return kind === 'force' && code !== undefined ? entityOf([code]) : undefined
    if (kind === 'media' && code === undefined) return mediaOf(last)
    if (kind === 'demonym' && !/(?:s|ese|ish|ch)$/.test(tokens[head]?.lower ?? '')) return undefined
    if (group !== undefined && code === undefined) return entityOf(group)
    if (code !== undefined) return entityOf([code])
  }
  if (evidence !== undefined && (word === 'stands' || word === 'the-state')) {
    const organ = tokens[head]?.lower ?? ''
    if (remember && memory.organs.size < 50) memory.organs.set(organ, entityOf([evidence]))
    return UNNAMED.has(organ) ? unnamedOne([evidence]) : entityOf([evidence])
  }
  // "the official IRNA news agency"
  const media =
    word === 'stands' && evidence === undefined
      ? inside.find((mention) => mention.named[0]?.kind === 'media')
      : undefined
  if (media !== undefined) return mediaOf(media)
  if (word === 'the-state') {
    const code = memory.target ?? memory.lastState
    return code === undefined ? undefined : theyOf([code])
  }
  if (word === 'stands' && evidence === undefined && inside.length === 0) {
    const lower = tokens[head]?.lower ?? ''
    const organ = memory.organs.get(lower)
    if (organ !== undefined) return asPronoun(organ)
    if (/^(?:ministry|spokesman|spokeswoman|spokesperson|minister|envoy|ambassador|president)$/.test(lower)) {
      const code = memory.lastPerson?.codes[0] ?? memory.dateline ?? memory.lastState
      return code === undefined ? undefined : unnamedOne([code])
    }
    if (/^(?:diplomats?|officials?|sources?)$/.test(lower)) {
      const some = unnamedOne([])
      some.silent = true
      return some
    }
  }
  if (word === 'collective') {
    const crowd = silentOne()
    crowd.crowd = true
    return crowd
  }
  return undefined
}

/** Who was told to hold a state's office. */
function holderOf(office: string, code: string, memory: Memory): Entity | undefined {
  for (const each of memory.people.values()) if (each.office === office && each.codes[0] === code) return each
  return undefined
}

/** State media: what they say by themselves is their state's word. */
function mediaOf(mention: Mention): Entity | undefined {
  const named = mention.named[0]
  return named !== undefined && 'code' in named ? unnamedOne([named.code]) : undefined
}

function byOffice(
  office: Extract<Named, { kind: 'office' }>,
  evidence: string | undefined,
  tokens: readonly Token[],
  from: number,
  to: number,
  memory: Memory,
): Entity | undefined {
  if (!office.speaks) {
    const other = silentOne()
    other.office = office.office
    return other
  }
  const definite = tokens[from]?.lower === 'the'
  let last = memory.lastPerson
  if (evidence === undefined && definite) {
    let most = 0
    for (const each of memory.people.values()) {
      const count = memory.counts.get(each.name ?? '') ?? 0
      if (each.office?.includes(office.office) === true && count > most) {
        most = count
        last = each
      }
    }
  }
  if (
    evidence === undefined &&
    definite &&
    last?.office !== undefined &&
    (last.office.includes(office.office) || office.office.includes(last.office))
  )
    return asPronoun(last)
  const person = evidence === undefined ? undefined : holderOf(office.office, evidence, memory)
  const voice = office.office === 'spokesperson'
  // "Israeli officials said the army …": of the one who speaks of it
  const own =
    office.organ === true && /force/.test(office.office) && memory.here?.pronoun !== true
      ? memory.here?.codes[0]
      : undefined
  const code =
    evidence ??
    office.state ??
    own ??
    (definite && !/^(?:of|in|at|for)$/.test(tokens[to]?.lower ?? '') ? office.alone : undefined) ??
    (definite ? last?.codes[0] : undefined) ??
    (definite || voice ? (memory.dateline ?? memory.lastState) : undefined)
  if (code === undefined) return unnamedOne([])
  const holder = entityOf([code])
  holder.office = office.office
  holder.person = to - from < 6
  holder.unnamed = person === undefined
  holder.name = person?.name
  return holder
}

/** A name that an apposition explains: "Alain Juppé, the French foreign minister". */
export function learnName(
  noun: NounChunk,
  entity: Entity,
  tokens: readonly Token[],
  memory: Memory,
): Entity | undefined {
  const unknown = unknownName(tokens, [], noun.from, noun.to)
  if (unknown === undefined) return undefined
  const named = withCodes(entity, entity.codes)
  named.name = wordsOf(tokens, unknown.from, unknown.to)
  named.person = true
  keep(named, spelled(tokens, unknown), memory)
  return named
}

/** Offices whose holders speak for themselves. */
const OWN: ReadonlySet<string> = new Set(
  lexicon.actors.offices.filter((office) => !office['speaks-for-state']).map((office) => office.office),
)

function isOwnVoice(person: Person, on: VagueDate | undefined): boolean {
  const office = officeOn(person, on)
  return office !== undefined && OWN.has(office)
}

function officeOn(person: Person, on: VagueDate | undefined): string | undefined {
  const fits =
    on === undefined
      ? person.offices
      : person.offices.filter(
          (each) =>
            (each.from === undefined || each.from <= on) &&
            (each.to === undefined || each.to >= on.slice(0, each.to.length)),
        )
  return (fits[0] ?? person.offices[0])?.office
}

function knownPerson(tokens: readonly Token[], from: number, to: number, memory: Memory): Entity | undefined {
  for (let at = to - 1; at >= from; at--) {
    const known = memory.people.get(tokens[at]?.lower ?? '')
    if (known !== undefined) return known
  }
  return undefined
}

function keep(entity: Entity, keys: readonly string[], memory: Memory): void {
  if (memory.people.size > 500) return
  for (const key of keys) {
    const lower = key.toLowerCase()
    if (lower.length > 1 && !NO_NAME.has(lower)) memory.people.set(lower, entity)
  }
}

function spelled(tokens: readonly Token[], span: { from: number; to: number } | undefined): string[] {
  return span === undefined ? [] : tokens.slice(span.from, span.to).map((token) => token.lower)
}

/** A name of something else than a person covers the token. */
function isNamed(mentions: readonly Mention[], at: number): boolean {
  for (const mention of mentions)
    if (mention.from <= at && at < mention.to && mention.named[0]?.kind !== 'person') return true
  return false
}

/** The last run of capitalised words that no dictionary knows. */
function unknownName(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  let end = -1
  let start = -1
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at]
    const name = token?.kind === 'word' && token.capital && !NO_NAME.has(token.lower) && !isNamed(mentions, at)
    if (name) {
      if (end < 0) end = at + 1
      start = at
    } else if (end >= 0 && !(token?.key === '.' || token?.lower === 'al')) break
  }
  return end < 0 || start < 0 ? undefined : { from: start, to: end }
}

function standsHead(tokens: readonly Token[], from: number, to: number): boolean {
  return tailWord(tokens, from, to) === 'stands'
}

function tailWord(tokens: readonly Token[], from: number, to: number): Word | undefined {
  let found: Word | undefined
  let best = 0
  for (let at = Math.max(from, to - 5); at < to; at++) {
    for (const { value, length } of words.at(tokens, at))
      if (at + length === to && length > best) {
        best = length
        found = value
      }
  }
  return found
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => title(token))
    .join(' ')
    .replace(/ \. /g, '. ')
}

function title(token: Token): string {
  return token.lower.replace(/(^|[-'])([a-z])/g, (_, edge: string, letter: string) => edge + letter.toUpperCase())
}
