import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { standsAt } from './before.js'
import { blamed, condemns, isOwnDoing } from './blamed.js'
import { isOfUN } from './bodies.js'
import type { VerbChunk } from './chunks.js'
import type { Clauses } from './clauses.js'
import { isReportedBy } from './done.js'
import type { Entity } from './entity.js'
import { holderOf } from './holders.js'
import { type Issue, issueOf, signed } from './issue.js'
import { alsoIssue, issueFrom } from './issues.js'
import { type Entry, ROLES } from './lexicon.js'
import { isPurpose, isToldAlready } from './purposes.js'
import {
  asksNothing,
  CAUSING,
  DENYING,
  isBeyond,
  isNoOne,
  isOfOthers,
  isOfTabled,
  isSubjunctive,
  isToHaveDone,
  KINDLY,
  toEveryone,
  UNASKED,
} from './request-guards.js'
import { antecedentIssue, end, type FoundStance, isText, type Scene } from './scene.js'
import { turned } from './turned.js'
import { isThwarted } from './undertakings.js'
import { isDeniedDoing } from './verb-moods.js'
import { atForce, byItself } from './warfare.js'
import { WordSet } from './wordset.js'

/** "urged Iran to return to talks", "demanded that Syria withdraw", "call for restraint". */
export function request(scene: Scene, verb: VerbChunk, into: FoundStance[], asker?: Entity): void {
  const { tokens, clauses, to } = scene
  const match = entriesAt(tokens, verb.at, to, ROLES.request)
  if (match === undefined || verb.form === 'participle') return
  if (verb.modal === 'may' || verb.modal === 'might' || isUnderHow(scene, verb)) return
  if (isText(scene, verb) && verb.modal !== undefined) return
  if (isToHaveDone(clauses, verb) || isOfTabled(scene, verb)) return
  // "did not ask for sanctions": nor does it oppose them
  if (verb.negated && verb.modal === undefined && verb.form === 'finite' && ASKING.hasVerb(verb)) return
  // "denied that it had asked for arms"
  if (isReportedBy(verb, DENYING) || isDeniedDoing(verb) || isThwarted(scene, verb)) return
  const holder = asker ?? holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0) return
  const asking: Asking = { scene, entry: match.entry, holder, verb }
  const complement = clauses.verbs.find(
    (each) =>
      each.index > verb.index &&
      each.index <= verb.index + 9 &&
      !isBeyond(clauses, verb, each) &&
      !isPurpose(scene, verb, each) &&
      ((each.parent === verb && (each.form === 'to' || (match.entry.negative === true && prepared(clauses, each)))) ||
        (each.reported === verb && (match.entry.rule === 'demand' || isSubjunctive(tokens, each)))),
  )
  const more =
    complement === undefined
      ? []
      : clauses.verbs.filter(
          (each) =>
            each.index > complement.index &&
            each.index < complement.index + 10 &&
            (each.parent === complement ||
              (each.parent === verb && each !== complement) ||
              (each.reported === verb && complement.reported === verb)) &&
            conjoined(clauses, each),
        )
  const vague =
    complement !== undefined &&
    askedBy(clauses.chunks, complement, tokens) === undefined &&
    more.some((each) => askedBy(clauses.chunks, each, tokens) !== undefined)
  if (complement !== undefined && !vague) ask(asking, complement, into)
  else if (vague) for (const each of more) ask(asking, each, into)
  else if (match.entry.negative === true) return
  else if (
    match.entry.rule !== 'urge' ||
    /^(?:demand|call|urge|request|want|encourage)/.test(match.entry.words) ||
    askedFor(clauses, verb)
  ) {
    if (isOfOthers(scene, verb)) return
    const issue =
      issueFrom(clauses.chunks, verb.index + 1, tokens) ??
      (verb.antecedent === undefined ? undefined : antecedentIssue(scene, verb.antecedent))
    if (issue !== undefined && !isToldAlready(into, verb, issue)) wanted(asking, issue, into)
  }
  // Further verbs in the same breath: "urged Iran to stop X and return to Y".
  if (complement !== undefined) {
    for (const more of clauses.verbs) {
      if (more.index <= complement.index || more === complement) continue
      if (
        (more.parent === complement ||
          more.parent === verb ||
          (more.reported === verb && complement.reported === verb)) &&
        conjoined(clauses, more)
      )
        ask(asking, more, into)
      if (more.index > complement.index + 8) break
    }
  }
}

const ASKING = new WordSet(['ask', 'call', 'request', 'appeal'])

/** "how Seoul wanted the Council to respond": not told. */
export function isUnderHow({ tokens }: Scene, { subject }: VerbChunk): boolean {
  return (
    subject !== undefined &&
    (standsAt(tokens, subject.from - 1)?.lower === 'how' || tokens[subject.from]?.lower === 'how')
  )
}

/** "pressed colleagues for a quick vote" */
function askedFor(clauses: Clauses, verb: VerbChunk): boolean {
  const object = clauses.chunks[verb.index + 1]
  const link = clauses.chunks[verb.index + 2]
  return object?.kind === 'noun' && link?.kind === 'preposition' && link.word === 'for'
}

/** "-ing" behind a preposition: "against testing". */
function prepared(clauses: Clauses, verb: VerbChunk): boolean {
  return verb.form === 'ing' && clauses.chunks[verb.index - 1]?.kind === 'preposition'
}

