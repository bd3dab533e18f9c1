import { actorOf } from './actor-of.js'
import { hitsArms } from './arms-hit.js'
import { standsAt } from './before.js'
import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { About } from './claim.js'
import { passesNone } from './conduct-verdicts.js'
import { canHold, type Entity } from './entity.js'
import { soughtMore } from './firmness.js'
import { isHeld } from './held-already.js'
import { type Judged, judgedBy } from './judged.js'
import { fallsShort, isOwnAct } from './noun-guards.js'
import { reports } from './reporting.js'
import { fateOf } from './results.js'
import { type FoundStance, type Scene, speakerOf } from './scene.js'
import type { Need } from './stock.js'
import { moodIn, verdicts } from './verdict-words.js'
import { WordSet } from './wordset.js'

const CALLING = new WordSet(
  'call describe regard consider brand label see view denounce condemn deem dub slam dismiss characterize characterise term hail praise welcome portray paint depict treat reject deride criticize criticise blast decry'.split(
    ' ',
  ),
)

/** Without one of these nothing is found. */
export const JUDGING: readonly Need[] = [verdicts]

/**
 * Judgements passed in speech: "the draft goes too far", "sanctions have teeth", "called the launch reckless".
 * The subject (or the object of calling) says what is judged; words of `data/lexicon/verdicts.yaml` in the predicate say how.
 */
export function verdictsIn(scene: Scene, found: readonly FoundStance[]): FoundStance[] {
  const into: FoundStance[] = []
  if (scene.headline) return into
  for (const verb of scene.clauses.verbs) {
    if (verb.conditional === true || (verb.form === 'participle' && verb.agent === undefined)) continue
    if (CALLING.hasVerb(verb)) called(scene, verb, into)
    else if (verb.form === 'finite' && verb.modal !== 'must' && verb.modal !== 'should') said(scene, verb, into)
  }
  if (into.length === 0) return into
  return into.filter((each) => !each.actors.every((actor) => isHeld(found, actor, each.about)))
}

function said(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const speaker = speakerOf(scene, verb.index)
  const { subject } = verb
  if (speaker === undefined || speaker.codes.length === 0 || subject === undefined) return
  if (fallsShort(scene, subject)) return
  const judged = judgedBy(scene, subject, speaker)
  if (judged === undefined) return
  // "breaking promises made": what is done to them
  const before = standsAt(scene.clauses.chunks, placeIn(scene.clauses.chunks, subject) - 1)
  if (before?.kind === 'verb' && before.form !== 'finite' && verb.past && verb.modal === undefined && !reports(before))
    return
  if (judged[0] === 'conduct' && passesNone(scene, verb, subject)) return
  // "The resolutions were violated" judges those who did it.
  if (verb.passive && judged[0] !== 'conduct') return
  if (hitsArms(scene, verb)) return
  // "as pressure mounted": told, and not judged
  if (GROWING.hasVerb(verb) && speaker !== subject.entity && verb.modal === undefined) return
  const end = predicateEnd(scene, verb)
  const no = scene.tokens[subject.from]?.lower === 'no' || isNotSaid(scene, verb, subject)
  const denied = verb.negated !== (no || isQuestioned(verb))
  const foretold = verb.modal !== undefined && FORETELLING.has(verb.modal) && FEARED.includes(judged[0] as Judged)
  const said = moodIn(
    scene,
    verb.negated && verb.at > verb.from ? verb.at : verb.from,
    end,
    foretold ? [...judged, 'prospect'] : judged,
    denied,
  )
  if (said === 0 || (said < 0 && isOwnAct(scene, subject, speaker))) return
  give(scene, { holder: speaker, judged, mood: said, verb, noun: subject }, into)
}

const GROWING = new WordSet(['mount', 'grow', 'rise', 'increase', 'build', 'escalate', 'intensify'])
const WEIGHING = new WordSet(['consider', 'see', 'view', 'reject', 'condemn'])

/** "does not say the war was unlawful"; what is not believed is denied with its own verb. */
function isNotSaid({ tokens }: Scene, verb: VerbChunk, { from }: NounChunk): boolean {
  return tokens[from - 2]?.lower === 'not' && !verb.negated
}

/** "doubts that sanctions will help" */
function isQuestioned({ reported }: VerbChunk): boolean {
  return reported?.negated !== true && (reported?.lemma === 'doubt' || reported?.lemma === 'question')
}

