import {
  determined,
  endsAside,
  governed,
  isSeveral,
  isVerbal,
  object_,
  plural,
  pluralOf,
  takesObject,
} from './around-verbs.js'
import { DAYS } from './date-names.js'
import { isDay } from './days.js'
import { isNounish, verbOf } from './lexicon.js'
import { NEAR } from './near-spans.js'
import type { Spot } from './spot.js'
import type { Tag } from './tag.js'
import { TEXT_DOES, TEXTS, TEXTS_ALL, TEXTS_DO } from './text-verbs.js'
import { areMany, type Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** "backs", "the vote", "plans to": what a form that may be a noun's too is, where no small word settles it. */
export function presentTag(spot: Spot): Tag {
  const { previous, direct, last, forms, next, tags, at, from, names, token, tokens } = spot
  const early = textsVerb(spot) ?? compounded(spot)
  if (early !== undefined) return early
  // "China, whose veto could kill it"
  if (last === 'W' && tokens[at - 1]?.lower === 'whose' && isNounish(token)) return 'N'
  if (previous === 'R' || previous === 'W') return 'V'
  if (previous === 'B' || previous === 'H') return forms.includes('pp') ? 'E' : 'N'
  const bare = forms.includes('base')
  const s = forms.includes('s')
  const noun = isNounish(token)
  const name = direct === 'K' || (at > from && names[at - from - 1] === 1)
  const wants = next?.lower === 'to' && WANTS.has(token)
  // "The EU plans to": a name wants it
  if (name && wants) return 'V'
  // "a text put forward by France calls for a truce"
  if (name && token.lower === 'calls' && CALLED.has(next) && isAgent(spot)) return 'V'
  if (noun && name && !severalDo(spot, bare) && governed(tags, names, at - from - 1)) return 'N'
  if (noun && name && s && isUnderVerb(spot, spot.nextSmall === 'preposition' ? IMPOSING : SPURNING)) return 'N'
  // "The resolution, adopted unanimously, demands that": what was said in passing ends, and no verb has come yet
  if (noun && direct === 'Y' && (s || bare) && endsAside(spot, at) && next?.kind === 'word' && !isAnd(next)) return 'V'
  if (s && !noun) return direct === 'V' || direct === 'E' || (direct === 'G' && !name) ? 'N' : 'V'
  const object = givesObject(spot)
  if (direct === 'N' && s && isWhoseVerb(spot)) return 'V'
  if (direct === 'N') return wants ? 'V' : behindNoun(spot, noun, s, object)
  const opens = object || leadsOn(spot, s || name)
  if (name && s && ASKING.has(token) && isFirst(spot)) return 'V'
  if (name)
    return !noun || opens || severalDo(spot, bare) || (token.lower === 'stands' && spot.nextSmall === 'adjective')
      ? 'V'
      : 'N'
  // 'Paris "fully supports" the draft'
  if (direct === 'A') return !noun || opens || (s && next?.kind === 'close') ? 'V' : 'N'
  // "but supports tougher sanctions"
  if (previous === 'C' && s && tokens[at - 1]?.lower === 'but' && spot.nextSmall === 'adjective') return 'V'
  if (previous === 'C') return !noun || opens ? 'V' : 'N'
  // "Stop the killing", "Return to the table"
  const bids = bare && (object || (next?.lower === 'to' && direct === 'Q')) && spot.nextSmall !== 'subject-pronoun'
  if (previous === undefined) return noun && !bids ? 'N' : 'V'
  if (direct === 'Q' && bids && (last === 'Q' ? tags[at - from - 2] : undefined) === 'Y') return 'V'
  if (noun && direct === 'Y' && tokens[at - 1]?.key === ',' && takesUp(spot, object)) return 'V'
  return !noun && opens ? 'V' : 'N'
}

/** "The resolution bans exports", "the resolution put forward by X", "the draft goes too far": what a text does. */
function textsVerb({ direct, forms, token, tokens, at, from, tags, next, nextSmall }: Spot): Tag | undefined {
  const s = forms.includes('s')
  if ((direct === 'N' || direct === 'Y') && token.lower === 'put' && next?.lower === 'forward')
    return tokens[at + 2]?.lower === 'by' ? 'E' : 'V'
  // "The main sponsors - Chile and Peru - scheduled a vote"
  if (direct === 'J' && s && CHIEF.has(tokens[at - 1]) && (next?.kind === 'mark' || nextSmall === 'preposition'))
    return 'N'
  if (direct === 'J' && s && !isNounish(token) && tags[at - from - 2] === 'D') return 'V'
  if (direct !== 'N' && direct !== 'U') return undefined
  const subject = tokens[at - 1]?.kind === 'number' ? tokens[at - 2] : tokens[at - 1]
  if (s && (TEXT_DOES.has(token) || !isNounish(token)) && TEXTS.has(subject)) return 'V'
  // "The measures ban exports"
  const several = forms.includes('base') && next?.kind === 'word' && nextSmall === undefined
  return several && TEXTS_DO.has(token) && TEXTS_ALL.has(subject) ? 'V' : undefined
}

/** What stands in a compound, or behind an article, an adjective or a preposition, is a noun. */
function compounded({
  direct,
  previous,
  forms,
  token,
  tokens,
  at,
  from,
  to,
  tags,
  names,
  next,
  nextSmall,
}: Spot): Tag | undefined {
  const noun = isNounish(token)
  // "more EU sanctions on Havana": a verb takes its object straight
  if (
    RESTRAINTS.has(token) &&
    (UPON.has(next) || (token.lower === 'sanctions' && (nextSmall === 'preposition' || next?.kind === 'mark')))
  )
    return 'N'
  // "the ministry hit out at": with its particle a verb; "the air strikes on": a noun in its compound
  if (direct === 'N' && OUTBURSTS.has(token) && AWAY.has(next)) return 'V'
  if (direct === 'N' && forms.includes('s') && noun && COMPOUNDING.has(tokens[at - 1])) return 'N'
  if (direct === 'D' || direct === 'J' || direct === 'P' || direct === 'Z' || direct === 'U') return 'N'
  // "the Chinese want more time": a people, and what it does
  const people = at > from && names[at - from - 1] === 3
  if (people && !(forms.includes('base') && !noun && tags[at - from - 2] === 'D' && takesObject(next))) return 'N'
  // "condemned on Monday attacks by rebels"
  return direct === 'A' && previous === 'P' && noun && isDay(tokens, at - 1, to) ? 'N' : undefined
}

/** "the US and the EU fear Iran's work": several names, and a name or an article behind. */
function severalDo({ next, nextSmall, tags, names, tokens, at, from }: Spot, bare: boolean): boolean {
  // "as all five permanent members support it"
  if (bare && areMany(tokens[at - 1]) && (object_(next, nextSmall) || next?.lower === 'it' || next?.lower === 'new'))
    return true
  return bare && object_(next, nextSmall) && isSeveral(tags, names, at - from - 1)
}

/** "The United States demands sanctions": a name that opens the sentence, and what it would have. */
function isFirst({ names, tags, at, from, next, nextSmall }: Spot): boolean {
  let first = at - from - 1
  while (first > 0 && ((names[first - 1] ?? 0) > 0 || tags[first - 1] === 'D')) first--
  return first === 0 && next?.kind === 'word' && (nextSmall === undefined || nextSmall === 'adjective')
}

/** Names behind "by", with a participle and no other verb before: who did it. */
function isAgent({ tokens, tags, names, at, from }: Spot): boolean {
  let by = at - from - 1
  while (by > 0 && ((names[by] ?? 0) > 0 || tags[by] === 'C' || tags[by] === 'Y')) by--
  const before = tags.slice(0, Math.max(0, by))
  return tokens[from + by]?.lower === 'by' && before.includes('E') && !before.includes('V') && !before.includes('H')
}
const CALLED = new WordSet(['for', 'on'])

const ASKING = new WordSet(['demands', 'supports', 'orders', 'backs', 'votes', 'favors', 'favours', 'blames', 'fears'])

/** "to impose UN sanctions on it", "lifting US restrictions on trade": what is done with them. */
function isUnderVerb({ tokens, names, at, from }: Spot, verbs: ReadonlySet<string>): boolean {
  let verb = at - 1
  while (verb > from && (names[verb - from] ?? 0) > 0) verb--
  return verbs.has(verbOf(tokens[verb])?.lemma ?? '')
}

/** "whose term ends next week": behind whose thing it is comes the verb, where none follows. */
function isWhoseVerb({ tokens, tags, at, from, next, nextSmall }: Spot): boolean {
  let first = at - 1
  while (first > from && (tags[first - from] === 'N' || tags[first - from] === 'J')) first--
  if (tokens[first]?.lower !== 'whose') return false
  return nextSmall !== undefined || next?.kind === 'mark' || isTime(next)
}
function isTime(token: Token | undefined): boolean {
  return token !== undefined && (NEAR.has(token) || (token.capital && DAY_NAMES.has(token)))
}
const DAY_NAMES = new WordSet(DAYS)

/** Behind these comes a thing, and no clause: "rejected UN demands that it stop". */
const SPURNING = new Set('reject ignore defy flout spurn dismiss rebuff resist refuse disregard heed meet'.split(' '))
const IMPOSING = new Set([
  ...SPURNING,
  ...'impose lift ease tighten extend expand renew evade violate discuss oppose authorize authorise consider urge veto block seek face withdraw'.split(
    ' ',
  ),
])

function givesObject({ next, nextSmall }: Spot): boolean {
  return (
    nextSmall === 'determiner' ||
    nextSmall === 'object-pronoun' ||
    nextSmall === 'subject-pronoun' ||
    next?.lower === 'that'
  )
}

/** "to", a name, or a preposition that a verb takes. */
function leadsOn({ next, nextSmall }: Spot, particles: boolean): boolean {
  if (next === undefined) return false
  if (next.lower === 'to' || (next.capital && next.kind === 'word')) return true
  return particles && nextSmall === 'preposition' && !NOUNS.has(next)
}

/** "the envoys support the text", "the vote", "the resolution calls on": behind a noun. */
function behindNoun(spot: Spot, noun: boolean, s: boolean, object: boolean): Tag {
  const { tokens, at, from, tags, next } = spot
  if (!noun)
    return plural(tokens, at) || pluralOf(spot, at) || object || (next?.kind === 'word' && next.capital) ? 'V' : 'N'
  if (!object && !PARTICLES.has(next)) return 'N'
  if (s) return determined(tags, at - from - 1) && !plural(tokens, at) ? 'V' : 'N'
  return plural(tokens, at) ? 'V' : 'N'
}

/** "Britain and France, both members of the Council, support the draft", "Norway, anxious to keep it up, hopes to see a vote": no verb has come yet. */
function takesUp({ tags, next, token }: Spot, object: boolean): boolean {
  if (object && !tags.some(isVerbal)) return true
  return next?.lower === 'to' && WANT.has(token) && !tags.some((tag, i) => isVerbal(tag) && tags[i - 1] !== 'T')
}

function isAnd({ lower }: Token): boolean {
  return lower === 'and' || lower === 'or'
}

const OUTBURSTS = new WordSet(['hit', 'put', 'set', 'cut', 'shut', 'cast'])

const RESTRAINTS = new WordSet(['sanctions', 'bans', 'curbs', 'limits', 'freezes', 'caps'])

const UPON = new WordSet(['on', 'against', 'over'])

const AWAY = new WordSet(['out', 'back', 'off', 'aside', 'down'])

const COMPOUNDING = new WordSet(
  'air missile rocket drone peace phone telephone test bomb mortar artillery suicide terror terrorist ground tank arms weapons oil trade retaliatory'.split(
    ' ',
  ),
)

/** Prepositions that go on a noun as soon as on a verb. */
const NOUNS = new WordSet(['of', 'in', 'against'])

const PARTICLES = new WordSet(['on', 'for', 'upon'])

const WANT = new WordSet('hope plan aim want need claim pledge threaten vow intend hopes plans aims claims'.split(' '))

const CHIEF = new WordSet(['main', 'chief', 'key', 'lead', 'principal', 'original', 'joint', 'other', 'top'])

const WANTS = new WordSet('need needs plans hopes aims wants vows threatens claims pledges votes moves'.split(' '))
