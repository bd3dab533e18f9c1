import { standsAt } from './before.js'
import { issueTrie, lexicon, objectTrie } from './lexicon.js'
import { namesCouncil, stateOf } from './mention-codes.js'
import type { Mention } from './mentions.js'
import type { Sentence } from './sentences.js'
import { keysOf, type Token } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

/** What an article is about, told from all its sentences before any is read. */
export interface Matter {
  /** The state at issue. */
  readonly target: string | undefined
  /** State of the place where the report was filed. */
  readonly dateline: string | undefined
  /** A statement or readout that a government issues. */
  readonly statement: boolean
  /** The Security Council is named. */
  readonly council: boolean
}

const ISSUING = new WordSet(['statement', 'readout', 'communique', 'declaration', 'remarks'])
const AGAINST = new Set(['against', 'over', 'on', 'about'])
/** "fires a rocket over Japan" */
const FIRED = new WordSet('fire fired fires launch launched launches missile missiles rocket rockets'.split(' '))
const FIRING = new WordSet(
  'fire fires fired firing launch launches launched launching lob lobs lobbed shoot shoots shot test tests tested testing detonate detonates detonated conduct conducts conducted conducting carries carried stages staged'.split(
    ' ',
  ),
)
/** What is fired or set off shows whom a matter concerns. */
const DEEDS = new Set(['missile-launch', 'nuclear-test'])
const DEED = 2
/** So far behind its doer what is fired may stand: "has launched a long-range rocket". */
const REACH = 8
/** Permanent members speak in every matter: naming them says less about whom it concerns. */
const permanent = new Set(lexicon.actors.bodies.find((body) => body.group === 'P5')?.members ?? [])
/** A town or region names its state by the way. */
const PLACE = 0.4
const states = new Set(lexicon.actors.states.map((state) => state.code))

/** "the six-party talks": the state with which they deal. */
const dealing = new Trie<string>()
const begins: string[] = []
for (const { names, matter } of lexicon.actors.bodies)
  for (const name of matter === undefined ? [] : names) {
    const keys = keysOf(name)
    dealing.add(keys, matter as string)
    begins.push(keys[0] as string)
  }
const BEGINNING = new WordSet(begins)
/** So much says what is dealt with there, each time that it is named. */
const DEALT_WITH = 1

function dealtWith(tokens: readonly Token[], { from, to }: Sentence, scores: Map<string, number>): void {
  for (let at = from; at < to; at++) {
    if (!BEGINNING.has(tokens[at])) continue
    for (const { value } of dealing.at(tokens, at)) scores.set(value, (scores.get(value) ?? 0) + DEALT_WITH)
  }
}

export function matterOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
): Matter {
  const scores = new Map<string, number>()
  const concerned = new Set<string>()
  let dateline: string | undefined
  const first = sentences[0]
  sentences.forEach((sentence, index) => {
    dealtWith(tokens, sentence, scores)
    for (const mention of mentions[index] ?? []) {
      const filed = index < 4 && dateline === undefined ? filedAt(tokens, mention) : undefined
      dateline ??= filed
      if (filed !== undefined) continue
      const named = stateOf(mention)
      const code = named ?? placedIn(mention)
      if (code === undefined || !states.has(code)) continue
      const weight = named === undefined ? PLACE : 1
      const charged =
        charge(tokens, sentence, mention) + (!permanent.has(code) && doesDeed(tokens, sentence, mention) ? DEED : 0)
      // "China rejected the draft": a holder, not the one at issue
      if (charged > 0 || (!permanent.has(code) && mention.from > sentence.from + 1)) concerned.add(code)
      const score = weight * (1 + (index === 0 && sentence.headline ? 1.5 : 0) + charged)
      scores.set(code, (scores.get(code) ?? 0) + score)
    }
  })
  let target: string | undefined
  for (const [code, score] of scores) if (permanent.has(code)) scores.set(code, score * 0.45)
  for (const [code, score] of scores)
    if (concerned.has(code) && (target === undefined || score > (scores.get(target) ?? 0))) target = code
  const statement = first !== undefined && issues(tokens, first)
  return {
    target,
    dateline,
    statement: statement && first?.headline === true,
    council: mentions.some(namesCouncil),
  }
}

