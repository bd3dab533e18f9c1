import type { NounChunk, VerbChunk } from './chunks.js'
import { letters } from './contact-letters.js'
import { counterpartAt, counterpartsFrom, onPhone, placeAfter, type Side, stateIn } from './counterparts.js'
import { entriesAt } from './issues.js'
import { lexicon } from './lexicon.js'
import { actorOf, operatorBetween, type Scene } from './scene.js'

/** A contact before dates and quotes are settled. */
export interface FoundContact {
  readonly parties: readonly string[]
  readonly mode: Mode
  readonly persons: readonly string[]
  readonly from: number
  readonly to: number
  /** Tokens of the place, where one is told. */
  readonly place?: readonly [number, number]
  readonly planned?: boolean
  readonly rule: string
  readonly words: readonly [number, number]
}

type Mode = 'meeting' | 'call' | 'visit' | 'letter'
const heads = new Map<string, Mode>()
for (const each of lexicon.contacts) for (const head of each.heads ?? []) heads.set(head, each.mode)
/** Verbs that do nothing but hold a contact: "held separate meetings with". */
const LIGHT = new Set('hold have conduct begin open attend convene co-chair chair join conclude finish wrap'.split(' '))
/** Verbs of what was done in it: "discussed the matter with Y", "agreed in a telephone call". */
const DONE = new Set(
  'discuss agree exchange raise stress reaffirm review vow pledge reiterate confirm speak talk say tell decide condemn coordinate consult express'.split(
    ' ',
  ),
)
/** "flew to Geneva to meet": who goes to meet, meets. */
const MOVING = new Set('travel fly go arrive come visit head return gather convene sit assemble'.split(' '))
const RECEIVING = /^(?:receive|host|greet|welcome)/

export function contactsIn(scene: Scene): FoundContact[] {
  const found: FoundContact[] = []
  for (const verb of scene.clauses.verbs) byVerb(scene, verb, found)
  byNoun(scene, found)
  letters(scene, found)
  return found
}

/** A verb that tells a contact, by itself or with its object. */
function modeOf(scene: Scene, verb: VerbChunk): { mode: Mode; words: string; at: number } | undefined {
  const { chunks } = scene.clauses
  const object = chunks[verb.index + 1]
  if (LIGHT.has(verb.lemma)) {
    // 'held "substantive" talks'
    let at = verb.index + 1
    while (
      at < verb.index + 5 &&
      (/^(?:open|close|adjective|adverb)$/.test(chunks[at]?.kind ?? '') || chunks[at - 1]?.kind === 'open')
    )
      at++
    const held = chunks[at]
    const mode = held?.kind === 'noun' ? heads.get(scene.tokens[held.to - 1]?.lower ?? '') : undefined
    if (mode !== undefined) return { mode, words: 'hold', at }
  }
  const match = entriesAt(scene.tokens, verb.at, scene.to, 'contact')
  if (match === undefined) return undefined
  const { words, effect } = match.entry
  if (/^(?:hold|have)/.test(words) && object?.kind !== 'noun') return undefined
  return { mode: effect as Mode, words, at: verb.index }
}

function byVerb(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  if (!happens(scene, verb)) return
  const told = modeOf(scene, verb)
  if (told === undefined && !DONE.has(verb.lemma)) return
  const subject = subjectOf(scene, verb)
  if (subject === undefined || subject.codes.length === 0) return
  if (told === undefined) {
    inPassing(scene, verb, subject, into)
    return
  }
  if (verb.passive) {
    const host = verb.agent === undefined ? undefined : actorOf(scene, verb.agent)
    const at = verb.agent === undefined ? verb.index : scene.clauses.chunks.indexOf(verb.agent)
    if (host?.person === true)
      add(
        scene,
        into,
        subject,
        { codes: host.codes, persons: host.name === undefined ? [] : [host.name], at },
        'meeting',
        verb,
        verb.index,
        false,
      )
    return
  }
  const phone = onPhone(scene, verb.index)
  let { mode } = told
  if (mode === 'call' && !/^(?:call|phone|telephone|ring)/.test(told.words) && !phone && /^talk/.test(told.words))
    mode = 'meeting'
  if (mode === 'meeting' && phone) mode = 'call'
  if (told.words === 'speak' && !phone) return
  const other =
    RECEIVING.test(told.words) || /^(?:call|phone|telephone)$/.test(told.words)
      ? personMet(scene, verb, told.words)
      : mode === 'visit'
        ? visited(scene, verb)
        : counterpartsFrom(scene, told.at, mode)
  const plural = /^(?:meet|hold|have|confer|speak|talk|sit|hold talks|consult)/.test(told.words)
  add(scene, into, subject, other, mode, verb, verb.index, plural)
}

