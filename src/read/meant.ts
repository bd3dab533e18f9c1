import type { Named, Person } from './actors.js'
import { isBody } from './bodies.js'
import { asPronoun, type Entity, entityOf, namedAt, silentOne, theyOf, unnamedOne } from './entity.js'
import { keep, knownPerson, type Memory } from './memory.js'
import { bodyOf, mediaOf, stateOf } from './mention-codes.js'
import type { Mention } from './mentions.js'
import { byOffice, likelyState, stateTold } from './office-holders.js'
import { isOwnVoice, officeOn } from './offices.js'
import { formerOne, isForeign, outsiderIn } from './outsiders.js'
import { isSomebodyElse, personOf } from './persons.js'
import { isCounted, severalBefore } from './several.js'
import { standsHead, tailWord } from './state-words.js'
import { keysOf, type Token } from './tokens.js'
import { spelled, unknownName, wordsOf } from './unknown-names.js'
import { WordSet } from './wordset.js'

/** Those of an office who go without a name. */
const UNNAMED = new Set('officials official diplomats diplomat sources source envoys envoy'.split(' '))
const NONE: readonly Mention[] = []
const SOME = new WordSet(['some', 'most', 'several', 'many', 'other', 'fellow'])

/** The mentions between two tokens. */
export function within(mentions: readonly Mention[], from: number, to: number): readonly Mention[] {
  let inside: Mention[] | undefined
  for (const mention of mentions)
    if (mention.from >= from && mention.to <= to) {
      if (inside === undefined) inside = [mention]
      else inside.push(mention)
    }
  return inside === undefined ? NONE : inside.length === mentions.length ? mentions : inside
}

/** Behind a name that only its state goes before: "Germany's Altmann said". */
const SAYS = new WordSet('said says told tells asked argued warned insisted added called'.split(' '))

/** "ex-president" */
function isFormer(token: Token | undefined): boolean {
  return token?.word.compound === true && token.lower.startsWith('ex-')
}

type Office = Extract<Named, { kind: 'office' }>

/** Of the offices that a name may mean that of the state, else one of any. */
function officeIn({ named }: Mention, state: string | undefined): Office | undefined {
  const fits = named.filter((each): each is Office => each.kind === 'office')
  return (
    fits.find((each) => each.state !== undefined && (state === undefined || each.state === state)) ??
    fits.find((each) => each.state === undefined) ??
    fits[0]
  )
}

