import { add } from './add-stance.js'
import { hitsArms } from './arms-hit.js'
import { askedBy } from './asked.js'
import { standsAt } from './before.js'
import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import { MUST } from './duties.js'
import { type Entity, withCodes } from './entity.js'
import { soughtMore } from './firmness.js'
import { isSupposed } from './holders.js'
import { type Issue, issueOf } from './issue.js'
import { issueFrom } from './issues.js'
import type { Entry } from './lexicon.js'
import { fallsShort, hitsRulers, isOwnAct } from './noun-guards.js'
import { isOnText } from './pointing.js'
import { asks } from './reporting.js'
import { councilNamed, type FoundStance, type Scene, speakerOf, subjectIssue } from './scene.js'
import { operatorBetween } from './turned.js'
import { WordSet } from './wordset.js'

/** A wording of judgement at a verb, and whose word the sentence is. */
interface Judgement {
  readonly scene: Scene
  readonly verb: VerbChunk
  readonly entry: Entry
  readonly speaker: Entity
}

/** Adds what the speaker holds who judges by a wording at the verb. */
export function judge(scene: Scene, verb: VerbChunk, entry: Entry, into: FoundStance[]): void {
  if (isNoJudgement(scene, verb, entry) || hitsArms(scene, verb)) return
  const speaker = speakerOf(scene, verb.index)
  if (entry.target === true) {
    ownWaysUpheld(scene, verb, entry, speaker ?? verb.subject?.entity, into)
    return
  }
  if (speaker === undefined || speaker.codes.length === 0) return
  const judgement: Judgement = { scene, verb, entry, speaker }
  if (entry.about === 'conduct') blamed(judgement, into)
  else issueJudged(judgement, into)
}

/** The wording is denied, supposed or wished, or nobody's. */
function isNoJudgement(scene: Scene, verb: VerbChunk, entry: Entry): boolean {
  const { subject } = verb
  const denies = verb.negated || (verb.parent !== undefined && operatorBetween(scene, verb.parent, verb) === 'against')
  if (entry.negated === true && !denies) return true
  if (entry.negated !== true && verb.negated && entry.about === undefined && entry.stance === undefined) return true
  if (subject === undefined && entry.about === undefined) return true
  // "the text must not be too tough": a wish of how it should be, and no praise of how it is
  if (verb.negated && entry.rule === 'will-fail' && verb.modal !== undefined && MUST.has(verb.modal)) return true
  // "travel without violating the embargo"
  if (verb.form === 'ing' && standsAt(scene.tokens, verb.from - 1)?.lower === 'without') return true
  // "if the talks fail"
  if (verb.conditional === true && verb.form === 'finite') return true
  // "anything less than binding sanctions would be a slap in the face"
  if (subject !== undefined && fallsShort(scene, subject)) return true
  // "nobody should undermine the talks"
  if (subject !== undefined && NOBODY.has(scene.tokens[subject.from])) return true
  // "measures that might have undermined its economy"
  if (
    verb.perfect &&
    verb.relative === true &&
    (verb.modal === 'might' || verb.modal === 'would' || verb.modal === 'could')
  )
    return true
  // "will complicate the regime's finances", "hurt the generals": meant to
  return entry.rule === 'will-fail' && entry.part === 'verb' && !verb.negated && hitsRulers(scene, verb)
}

const NOBODY = new WordSet(['nobody', 'none', 'neither'])

/** "The tests are our right": the one at issue stands by what it does. */
function ownWaysUpheld(
  scene: Scene,
  verb: VerbChunk,
  entry: Entry,
  who: Entity | undefined,
  into: FoundStance[],
): void {
  const { target } = scene.memory
  if (who === undefined || !who.codes.includes(target ?? '') || isSupposed(scene, verb)) return
  // "this movement does not give up its arms": another's doing
  if (entry.part === 'verb' && isOthers(verb.subject, scene)) return
  // "expects Iran to confirm that its work is peaceful": what it is to say
  if (isAskedTold(scene, verb)) return
  const own = withCodes(
    who,
    who.codes.filter((code) => code === target),
  )
  add(scene, into, { holder: own, stance: 'supports', about: 'conduct', verb, rule: entry.rule, to: verb.index + 1 })
}

/** Told under an infinitive whose doer another asks: the clause hangs on the asking, since the infinitive is no reporting verb by itself. */
function isAskedTold({ clauses }: Scene, { index, subject }: VerbChunk): boolean {
  const told = clauses.verbs.findLast((each) => each.index < index)
  return (
    told !== undefined &&
    told.form === 'to' &&
    subject !== undefined &&
    subject.from > told.to &&
    told.parent !== undefined &&
    asks(told.parent)
  )
}

/** Some group of which it is not told whose it is. */
function isOthers(subject: NounChunk | undefined, { tokens }: Scene): boolean {
  return (
    subject !== undefined &&
    subject.entity === undefined &&
    subject.owner === undefined &&
    GROUPS.has(tokens[subject.head])
  )
}
const GROUPS = new WordSet(
  'movement group groups militia militias party organisation organization rebels insurgents militants fighters faction factions'.split(
    ' ',
  ),
)

