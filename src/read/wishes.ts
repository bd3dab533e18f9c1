import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import type { VerbChunk } from './chunk.js'
import { soughtMore } from './firmness.js'
import { holderOf } from './holders.js'
import { issueFrom } from './issues.js'
import { prefersOther, wouldRather } from './preferences.js'
import { end, type FoundStance, type Scene, subjectIssue } from './scene.js'
import { turned } from './turned.js'
import { WordSet } from './wordset.js'

const WISHING = new WordSet([
  'want',
  'like',
  'hope',
  'wish',
  'love',
  'prefer',
  'be',
  'need',
  'expect',
  'long',
  'have',
  'determine',
])
const BARE_WISH = new WordSet(['want', 'like', 'prefer', 'wish'])

/** "is determined to see the text adopted", "would like to see a strong resolution", "wants all mention of sanctions deleted". */
export function wishes(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const seeing = verb.lemma === 'see' && verb.form === 'to' && verb.parent !== undefined && WISHING.hasVerb(verb.parent)
  if (!seeing && !(BARE_WISH.hasVerb(verb) && verb.form === 'finite')) return
  if (wouldRather(verb)) {
    prefersOther(scene, verb, into)
    return
  }
  const holder = holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0) return
  const { clauses, tokens } = scene
  const done = clauses.verbs.find(
    (each) =>
      each.index > verb.index + 1 &&
      each.index <= verb.index + 6 &&
      (each.form === 'participle' ||
        each.passive ||
        (each.form === 'finite' && each.past && each.modal === undefined && each.reported === verb)),
  )
  let issue = done === undefined || !directly(scene, verb, done) ? undefined : askedBy(clauses.chunks, done, tokens)
  if (issue?.about === 'conduct' && done !== undefined && DELETED.hasVerb(done)) issue = undefined
  if (done !== undefined && DELETED.hasVerb(done)) {
    // "wants all mention of Chapter VII deleted from the draft"
    const from = issueFrom(clauses.chunks, done.index + 1, tokens, 4)
    const subject = done.subject === undefined ? undefined : subjectIssue(scene, done.subject)
    issue = from ?? subject
    if (issue !== undefined) issue = { ...issue, sign: -1 }
  }
  if (issue === undefined && seeing && done === undefined) issue = issueFrom(clauses.chunks, verb.index + 1, tokens, 5)
  if (issue === undefined) return
  let now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
  if (now === 'accepts') now = issue.about === 'conduct' ? undefined : 'supports'
  if (now === undefined || (issue.about === 'conduct' && now === 'supports')) return
  add(scene, into, {
    holder,
    stance: now,
    about: issue.about,
    noun: issue.noun,
    verb,
    rule: 'wish',
    to: end(scene, done?.index ?? verb.index + 1, issue),
  })
}

const DELETED = new WordSet([
  'delete',
  'remove',
  'drop',
  'strike',
  'cut',
  'omit',
  'exclude',
  'soften',
  'weaken',
  'strip',
  'dilute',
  'excise',
])

/** No clause begins between the two. */
function directly(scene: Scene, verb: VerbChunk, done: VerbChunk): boolean {
  for (let at = verb.index + 1; at < done.index; at++) {
    const kind = scene.clauses.chunks[at]?.kind
    if (kind === 'verb' || kind === 'comma' || kind === 'relative' || kind === 'subordinator') return false
  }
  return true
}

const COMPLAINING = new WordSet(['complain', 'object', 'protest', 'grumble', 'lament', 'charge', 'allege'])

/** "complained that the text had been rushed through": what is complained of. */
export function grievances(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!COMPLAINING.hasVerb(verb) || verb.passive || verb.negated) return
  const clause = scene.clauses.verbs.find((each) => each.reported === verb && each.index <= verb.index + 6)
  if (clause?.subject === undefined || clause.subject.from < verb.to) return
  const holder = holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0) return
  const issue = subjectIssue(scene, clause.subject)
  const whose = clause.subject.entity?.codes[0] ?? clause.subject.owner?.codes[0]
  if (issue !== undefined && issue.about !== 'conduct' && issue.about !== 'implementation') {
    if (verb.lemma === 'allege' || verb.lemma === 'charge') return
    add(scene, into, {
      holder,
      stance: soughtMore(scene, 'opposes', issue.about, holder, clause),
      about: issue.about,
      noun: issue.noun,
      verb,
      rule: 'complain',
      to: clause.index,
    })
  } else if (whose === 'UNSC')
    add(scene, into, { holder, stance: 'opposes', about: 'resolution', verb, rule: 'complain', to: clause.index })
  else if (whose !== undefined && !holder.codes.includes(whose) && holder.codes[0] !== scene.memory.target)
    add(
      scene,
      into,
      { holder, stance: 'opposes', about: 'conduct', verb, rule: 'complain', to: clause.index },
      {
        target: whose,
      },
    )
}