function called(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const holder = verb.passive
    ? verb.agent?.entity
    : verb.subject === undefined
      ? undefined
      : actorOf(scene, verb.subject)
  if (!canHold(holder) || verb.negated) return
  const next = scene.clauses.chunks[verb.index + 1]
  const told = verb.passive ? verb.subject : toldOf(scene, verb)
  const object = told ?? (next?.kind === 'noun' ? next : undefined)
  if (object === undefined || (verb.passive && told === undefined)) return
  const judged = judgedBy(scene, object, holder)
  if (judged === undefined) return
  // "consider the next steps" judges nothing; "called the curbs unjust" does, and the last word may be taken for the noun
  const weighed = WEIGHING.hasVerb(verb) && judged[0] !== 'force'
  const from = told !== undefined ? verb.to : weighed ? object.head + 1 : object.from
  const mood = moodIn(scene, from, predicateEnd(scene, verb), judged, false)
  if (mood === 0) return
  give(scene, { holder, judged, mood, verb, noun: object }, into)
}

/** "a text that Peru called biased": what stands before the relative. */
function toldOf({ clauses }: Scene, { antecedent }: VerbChunk): NounChunk | undefined {
  if (antecedent === undefined) return undefined
  const before = clauses.chunks[clauses.chunks[antecedent - 1]?.kind === 'comma' ? antecedent - 2 : antecedent - 1]
  return before?.kind === 'noun' ? before : undefined
}

const FEARED: readonly Judged[] = ['resolution', 'sanctions', 'force', 'prospect']
const FORETELLING = new Set(['will', 'would', 'could', 'can', 'may', 'might'])

/** Whether the predicate speaks of ill: "would wreck the talks". */
export function illForetold(scene: Scene, verb: VerbChunk): boolean {
  return moodIn(scene, verb.from, predicateEnd(scene, verb), FEARED, verb.negated) < 0
}

/** The predicate ends at the next finite verb with a subject of its own, at a semicolon, or at the closing quotation mark. */
function predicateEnd(scene: Scene, verb: VerbChunk): number {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk === undefined) break
    if (chunk.kind === 'verb' && chunk.form === 'finite' && chunk.subject !== verb.subject) {
      const subject = chunk.subject
      return verb.antecedent === undefined &&
        subject !== undefined &&
        subject.from > verb.to &&
        subject.from < chunk.from
        ? subject.from
        : chunk.from
    }
    if (chunk.kind === 'close' || chunk.kind === 'relative' || (chunk.kind === 'mark' && /[;:]/.test(chunk.word)))
      return chunk.from
    if (chunk.from - verb.to > 18) return chunk.from
  }
  return scene.to
}

/** Who judges what, and which way: above 0 is for it. */
interface Verdict {
  readonly holder: Entity
  readonly judged: readonly Judged[]
  readonly mood: number
  readonly verb: VerbChunk
  readonly noun: NounChunk
}

function give(scene: Scene, { holder, judged, mood, verb, noun }: Verdict, into: FoundStance[]): void {
  const first = judged[0]
  if (first === undefined) return
  const about: About = first === 'council' || first === 'prospect' ? 'resolution' : first
  // "the Council failed the people", of a text that was voted down
  const isFor = mood > 0 || (first === 'council' && fateOf(scene) === 'failed')
  const stance = soughtMore(scene, isFor ? 'supports' : 'opposes', about, holder, verb)
  if (about === 'conduct' && stance === 'supports') return
  const { target } = scene.memory
  const against = about === 'conduct' ? (noun.owner?.codes[0] ?? noun.entity?.codes[0] ?? target) : target
  const speaker = scene.clauses.speakerAt(verb.index) ?? (holder.person === true ? holder : undefined)
  into.push({
    actors: holder.codes,
    stance,
    about,
    from: verb.index,
    to: Math.min(verb.index + 3, scene.clauses.chunks.length - 1),
    rule: `verdict:${about}`,
    words: [verb.from, verb.to],
    ...(against === undefined || holder.codes.includes(against) ? {} : { target: against }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(verb.had ? { past: true } : {}),
    ...(verb.modal === 'would' || verb.modal === 'could' ? { conditional: true } : {}),
  })
}
