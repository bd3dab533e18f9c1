import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { hitsArms } from './arms-hit.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { CALLING, called } from './calling.js'
import { placeIn } from './chunk.js'
import { type NounChunk, sameVerb, type VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import { MUST } from './duties.js'
import { withCodes } from './entity.js'
import { fears } from './fears.js'
import { isSupposed } from './holders.js'
import { issueOf } from './issue.js'
import { issueFrom } from './issues.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import { fallsShort, hitsRulers, isOwnAct, judgesNothing } from './noun-guards.js'
import { isOnText } from './pointing.js'
import { councilNamed, type FoundStance, type Scene, speakerOf, subjectIssue } from './scene.js'
import { settle } from './settled-stances.js'
import { operatorBetween } from './turned.js'
import { contrary, isDenied } from './verb-moods.js'
import { WordSet } from './wordset.js'

const BE_WORDS = new WordSet(
  'be remain become seem appear stay feel sound stand prove look get consider call deem describe regard brand label view see'.split(
    ' ',
  ),
)

/** The speaker judges what is at issue: "sanctions will not work", "the tests are unacceptable". */
export function evaluation(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, to } = scene
  const match = entriesAt(tokens, verb.at, to, ROLES.evaluation)
  if (match === undefined) return
  let { entry } = match
  if (verb.negated && entry.negated !== true)
    // "did not pose a threat" says something of its own.
    for (const { value, length } of entryTrie.at(tokens, verb.at))
      if (value.role === 'evaluation' && value.part === 'verb' && value.negated === true && length >= match.length)
        entry = value
  if (judgesNothing(scene, verb, entry)) return
  judge(scene, verb, entry, into)
}

