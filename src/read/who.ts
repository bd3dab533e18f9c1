import { isBody } from './bodies.js'
import type { NounChunk } from './chunks.js'
import { canHold, type Entity, entityOf, namedAt, withCodes } from './entity.js'
import { meantBy, within } from './meant.js'
import { keep, type Memory } from './memory.js'
import { bodyOf, stateOf } from './mention-codes.js'
import type { Mention } from './mentions.js'
import { isNamed, OURS, PRONOUNS, pronoun, pronounOf, THEY, WHOSE } from './pronouns.js'
import type { Token } from './tokens.js'
import { spelled, unknownName, wordsOf } from './unknown-names.js'
import { WordSet } from './wordset.js'

/** Behind "he" at the end of what was said. */
const SAYS = new WordSet(
  'said says told added wrote warned insisted argued explained continued noted stressed'.split(' '),
)

const VETOES = new WordSet(['veto', 'vetoes', 'vote', 'abstention'])

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
  if (canHold(entity)) {
    const speaker = entity.pronoun === true && OURS.has(tokens[np.from]?.lower ?? '')
    if (np.preposition === undefined && memory.here === undefined && !speaker) memory.here = entity
    memory.near = entity
    if (isNamed(entity)) nameOne(entity, memory)
    if (entity.person === true && entity.name !== undefined && entity.pronoun !== true)
      memory.present = [...memory.present, entity]
    memory.verbSince = false
  } else if (np.owner !== undefined && np.owner.codes.length > 0) {
    memory.near = np.owner
    if (np.owner.person === true && np.owner.pronoun !== true) memory.owner ??= np.owner
    if (np.owned !== undefined && np.preposition === undefined) memory.whose ??= np.owner
    memory.verbSince = false
  } else if (entity !== undefined && np.preposition === undefined && MANY.has(tokens[np.head])) {
    // "Gulf states say they": those, and nobody told before
    memory.crowd = entity
  }
}

const MANY = new WordSet(['states', 'countries', 'nations', 'powers', 'governments', 'members', 'capitals'])

function nameOne({ codes: [code], pronoun }: Entity, memory: Memory): void {
  const { named } = memory
  if (code === undefined || pronoun === true || named?.includes(code) === true) return
  memory.named = named === undefined ? [code] : [...named, code]
}

export function name(
  np: NounChunk,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  memory: Memory,
  inOffice: boolean,
): void {
  const inside = within(mentions, np.from, np.to)
  const first = tokens[np.from]
  if (first !== undefined && np.to === np.from + 1 && inside.length === 0 && PRONOUNS.has(first)) {
    const before = tokens[np.from - 1]
    const trailing = (before?.lower === ',' || before?.kind === 'close') && SAYS.has(tokens[np.to])
    const entity = pronoun(first.lower, memory, trailing)
    if (entity !== undefined) {
      np.entity = entity
      return
    }
  }
  const owned = isSpanned(np, inside) ? undefined : np.owned
  if (owned !== undefined) {
    const owner = meantBy(tokens, inside, np.from, owned - 1, memory, false)
    if (owner !== undefined && owner.codes.length > 0) np.owner = owner
  } else if (first !== undefined && WHOSE.has(first) && !isCrowds(first, memory)) {
    // "Russia opposes a text on Syria, its ambassador said": of the one who acts
    const teller = tokens[np.from - 1]?.lower === ',' && SAYS.has(tokens[np.to]) ? pronounOf(memory.here) : undefined
    const owner =
      first.lower === 'its' || THEY.has(first.lower)
        ? (outsider(tokens, np, memory) ??
          teller ??
          pronounOf(memory.verbSince === true && memory.here !== undefined ? memory.here : memory.near) ??
          pronoun('it', memory))
        : pronoun(first.lower, memory)
    if (owner !== undefined) np.owner = owner
  } else if (VETOES.has(tokens[np.head]) && tokens[np.from - 1]?.lower === 'whose') {
    // "China, whose veto killed it"
    const caster = pronounOf(memory.near)
    if (caster !== undefined) np.owner = caster
  }
  const entity = meantBy(
    tokens,
    inside,
    owned ?? np.from,
    np.to,
    memory,
    true,
    np.owner ?? ofState(np, tokens, mentions) ?? inCapital(np, tokens, mentions),
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

/** "Several countries have withdrawn their envoys" */
function isCrowds({ lower }: Token, { crowd, here, near }: Memory): boolean {
  return lower === 'their' && crowd !== undefined && here === undefined && near === undefined
}

/** "the UN's 15-member council": one name for all of it. */
function isSpanned({ owned }: NounChunk, inside: readonly Mention[]): boolean {
  if (owned === undefined) return false
  for (const mention of inside)
    if (mention.from < owned - 1 && mention.to > owned)
      return mention.named[0]?.kind === 'group' || isBody(bodyOf(mention) ?? stateOf(mention) ?? '')
  return false
}

/** '…," said its ambassador': of the one who was told of before the quotation. */
function outsider(tokens: readonly Token[], { from }: NounChunk, memory: Memory): Entity | undefined {
  if (tokens[from - 2]?.kind !== 'close') return undefined
  return pronounOf(
    memory.lastSubject?.codes.length === 1 && !isBody(memory.lastSubject.codes[0] ?? '')
      ? memory.lastSubject
      : stateOnly(memory.lastState),
  )
}

function stateOnly(code: string | undefined): Entity | undefined {
  return code === undefined ? undefined : entityOf([code])
}

/** "Ambassador Maria Viana of Brazil": whose one with a name is. */
function ofState({ to }: NounChunk, tokens: readonly Token[], mentions: readonly Mention[]): Entity | undefined {
  if (tokens[to]?.lower !== 'of' || tokens[to - 1]?.capital !== true) return undefined
  const mention = mentions.find((each) => each.from === to + 1)
  return mention === undefined ? undefined : stateOnly(stateOf(mention))
}

const SEATED = new WordSet([
  'ministry',
  'ministries',
  'government',
  'parliament',
  'cabinet',
  'presidency',
  'leadership',
  'regime',
])

/** "the foreign ministry in Beijing": whose it is, whoever was told of before. */
function inCapital(
  { head, to }: NounChunk,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): Entity | undefined {
  if (tokens[to]?.lower !== 'in' || !SEATED.has(tokens[head])) return undefined
  const mention = mentions.find((each) => each.from === to + 1)
  return mention?.named[0]?.kind === 'capital' ? stateOnly(stateOf(mention)) : undefined
}

/** A name that an apposition explains: "Alain Juppé, the French foreign minister". */
export function learnName(
  noun: NounChunk,
  entity: Entity,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  memory: Memory,
): Entity | undefined {
  // "In Tokyo, the foreign minister said": a place is no name for an office
  if (mentions.some((each) => each.from <= noun.from && noun.to <= each.to && each.named[0]?.kind !== 'person'))
    return undefined
  const unknown = unknownName(tokens, [], noun.from, noun.to)
  if (unknown === undefined) return undefined
  const named = withCodes(entity, entity.codes)
  named.name = wordsOf(tokens, unknown.from, unknown.to)
  named.person = true
  keep(named, spelled(tokens, unknown), memory)
  return named
}
