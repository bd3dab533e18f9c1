import type { Mention } from './actors.js'
import { type NounChunk, type VerbChunk, verbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import type { Clauses } from './clauses.js'
import { hedgesIn } from './hedges.js'
import { aboutOf, actionAt, askedBy, entriesAt, type Issue, issueFrom } from './issues.js'
import { type Entry, entryTrie, verbForm } from './lexicon.js'
import { sponsorsIn } from './sponsors.js'
import type { Token } from './tokens.js'
import { verdictsIn } from './verdicts.js'
import { bodyOf, type Entity, type Memory } from './who.js'

/** A stance before dates and quotes are settled. */
export interface FoundStance {
  readonly actors: readonly string[]
  readonly stance: Stance
  readonly about: About
  /** Chunks that say it. */
  readonly from: number
  readonly to: number
  readonly target?: string
  readonly speaker?: Entity
  readonly past?: boolean
  readonly cast?: boolean
  readonly conditional?: boolean
  readonly rule: string
  readonly words: readonly [number, number]
}

export interface Scene {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly clauses: Clauses
  readonly memory: Memory
  readonly headline: boolean
  readonly mentions: readonly Mention[]
}

const FOR: ReadonlySet<Stance> = new Set<Stance>(['supports', 'sponsors', 'accepts'])
const BE_WORDS = new Set([
  'be',
  'remain',
  'become',
  'seem',
  'appear',
  'stay',
  'feel',
  'sound',
  'stand',
  'prove',
  'look',
  'get',
  'consider',
  'call',
  'deem',
  'describe',
  'regard',
  'brand',
  'label',
  'view',
  'see',
])

export function stancesIn(scene: Scene): FoundStance[] {
  const found: FoundStance[] = []
  let withheld = false
  for (const verb of scene.clauses.verbs) {
    if (withheld) break
    withheld = silent(scene, verb, found)
    attitude(scene, verb, found)
    request(scene, verb, found)
    duty(scene, verb, found)
    deed(scene, verb, found)
    evaluation(scene, verb, found)
    predicate(scene, verb, found)
    existential(scene, verb, found)
    alleged(scene, verb, found)
  }
  nouns(scene, found)
  alternatives(scene, found)
  found.push(...sponsorsIn(scene, found))
  found.push(...verdictsIn(scene, found))
  const open = hedgesIn(scene)
  const undecided = (each: FoundStance) =>
    open.some(
      (hedge) =>
        hedge.about === each.about &&
        hedge.from <= each.from &&
        each.actors.every((actor) => hedge.actors.includes(actor)),
    )
  return open.length === 0 ? found : [...open, ...found.filter((each) => !undecided(each))]
}

/** "no alternative to dialogue", "the door is open to talks": whoever says so is for it. */
function alternatives(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  for (let at = scene.from; at < scene.to; at++) {
    if (entryTrie.at(tokens, at).length === 0) continue
    entryTrie.each(tokens, at, scene.to, (entry, length) => {
      if (entry.role !== 'evaluation' || entry.part !== 'phrase') return
      const index = clauses.chunks.findIndex((chunk) => chunk.to > at + length - 1)
      if (index < 0) return
      const verb = [...clauses.verbs].reverse().find((each) => each.index <= index)
      const holder = speakerOf(scene, index) ?? (verb?.subject === undefined ? undefined : actorOf(scene, verb.subject))
      if (holder === undefined || holder.codes.length === 0) return
      const issue = issueFrom(clauses.chunks, index, tokens, 6) ?? issueFrom(clauses.chunks, index + 1, tokens, 6)
      if (issue === undefined || issue.about === 'conduct' || issue.sign === -1) return
      const carrier = verb ?? verbChunk({ index, from: at, to: at + length, at })
      add(
        scene,
        into,
        holder,
        'supports',
        { about: issue.about },
        { ...carrier, index: Math.min(index, carrier.index) },
        entry,
        index,
      )
    })
  }
}

/** "refused to say whether it would veto": nothing is declared, whatever the words behind say. */
function silent(scene: Scene, verb: VerbChunk, into: FoundStance[]): boolean {
  let length = 0
  let found: Entry | undefined
  for (let at = verb.from; at <= verb.at; at++) {
    entryTrie.each(scene.tokens, at, scene.to, (entry, size) => {
      if (
        entry.role !== 'operator' ||
        entry.effect !== 'silent' ||
        size <= length ||
        (entry.negated === true && !verb.negated)
      )
        return
      length = size
      found = entry
    })
  }
  if (found === undefined) return false
  const holder = holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0) return false
  const issue = issueFrom(scene.clauses.chunks, verb.index + 1, scene.tokens)
  const votes = scene.tokens
    .slice(verb.to, scene.to)
    .some((token) => /^(?:veto|abstain|vote|back|support|oppose|resolution)$/.test(token.lower))
  if (!votes && issue === undefined) return false
  add(
    scene,
    into,
    holder,
    'undeclared',
    { about: votes ? 'resolution' : (issue?.about ?? 'resolution') },
    verb,
    found,
    Math.min(verb.index + 4, scene.clauses.chunks.length - 1),
  )
  return true
}