/** "Lavrov and Kerry agreed in a phone call", "Moon discussed it with Putin". */
function inPassing(scene: Scene, verb: VerbChunk, subject: Side, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  const phone = onPhone(scene, verb.index)
  if (/^(?:discuss|consult|coordinate|exchange|review|raise|speak|talk)$/.test(verb.lemma)) {
    const other = counterpartsFrom(scene, verb.index, 'meeting', true)
    if (other !== undefined) add(scene, into, subject, other, phone ? 'call' : 'meeting', verb, verb.index, false)
    else if (phone) add(scene, into, subject, undefined, 'call', verb, verb.index, true)
    return
  }
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 10); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && chunk.form === 'finite') return
    if (chunk?.kind !== 'noun' || !/^(?:in|during|at|after|following)$/.test(chunk.preposition ?? '')) continue
    const mode = heads.get(scene.tokens[chunk.to - 1]?.lower ?? '')
    if (mode !== 'call' && mode !== 'meeting') continue
    const link = chunks[at + 1]
    if (link?.kind === 'preposition' && /^(?:with|of|between|on)$/.test(link.word)) return
    if (subject.codes.length > 1) add(scene, into, subject, undefined, mode, verb, at, true)
    return
  }
}

function add(
  scene: Scene,
  into: FoundContact[],
  subject: Side,
  other: Side | undefined,
  mode: Mode,
  verb: VerbChunk,
  at: number,
  plural: boolean,
): void {
  const purpose = verb.form === 'to' && verb.parent?.form === 'finite' && MOVING.has(verb.parent.lemma)
  const planned = verb.modal !== undefined || (verb.form === 'to' && !(purpose && verb.parent?.modal === undefined))
  const persons = [...subject.persons, ...(other?.persons ?? [])]
  const place = placeAfter(scene, Math.max(at, other?.at ?? 0))
  const push = (parties: readonly string[]) => {
    if (
      parties.length < 2 ||
      into.some((each) => each.mode === mode && parties.every((code) => each.parties.includes(code)))
    )
      return
    into.push({
      parties,
      mode,
      persons: [...new Set(persons)],
      from: verb.index,
      to: Math.max(other?.at ?? at, verb.index),
      ...(place === undefined || mode === 'visit' ? {} : { place }),
      ...(planned ? { planned: true } : {}),
      rule: `contact:${mode}`,
      words: [verb.from, verb.to],
    })
  }
  if (other === undefined) {
    if (plural && subject.codes.length > 1 && mode !== 'visit' && mode !== 'letter') push(subject.codes)
    return
  }
  const others = other.codes.filter((code) => !subject.codes.includes(code))
  if (mode === 'visit') {
    if (subject.codes.length < 4) for (const code of others) for (const who of subject.codes) push([who, code])
  } else if (others.length > 1 && subject.codes.length === 1)
    // A caller and a list of counterparts are pairs; everyone else met everyone.
    for (const code of others) push([subject.codes[0] as string, code])
  else if (others.length > 0) push([...subject.codes, ...others])
}

