import { actorOf } from './actor-of.js'
import { standsAt } from './before.js'
import { type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What others hope for, doubt, press for or thwart is not held by the one who would do it. */
export function isWished(scene: Scene, verb: VerbChunk, noun: NounChunk | undefined): boolean {
  if (verb.form === 'to') return isPressed(scene, verb, noun)
  if (verb.form === 'ing') return isProspect(scene, verb)
  return (
    noun !== undefined && (isHoped(scene, verb, noun) || isAwaited(scene, noun, verb) || isDemanded(scene, verb, noun))
  )
}

const HOPING = new WordSet(['hope', 'wish', 'pray', 'doubt'])

/** "hopes that Moscow will back it", "is not convinced that it will": the one hopes, the other says nothing. */
function isHoped(scene: Scene, { reported, modal }: VerbChunk, noun: NounChunk): boolean {
  if (reported?.subject === undefined || modal === undefined) return false
  if (!HOPING.hasVerb(reported) && !(reported.negated && (reported.copula || reported.passive))) return false
  const one = actorOf(scene, reported.subject)
  const other = actorOf(scene, noun)
  return other !== undefined && !other.codes.some((code) => one?.codes.includes(code) === true)
}

const DEMANDS = new WordSet(
  'demand demands call calls request requests insistence appeal appeals plea pleas'.split(' '),
)

/** "ignored Norway's demand that it support the text": it does not. */
function isDemanded({ clauses, tokens }: Scene, verb: VerbChunk, noun: NounChunk): boolean {
  if (verb.form !== 'finite' || (verb.modal !== undefined && verb.modal !== 'should')) return false
  const at = placeIn(clauses.chunks, noun)
  if (at < 2) return false
  const demand = clauses.chunks[at - 2]
  return clauses.chunks[at - 1]?.kind === 'subordinator' && demand?.kind === 'noun' && DEMANDS.has(tokens[demand.head])
}

const AWAITED = new Set(['until', 'till', 'unless', 'once'])

/** "until Beijing agrees to it", "once the Council gives its blessing": not yet. */
function isAwaited({ tokens }: Scene, noun: NounChunk, verb: VerbChunk): boolean {
  return !verb.past && AWAITED.has(standsAt(tokens, noun.from - 1)?.lower ?? '')
}

const HAMPERING = new WordSet(
  'thwart block resist reject oppose frustrate foil hamper hinder impede stymie derail kill torpedo scuttle defeat undermine obstruct stall veto sink dismiss rebuff spurn quash scupper stop ignore brush shrug disregard fend deflect withstand refuse turn defy face'.split(
    ' ',
  ),
)
const AIMS = new WordSet(
  'effort efforts attempt attempts bid bids push drive move moves calls call demands demand appeals appeal requests request plan plans plea pleas'.split(
    ' ',
  ),
)

/** "thwarted attempts to agree on a text", "under pressure to back it": those who try and press are others. */
function isPressed({ clauses, tokens }: Scene, verb: VerbChunk, doer: NounChunk | undefined): boolean {
  const noun = clauses.chunks[verb.index - 1]
  if (noun?.kind !== 'noun' || doer === noun) return false
  const head = tokens[noun.head]
  if (head?.lower === 'pressure') return noun.preposition === 'under'
  if (!AIMS.has(head)) return false
  for (let at = verb.index - 2; at >= Math.max(0, verb.index - 4); at--) {
    const before = clauses.chunks[at]
    if (before?.kind === 'verb') return HAMPERING.hasVerb(before)
  }
  return false
}

const PROSPECTS = new WordSet('prospect prospects chance chances likelihood possibility hope hopes odds'.split(' '))

/** "little prospect of Moscow agreeing to it": only thought of. */
function isProspect({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  const who = clauses.chunks[verb.index - 1]
  const noun = standsAt(clauses.chunks, verb.index - 3)
  return who?.kind === 'noun' && who.preposition === 'of' && noun?.kind === 'noun' && PROSPECTS.has(tokens[noun.head])
}