/** Operators on the verb: negation, "refused to", "hesitant to", "threatened to"; the stance that is left, or none. */
function turned(scene: Scene, stance: Stance, verb: VerbChunk): Stance | undefined {
  let now: Stance | undefined = stance
  if (verb.negated) now = negated(now)
  let child = verb
  for (
    let parent = verb.parent, depth = 0;
    parent !== undefined && depth < 4;
    child = parent, parent = parent.parent, depth++
  ) {
    if (child.form === 'finite') break
    const turn = operatorBetween(scene, parent, child)
    if (turn === 'silent') return 'undeclared'
    if (turn === 'undeclared') now = now === undefined ? undefined : 'undeclared'
    else if (turn === 'against') now = now === undefined ? undefined : negated(now)
    else if (turn === 'keep') {
      /* as it is */
    } else if (child.form === 'to' && parent.lemma !== 'be') break
    if (parent.negated && turn === 'keep') now = now === undefined ? undefined : negated(now)
  }
  return now
}

function negated(stance: Stance): Stance | undefined {
  if (stance === 'supports' || stance === 'accepts') return 'opposes'
  if (stance === 'opposes' || stance === 'vetoes') return 'accepts'
  return undefined
}

/** The operator of `parent` on its complement: its verb, or the adjective or noun between the two. */
export function operatorBetween(scene: Scene, parent: VerbChunk, child: VerbChunk): string | undefined {
  const { tokens } = scene
  let turn: string | undefined
  let best = 0
  for (let at = parent.at; at < child.from; at++) {
    entryTrie.each(tokens, at, child.to, (entry, length) => {
      if (entry.role !== 'operator' || length <= best) return
      if (entry.part === 'verb' && at !== parent.at) return
      if (at !== parent.at || turn === undefined || length > best) {
        best = length
        turn = entry.effect
      }
    })
    best = 0
  }
  return turn
}

/** The one who holds a verb's stance: its subject, or the agent of a passive. */
function holderOf(scene: Scene, verb: VerbChunk): Entity | undefined {
  const noun = verb.passive ? verb.agent : verb.subject
  return noun === undefined ? undefined : actorOf(scene, noun)
}

export function actorOf(scene: Scene, noun: NounChunk): Entity | undefined {
  if (noun.entity !== undefined) return noun.entity.silent === true ? undefined : noun.entity
  if (/^members?$/.test(scene.tokens[noun.head]?.lower ?? '')) {
    const at = scene.clauses.chunks.indexOf(noun)
    const of = scene.clauses.chunks[at + 2]
    if (of?.kind === 'noun' && of.preposition === 'of' && of.entity !== undefined) return of.entity
  }
  // "The resolution demands": the Council speaks through its texts; "Tokyo's statement": its author.
  const about = aboutOf(noun, scene.tokens)
  if (about?.about === 'resolution') {
    const draft = scene.tokens.slice(noun.from, noun.to).some((token) => token.lower === 'draft')
    if (noun.owner !== undefined && about.weak) return noun.owner
    if (!about.weak && !draft) return { codes: ['UNSC'] }
    // "approved a statement calling on Iran": the Council's, where the Council is named.
    if (
      about.weak &&
      !draft &&
      noun.entity === undefined &&
      scene.mentions.some((mention) => bodyOf(mention) === 'UNSC')
    )
      return { codes: ['UNSC'] }
  }
  const head = scene.tokens[noun.head]?.lower ?? ''
  if (
    noun.owner !== undefined &&
    /^(?:statement|letter|remarks?|comments?|decision|words|spokes\w+|message|note|speech|tweet|post|reaction|response|communique|report|position|stance)$/.test(
      head,
    )
  )
    return noun.owner
  return undefined
}

export function speakerOf(scene: Scene, index: number): Entity | undefined {
  const speaker = scene.clauses.speakerAt(index)
  if (speaker !== undefined) return speaker.silent === true ? undefined : speaker
  return scene.memory.issuers
}

function add(
  scene: Scene,
  into: FoundStance[],
  holder: Entity,
  stance: Stance,
  issue: { about: About; noun?: NounChunk | undefined },
  verb: VerbChunk,
  entry: { rule: string },
  to: number,
  more: Partial<FoundStance> = {},
): void {
  const { memory } = scene
  const against = issue.noun?.owner?.codes[0] ?? issue.noun?.entity?.codes[0]
  const votes = stance === 'vetoes' || stance === 'abstains' || stance === 'sponsors'
  const actors = holder.codes.filter((code) => {
    // The Council itself casts no vote.
    if (votes && (code === 'UNSC' || code === 'UN')) return false
    if (issue.about !== 'conduct' || stance !== 'opposes') return true
    // No one condemns itself: the words are about something else.
    return !(
      code === memory.target &&
      (against === undefined || against === code) &&
      code !== undefined &&
      more.target === undefined
    )
  })
  if (actors.length === 0) return
  const target =
    more.target ??
    (issue.about === 'conduct' && against !== undefined && !actors.includes(against) ? against : memory.target)
  const speaker = scene.clauses.speakerAt(verb.index)
  into.push({
    actors,
    stance,
    about: issue.about,
    from: verb.index,
    to,
    rule: entry.rule,
    words: [verb.from, verb.to],
    ...(target === undefined || actors.includes(target) ? {} : { target }),
    ...(speaker === undefined ? (holder.person === true ? { speaker: holder } : {}) : { speaker }),
    ...(verb.had || more.past ? { past: true } : {}),
    ...(verb.conditional === true || verb.modal === 'would' || verb.modal === 'could' ? { conditional: true } : {}),
    ...more,
  })
}