/** Told as done or planned; not asked for, refused or imagined. */
function happens(scene: Scene, verb: VerbChunk): boolean {
  if (verb.negated || verb.conditional === true || (verb.passive && !isReceived(verb))) return false
  if (verb.modal !== undefined && !/^(?:will|would|'ll)$/.test(verb.modal)) return false
  const { parent } = verb
  if (verb.form === 'to') {
    // "was the first leader to telephone"
    const leader = scene.clauses.chunks[verb.index - 1]
    if (
      parent?.lemma === 'be' &&
      !parent.negated &&
      leader?.kind === 'noun' &&
      scene.tokens
        .slice(leader.from, leader.to)
        .some((token) => /^(?:first|last|latest|only|second|third)$/.test(token.lower))
    )
      return true
    // "is to travel"
    if (parent?.lemma === 'be' && !parent.negated && parent.index + 1 === verb.index) return true
    const before = scene.tokens[verb.from - 1]?.lower ?? ''
    if (
      /^(?:ready|willing|unwilling|prepared|reluctant|able|unable|keen|eager|free|happy|open|chance|opportunity|intention|need|right|refusal|offer|readiness|willingness)$/.test(
        before,
      )
    )
      return false
    if (before === 'plans' && hasNo(scene, verb)) return false
    if (parent === undefined || parent.negated || (parent.modal !== undefined && parent.modal !== 'will')) return false
    if (!parent.passive && entriesAt(scene.tokens, parent.at, scene.to, 'request') !== undefined) return false
    if (MOVING.has(parent.lemma) && parent.form === 'finite') return true
    if (/^(?:refuse|decline|fail|want|wish|hope|offer|seek|continue|try|need|like)$/.test(parent.lemma)) return false
    return operatorBetween(scene, parent, verb) === 'keep'
  }
  return !(
    verb.form === 'ing' &&
    parent !== undefined &&
    /^(?:refuse|reject|avoid|oppose|consider|propose|suggest)$/.test(parent.lemma)
  )
}

/** "was received by Putin" */
function isReceived(verb: VerbChunk): boolean {
  return verb.agent !== undefined && /^(?:receive|host|greet|welcome|meet)$/.test(verb.lemma)
}

/** "has no plans to meet" */
function hasNo(scene: Scene, verb: VerbChunk): boolean {
  const noun = scene.clauses.chunks[verb.index - 1]
  return noun?.kind === 'noun' && /^(?:no|any)$/.test(scene.tokens[noun.from]?.lower ?? '')
}

/** The subject, or those whom it comes from: "ministers of France and Germany". */
function subjectOf(scene: Scene, verb: VerbChunk): Side | undefined {
  const { chunks } = scene.clauses
  const noun = verb.subject
  if (noun === undefined) return undefined
  const entity = actorOf(scene, noun)
  const name = entity?.name === undefined ? [] : [entity.name]
  const at = chunks.indexOf(noun)
  const linked =
    /^(?:of|from)$/.test((chunks[at + 1] as { word?: string } | undefined)?.word ?? '') && entity?.name === undefined
  if (!linked && entity !== undefined && entity.codes.length > 0)
    return { codes: entity.codes, persons: name, at: verb.index }
  const from = chunks[at + 2]
  // "a delegation led by Iran's deputy foreign minister"
  const led = chunks[at + 1]
  if (
    led?.kind === 'verb' &&
    led.form === 'participle' &&
    led.agent !== undefined &&
    /^(?:lead|head|chair)$/.test(led.lemma)
  ) {
    const leader = actorOf(scene, led.agent)
    if (leader !== undefined && leader.codes.length > 0)
      return { codes: leader.codes, persons: leader.name === undefined ? [] : [leader.name], at: verb.index }
  }
  if (!linked || from?.kind !== 'noun' || from.from > verb.from) return undefined
  const codes = from.entity?.codes ?? entity?.codes ?? []
  return codes.length === 0 ? undefined : { codes, persons: name, at: verb.index }
}

/** The person received, hosted or called; "called X a liar" and "welcomed the resolution" are no contacts. */
function personMet(scene: Scene, verb: VerbChunk, words: string): Side | undefined {
  const { chunks } = scene.clauses
  const object = chunks[verb.index + 1]
  const counterpart = counterpartAt(scene, verb.index + 1)
  if (counterpart !== undefined) return counterpart
  if (object?.kind !== 'noun' || object.entity?.person !== true || object.entity.codes.length === 0) return undefined
  const next = chunks[verb.index + 2]
  if (
    words === 'call' &&
    (next?.kind === 'noun' || next?.kind === 'adjective' || next?.kind === 'open' || next?.kind === 'verb')
  )
    return undefined
  const { name, codes } = object.entity
  return { codes, persons: name === undefined ? [] : [name], at: verb.index + 1 }
}

/** "arrived in New York": a town where bodies meet, not a state that is visited. */
function seatOnly(scene: Scene, noun: NounChunk): boolean {
  const named = scene.mentions
    .filter((mention) => mention.from >= noun.from && mention.to <= noun.to)
    .flatMap((mention) => mention.named)
  return (
    named.length > 0 &&
    named.every((each) => each.kind === 'city') &&
    !named.some((each) => 'code' in each && each.code === scene.memory.target)
  )
}

/** The state gone to. */
function visited(scene: Scene, verb: VerbChunk): Side | undefined {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 5); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
    if (chunk?.kind !== 'noun') continue
    const code = seatOnly(scene, chunk) ? undefined : stateIn(scene, chunk)
    const several =
      chunk.entity?.person !== true && (chunk.entity?.codes.length ?? 0) > 1 ? chunk.entity?.codes : undefined
    return code === undefined ? undefined : { codes: several ?? [code], persons: [], at }
  }
  return undefined
}

