import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { placeIn, type VerbChunk } from './chunk.js'
import { conditionOf } from './contingent.js'
import { canHold, type Entity } from './entity.js'
import { FAILING } from './fears.js'
import { isHeldByOne } from './held-already.js'
import type { Issue } from './issue.js'
import { issueFrom } from './issues.js'
import { fallsShort, isOwnAct } from './noun-guards.js'
import { type FoundStance, type Scene, speakerOf, subjectIssue } from './scene.js'
import { illForetold } from './verdicts.js'
import { atForce } from './warfare.js'
import { WordSet } from './wordset.js'

const WARNING = new WordSet(['warn', 'caution', 'fear', 'worry', 'fret', 'dread', 'alert', 'remind'])
const UNEASY = new Set(['worried', 'afraid', 'fearful', 'concerned', 'alarmed', 'anxious', 'nervous', 'uneasy'])
const FORETELLING = new Set(['will', 'would', 'could', 'can', 'may', 'might', "'ll", 'shall'])
const RISKING = new WordSet(['risk', 'threaten', 'endanger', 'jeopardize', 'jeopardise'])
/** What is held out to another, and no ill of the thing itself: "warned that sanctions would follow". */
const HELD_OUT = new WordSet(
  'follow come be result ensue continue remain stay tighten increase intensify grow bite go begin start expand apply happen include target have depend require pass take'.split(
    ' ',
  ),
)

/** "warned that an attack would set the region ablaze", "if the text is adopted the talks will collapse": who foretells ill of a thing is against it. */
export function foretold(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (scene.headline || verb.form !== 'finite') return
  if (verb.modal === undefined ? !RISKING.hasVerb(verb) : !FORETELLING.has(verb.modal)) return
  if (verb.conditional === true) return
  // "the West threatened to end the mission"
  if (verb.modal === undefined && canHold(verb.subject?.entity)) return
  // "measures that might have undermined its economy"
  if (verb.perfect && verb.relative === true) return
  const warned = isWarned(scene, verb)
  // "a text that would condemn the killings" says what it is
  if (verb.relative === true && warned === undefined) return
  const speaker = warned?.holder ?? speakerOf(scene, verb.index)
  if (!canHold(speaker)) return
  if (speaker.codes.includes('UNSC')) return
  // "warned that it would face isolation unless it complied": the one who is warned is blamed
  if (warned !== undefined && unmet(scene, verb)) {
    const { target } = scene.memory
    if (target === undefined || speaker.codes.includes(target)) return
    if (isHeldByOne(into, speaker.codes, 'conduct')) return
    add(
      scene,
      into,
      { holder: speaker, stance: 'opposes', about: 'conduct', verb, rule: 'foretold', to: verb.index + 1 },
      { target },
    )
    return
  }
  if (verb.subject !== undefined && fallsShort(scene, verb.subject)) return
  const thing = thingOf(scene, verb)
  if (thing === undefined) return
  const { issue, supposed } = thing
  // "our air force will strike back": one's own deeds
  const { subject } = verb
  if (!supposed && issue.sign === 1 && subject !== undefined && isOwnAct(scene, subject, speaker)) return
  if (issue.about === 'conduct' || issue.about === 'implementation' || (issue.about === 'talks' && issue.sign === 1))
    return
  // "the sanctions would crumble"
  if (issue.about === 'sanctions' && FAILING.hasVerb(verb)) return
  const ill = verb.modal === undefined || illForetold(scene, verb)
  // "warned that sanctions would be imposed if the tests went on" holds them out.
  if (!ill && (warned === undefined || supposed || verb.passive || HELD_OUT.hasVerb(verb) || unmet(scene, verb))) return
  if (isHeldByOne(into, speaker.codes, issue.about)) return
  add(
    scene,
    into,
    {
      holder: speaker,
      stance: issue.sign === 1 ? 'opposes' : 'supports',
      about: issue.about,
      noun: issue.noun,
      verb,
      rule: 'foretold',
      to: Math.min(verb.index + 2, scene.clauses.chunks.length - 1),
    },
    { from: Math.min(thing.from, verb.index) },
  )
}

/** Who warns or fears that the clause comes true. */
function isWarned(scene: Scene, verb: VerbChunk): { holder: Entity } | undefined {
  const { reported } = verb
  if (reported?.subject === undefined || reported.negated) return undefined
  const uneasy = reported.copula || reported.passive ? scene.tokens[reported.at + (reported.copula ? 1 : 0)] : undefined
  if (!WARNING.hasVerb(reported) && !UNEASY.has(uneasy?.lower ?? '')) return undefined
  const holder = actorOf(scene, reported.subject)
  return holder === undefined ? undefined : { holder }
}

/** What the ill would come of: the subject, a gerund in its place, or what is supposed under "if". */
function thingOf(scene: Scene, verb: VerbChunk): { issue: Issue; from: number; supposed: boolean } | undefined {
  const { chunks, verbs } = scene.clauses
  const { subject } = verb
  const opens = verb.reported?.index ?? -1
  if (subject !== undefined && subject.from < verb.from) {
    const issue = atForce(scene, subjectIssue(scene, subject) ?? behind(scene, placeIn(chunks, subject), verb))
    if (issue !== undefined) return { issue, from: placeIn(chunks, subject), supposed: false }
  }
  const gerund = verbs.find(
    (each) =>
      (each.form === 'ing' || each.form === 'to') &&
      each.index > opens &&
      each.index < verb.index &&
      (each.index === 0 || chunks[each.index - 1]?.kind === 'subordinator' || chunks[each.index - 1]?.kind === 'open'),
  )
  if (gerund !== undefined) {
    const issue = atForce(scene, askedBy(chunks, gerund, scene.tokens))
    if (issue !== undefined && issue.effect !== undefined) return { issue, from: gerund.index, supposed: false }
  }
  for (const each of verbs) {
    if (each.conditional !== true || each.form !== 'finite' || each.negated || Math.abs(each.index - verb.index) > 14)
      continue
    if (each.subject?.entity?.codes.includes(scene.memory.target ?? '')) continue
    const issue = atForce(
      scene,
      each.passive && each.subject !== undefined
        ? subjectIssue(scene, each.subject)
        : askedBy(chunks, each, scene.tokens),
    )
    if (issue === undefined || issue.about === 'conduct') continue
    // "unless sanctions come, nothing will change": the ill comes of there being none
    const sign = conditionOf(scene, each) === 'unless' ? (-issue.sign as 1 | -1) : issue.sign
    return { issue: { ...issue, sign }, from: Math.min(each.index, verb.index), supposed: true }
  }
  return undefined
}

/** "any move to censure it", "the threat of sanctions" */
function behind(scene: Scene, index: number, verb: VerbChunk): Issue | undefined {
  if (index < 0) return undefined
  const issue = issueFrom(scene.clauses.chunks, index, scene.tokens, 7)
  return issue?.noun === undefined || issue.noun.from > verb.from ? undefined : issue
}

/** A condition on what another does: "unless it complied". */
function unmet(scene: Scene, verb: VerbChunk): boolean {
  return scene.clauses.verbs.some(
    (each) =>
      each.conditional === true &&
      each.index !== verb.index &&
      (each.negated || each.subject?.entity?.codes.includes(scene.memory.target ?? '') === true),
  )
}