/** "X opposes sanctions", "the draft was backed by Y", "Z is opposed to the text". */
function attitude(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses, to } = scene
  const match = entriesAt(tokens, verb.at, to, 'attitude')
  if (match === undefined) return
  const { entry } = match
  const holder = holderOf(scene, verb) ?? (verb.form === 'ing' ? scene.memory.issuers : undefined)
  if (holder === undefined || holder.codes.length === 0) return
  if (isText(scene, verb) && (verb.modal !== undefined || !/^(?:condemn|back)$/.test(entry.rule))) return
  if (
    entry.rule === 'sponsor' &&
    (verb.form !== 'finite' || verb.modal !== undefined || verb.negated) &&
    !(verb.form === 'participle')
  )
    return
  if (
    (entry.rule === 'veto' || entry.rule === 'block') &&
    (verb.conditional === true ||
      verb.modal === 'could' ||
      verb.modal === 'can' ||
      verb.modal === 'may' ||
      verb.modal === 'might' ||
      (verb.modal === 'would' && verb.negated))
  )
    return
  if (entry.words === 'warn' && !actorAfter(scene, verb)) return
  if (
    (entry.rule === 'veto' || entry.rule === 'undeclared') &&
    holder.codes.some((code) => code === 'UNSC' || code === 'UN')
  )
    return
  let object: Issue | undefined =
    verb.passive && verb.subject !== undefined
      ? subjectIssue(scene, verb.subject)
      : issueFrom(clauses.chunks, verb.index + 1, tokens)
  if (verb.form === 'participle' && object?.about !== 'resolution')
    object = antecedentIssue(scene, verb.index) ?? object
  if (
    /^(?:vote|abstain|veto)/.test(entry.words) &&
    (object === undefined || (object.weak && object.about === 'sanctions'))
  ) {
    object = { about: 'resolution', sign: 1, weak: true }
  }
  if (object === undefined && verb.antecedent !== undefined) object = antecedentIssue(scene, verb.antecedent)
  if (entry.rule === 'undeclared' && object?.about !== 'resolution') return
  settle(scene, entry, holder, verb, object, into, verb.index + 1)
}

/** The verb's subject is a text, through which the Council speaks. */
function isText(scene: Scene, verb: VerbChunk): boolean {
  const noun = verb.passive ? verb.agent : verb.subject
  return noun !== undefined && noun.entity === undefined && aboutOf(noun, scene.tokens)?.about === 'resolution'
}

/** "warned Iran", not "warned that". */
function actorAfter(scene: Scene, verb: VerbChunk): boolean {
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' && next.entity !== undefined && next.entity.codes.length > 0
}

/** "the military action that Tokyo had demanded": what is demanded stands before. */
function antecedentIssue(scene: Scene, relative: number): Issue | undefined {
  for (let at = relative - 1; at >= Math.max(0, relative - 7); at--) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind === 'verb' || (chunk?.kind === 'comma' && at !== relative - 1)) return undefined
    if (chunk?.kind !== 'noun') continue
    const issue = subjectIssue(scene, chunk)
    if (issue !== undefined) return issue
  }
  return undefined
}

function subjectIssue(scene: Scene, noun: NounChunk): Issue | undefined {
  const found = aboutOf(noun, scene.tokens)
  return found === undefined ? undefined : { ...found, sign: 1, noun }
}

function settle(
  scene: Scene,
  entry: Entry,
  holder: Entity,
  verb: VerbChunk,
  issue: Issue | undefined,
  into: FoundStance[],
  objectAt: number,
): void {
  const { memory, clauses } = scene
  const stance = entry.stance as Stance
  let about: About | undefined = issue?.about
  let sign = issue?.sign ?? 1
  if (entry.rule === 'veto') {
    sign = 1
    if (about !== 'sanctions') about = 'resolution'
  }
  const object = clauses.chunks[objectAt]
  const named = object?.kind === 'noun' ? object.entity : undefined
  if (entry.about === 'conduct') {
    if (entry.target === true) {
      if (about !== 'conduct' || issue?.weak === true || !holder.codes.includes(memory.target ?? '')) return
      if (verb.conditional === true) return
    } else if (about === undefined || about === 'force' || issue?.weak === true || sign === -1) {
      // "condemned the regime", "accused Iran of …", "concerned that …"
      if (about === undefined && named !== undefined && named.codes.every((code) => holder.codes.includes(code))) return
      about = named?.codes.includes('UNSC') === true && !holder.codes.includes('UNSC') ? 'resolution' : 'conduct'
      sign = 1
    } else if (about === 'implementation' || about === 'talks') {
      about = 'conduct'
    }
  } else if (about === undefined && entry.about !== undefined) about = entry.about
  if (about === undefined) return
  if (entry.only !== undefined && !entry.only.includes(about)) {
    if (entry.about !== undefined && entry.rule !== 'sponsor') about = entry.about
    else return
  }
  if (
    about === 'conduct' &&
    FOR.has(stance) &&
    sign === 1 &&
    entry.target !== true &&
    !holder.codes.includes(memory.target ?? '')
  ) {
    // Support for conduct by another than the target is rarely meant: "seeks nuclear weapons" is no stance of others.
    return
  }
  let now = turned(scene, stance, verb)
  if (now === undefined) return
  if (sign === -1) {
    if (now === 'sponsors') return
    now = FOR.has(now) ? 'opposes' : about === 'conduct' ? 'opposes' : 'supports'
  }
  if (now === 'accepts' && about === 'conduct') return
  if (now === 'accepts' && about === 'talks') now = 'supports'
  const cast =
    /^(?:vote|veto|abstain|absent)/.test(entry.words) &&
    verb.form === 'finite' &&
    verb.modal === undefined &&
    !verb.negated
  const target =
    entry.about === 'conduct' &&
    named !== undefined &&
    named.codes.length === 1 &&
    !holder.codes.includes(named.codes[0] ?? '')
      ? { target: named.codes[0] as string }
      : {}
  add(scene, into, holder, now, { about, noun: issue?.noun }, verb, entry, end(scene, objectAt, issue), {
    ...target,
    ...(cast ? { cast } : {}),
  })
}