/** Whom the words between two tokens mean: a state or body, one who speaks for it, a person told before; undefined where no one. */
export function meantBy(
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
  let office: Office | undefined
  let person: { person: Person; full: boolean } | undefined
  let known: Entity | undefined
  let group: readonly string[] | undefined
  let past = isFormer(tokens[from]) || isFormer(tokens[from + 1])
  let officeTo = -1
  let armed = false
  let last: Mention | undefined
  const head = to - 1
  for (const mention of inside) {
    last = mention
    const named = mention.named[0]
    const code = stateOf(mention) ?? bodyOf(mention)
    if (code !== undefined) evidence ??= code
    else if (named?.kind === 'office' && named.prefix === true) past = true
    else if (named?.kind === 'office') {
      officeTo = mention.to
      office = officeIn(mention, evidence)
    } else if (named?.kind === 'person') {
      known = knownPerson(tokens, mention.from, mention.to, memory)
      person = personOf(mention, evidence, memory)
    } else if (named?.kind === 'group') group = named.codes
    else if (named?.kind === 'armed') {
      if (mention.to > head) return silentOne()
      armed = true
    }
  }
  // "his Russian counterpart": the adjective tells more than the pronoun.
  if (owner?.codes.length === 1) evidence ??= owner.codes[0]
  const unknown = unknownName(tokens, inside, from, to)
  const nobody = person === undefined || (armed && !person.full) ? office : undefined
  const outside =
    (past ? formerOne(tokens, office, person?.person, unknown, memory.published) : undefined) ??
    outsiderIn(tokens, from, to, { to: officeTo, office: nobody, armed, stateless: evidence === undefined }, unknown)
  if (outside !== undefined) {
    if (remember && outside.name !== undefined) keep(outside, [...keysOf(outside.name)], memory)
    return namedAt(outside, from)
  }
  // "military action": an office word that only qualifies.
  if (office !== undefined && person === undefined && unknown === undefined && officeTo !== to) office = undefined
  if (known !== undefined && person?.full !== true) return namedAt(known, from)
  // "Gaddafi's son Saadi": no Iraqi of that name
  if (person?.full === false && known === undefined && isForeign(person.person, owner)) person = undefined
  if (person?.full === false && known === undefined && isSomebodyElse(person.person, tokens, unknown, last, evidence))
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
    const told =
      evidence !== undefined &&
      office !== undefined &&
      owner?.pronoun !== true &&
      (!person.full || isBody(evidence) || isBody(person.person.code))
    const code = told ? evidence : (person.person.code ?? evidence)
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
    (office !== undefined ||
      (evidence !== undefined && standsHead(tokens, from, unknown.from)) ||
      (owner !== undefined && owner.pronoun !== true && unknown.from === from && SAYS.has(tokens[unknown.to])))
  ) {
    const told = office?.state ?? evidence ?? memory.place
    const code = told ?? likelyState(memory, office?.office === 'military officer')
    const name = wordsOf(tokens, unknown.from, unknown.to)
    const entity = entityOf(code === undefined || office?.speaks === false ? [] : [code])
    entity.name = name
    entity.person = true
    entity.office = office?.office
    if (office !== undefined) entity.silent = !office.speaks || code === undefined
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
  const told = severalBefore(tokens, from, to, memory)
  if (told !== undefined) return told
  if (word === 'both' && memory.lastParties.length > 1) {
    const two = tokens
      .slice(from, to)
      .some((token) => token.lower === 'two' || token.lower === 'both' || token.lower === 'pair')
    return theyOf(two && memory.lastPair.length === 2 ? memory.lastPair : memory.lastParties)
  }
  // "the official SANA news agency"
  if (office?.speaks === false && owner === undefined) {
    const voice = inside.find((mention) => mention.named[0]?.kind === 'media')
    const media = voice === undefined ? undefined : mediaOf(voice)
    if (media !== undefined) return media.codes[0] === memory.target ? media : undefined
  }
  if (office !== undefined) return byOffice(office, evidence, tokens, from, to, memory)
  if (
    last !== undefined &&
    (last.to === to || (group !== undefined && word === 'collective' && !SOME.has(tokens[from])))
  ) {
    const code = stateOf(last) ?? bodyOf(last)
    const kind = last.named[0]?.kind
    if (
      kind === 'capital' &&
      preposition !== undefined &&
      preposition !== 'by' &&
      preposition !== 'with' &&
      preposition !== 'between' &&
      preposition !== 'for' &&
      preposition !== 'like' &&
      preposition !== 'unlike' &&
      preposition !== 'alongside' &&
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
    if (group !== undefined && code === undefined)
      return isCounted(tokens, from, last.from, group) ? entityOf(group) : undefined
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
    const code = stateTold(tokens[head], memory) ?? memory.target ?? memory.lastState
    return code === undefined ? undefined : theyOf([code])
  }
  if (word === 'stands' && evidence === undefined && inside.length === 0) {
    const lower = tokens[head]?.lower ?? ''
    const organ = memory.organs.get(lower)
    if (organ !== undefined) return asPronoun(organ)
    if (/^(?:ministry|spokesman|spokeswoman|spokesperson|minister|envoy|ambassador|president)$/.test(lower)) {
      const code = memory.place ?? memory.lastPerson?.codes[0] ?? memory.dateline ?? memory.lastState
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