function judge(scene: Scene, verb: VerbChunk, entry: Entry, into: FoundStance[]): void {
  const { memory, clauses, tokens } = scene
  const denies = verb.negated || (verb.parent !== undefined && operatorBetween(scene, verb.parent, verb) === 'against')
  if (entry.negated === true && !denies) return
  if (entry.negated !== true && verb.negated && entry.about === undefined && entry.stance === undefined) return
  if (verb.subject === undefined && entry.about === undefined) return
  // "the text must not be too tough": a wish of how it should be, and no praise of how it is
  if (verb.negated && entry.rule === 'will-fail' && verb.modal !== undefined && MUST.has(verb.modal)) return
  // "if the talks fail"
  if (verb.conditional === true && verb.form === 'finite') return
  const subject = verb.subject
  // "anything less than binding sanctions would be a slap in the face"
  if (subject !== undefined && fallsShort(scene, subject)) return
  // "nobody should undermine the talks"
  if (subject !== undefined && NOBODY.has(tokens[subject.from])) return
  // "measures that might have undermined its economy"
  if (
    verb.perfect &&
    verb.relative === true &&
    (verb.modal === 'might' || verb.modal === 'would' || verb.modal === 'could')
  )
    return
  // "will complicate the regime's finances", "hurt the generals": meant to
  if (entry.rule === 'will-fail' && entry.part === 'verb' && !verb.negated && hitsRulers(scene, verb)) return
  if (hitsArms(scene, verb)) return
  const holder = subject?.entity
  const speaker = speakerOf(scene, verb.index)
  if (entry.target === true) {
    const who = speaker ?? holder
    if (who === undefined || !who.codes.includes(memory.target ?? '') || isSupposed(scene, verb)) return
    add(
      scene,
      into,
      withCodes(
        who,
        who.codes.filter((code) => code === memory.target),
      ),
      'supports',
      { about: 'conduct' },
      verb,
      entry,
      verb.index + 1,
    )
    return
  }
  if (speaker === undefined || speaker.codes.length === 0) return
  if (entry.about === 'conduct') {
    if (holder !== undefined && holder.codes.length > 0 && holder.codes.every((code) => speaker.codes.includes(code)))
      return
    const issue = subject === undefined ? undefined : subjectIssue(scene, subject)
    if (verb.negated && entry.negated !== true) return
    // "his ability to kill", "texts against massacring": who does it is not told
    if (verb.form !== 'finite' && issue !== undefined && issue.about !== 'conduct') return
    let about: About = 'conduct'
    if (subject !== undefined && isPartOfText(scene, subject)) about = 'resolution'
    else if (
      issue !== undefined &&
      !issue.weak &&
      (issue.about === 'resolution' || issue.about === 'sanctions' || issue.about === 'force')
    )
      about = issue.about
    if (
      about === 'conduct' &&
      speaker.codes.includes(memory.target ?? '') &&
      (holder === undefined || holder.codes.length === 0) &&
      subject?.owner === undefined
    )
      return
    if (verb.conditional === true) return
    if (verb.passive && about !== 'conduct') about = 'conduct'
    add(scene, into, speaker, 'opposes', { about, noun: subject }, verb, entry, verb.index + 1)
    return
  }
  let issue = subject === undefined ? undefined : subjectIssue(scene, subject)
  if (issue === undefined) {
    // "Continuing to exert pressure would not help."
    const first = clauses.verbs.find(
      (each) =>
        each.index < verb.index &&
        (each.form === 'ing' || each.form === 'to') &&
        each.subject === undefined &&
        each.index < 3,
    )
    if (first !== undefined) issue = askedBy(clauses.chunks, first, tokens)
  }
  if (issue === undefined && subject !== undefined) {
    const at = placeIn(clauses.chunks, subject)
    issue = issueFrom(clauses.chunks, at, tokens, 6)
    if (issue?.noun !== undefined && issue.noun.from >= verb.from) issue = undefined
  }
  if (
    issue === undefined &&
    subject !== undefined &&
    /^(?:decision|vote|action|move|step|measure|response|outcome|result|text)$/.test(
      tokens[subject.head]?.lower ?? '',
    ) &&
    councilNamed(scene)
  ) {
    issue = issueOf('resolution', 1, true)
  }
  if (entry.rule === 'message' && issue === undefined && !councilNamed(scene) && !isOnText(scene, verb.index)) return
  if (issue === undefined) {
    issue = issueFrom(clauses.chunks, verb.index + 1, tokens, 4)
    // "failed to mention the atrocities" judges no atrocity; "it is unacceptable to bomb a market" does
    if (issue?.about === 'conduct' && subject !== undefined && !POINTING.has(tokens[subject.head])) return
    // "the warrant would harm the talks": who says so wants them to last
    if (issue?.about === 'talks' && issue.sign === 1 && entry.rule === 'will-fail' && entry.part === 'verb') {
      if (!verb.negated && !FAILING.hasVerb(verb))
        add(scene, into, speaker, 'supports', issue, verb, SPARED, verb.index + 1)
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
  add(scene, into, speaker, stance, { about: issue.about }, verb, entry, verb.index + 1)
}

/** "has no effect on the talks", "failed to bring talks" */
const FAILING = new WordSet(['fail', 'have', 'do', 'make', 'bring', 'be'])
const SPARED = { rule: 'spared' }

const POINTING = new WordSet(['it', 'this', 'that'])

const PARTS = new WordSet(
  'provision provisions wording language clause clauses paragraph paragraphs document text'.split(' '),
)

export const WORDED = new WordSet(
  'text draft proposal counter-proposal counterproposal provision paragraph wording'.split(' '),
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

const DENYING = new WordSet(['not', 'neither', 'no'])

const NOBODY = new WordSet(['nobody', 'none', 'neither'])

/** Adjectives and nouns after "be": attitudes ("is opposed to"), judgements ("is unacceptable"). */
export function predicate(scene: Scene, told: VerbChunk, into: FoundStance[]): void {
  const verb = isDenied(scene, told) ? contrary(told) : told
  const { tokens, clauses, to } = scene
  // "would not stand in the way of it"
  if (verb.lemma === 'stand' && tokens[verb.to]?.lower === 'in') return
  if (!verb.passive && CALLING.hasVerb(verb)) {
    called(scene, verb, into)
    return
  }
  if (!BE_WORDS.hasVerb(verb) && !verb.passive) return
  const start = verb.copula ? verb.at + 1 : verb.passive ? verb.at : verb.at + 1
  let denied = false
  for (let at = start; at < Math.min(to, start + 5); at++) {
    let best: { entry: Entry; length: number } | undefined
    if ((rolesAt(tokens, at) & (ROLES.attitude | ROLES.evaluation)) !== 0)
      entryTrie.each(tokens, at, to, (entry, length) => {
        if (entry.part !== 'adjective' || (entry.role !== 'attitude' && entry.role !== 'evaluation')) return
        if (entry.negated === true && !verb.negated) return
        if (best === undefined || length > best.length || (length === best.length && entry.role === 'attitude'))
          best = { entry, length }
      })
    if (best === undefined) {
      if (tokens[at]?.kind === 'mark') return
      if (DENYING.has(tokens[at])) denied = true
      continue
    }
    const { entry, length } = best
    if (denied && entry.negated !== true && entry.role === 'evaluation' && !verb.negated) {
      // 'was "not balanced"'
      const not = sameVerb(verb)
      not.negated = true
      judge(scene, not, entry, into)
      return
    }
    if (entry.role === 'attitude') {
      if (verb !== told && entry.stance !== 'opposes' && entry.stance !== 'vetoes') return
      const holder = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
      if (holder === undefined || holder.codes.length === 0) return
      const next = clauses.chunks.findIndex((chunk) => chunk.to > at + length - 1)
      // "was alone in opposing it": the wording's own verb
      const own = clauses.chunks[next]?.kind === 'verb' && clauses.chunks[next]?.to === at + length
      const index = Math.max(own ? next + 1 : next, verb.index + 1)
      if (entry.about === 'conduct' && !verb.negated && fears(scene, holder, verb, entry, into)) return
      settle({ scene, entry, holder, verb, objectAt: index }, issueFrom(clauses.chunks, index, tokens), into)
    } else judge(scene, verb, entry, into)
    return
  }
}