function conjoined(clauses: Clauses, verb: VerbChunk): boolean {
  const before = clauses.chunks[verb.index - 1]
  const earlier = clauses.chunks[verb.index - 2]
  return before?.kind === 'conjunction' || (before?.kind === 'adverb' && earlier?.kind === 'conjunction')
}

/** A wording of request as it stands: who asks, by which verb. */
export interface Asking {
  readonly scene: Scene
  readonly entry: Entry
  readonly holder: Entity
  readonly verb: VerbChunk
}

/** Adds what someone holds who asks for an action. */
export function ask(asking: Asking, action: VerbChunk, into: FoundStance[]): void {
  const { scene, entry, holder, verb } = asking
  const addressee = action.subject?.entity
  if (asksNothing(scene, verb, action, entry)) return
  if (
    addressee !== undefined &&
    addressee.codes.length > 0 &&
    addressee.codes.every((code) => holder.codes.includes(code)) &&
    entry.rule === 'urge' &&
    // "asked it to lift the ban": not itself
    !(verb.form === 'ing' && scene.tokens[verb.to]?.lower === 'it')
  )
    return
  // "hopes that no one will use force"
  const { tokens } = scene
  const nobody = action.form === 'finite' && isNoOne(scene, action.subject)
  let issue = askedBy(scene.clauses.chunks, action, tokens, nobody !== action.negated)
  if (isOwnDoing(scene, verb, action, issue)) return
  if (
    addressee?.codes.includes('UNSC') &&
    action.form === 'to' &&
    !holder.codes.includes('UNSC') &&
    /^(?:demand|call|urge|press|order)$/.test(action.lemma)
  )
    // "urged the Council to call for a halt": one wants what the Council is to ask for.
    request(scene, action, into, holder)
  if (addressee?.silent === true && issue?.about === 'conduct') return
  // "asked the Secretary-General to go on reporting": the Council's own business.
  if (holder.codes.includes('UNSC') && addressee?.codes.includes('UN')) return
  // "wants the Council to condemn the launch": the asker condemns it.
  if (addressee?.codes.includes('UNSC') && !holder.codes.includes('UNSC') && action.form === 'to' && !action.negated)
    condemns(scene, holder, action, into)
  // "helped them rebuild the army": no one's wrong
  if (CAUSING.has(entry.words) && (issue === undefined || issue.about === 'conduct')) return
  if (entry.words === 'prompt' || (UNASKED.has(entry.words) && issue === undefined)) return
  if (issue === undefined && blamed(scene, action, entry)) issue = issueOf('conduct', -1, true)
  if (issue === undefined) {
    if (addressee === undefined || addressee.codes.length === 0) return
    if (action.copula || (entry.words === 'hope' && addressee.pronoun === true)) return
    if (addressee.codes.some(isOfUN)) issue = issueOf('resolution', 1, true)
    else if (KINDLY.hasVerb(action) && !addressee.codes.includes(scene.memory.target ?? '')) return
    else issue = issueOf('conduct', -1, true)
  }
  if (issue.about === 'conduct' && addressee !== undefined && addressee.codes.some(isOfUN))
    issue = issueOf('resolution', 1, issue.weak, issue.noun, issue.effect, issue.sure)
  issue = byItself(scene, addressee, issue)
  if (issue.about === 'conduct' && issue.sign === 1 && entry.negative !== true) issue = signed(issue, -1)
  if (entry.negative === true && issue.effect === undefined && issue.about !== 'conduct') return
  // "warned the parties to hold their fire" asks it of them
  const negative = entry.negative === true && action.form !== 'to'
  const sign = negative ? ((issue.about === 'conduct' ? -1 : -issue.sign) as 1 | -1) : issue.sign
  wanted(asking, signed(issue, sign), into, action)
}

/** A court that is to look into a deed has not done it. */
const COURTS: ReadonlySet<string> = new Set(['ICC', 'ICJ'])

/** Adds what someone holds who asks for a thing, or for an `action` with it. */
export function wanted(asking: Asking, at: Issue, into: FoundStance[], action?: VerbChunk): void {
  const { scene, entry, holder, verb } = asking
  const issue = atForce(scene, at) ?? at
  // "would seek no new sanctions"
  const none =
    action === undefined &&
    issue.noun !== undefined &&
    scene.clauses.chunks[verb.index + 1] === issue.noun &&
    scene.tokens[issue.noun.from]?.lower === 'no'
  let now = turned(scene, (issue.sign === 1) !== none ? 'supports' : 'opposes', verb)
  if (now === undefined) return
  if (now === 'accepts') now = 'supports'
  if (issue.about === 'conduct' && (now === 'supports' || entry.words === 'seek')) return
  // "urged all sides to show restraint" blames no one.
  if (issue.about === 'conduct' && issue.effect === 'mend' && toEveryone(scene, verb)) return
  const addressed = action?.subject?.entity?.codes[0]
  const target =
    issue.about === 'conduct' && addressed !== undefined && !COURTS.has(addressed) && !holder.codes.includes(addressed)
      ? { target: addressed }
      : {}
  add(
    scene,
    into,
    {
      holder,
      stance: now,
      about: issue.about,
      noun: issue.noun,
      verb,
      rule: `${entry.rule}:${issue.effect ?? 'for'}`,
      to: end(scene, action?.index ?? verb.index + 1, issue),
    },
    target,
  )
  const other = action === undefined ? alsoIssue(scene.clauses.chunks, issue, scene.tokens) : undefined
  if (other !== undefined) wanted(asking, other, into)
}