function end(scene: Scene, at: number, issue: Issue | undefined): number {
  const noun = issue?.noun
  if (noun === undefined) return Math.min(at + 2, scene.clauses.chunks.length - 1)
  const index = scene.clauses.chunks.findIndex((chunk) => chunk.from <= noun.from && noun.from < chunk.to)
  return Math.max(at - 1, index)
}

/** "urged Iran to return to talks", "demanded that Syria withdraw", "call for restraint". */
function request(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses, to } = scene
  const match = entriesAt(tokens, verb.at, to, 'request')
  if (match === undefined || verb.form === 'participle') return
  if (isText(scene, verb) && verb.modal !== undefined) return
  const holder = holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0) return
  const complement = clauses.verbs.find(
    (each) =>
      each.index > verb.index &&
      each.index <= verb.index + 9 &&
      ((each.parent === verb && (each.form === 'to' || (match.entry.negative === true && prepared(clauses, each)))) ||
        (each.reported === verb && (match.entry.rule === 'demand' || isWished(tokens, each)))),
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
  if (complement !== undefined && !vague) ask(scene, holder, verb, complement, match.entry, into)
  else if (vague) for (const each of more) ask(scene, holder, verb, each, match.entry, into)
  else if (match.entry.rule !== 'urge' || /^(?:demand|call|urge|request|want|encourage)/.test(match.entry.words)) {
    const issue =
      issueFrom(clauses.chunks, verb.index + 1, tokens) ??
      (verb.antecedent === undefined ? undefined : antecedentIssue(scene, verb.antecedent))
    if (issue !== undefined) wanted(scene, holder, verb, issue, match.entry, into, undefined)
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
        ask(scene, holder, verb, more, match.entry, into)
      if (more.index > complement.index + 8) break
    }
  }
}

