import type { VerbChunk } from './chunks.js'
import { isCouncil, isDraft } from './council-nouns.js'
import { lexicon } from './lexicon.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const MIGHT = new Set("could may might will would 'll".split(' '))
/** "hopes to vote": before what is still to come. */
const AWAITED = new WordSet(
  'expect schedule plan set aim hope want intend prepare due likely poise wait slate move ready possible push seek need'.split(
    ' ',
  ),
)
const SOON = new WordSet(
  'monday tuesday wednesday thursday friday saturday sunday week weeks weekend tomorrow today tonight days month hours soon shortly later early soonest morning afternoon'.split(
    ' ',
  ),
)
const ACTING = new WordSet(
  'vote adopt approve pass act consider take impose endorse authorize authorise move decide back'.split(' '),
)

/** "A vote could come on Friday", "the resolution could be adopted by the weekend", "members hope to vote". */
export function awaited(scene: Scene, verb: VerbChunk): boolean {
  if (verb.negated || verb.subject === undefined) return false
  const { tokens } = scene
  const { parent } = verb
  // "No vote is expected by then"
  if (tokens[verb.subject.from]?.lower === 'no') return false
  const head = tokens[verb.subject.to - 1]?.lower ?? ''
  if (head === 'vote' || head === 'adoption' || head === 'voting') {
    if (verb.modal !== undefined)
      return MIGHT.has(verb.modal) && /^(?:be|come|take|happen|follow|occur|go|hold)$/.test(verb.lemma) && isSoon(scene)
    return (verb.passive || verb.copula) && hasExpected(scene, verb)
  }
  if (
    verb.passive &&
    /^(?:adopt|approve|pass|vote|endorse|put)$/.test(verb.lemma) &&
    (isDraft(scene, verb.subject) || isIt(scene, verb))
  ) {
    if (verb.lemma === 'put' && !/^(?:a|the)$/.test(tokens[verb.to + 1]?.lower ?? '')) return false
    // "is expected to be adopted unanimously"
    if (verb.form === 'to' && parent !== undefined && isForetold(scene, parent)) return true
    if (verb.modal !== undefined) return isLikely(scene, verb) && isSoon(scene)
    return verb.form === 'to' && parent !== undefined && !parent.negated && AWAITED.hasVerb(parent) && isSoon(scene)
  }
  // "hoped to bring the text to a vote"
  if ((verb.lemma === 'bring' || verb.lemma === 'put') && !verb.passive && toVote(scene, verb))
    return verb.modal === undefined
      ? verb.form === 'to' && parent !== undefined && !parent.negated && AWAITED.hasVerb(parent)
      : MIGHT.has(verb.modal)
  // "is set to impose new sanctions on Saturday"
  if (verb.lemma === 'impose' && verb.form === 'to' && parent !== undefined && isCouncil(scene, verb.subject))
    return isForetold(scene, parent) && isSoon(scene)
  // "was expected to pass easily"
  if (verb.form === 'to' && verb.lemma === 'pass' && parent !== undefined && isDraft(scene, verb.subject))
    return isForetold(scene, parent)
  if (!ACTING.hasVerb(verb) || !isCouncil(scene, verb.subject)) return false
  if (verb.lemma !== 'vote' && !textAfter(scene, verb)) return false
  if (verb.modal !== undefined) return MIGHT.has(verb.modal) && verb.modal !== 'would' && isSoon(scene)
  if (verb.form !== 'to') return false
  if (parent === undefined) return isSoon(scene)
  if (parent.negated || parent.conditional === true) return false
  return (
    (AWAITED.hasVerb(parent) || (parent.copula && parent.index + 1 === verb.index) || hasExpected(scene, parent)) &&
    isSoon(scene)
  )
}

/** "the text to a vote" */
function toVote({ tokens, from, to }: Scene, verb: VerbChunk): boolean {
  if (OTHER_HALLS.stands(tokens, from, to)) return false
  for (let at = verb.to; at < Math.min(verb.to + 8, to - 2); at++)
    if (
      tokens[at]?.lower === 'to' &&
      /^(?:a|the)$/.test(tokens[at + 1]?.lower ?? '') &&
      tokens[at + 2]?.lower === 'vote'
    )
      return true
  return false
}

const OTHER_HALLS = new WordSet([...lexicon.who.parliaments, 'assembly', 'board'])

/** "is expected to", in the Council and no other house. */
function isForetold(scene: Scene, parent: VerbChunk): boolean {
  if (!/^(?:expect|set|tip|schedule|slate|be)$/.test(parent.lemma) || parent.negated || parent.modal !== undefined)
    return false
  return hasExpected(scene, parent) && !OTHER_HALLS.stands(scene.tokens, scene.from, scene.to)
}

/** What the Council may give that is no text yet. */
const ANSWERS = new WordSet(['response', 'action', 'actions', 'steps', 'step', 'move', 'reaction', 'decision'])

/** A text among the next few phrases. */
function textAfter(scene: Scene, verb: VerbChunk): boolean {
  return scene.clauses.chunks.some(
    (chunk, at) =>
      at > verb.index &&
      at < verb.index + 6 &&
      chunk.kind === 'noun' &&
      isDraft(scene, chunk) &&
      !ANSWERS.has(scene.tokens[chunk.to - 1]),
  )
}

/** "could be adopted", "in the expectation that it would be adopted" */
function isLikely(scene: Scene, verb: VerbChunk): boolean {
  if (/^(?:could|may|might|will)$/.test(verb.modal ?? '')) return true
  const from = verb.subject?.from ?? verb.from
  for (let at = from - 1; at >= Math.max(scene.from, from - 3); at--)
    if (/^(?:expectation|hope|hopes|expect|expects|expected)$/.test(scene.tokens[at]?.lower ?? '')) return true
  return false
}

/** "was expected to", "is likely to" */
function hasExpected(scene: Scene, verb: VerbChunk): boolean {
  for (let at = verb.from; at < Math.min(verb.to + 2, scene.to); at++)
    if (
      /^(?:expected|scheduled|planned|set|likely|due|possible|slated|anticipated|imminent)$/.test(
        scene.tokens[at]?.lower ?? '',
      )
    )
      return true
  return false
}

/** "it", where the sentence speaks of a draft before. */
function isIt(scene: Scene, verb: VerbChunk): boolean {
  const { subject } = verb
  if (subject === undefined || scene.tokens[subject.from]?.lower !== 'it') return false
  return scene.clauses.chunks.some(
    (chunk) => chunk.kind === 'noun' && chunk.to <= subject.from && isDraft(scene, chunk),
  )
}

/** The sentence names a day or a time near. */
function isSoon(scene: Scene): boolean {
  return SOON.stands(scene.tokens, scene.from, scene.to)
}