/** "In a phone call with Xi", "Biden's meeting with Kishida", "talks between Iran and the EU", "a planned visit by X to Y". */
function byNoun(scene: Scene, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  chunks.forEach((noun, index) => {
    if (noun.kind !== 'noun') return
    const mode = heads.get(scene.tokens[headOf(scene, noun)]?.lower ?? '') ?? longNoun(scene, noun)
    if (
      mode === undefined ||
      into.some((each) => each.from <= index && index <= each.to) ||
      isUnreal(scene, noun, index)
    )
      return
    const sides = mode === 'visit' ? visitBy(scene, noun, index) : metBy(scene, noun, index, mode)
    if (sides === undefined) return
    const parties = [...new Set(sides.codes)].filter((code) => code !== 'SIX')
    if (
      parties.length < 2 ||
      into.some((each) => each.mode === mode && parties.every((code) => each.parties.includes(code)))
    )
      return
    const place = placeAfter(scene, sides.at)
    const planned =
      /^(?:planned|scheduled|upcoming|forthcoming|next)$/.test(scene.tokens[noun.from + 1]?.lower ?? '') ||
      /^(?:planned|upcoming|forthcoming)$/.test(scene.tokens[noun.from]?.lower ?? '')
    into.push({
      parties,
      mode: mode === 'meeting' && /phone/.test(scene.tokens[noun.to - 2]?.lower ?? '') ? 'call' : mode,
      persons: sides.persons,
      from: index,
      to: sides.at,
      ...(place === undefined || mode === 'visit' ? {} : { place }),
      ...(planned ? { planned: true } : {}),
      rule: `contact:${mode}-noun`,
      words: [noun.from, noun.to],
    })
  })
}

/** The last word of a noun phrase without "last month" and the like. */
function headOf(scene: Scene, noun: NounChunk): number {
  let end = noun.to
  if (end - 2 > noun.from && /^(?:last|next|this)$/.test(scene.tokens[end - 2]?.lower ?? '')) end -= 2
  return end - 1
}

function longNoun(scene: Scene, noun: NounChunk): Mode | undefined {
  let mode: Mode | undefined
  for (const { entry, at, length } of scene.hits.contactNouns)
    if (at >= noun.from && at >= noun.to - 3 && at < noun.to && at + length >= noun.to) mode = entry.effect as Mode
  return mode
}