/** "demanded the Council act", "urged that Iran should stop": what is wished for, not what is. */
function isWished(tokens: readonly Token[], verb: VerbChunk): boolean {
  const forms = verbForm(tokens[verb.at]?.lower ?? '')?.forms
  return (
    verb.modal === 'should' ||
    (verb.modal === undefined && forms?.includes('base') === true && !forms.includes('past') && verb.from === verb.at)
  )
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

function ask(
  scene: Scene,
  holder: Entity,
  verb: VerbChunk,
  action: VerbChunk,
  entry: Entry,
  into: FoundStance[],
): void {
  const addressee = action.subject?.entity
  if (isText(scene, verb) && !/^(?:demand|urge|call|ask|request|require|press|warn|appeal|order)/.test(entry.words))
    return
  if (
    action.form === 'finite' &&
    /^(?:agree|say|hope|expect|want)/.test(entry.words) &&
    action.modal === undefined &&
    entry.words !== 'hope'
  )
    return
  if (
    addressee !== undefined &&
    addressee.codes.length > 0 &&
    addressee.codes.every((code) => holder.codes.includes(code)) &&
    entry.rule === 'urge'
  )
    return
  let issue = askedBy(scene.clauses.chunks, action, scene.tokens)
  if (addressee?.silent === true && issue?.about === 'conduct') return
  if (issue === undefined) {
    if (addressee === undefined || addressee.codes.length === 0) return
    if (action.copula || (entry.words === 'hope' && addressee.pronoun === true)) return
    if (addressee.codes.includes('UNSC') || addressee.codes.includes('UN'))
      issue = { about: 'resolution', sign: 1, weak: true }
    else issue = { about: 'conduct', sign: -1, weak: true }
  }
  if (
    issue.about === 'conduct' &&
    addressee !== undefined &&
    (addressee.codes.includes('UNSC') || addressee.codes.includes('UN'))
  )
    issue = { ...issue, about: 'resolution', sign: 1 }
  if (issue.about === 'conduct' && issue.sign === 1 && entry.negative !== true) issue = { ...issue, sign: -1 }
  const sign = entry.negative === true ? ((issue.about === 'conduct' ? -1 : -issue.sign) as 1 | -1) : issue.sign
  wanted(scene, holder, verb, { ...issue, sign }, entry, into, action)
}

function wanted(
  scene: Scene,
  holder: Entity,
  verb: VerbChunk,
  issue: Issue,
  entry: Entry,
  into: FoundStance[],
  action: VerbChunk | undefined,
): void {
  let now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
  if (now === undefined) return
  if (now === 'accepts') now = 'supports'
  if (issue.about === 'conduct' && now === 'supports') {
    return
  }
  const addressed = action?.subject?.entity?.codes[0]
  const target =
    issue.about === 'conduct' && addressed !== undefined && !holder.codes.includes(addressed)
      ? { target: addressed }
      : {}
  add(
    scene,
    into,
    holder,
    now,
    { about: issue.about, noun: issue.noun },
    verb,
    { rule: `${entry.rule}:${issue.effect ?? 'for'}` },
    end(scene, action?.index ?? verb.index + 1, issue),
    target,
  )
}

/** "time for the Council to act", "important for Iran to comply": the one called upon. */
function calledUpon(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const { chunks } = scene.clauses
  let at = verb.index - 1
  if (chunks[at]?.kind === 'adverb') at--
  const noun = chunks[at]
  if (noun?.kind !== 'noun' || noun.preposition !== 'for' || noun.entity === undefined) return undefined
  const before = chunks[at - 2]
  if (before === undefined) return undefined
  const word = scene.tokens[before.to - 1]?.lower ?? ''
  return /^(?:time|important|essential|crucial|imperative|vital|urgent|necessary|need|high|critical)$/.test(word)
    ? noun
    : undefined
}

const MUST = new Set(['must', 'should', 'shall', 'ought'])

/** "Iran must stop", "the Council should act", "all sides need to return to talks": the speaker asks. */
function duty(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  const modal = verb.modal !== undefined && MUST.has(verb.modal)
  const need =
    verb.form === 'to' &&
    verb.parent !== undefined &&
    verb.parent.index === verb.index - 1 &&
    /^(?:need|have|ought)$/.test(verb.parent.lemma) &&
    verb.parent.form !== 'participle' &&
    !verb.parent.negated
  const call = verb.form === 'to' ? calledUpon(scene, verb) : undefined
  if (!modal && !need && call === undefined) return
  if (verb.conditional === true) return
  const speaker = speakerOf(scene, verb.index)
  if (speaker === undefined || speaker.codes.length === 0) return
  const subject = verb.subject?.entity
  let issue = askedBy(clauses.chunks, verb, tokens)
  if (issue === undefined) {
    if (
      subject === undefined ||
      subject.codes.length === 0 ||
      subject.codes.every((code) => speaker.codes.includes(code))
    )
      return
    if (subject.codes.includes('UNSC')) issue = { about: 'resolution', sign: 1, weak: true }
    else issue = { about: 'conduct', sign: -1, weak: true }
  }
  const council = subject?.codes.includes('UNSC') === true
  if (
    issue.about === 'conduct' &&
    verb.subject !== undefined &&
    subjectIssue(scene, verb.subject)?.about === 'resolution' &&
    call === undefined
  )
    return
  if (issue.about === 'conduct') {
    if (council) issue = { ...issue, about: 'resolution', sign: 1 }
    else if (
      subject?.codes.every((code) => speaker.codes.includes(code)) &&
      issue.effect === 'mend' &&
      speaker.codes.includes(scene.memory.target ?? '')
    )
      return
    else issue = { ...issue, sign: -1 }
  }
  const stance: Stance = issue.sign === 1 ? 'supports' : 'opposes'
  add(
    scene,
    into,
    speaker,
    stance,
    { about: issue.about, noun: issue.noun },
    verb,
    { rule: `must:${issue.effect ?? 'for'}` },
    end(scene, verb.index + 1, issue),
  )
}

const SANCTIONING = new Set([
  'impose',
  'increase',
  'tighten',
  'toughen',
  'strengthen',
  'intensify',
  'extend',
  'renew',
  'expand',
  'reimpose',
  'levy',
  'slap',
  'lift',
  'ease',
  'maintain',
  'keep',
  'apply',
  'adopt',
  'introduce',
  'support',
  'back',
  'join',
  'widen',
  'broaden',
  'step',
  'put',
  'place',
])
const TALKING = new Set([
  'resume',
  'restart',
  'reopen',
  'hold',
  'return',
  'go',
  'come',
  'rejoin',
  'continue',
  'join',
  'start',
  'begin',
  'launch',
  'open',
  'enter',
  'engage',
  'participate',
  'take',
  'attend',
  'negotiate',
  'agree',
  'accept',
  'pursue',
  'seek',
  'revive',
  'facilitate',
  'promote',
  'convene',
  'find',
  'work',
  'settle',
  'solve',
  'resolve',
  'host',
  'mediate',
  'talk',
  'sit',
  'initiate',
  'commit',
  'recommit',
  'support',
  'back',
  'choose',
  'try',
  'favor',
  'favour',
  'push',
  'call',
])

/** What the actor does itself: boycotts talks, agrees to return to them, implements the resolution, will not give up its programme. */
function deed(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses, memory } = scene
  const holder = verb.passive ? undefined : verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0) return
  if (verb.modal !== undefined && MUST.has(verb.modal)) return
  if (
    verb.reported !== undefined &&
    isWished(tokens, verb) &&
    entriesAt(tokens, verb.reported.at, scene.to, 'request') !== undefined
  )
    return
  if (
    verb.parent !== undefined &&
    verb.form === 'to' &&
    entriesAt(tokens, verb.parent.at, scene.to, 'request', ['verb']) !== undefined &&
    operatorBetween(scene, verb.parent, verb) === undefined
  )
    return
  const issue = askedBy(clauses.chunks, { ...verb, negated: false } as VerbChunk, tokens)
  if (issue?.effect === undefined || issue.noun === undefined) return
  const { about } = issue
  if (verb.modal !== undefined && verb.modal !== 'will' && verb.modal !== 'would') return
  if (about === 'talks' && (issue.effect === 'make' || issue.effect === 'stop')) {
    if (verb.subject !== undefined && verb.subject.entity === undefined) return
    if (issue.effect === 'make' && !TALKING.has(verb.lemma)) return
    if (issue.weak && verb.form === 'finite' && verb.modal === undefined) return
    const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
    if (now === undefined) return
    add(
      scene,
      into,
      holder,
      now === 'accepts' ? 'supports' : now,
      { about },
      verb,
      { rule: `deed:${issue.effect}-talks` },
      end(scene, verb.index + 1, issue),
    )
  } else if (
    about === 'implementation' &&
    issue.effect === 'comply' &&
    /^(?:comply|implement|enforce|abide|adhere|respect|honou?r|fulfil|fulfill|observe|uphold)$/.test(verb.lemma)
  ) {
    const now = turned(scene, 'supports', verb)
    if (now === undefined || now === 'accepts') return
    add(scene, into, holder, now, { about }, verb, { rule: 'deed:comply' }, end(scene, verb.index + 1, issue))
  } else if (about === 'conduct' && issue.effect === 'stop' && holder.codes.includes(memory.target ?? '')) {
    const now = turned(scene, 'opposes', verb)
    if (now === 'accepts')
      add(
        scene,
        into,
        holder,
        'supports',
        { about },
        verb,
        { rule: 'deed:will-not-stop' },
        end(scene, verb.index + 1, issue),
      )
  } else if (
    about === 'sanctions' &&
    !holder.codes.includes('UNSC') &&
    !holder.codes.includes('UN') &&
    SANCTIONING.has(verb.lemma) &&
    (issue.effect === 'make' || issue.effect === 'stop') &&
    (verb.modal !== undefined || verb.form !== 'finite')
  ) {
    if (
      !verb.conditional &&
      !holder.codes.includes('UNSC') &&
      (verb.form === 'to'
        ? verb.parent !== undefined && operatorBetween(scene, verb.parent, verb) !== undefined
        : verb.modal === 'will')
    ) {
      const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
      if (now !== undefined && now !== 'accepts' && !holder.codes.includes(memory.target ?? ''))
        add(scene, into, holder, now, { about }, verb, { rule: 'deed:sanctions' }, end(scene, verb.index + 1, issue))
    }
  }
}

