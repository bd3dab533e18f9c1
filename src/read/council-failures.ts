import type { NounChunk, VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { isCouncil, isDraft } from './council-nouns.js'
import { isDone } from './done.js'
import { councilNamed, type Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What a vote needs and may not get: "failed to win nine votes", "did not get a majority". */
const GETTING = new WordSet(
  'get win gain secure muster obtain garner receive attract achieve pass reach draw collect earn'.split(' '),
)
const BALLOTS = new WordSet('votes vote majority support ballots ballot yes passage threshold'.split(' '))
/** Verbs by which a text fails, or wins the Council. */
export const FAILING = new WordSet(
  'win fail fall go defeat reject vote get gain secure muster obtain garner receive attract achieve reach draw collect earn'.split(
    ' ',
  ),
)

/** "The draft failed to get nine votes", "fell short", "was voted down", "received eight votes, one short". */
export function failed(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (!FAILING.hasVerb(verb) || !isDone(verb)) return undefined
  // "The Council failed on Friday to adopt …"
  if (verb.lemma === 'fail' && isCouncil(scene, verb.subject))
    return scene.clauses.verbs.some(
      (each) => each.parent === verb && /^(?:adopt|pass|approve|agree|endorse|back|impose)$/.test(each.lemma),
    )
      ? 'not-adopted'
      : undefined
  if (!isDraft(scene, verb.subject)) return undefined
  const { chunks, verbs } = scene.clauses
  const next = chunks[verb.index + 1]
  // "won unanimous backing from the Council"
  if (verb.lemma === 'win' && !verb.negated && councilNamed(scene)) {
    const head = next?.kind === 'noun' ? (scene.tokens[next.to - 1]?.lower ?? '') : ''
    if (
      /^(?:backing|approval|support|endorsement|passage)$/.test(head) &&
      scene.tokens.slice(verb.to, scene.to).some((token) => /^(?:unanimous|council)$/.test(token.lower))
    )
      return 'adopted'
  }
  if (verb.lemma === 'fail') {
    const child = verbs.find((each) => each.parent === verb && each.form === 'to')
    if (child === undefined)
      return (next === undefined || next.kind !== 'noun') && isText(scene, verb.subject) ? 'not-adopted' : undefined
    return GETTING.hasVerb(child) || (child.passive && /^(?:adopt|pass|approve)$/.test(child.lemma))
      ? 'not-adopted'
      : undefined
  }
  const word = scene.tokens[verb.to]?.lower
  if (verb.lemma === 'fall' && (word === 'short' || fellByVotes(scene, verb))) return 'not-adopted'
  // "went down to defeat"
  if (verb.lemma === 'go')
    return word === 'down' && scene.tokens[verb.to + 2]?.lower === 'defeat' ? 'not-adopted' : undefined
  if (verb.passive && !verb.negated && /^(?:defeat|reject|vote)$/.test(verb.lemma)) {
    if (verb.lemma === 'vote' && word !== 'down') return undefined
    const agent = verb.agent
    const counted = agent !== undefined && BALLOTS.has(scene.tokens[agent.to - 1])
    if (agent !== undefined && !counted && !isCouncil(scene, agent)) return undefined
    return verb.lemma !== 'reject' || agent !== undefined || ballots(scene, verb) ? 'not-adopted' : undefined
  }
  if (GETTING.hasVerb(verb) && (verb.negated || short(scene, verb)) && ballots(scene, verb)) return 'not-adopted'
  return undefined
}

/** "fell five votes short" */
function fellByVotes({ tokens }: Scene, { to }: VerbChunk): boolean {
  return BALLOTS.has(tokens[to + 1]) && tokens[to + 2]?.lower === 'short'
}

/** "nine votes", "a majority": after the verb. */
function ballots(scene: Scene, verb: VerbChunk): boolean {
  return scene.tokens.slice(verb.to, scene.to).some((token) => BALLOTS.has(token))
}

/** "two votes short of the nine needed" */
function short(scene: Scene, verb: VerbChunk): boolean {
  for (let at = verb.to; at < scene.to - 1; at++)
    if (scene.tokens[at]?.lower === 'short' && scene.tokens[at + 1]?.lower === 'of') return true
  return false
}

/** A resolution or the like, not what an envoy proposed. */
function isText(scene: Scene, noun: NounChunk | undefined): boolean {
  return (
    noun !== undefined &&
    /^(?:resolutions?|drafts?|text|measure|motion|amendments?|statement)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
  )
}
