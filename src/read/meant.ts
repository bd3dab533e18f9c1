import { type Entity, namedAt, silentOne } from './entity.js'
import { nounMeant } from './meant-noun.js'
import { isStranger, personMeant, strangerMeant } from './meant-person.js'
import { keep, knownPerson, type Memory } from './memory.js'
import { bodyOf, stateOf } from './mention-codes.js'
import type { Mention } from './mentions.js'
import { rememberVoice } from './office-holders.js'
import { formerOne, isForeign, outsiderIn } from './outsiders.js'
import { isSomebodyElse, personOf } from './persons.js'
import type { Office, Phrase } from './phrase.js'
import { keysOf, type Token } from './tokens.js'
import { unknownName } from './unknown-names.js'

const NONE: readonly Mention[] = []

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

/** "ex-president" */
function isFormer(token: Token | undefined): boolean {
  return token?.word.compound === true && token.lower.startsWith('ex-')
}

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
  let person: Phrase['person']
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
    if (outside.name === undefined) rememberVoice(outside, memory)
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
  const phrase: Phrase = {
    tokens,
    from,
    to,
    memory,
    remember,
    owner,
    preposition,
    inside,
    last,
    evidence,
    office,
    person,
    group,
    unknown,
  }
  if (person !== undefined) return personMeant(phrase, person.person, person.full)
  if (isStranger(phrase)) return strangerMeant(phrase)
  if (unknown !== undefined && unknown.to === to) {
    const before = knownPerson(tokens, unknown.from, unknown.to, memory)
    if (before !== undefined) return namedAt(before, from)
  }
  return nounMeant(phrase)
}