/** The speaker judges what is at issue: "sanctions will not work", "the tests are unacceptable". */
function evaluation(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, to } = scene
  const match = entriesAt(tokens, verb.at, to, 'evaluation')
  if (match === undefined) return
  judge(scene, verb, match.entry, into)
}

function judge(scene: Scene, verb: VerbChunk, entry: Entry, into: FoundStance[]): void {
  const { memory, clauses, tokens } = scene
  const denies = verb.negated || (verb.parent !== undefined && operatorBetween(scene, verb.parent, verb) === 'against')
  if (entry.negated === true && !denies) return
  if (entry.negated !== true && verb.negated && entry.about === undefined && entry.stance === undefined) return
  if (verb.subject === undefined && entry.about === undefined) return
  const subject = verb.subject
  const holder = subject?.entity
  const speaker = speakerOf(scene, verb.index)
  if (entry.target === true) {
    const who = speaker ?? holder
    if (who === undefined || !who.codes.includes(memory.target ?? '') || verb.conditional === true) return
    add(
      scene,
      into,
      { ...who, codes: who.codes.filter((code) => code === memory.target) },
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
    let about: About = 'conduct'
    if (
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
    const at = clauses.chunks.indexOf(subject)
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
    issue = { about: 'resolution', sign: 1, weak: true }
  }
  if (issue === undefined) issue = issueFrom(clauses.chunks, verb.index + 1, tokens, 4)
  if (entry.about === 'resolution' && (issue === undefined || issue.weak || issue.about === 'conduct'))
    issue = { about: 'resolution', sign: 1, weak: true }
  if (issue === undefined || (issue.about === 'conduct' && entry.stance === 'supports')) return
  let stance = entry.stance as Stance
  if (verb.negated && entry.negated !== true) stance = stance === 'supports' ? 'opposes' : 'supports'
  if (issue.sign === -1) stance = stance === 'supports' ? 'opposes' : 'supports'
  if (issue.about === 'conduct' && stance === 'supports') return
  add(scene, into, speaker, stance, { about: issue.about }, verb, entry, verb.index + 1)
}

const WRONGS = new Set([
  'violate',
  'defy',
  'ignore',
  'flout',
  'breach',
  'kill',
  'attack',
  'bomb',
  'shell',
  'lie',
  'deceive',
  'hide',
  'conceal',
  'cheat',
  'arm',
  'supply',
  'sponsor',
  'destabilize',
  'destabilise',
  'interfere',
  'meddle',
  'blackmail',
  'smuggle',
  'massacre',
  'slaughter',
  'threaten',
  'provoke',
  'stall',
  'obstruct',
  'mislead',
  'starve',
  'isolate',
  'harbor',
  'harbour',
  'finance',
  'fund',
  'fuel',
  'undermine',
  'renege',
  'shirk',
  'abuse',
  'torture',
  'persecute',
  'repress',
  'oppress',
])

/** "says Iraq is not cooperating", "said Iran was hiding its work": what a speaker tells of the target is blame. */
function alleged(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { target } = scene.memory
  const subject = verb.subject?.entity
  if (
    target === undefined ||
    subject === undefined ||
    verb.passive ||
    verb.conditional === true ||
    !subject.codes.includes(target)
  )
    return
  if (verb.modal !== undefined && verb.modal !== 'will' && verb.modal !== 'would') return
  const speaker = scene.clauses.speakerAt(verb.index)
  if (speaker === undefined || speaker.silent === true || speaker.codes.length === 0 || speaker.codes.includes(target))
    return
  const action = actionAt(scene.tokens, verb, scene.to)
  const fails = verb.negated && (action === 'mend' || action === 'comply')
  if (!fails && (verb.negated || !WRONGS.has(verb.lemma))) return
  add(scene, into, speaker, 'opposes', { about: 'conduct' }, verb, { rule: 'alleged' }, verb.index + 2, { target })
}

function councilNamed(scene: Scene): boolean {
  return scene.mentions.some((mention) => bodyOf(mention) === 'UNSC')
}

/** "there is only a diplomatic solution", "there is no military solution". */
function existential(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  if (!verb.copula || verb.subject === undefined || tokens[verb.subject.from]?.lower !== 'there') return
  const speaker = speakerOf(scene, verb.index)
  const noun = clauses.chunks[verb.index + 1]
  if (speaker === undefined || speaker.codes.length === 0 || noun === undefined) return
  const no = tokens[noun.from]?.lower === 'no' || verb.negated
  const issue = issueFrom(clauses.chunks, verb.index + 1, tokens, 5)
  if (issue === undefined) return
  if (issue.about === 'talks' && !no)
    add(scene, into, speaker, 'supports', { about: 'talks' }, verb, { rule: 'there-is' }, verb.index + 2)
  else if (issue.about === 'force' && no)
    add(scene, into, speaker, 'opposes', { about: 'force' }, verb, { rule: 'there-is' }, verb.index + 2)
}

const CALLING = new Set([
  'call',
  'regard',
  'consider',
  'describe',
  'see',
  'view',
  'brand',
  'label',
  'treat',
  'denounce',
  'condemn',
  'deem',
  'dub',
  'slam',
  'dismiss',
  'recognize',
  'recognise',
  'characterize',
  'characterise',
  'term',
])

/** "called the launch a provocation", "would regard it as a violation": the subject judges the object. */
function called(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses, to } = scene
  const holder = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0) return
  const next = clauses.verbs.find((each) => each.index > verb.index && each.form === 'finite')
  const end = Math.min(next?.from ?? to, verb.to + 26)
  for (let at = verb.to; at < end; at++) {
    let entry: Entry | undefined
    let best = 0
    entryTrie.each(tokens, at, end, (each, length) => {
      if (
        each.role !== 'evaluation' ||
        each.part !== 'adjective' ||
        each.negated === true ||
        each.target === true ||
        length <= best
      )
        return
      best = length
      entry = each
    })
    if (entry === undefined) continue
    const object = clauses.chunks[verb.index + 1]
    const named = object?.kind === 'noun' ? object.entity : undefined
    const found = object?.kind === 'noun' ? subjectIssue(scene, object) : undefined
    let about: About | undefined = found !== undefined && !found.weak ? found.about : undefined
    if (named?.codes.includes('UNSC')) about = 'resolution'
    if (about === 'force' || about === 'implementation') about = 'conduct'
    if (about === undefined && entry.stance === 'opposes' && (entry.about === 'conduct' || named !== undefined))
      about = 'conduct'
    if (about === undefined || (about === 'conduct' && entry.stance === 'supports')) return
    if (named !== undefined && named.codes.length > 0 && named.codes.every((code) => holder.codes.includes(code)))
      return
    add(
      scene,
      into,
      holder,
      entry.stance as Stance,
      { about, ...(object?.kind === 'noun' ? { noun: object } : {}) },
      verb,
      entry,
      verb.index + 3,
    )
    return
  }
}