/** "The tests are unacceptable": what the subject does, or the text that it is. */
function blamed({ scene, verb, entry, speaker }: Judgement, into: FoundStance[]): void {
  const { subject } = verb
  const holder = subject?.entity
  if (holder !== undefined && holder.codes.length > 0 && holder.codes.every((code) => speaker.codes.includes(code)))
    return
  const issue = subject === undefined ? undefined : subjectIssue(scene, subject)
  if (verb.negated && entry.negated !== true) return
  // "his ability to kill", "texts against massacring": who does it is not told
  if (verb.form !== 'finite' && issue !== undefined && issue.about !== 'conduct') return
  const about = subject !== undefined && isPartOfText(scene, subject) ? 'resolution' : blamedOf(issue)
  if (
    about === 'conduct' &&
    speaker.codes.includes(scene.memory.target ?? '') &&
    (holder === undefined || holder.codes.length === 0) &&
    subject?.owner === undefined
  )
    return
  if (verb.conditional === true) return
  add(scene, into, {
    holder: speaker,
    stance: 'opposes',
    about: verb.passive ? 'conduct' : about,
    noun: subject,
    verb,
    rule: entry.rule,
    to: verb.index + 1,
  })
}

function blamedOf(issue: Issue | undefined): About {
  const isThing =
    issue !== undefined &&
    !issue.weak &&
    (issue.about === 'resolution' || issue.about === 'sanctions' || issue.about === 'force')
  return isThing ? issue.about : 'conduct'
}

/** "Sanctions will not work", "the text is balanced": for or against the thing itself. */
function issueJudged({ scene, verb, entry, speaker }: Judgement, into: FoundStance[]): void {
  const { subject } = verb
  let issue = judgedIn(scene, verb)
  if (entry.rule === 'message' && issue === undefined && !councilNamed(scene) && !isOnText(scene, verb.index)) return
  if (issue === undefined) {
    issue = issueFrom(scene.clauses.chunks, verb.index + 1, scene.tokens, 4)
    // "failed to mention the atrocities" judges no atrocity; "it is unacceptable to bomb a market" does
    if (issue?.about === 'conduct' && subject !== undefined && !POINTING.has(scene.tokens[subject.head])) return
    // "the warrant would harm the talks": who says so wants them to last
    if (issue?.about === 'talks' && issue.sign === 1 && entry.rule === 'will-fail' && entry.part === 'verb') {
      if (!verb.negated && !FAILING.hasVerb(verb))
        add(scene, into, {
          holder: speaker,
          stance: 'supports',
          about: issue.about,
          noun: issue.noun,
          verb,
          rule: 'spared',
          to: verb.index + 1,
        })
      return
    }
  }
  if (entry.about === 'resolution' && (issue === undefined || issue.weak || issue.about === 'conduct'))
    issue = issueOf('resolution', 1, true)
  if (issue === undefined || (issue.about === 'conduct' && entry.stance === 'supports')) return
  let stance = entry.stance as Stance
  if (verb.negated && entry.negated !== true) stance = stance === 'supports' ? 'opposes' : 'supports'
  if (issue.sign === -1) stance = stance === 'supports' ? 'opposes' : 'supports'
  if (issue.about === 'conduct' && stance === 'supports') return
  if (stance === 'opposes' && subject !== undefined && isOwnAct(scene, subject, speaker)) return
  stance = soughtMore(scene, stance, issue.about, speaker, verb)
  add(scene, into, { holder: speaker, stance, about: issue.about, verb, rule: entry.rule, to: verb.index + 1 })
}

/** "has no effect on the talks", "failed to bring talks" */
const FAILING = new WordSet(['fail', 'have', 'do', 'make', 'bring', 'be'])

const POINTING = new WordSet(['it', 'this', 'that'])

/** What the subject of a judgement is, or what a clause that stands for it does. */
function judgedIn(scene: Scene, verb: VerbChunk): Issue | undefined {
  const { clauses, tokens } = scene
  const { subject } = verb
  const told = subject === undefined ? undefined : subjectIssue(scene, subject)
  if (told !== undefined) return told
  // "Continuing to exert pressure would not help."
  const first = clauses.verbs.find(
    (each) =>
      each.index < verb.index &&
      (each.form === 'ing' || each.form === 'to') &&
      each.subject === undefined &&
      each.index < 3,
  )
  const asked = first === undefined ? undefined : askedBy(clauses.chunks, first, tokens)
  if (asked !== undefined || subject === undefined) return asked
  const near = issueFrom(clauses.chunks, placeIn(clauses.chunks, subject), tokens, 6)
  if (near !== undefined && (near.noun === undefined || near.noun.from < verb.from)) return near
  return DECISION.test(tokens[subject.head]?.lower ?? '') && councilNamed(scene)
    ? issueOf('resolution', 1, true)
    : undefined
}

const DECISION = /^(?:decision|vote|action|move|step|measure|response|outcome|result|text)$/

const PARTS = new WordSet(
  'provision provisions wording language clause clauses paragraph paragraphs document text'.split(' '),
)

/** "several provisions of the draft", "the French-sponsored document": what is wrong with it is wrong with the text. */
function isPartOfText(scene: Scene, noun: NounChunk): boolean {
  if (!PARTS.has(scene.tokens[noun.head]) || noun.entity !== undefined) return false
  const { chunks } = scene.clauses
  const at = placeIn(chunks, noun)
  const of = chunks[at + 2]
  if (of?.kind === 'noun' && chunks[at + 1]?.kind === 'preposition')
    return subjectIssue(scene, of)?.about === 'resolution'
  return subjectIssue(scene, noun)?.about === 'resolution'
}
