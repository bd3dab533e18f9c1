import { actorOf } from './actor-of.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isDraft } from './council-nouns.js'
import type { FoundEvent } from './event-found.js'
import type { Scene } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

/** What a draft that is not there yet will do: "could be ready", "is to follow". */
const COMING = new WordSet(
  'be come emerge follow appear surface materialize materialise circulate table introduce present submit distribute prepare draw draft put propose finalize finalise complete write go get'.split(
    ' ',
  ),
)
/** "expect a draft", "are consulting on a text". */
const AWAITING = new WordSet('see expect await anticipate consult work receive get'.split(' '))
const EXPECTED = new WordSet(
  'expected likely due scheduled set planned possible ready imminent forthcoming anticipated coming'.split(' '),
)
/** Who works on it. */
const MAKING = new WordSet(
  'draft prepare draw negotiate finalize finalise write hammer thrash compose formulate'.split(' '),
)
const DRAFTS = new WordSet('draft text resolution drafts resolutions statement'.split(' '), true)
const WAYS = new WordSet('on toward towards for'.split(' '))

/** Without one of these nothing is found. */
export const AWAITED: readonly Need[] = [DRAFTS]

/** "A draft is expected by Friday", "we will see a text", "are consulting on a resolution", "is being drafted": a text that is still to come. */
export function draftsAwaited(scene: Scene, into: FoundEvent[]): void {
  if (into.some((each) => each.type === 'draft-expected' || each.type === 'vote-expected')) return
  for (const verb of scene.clauses.verbs) {
    if (verb.conditional === true || verb.negated) continue
    const to = comes(scene, verb) ?? awaited(scene, verb)
    if (to === undefined) continue
    const subject = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
    const actor = subject?.codes[0] ?? 'UNSC'
    if (into.some((each) => each.type === 'draft-tabled' && each.actors.includes(actor))) continue
    const speaker = scene.clauses.speakerAt(verb.index)
    into.push({
      type: 'draft-expected',
      actors: [actor],
      from: verb.index,
      to,
      planned: true,
      rule: 'draft-expected:awaited',
      words: [verb.from, verb.to],
      ...(speaker === undefined ? {} : { speaker }),
    })
    return
  }
}

/** The draft is the subject: "could be ready", "is expected", "is to follow", "is being prepared". */
function comes(scene: Scene, verb: VerbChunk): number | undefined {
  const { subject } = verb
  if (subject === undefined || verb.form !== 'finite' || !isFresh(scene, subject)) return undefined
  const { verbs } = scene.clauses
  const after = Math.min(verb.index + 2, scene.clauses.chunks.length - 1)
  if (verb.passive && MAKING.hasVerb(verb) && /^being$/.test(scene.tokens[verb.at - 1]?.lower ?? '')) return after
  if (verb.modal !== undefined) {
    if (!/^(?:could|may|might|will|'ll|would|should)$/.test(verb.modal) || !COMING.hasVerb(verb)) return undefined
    if (verb.lemma === 'be')
      return EXPECTED.stands(scene.tokens, verb.to, Math.min(verb.to + 2, scene.to)) ? after : undefined
    return verb.passive || /^(?:come|emerge|follow|appear|surface|materiali[sz]e)$/.test(verb.lemma) ? after : undefined
  }
  const awaited = EXPECTED.stands(scene.tokens, verb.from, Math.min(verb.to + 2, scene.to))
  const then = verbs.find((each) => each.form === 'to' && each.index > verb.index && each.index < verb.index + 4)
  if (then === undefined) return awaited && !verb.had && (verb.passive || verb.copula) ? after : undefined
  const straight = verb.copula && then.index === verb.index + 1
  return (awaited || straight) && COMING.hasVerb(then) && (then.passive || then.lemma !== 'be') ? then.index : undefined
}

/** The draft is what they wait for or work on. */
function awaited(scene: Scene, verb: VerbChunk): number | undefined {
  if (verb.passive || verb.form === 'participle' || !AWAITING.hasVerb(verb)) return undefined
  const { chunks } = scene.clauses
  const working = verb.lemma === 'consult' || verb.lemma === 'work'
  const ahead = verb.modal === 'will' || verb.modal === "'ll" || /^(?:expect|await|anticipate)$/.test(verb.lemma)
  if (!working && !(ahead && verb.form === 'finite')) return undefined
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + (working ? 8 : 4)); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind !== 'noun') continue
    if (
      working ? !WAYS.has(scene.tokens[chunk.from - 1]) : chunk.preposition !== undefined && chunk.preposition !== 'of'
    )
      continue
    // "had been working with its partners on the draft": there already
    if (at > verb.index + 3 && scene.tokens[chunk.from]?.lower === 'the') continue
    if (isFresh(scene, chunk)) return at
  }
  return undefined
}

/** "a draft", "some kind of text", "one", not one that all know. */
function isFresh(scene: Scene, noun: NounChunk): boolean {
  const first = scene.tokens[noun.from]?.lower ?? ''
  if (first === 'one') return noun.to - noun.from === 1 && DRAFTS.stands(scene.tokens, scene.from, noun.from)
  if (!isDraft(scene, noun) || !DRAFTS.has(scene.tokens[noun.to - 1])) return false
  return first !== 'no' && first !== 'any'
}