/** Adjectives and nouns after "be": attitudes ("is opposed to"), judgements ("is unacceptable"). */
function predicate(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses, to } = scene
  if (!verb.passive && CALLING.has(verb.lemma)) {
    called(scene, verb, into)
    return
  }
  if (!BE_WORDS.has(verb.lemma) && !verb.passive) return
  const start = verb.copula ? verb.at + 1 : verb.passive ? verb.at : verb.at + 1
  for (let at = start; at < Math.min(to, start + 5); at++) {
    let best: { entry: Entry; length: number } | undefined
    entryTrie.each(tokens, at, to, (entry, length) => {
      if (entry.part !== 'adjective' || (entry.role !== 'attitude' && entry.role !== 'evaluation')) return
      if (entry.negated === true && !verb.negated) return
      if (best === undefined || length > best.length || (length === best.length && entry.role === 'attitude'))
        best = { entry, length }
    })
    if (best === undefined) {
      if (tokens[at]?.kind === 'mark') return
      continue
    }
    const { entry, length } = best
    if (entry.role === 'attitude') {
      const holder = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
      if (holder === undefined || holder.codes.length === 0) return
      const next = clauses.chunks.findIndex((chunk) => chunk.to > at + length - 1)
      const index = Math.max(next, verb.index + 1)
      settle(scene, entry, holder, verb, issueFrom(clauses.chunks, index, tokens), into, index)
    } else judge(scene, verb, entry, into)
    return
  }
}

const LIGHT = new Set([
  'express',
  'voice',
  'have',
  'reiterate',
  'convey',
  'share',
  'show',
  'declare',
  'state',
  'repeat',
  'signal',
  'announce',
  'confirm',
  'give',
  'offer',
  'make',
  'issue',
  'raise',
  'reaffirm',
  'underline',
  'underscore',
  'stress',
  'emphasize',
  'emphasise',
  'echo',
  'join',
  'win',
  'gain',
  'seek',
  'secure',
  'drop',
  'draw',
  'prompt',
  'spark',
  'trigger',
  'see',
  'feel',
  'harbor',
  'harbour',
  'maintain',
  'indicate',
  'pledge',
  'lend',
  'throw',
  'renew',
  'articulate',
  'register',
  'soften',
  'overcome',
  'face',
  'note',
  'affirm',
  'add',
])