/** "Joint Statement by …", "Readout of …": the headline names the kind of text before anything else. */
function issues(tokens: readonly Token[], headline: Sentence): boolean {
  for (let at = headline.from; at < Math.min(headline.to, headline.from + 7); at++) {
    if (!ISSUING.has(tokens[at])) continue
    return at < headline.from + 2 || /^(?:by|from|on|of|regarding|following)$/.test(tokens[at + 1]?.lower ?? '')
  }
  return false
}

/** "Russia's brutal assault on Ukraine": whom another's own onslaught hits is not the one at issue. */
function isVictim(tokens: readonly Token[], at: number): boolean {
  if (!ONSLAUGHTS.has(standsAt(tokens, at))) return false
  for (let before = at - 1; before >= at - 4; before--) if (standsAt(tokens, before)?.key === "'s") return true
  return false
}
const ONSLAUGHTS = new WordSet([
  'assault',
  'onslaught',
  'aggression',
  'invasion',
  'war',
  'attack',
  'attacks',
  'offensive',
])

/** How strongly a mention is put as the one at issue: "sanctions against X", "X's nuclear programme", "the X crisis". */
function charge(tokens: readonly Token[], sentence: Sentence, mention: Mention): number {
  let score = 0
  const before = standsAt(tokens, mention.from - 1)?.lower ?? ''
  const article = before === 'the' ? (tokens[mention.from - 2]?.lower ?? '') : before
  if (mention.from > sentence.from && AGAINST.has(article)) {
    const noun = tokens[mention.from - (article === before ? 2 : 3)]
    const at = mention.from - (article === before ? 2 : 3)
    if ((article !== 'over' || !FIRED.has(noun)) && !isVictim(tokens, at)) score += 3
  }
  let at = mention.to
  if (tokens[at]?.key === "'s") at++
  for (let i = at; i < Math.min(at + 4, sentence.to); i++) {
    // "Britain condemned Russia's …", "the killings": another's
    if (tokens[i]?.key === "'s" || (i > at && DEFINITE.has(tokens[i]))) break
    for (const { value, length } of issueTrie.at(tokens, i))
      if (value.about === 'conduct' && !value.weak && i + length <= sentence.to) return score + 3.5
    if (tokens[i]?.kind === 'mark') break
  }
  return score
}

const DEFINITE = new WordSet(['the', 'this', 'that', 'these', 'those'])

/** "North Korea fires a rocket" */
function doesDeed(tokens: readonly Token[], sentence: Sentence, { to }: Mention): boolean {
  let fires = false
  for (let at = to; at < Math.min(to + REACH, sentence.to); at++) {
    const token = tokens[at]
    if (token?.key === "'s" || (token?.kind === 'mark' && token.lower !== '-')) return false
    if (DEFINITE.has(token)) return false
    if (FIRING.has(token)) fires = true
    if (!fires) continue
    for (const { value } of objectTrie.at(tokens, at)) if (DEEDS.has(lexicon.events[value]?.type ?? '')) return true
  }
  return false
}

/** The state of a town, region or armed group: naming Darfur or Hezbollah says whom the matter concerns. */
function placedIn(mention: Mention): string | undefined {
  for (const named of mention.named) if (named.kind === 'city' || named.kind === 'armed') return named.code
  return undefined
}

/** "MOSCOW, May 28 (…)", "[VLADIVOSTOK, Russia]", "TEHRAN —": a place in capitals that opens the report. */
function filedAt(tokens: readonly Token[], mention: Mention): string | undefined {
  const token = tokens[mention.from]
  if (token === undefined || token.end - token.start < 4 || token.key === token.lower) return undefined
  const named = mention.named[0]
  if (named === undefined || (named.kind !== 'capital' && named.kind !== 'city')) return undefined
  return 'code' in named ? named.code : undefined
}
