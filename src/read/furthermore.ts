import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { isOfUN } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import { canHold } from './entity.js'
import { isHeldByOne } from './held-already.js'
import { heldEarlier } from './pointing.js'
import { type FoundStance, type Scene, speakerOf, subjectIssue } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

/** "wants a resolution that would tighten the embargo": whoever wants the text wants what it does. */
export function throughText(scene: Scene, into: FoundStance[]): void {
  if (scene.headline) return
  const { clauses, tokens } = scene
  for (const each of into.slice()) {
    if (each.about !== 'resolution' || each.stance !== 'supports' || each.cast === true || each.past === true) continue
    if (isHeldByOne(into, each.actors, 'sanctions')) continue
    for (let at = each.from; at < Math.min(clauses.chunks.length - 2, each.to + 2); at++) {
      const noun = clauses.chunks[at]
      if (noun?.kind !== 'noun' || aboutOf(noun, tokens)?.about !== 'resolution') continue
      const next = clauses.chunks[at + 1]
      const verb = next?.kind === 'relative' ? clauses.chunks[at + 2] : next
      if (verb?.kind !== 'verb' || (next?.kind === 'verb' && next.form !== 'ing' && next.form !== 'to')) continue
      const asked = askedBy(clauses.chunks, verb as VerbChunk, tokens)
      if (asked?.about !== 'sanctions' || asked.weak || asked.sign !== 1) continue
      into.push({
        ...each,
        about: 'sanctions',
        stance: 'supports',
        from: at,
        to: Math.min(verb.index + 2, clauses.chunks.length - 1),
        rule: 'through-text',
      })
      break
    }
  }
}

const BESIDE = new WordSet(['back', 'support', 'join', 'second', 'assist', 'help'], true)

/** Without one of these nothing is found. */
export const BACKING: readonly Need[] = [BESIDE]

/** "Britain and France, backed by Germany, introduced a draft": who backs them backs it. */
export function beside(scene: Scene, into: FoundStance[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.form !== 'participle' || !BESIDE.hasVerb(verb) || scene.tokens[verb.from - 1]?.lower !== ',') continue
    const backer = agentOf(scene, verb)?.entity
    const whom = verb.subject?.entity
    if (!canHold(backer) || whom === undefined) continue
    const theirs = into.find(
      (each) =>
        (each.stance === 'sponsors' || each.stance === 'supports') &&
        each.about === 'resolution' &&
        each.from > verb.index &&
        each.actors.some((code) => whom.codes.includes(code)),
    )
    const actors = backer.codes.filter((code) => !whom.codes.includes(code) && !isOfUN(code))
    if (theirs === undefined || actors.length === 0 || actors.includes(scene.memory.target ?? '')) continue
    into.push({
      actors,
      stance: 'supports',
      about: 'resolution',
      from: verb.index,
      to: theirs.to,
      rule: 'beside',
      words: [verb.from, verb.to],
      ...(theirs.target === undefined ? {} : { target: theirs.target }),
    })
  }
}

function agentOf(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  if (verb.agent !== undefined) return verb.agent
  const by = scene.clauses.chunks[verb.index + 2]
  return by?.kind === 'noun' && by.preposition === 'by' ? by : undefined
}

const CARRIES = new WordSet('enforce implement apply observe respect execute honor honour uphold'.split(' '))
const ENSURING = new WordSet(['ensure', 'ensuring', 'guarantee', 'sure', 'assure'])

/** "the sanctions would be strictly enforced", "to ensure that the embargo is applied": the speaker is for carrying it out. */
export function enforced(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!verb.passive || verb.negated || verb.subject === undefined || !CARRIES.hasVerb(verb)) return
  if (verb.conditional === true || verb.agent !== undefined) return
  const issue = subjectIssue(scene, verb.subject)
  if (issue === undefined || (issue.about !== 'sanctions' && issue.about !== 'resolution')) return
  const ensured = ensuring(scene, verb)
  if (!ensured && verb.modal !== 'will' && verb.modal !== 'would') return
  const asker = scene.clauses.verbs.find((each) => each.index < verb.index && each.subject?.entity !== undefined)
  const speaker =
    speakerOf(scene, verb.index) ??
    (ensured && asker?.subject !== undefined ? actorOf(scene, asker.subject) : undefined)
  if (speaker === undefined || speaker.codes.length === 0 || speaker.codes.includes(scene.memory.target ?? '')) return
  // "must work to ensure that the sanctions are applied" asks no change of ways.
  const mend = into.findIndex((each) => each.rule === 'must:mend' && each.from < verb.index)
  if (ensured && mend >= 0) into.splice(mend, 1)
  add(scene, into, {
    holder: speaker,
    stance: 'supports',
    about: 'implementation',
    verb,
    rule: 'enforced',
    to: verb.index + 1,
  })
}

