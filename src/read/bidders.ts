import { standsAt } from './before.js'
import { type NounChunk, sameNoun } from './chunk.js'
import { asks, quotes } from './reporting.js'
import { acts, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

/** "urged the government to stop, and the rebels to talk": another of whom something is asked. */
export function isAlsoAsked({ chunks, tokens, lastVerb }: Walk, noun: NounChunk, index: number): boolean {
  if (chunks[index - 2]?.kind !== 'conjunction' || lastVerb?.form !== 'to') return false
  if (lastVerb.parent === undefined || !asks(lastVerb.parent)) return false
  return acts(noun) || noun.entity?.silent === true || PARTIES.has(tokens[noun.head])
}

const PRESSURE = new WordSet(
  'pressure influence leverage call calls appeal appeals demand demands plea pleas'.split(' '),
)
const UPON = new Set<string | undefined>(['on', 'upon', 'to', 'over'])

/** "pressure on Khartoum to begin talks", "calls to both sides to stop": who is to do it. */
export function isCalledUpon({ chunks, tokens }: Walk, whom: NounChunk, index: number): boolean {
  if (!UPON.has(whom.preposition) || !(acts(whom) || PARTIES.has(tokens[whom.head]))) return false
  const noun = chunks[index - 3]
  return noun?.kind === 'noun' && PRESSURE.has(tokens[noun.head])
}

/** "said Western efforts to pass it were", "warned that a bid to settle it may": the subject of what follows, and not of what went before. */
function isBareBid({ chunks, tokens, candidate, lastVerb }: Walk, noun: NounChunk, index: number): boolean {
  if (candidate !== noun || !BIDS.has(tokens[noun.head])) return false
  const before = chunks[index - 2]
  if (before?.kind === 'verb') return before === lastVerb && quotes(lastVerb)
  return before?.kind === 'subordinator'
}

/** "Moves by Algeria to soften the text", "Spain's proposal to ease the embargo": whose it is. */
export function bids(walk: Walk, index: number): NounChunk | undefined {
  const { chunks, tokens } = walk
  const before = chunks[index - 1]
  if (before?.kind !== 'noun') return undefined
  const earlier = standsAt(chunks, index - 3)
  if ((before.preposition === 'by' || before.preposition === 'from') && acts(before))
    return earlier?.kind === 'noun' && BIDS.has(tokens[earlier.head]) ? before : undefined
  const { owner } = before
  if (owner === undefined) return isBareBid(walk, before, index) ? before : bidBefore(walk, before, index)
  if (owner.codes.length === 0 || owner.pronoun === true || !BIDS.has(tokens[before.to - 1])) return undefined
  const whose = sameNoun(before)
  whose.entity = owner
  whose.owner = undefined
  return whose
}

/** "efforts by Norway at the United Nations to pass a text" */
function bidBefore({ chunks, tokens }: Walk, noun: NounChunk, index: number): NounChunk | undefined {
  if (noun.preposition === undefined) return undefined
  for (let at = index - 3; at > 0 && at > index - 8; at -= 2) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || chunks[at - 1]?.kind !== 'preposition') return undefined
    const earlier = chunks[at - 2]
    if ((chunk.preposition === 'by' || chunk.preposition === 'from') && acts(chunk))
      return earlier?.kind === 'noun' && BIDS.has(tokens[earlier.head]) ? chunk : undefined
  }
  return undefined
}

const BIDS = new WordSet([
  'proposal',
  'proposals',
  'move',
  'moves',
  'bid',
  'attempt',
  'attempts',
  'effort',
  'efforts',
  'push',
  'drive',
  'plan',
  'plans',
  'suggestion',
  'motion',
  'offer',
  'initiative',
  'campaign',
  'intention',
  'desire',
  'decision',
  'refusal',
  'reluctance',
  'unwillingness',
  'failure',
  'inability',
  'inclination',
  'eagerness',
  'pledge',
  'promise',
  'willingness',
  'readiness',
  'threat',
  'vow',
  'wish',
  'determination',
  'resolve',
  'agreement',
  'commitment',
  'call',
  'calls',
  'demand',
  'appeal',
])

/** Those of whom something is asked without a name. */
export const PARTIES = new WordSet(
  'sides side party parties country countries nations nation states state members member governments government factions faction actors forces groups group militias militia leaders leader rebels militants combatants belligerents powers partners neighbours neighbors colleagues council community authorities'.split(
    ' ',
  ),
)