/** "A conversation took place between …": what follows the verb belongs to the noun. */
function afterVerb(scene: Scene, noun: NounChunk, index: number): number {
  const { chunks } = scene.clauses
  const verb = chunks[index + 1]
  if (verb?.kind !== 'verb' || verb.subject !== noun) return index
  if (verb.lemma === 'take' && scene.tokens[verb.to]?.lower === 'place') return index + 2
  return /^(?:hold|conduct|occur|follow)$/.test(verb.lemma) ? index + 1 : index
}

function metBy(scene: Scene, noun: NounChunk, index: number, mode: Mode): Side | undefined {
  const { chunks } = scene.clauses
  const start = afterVerb(scene, noun, index)
  const other = counterpartsFrom(scene, start, mode)
  if (other === undefined) return undefined
  let to = start + 1
  // "talks on Saturday between X and Y"
  if (chunks[to]?.kind === 'preposition' && chunks[to + 1]?.kind === 'adverb') to += 2
  const link = chunks[to]
  const between = link?.kind === 'preposition' && (link.word === 'between' || link.word === 'among')
  if (between) return other.codes.length > 1 ? other : undefined
  const owner =
    noun.owner === undefined || noun.owner.pronoun === true
      ? holderNear(scene, index, noun)
      : { codes: noun.owner.codes, persons: [], at: index }
  if (owner === undefined) return undefined
  // "talks with Japan" is mostly policy; with a person on one side somebody met somebody.
  const loose = /^(?:talks|discussions|consultations|negotiations)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
  if (loose && other.persons.length === 0 && owner.persons.length === 0) return undefined
  return { codes: [...owner.codes, ...other.codes], persons: [...owner.persons, ...other.persons], at: other.at }
}

function visitBy(scene: Scene, noun: NounChunk, index: number): Side | undefined {
  const { chunks } = scene.clauses
  let who: readonly string[] | undefined = noun.owner?.codes
  let where: string | undefined
  let last = index
  for (let at = index + 1; at < Math.min(chunks.length, index + 6); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma') break
    if (chunk?.kind !== 'noun') continue
    if (chunk.preposition === 'by') who = chunk.entity?.codes
    else if (chunk.preposition === 'to') where = stateIn(scene, chunk)
    last = at
  }
  const codes = who ?? holderNear(scene, index, noun)?.codes ?? []
  return where === undefined || codes.length !== 1 || codes.includes(where)
    ? undefined
    : { codes: [...codes, where], persons: [], at: last }
}

/** Asked for, refused or resumed talks have not been held. */
function isUnreal(scene: Scene, noun: NounChunk, index: number): boolean {
  if (/^(?:no|any|further|possible|future)$/.test(scene.tokens[noun.from]?.lower ?? '')) return true
  return scene.clauses.verbs.some(
    (verb) =>
      verb.index < index &&
      verb.index > index - 4 &&
      (verb.negated ||
        verb.modal === 'could' ||
        verb.modal === 'should' ||
        /^(?:refuse|reject|cancel|call|urge|demand|want|seek|offer|propose|return|resume|request|boycott|support|hope|need|suggest|prefer|insist|rule|turn|decline|skip|scrap|postpone|delay|shun|snub|rebuff|oppose)$/.test(
          verb.lemma,
        )),
  )
}

/** Whose meeting: the subject of the clause that holds the phrase. */
function holderNear(scene: Scene, index: number, _noun: NounChunk): Side | undefined {
  const { verbs } = scene.clauses
  const before = [...verbs].reverse().find((verb) => verb.index < index)
  const after = verbs.find((verb) => verb.index > index && verb.form === 'finite')
  const leading = before === undefined
  const verb = leading ? after : before
  const entity = verb?.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (entity === undefined || entity.codes.length === 0) return undefined
  return { codes: entity.codes, persons: entity.name === undefined ? [] : [entity.name], at: index }
}