/** Nouns that carry a stance: "Beijing's opposition to the draft", "expressed concern over", "amid opposition by Russia and China". */
function nouns(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  for (let i = 0; i < clauses.chunks.length; i++) {
    const noun = clauses.chunks[i]
    if (noun?.kind !== 'noun') continue
    const match = nounEntry(scene, noun, i)
    if (match === undefined) continue
    const verb = verbBefore(clauses, i)
    const after = agentAfter(clauses, i)
    let holder: Entity | undefined =
      noun.owner !== undefined && noun.owned !== undefined ? noun.owner : (after ?? noun.owner)
    const light = verb !== undefined && (LIGHT.has(verb.lemma) || match.role === 'request')
    if (holder === undefined && verb !== undefined && light && verb.index >= i - 5) holder = holderOf(scene, verb)
    if (holder === undefined || holder.codes.length === 0 || holder.silent === true) continue
    const carrier: VerbChunk = verb ?? verbChunk({ index: i, from: noun.from, to: noun.to, at: noun.head })
    const here: VerbChunk = { ...carrier, index: i, negated: verb !== undefined && light && verb.negated }
    const link = clauses.chunks[i + 1]
    if (
      match.about === 'conduct' &&
      !light &&
      after === undefined &&
      link?.kind !== 'preposition' &&
      link?.kind !== 'subordinator'
    )
      continue
    const no = tokens[noun.from]?.lower === 'no'
    if (no) continue
    const start = after === undefined ? i + 1 : i + 3
    const issue = issueFrom(clauses.chunks, start, tokens) ?? (after === undefined ? undefined : nearIssue(scene, i))
    if (match.role === 'request') {
      const opens = clauses.chunks[after === undefined ? i + 1 : i + 3]
      const asks =
        (opens?.kind === 'preposition' && /^(?:for|to|on|upon)$/.test(opens.word)) ||
        opens?.kind === 'subordinator' ||
        (opens?.kind === 'verb' && opens.form === 'to')
      if (!asks) continue
      const action = clauses.chunks.slice(i + 1, i + 6).find((chunk): chunk is VerbChunk => chunk.kind === 'verb')
      if (
        action !== undefined &&
        (action.form === 'to' || action.form === 'finite') &&
        (issue === undefined || action.subject !== undefined)
      )
        ask(scene, holder, here, action, match, into)
      else wanted(scene, holder, here, issue ?? { about: 'conduct', sign: 1, weak: true }, match, into, undefined)
    } else
      settle(scene, match, holder, here, issue ?? (after === undefined ? undefined : nearIssue(scene, i)), into, i + 1)
    if (verb !== undefined && verb.lemma === 'echo' && noun.owner !== undefined) {
      const echo = holderOf(scene, verb)
      if (echo !== undefined) {
        if (match.role === 'request')
          wanted(scene, echo, here, issue ?? { about: 'conduct', sign: -1, weak: true }, match, into, undefined)
        else settle(scene, match, echo, here, issue, into, i + 1)
      }
    }
  }
}

/** The issue named before in the sentence: "… a resolution, amid opposition by Russia". */
function nearIssue(scene: Scene, before: number): Issue | undefined {
  let near: Issue | undefined
  for (let at = before - 1; at >= 0; at--) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind !== 'noun') continue
    const found = aboutOf(chunk, scene.tokens)
    if (found === undefined || found.about === 'conduct') continue
    if (found.about === 'resolution' && !found.weak) return { ...found, sign: 1, noun: chunk }
    near ??= { ...found, sign: 1, noun: chunk }
  }
  return near
}

function nounEntry(scene: Scene, noun: NounChunk, index: number): Entry | undefined {
  const { tokens, clauses } = scene
  const next = clauses.chunks[index + 1]
  const opens = next?.kind === 'subordinator' || (next?.kind === 'verb' && next.form === 'to')
  let found: Entry | undefined
  let best = 0
  for (let at = Math.max(noun.from, noun.to - 3); at < noun.to; at++) {
    entryTrie.each(tokens, at, noun.to, (entry, length) => {
      if (entry.part !== 'noun' || (entry.role !== 'attitude' && entry.role !== 'request') || at + length !== noun.to)
        return
      const size = length + (entry.role === 'request' && opens ? 0.5 : 0)
      if (size <= best) return
      best = size
      found = entry
    })
  }
  return found
}

function verbBefore(clauses: Clauses, index: number): VerbChunk | undefined {
  for (let at = index - 1; at >= 0 && at > index - 7; at--) {
    const chunk = clauses.chunks[at]
    if (chunk?.kind === 'verb') return chunk
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
  }
  return undefined
}

/** "opposition by/from/of Russia and China". */
function agentAfter(clauses: Clauses, index: number): Entity | undefined {
  const noun = clauses.chunks[index + 2]
  const link = clauses.chunks[index + 1]
  const beyond = clauses.chunks[index + 3]
  if (
    link?.kind === 'comma' &&
    beyond?.kind === 'noun' &&
    (beyond.preposition === 'from' || beyond.preposition === 'by')
  )
    return beyond.entity
  if (link?.kind === 'mark' && link.word === '(' && noun?.kind === 'noun') return noun.entity
  if (clauses.chunks[index + 1]?.kind !== 'preposition' || noun?.kind !== 'noun') return undefined
  if (
    noun.preposition === 'by' ||
    noun.preposition === 'from' ||
    noun.preposition === 'of' ||
    noun.preposition === 'among'
  )
    return noun.entity
  return undefined
}

/** Whether a verb stands in a clause that someone is reported to say. */
export function inSpeech(scene: Scene, verb: VerbChunk): boolean {
  return scene.clauses.speakerAt(verb.index) !== undefined
}