/** "to ensure that", "make sure that" */
function ensuring(scene: Scene, verb: VerbChunk): boolean {
  const before = verb.subject?.from ?? verb.from
  for (let at = before - 1; at >= Math.max(scene.from, before - 3); at--)
    if (ENSURING.has(scene.tokens[at])) return true
  return verb.reported !== undefined && (ENSURING.hasVerb(verb.reported) || verb.reported.lemma === 'see')
}

const OBJECTING = new WordSet(['object', 'dissent', 'demur', 'disagree'])

/** "Qatar also objected": to what is being told of. */
export function objected(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { topic } = scene.memory
  if (!OBJECTING.hasVerb(verb) || verb.form !== 'finite' || verb.negated || verb.modal !== undefined) return
  if (scene.headline || verb.passive || verb.subject === undefined) return
  if (topic !== 'sanctions' && topic !== 'resolution' && topic !== 'force') return
  const next = scene.clauses.chunks[verb.index + 1]
  if (next !== undefined && next.kind !== 'comma' && next.kind !== 'mark' && next.kind !== 'conjunction') return
  const holder = actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0 || holder.codes.includes('UNSC')) return
  // "The sponsors objected": to what others say of their text.
  const sponsors = (code: string) => heldEarlier(scene, code, topic, 'supports')
  if (holder.codes.some(sponsors)) return
  if (into.some((each) => each.about === topic && each.stance === 'sponsors' && shares(each.actors, holder.codes)))
    return
  add(scene, into, { holder, stance: 'opposes', about: topic, verb, rule: 'objected', to: verb.index })
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((code) => others.includes(code))
}

const UNDONE = new Set('lift ease scrap remove drop end loosen relax suspend abolish delete cancel'.split(' '))
const PUT_THROUGH = new Set([
  ...'through adopt pass impose approve enforce renew extend tighten agree'.split(' '),
  ...UNDONE,
])

/** "moves to get the sanctions adopted": a way to want it. */
export function gotDone(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (
    (verb.lemma !== 'get' && !(verb.lemma === 'have' && verb.form === 'to')) ||
    verb.negated ||
    verb.conditional === true
  )
    return
  const { chunks } = scene.clauses
  const object = chunks[verb.index + 1]
  const done = chunks[verb.index + 2]
  if (object?.kind !== 'noun' || done === undefined) return
  const how = done.kind === 'verb' ? done.lemma : done.kind === 'preposition' || done.kind === 'adverb' ? done.word : ''
  if (!PUT_THROUGH.has(how)) return
  const issue = subjectIssue(scene, object)
  if (issue === undefined || (issue.about !== 'sanctions' && issue.about !== 'resolution')) return
  const subject = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  const holder = subject !== undefined && subject.codes.length > 0 ? subject : speakerOf(scene, verb.index)
  if (holder === undefined || holder.codes.length === 0) return
  const stance = UNDONE.has(how) ? 'opposes' : 'supports'
  add(scene, into, { holder, stance, about: issue.about, verb, rule: 'got-done', to: verb.index + 2 })
}

const SUPPORT = new WordSet('support backing help approval authorization authorisation blessing endorsement'.split(' '))
const ASKING = new WordSet(['ask', 'seek', 'request', 'appeal', 'urge', 'need'])

/** "asked the Council for its support", "sought the Council's backing": an appeal to the Council. */
export function appealed(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!ASKING.hasVerb(verb) || verb.passive || verb.negated || verb.subject === undefined) return
  const holder = actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0 || holder.codes.includes('UNSC')) return
  const { chunks } = scene.clauses
  let wanted = false
  let council = false
  let last = verb.index
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 6); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma' || chunk?.kind === 'subordinator') break
    if (chunk?.kind !== 'noun') continue
    if (SUPPORT.has(scene.tokens[chunk.head])) wanted = true
    if (chunk.entity?.codes[0] === 'UNSC' || chunk.owner?.codes[0] === 'UNSC') council = true
    last = at
  }
  if (!wanted || !council) return
  if (isHeldByOne(into, holder.codes, 'resolution')) return
  add(scene, into, { holder, stance: 'supports', about: 'resolution', verb, rule: 'appeal', to: last })
}
