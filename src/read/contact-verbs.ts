import { actorOf } from './actor-of.js'
import { entriesAt } from './asked-acts.js'
import { standsAt } from './before.js'
import { isOfUN } from './bodies.js'
import { placeIn } from './chunk.js'
import type { VerbChunk } from './chunks.js'
import { DURING } from './contact-asides.js'
import { type FoundContact, heads, isMet, type Mode } from './contact-found.js'
import { gathers, happens, MOVING } from './contact-happens.js'
import { isNoGuest, leavesFor, personMet, subjectOf, visited, whereMet } from './contact-sides.js'
import { isFaced, isPaper, spokeWith } from './contact-things.js'
import { counterpartsFrom, onPhone, placeAfter, type Side } from './counterparts.js'
import { ROLES } from './lexicon.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Verbs that do nothing but hold a contact: "held separate meetings with". */
const LIGHT = new WordSet(
  'hold have conduct begin open attend convene co-chair chair join conclude finish wrap'.split(' '),
)
/** Verbs of what was done in it: "discussed the matter with Y", "agreed in a telephone call". */
const DONE = new WordSet(
  'discuss agree exchange raise stress reaffirm review vow pledge reiterate confirm speak talk say tell decide condemn coordinate consult express'.split(
    ' ',
  ),
)
/** Those of them that are done with another. */
const CONFERRING = new WordSet(['discuss', 'consult', 'coordinate', 'exchange', 'review', 'raise', 'speak', 'talk'])
const PHONE = new WordSet(['phone', 'telephone'])
const RECEIVING = /^(?:receive|host|greet|welcome|summon|call in|hear out|see)/

const BETWEEN: ReadonlySet<string | undefined> = new Set(['open', 'close', 'adjective', 'adverb'])

/** A verb that tells a contact, by itself or with its object. */
function modeOf(scene: Scene, verb: VerbChunk): { mode: Mode; words: string; at: number } | undefined {
  const { chunks } = scene.clauses
  const object = chunks[verb.index + 1]
  if (LIGHT.hasVerb(verb)) {
    // 'held "substantive" talks'
    let at = verb.index + 1
    while (at < verb.index + 5 && (BETWEEN.has(chunks[at]?.kind) || chunks[at - 1]?.kind === 'open')) at++
    const held = chunks[at]
    const mode = held?.kind === 'noun' ? heads.get(scene.tokens[held.to - 1]?.lower ?? '') : undefined
    // "joined the calls for an embargo"
    const link = chunks[at + 1]
    if (mode === 'call' && link?.kind === 'preposition' && link.word === 'for') return undefined
    if (mode !== undefined) return { mode, words: 'hold', at }
  }
  const match = entriesAt(scene.tokens, verb.at, scene.to, ROLES.contact)
  const talks = LIGHT.hasVerb(verb) ? heldBefore(scene, verb) : undefined
  if (talks !== undefined) return { mode: talks, words: 'hold', at: verb.index }
  const spoken = match?.entry.words === 'speak' ? spokeWith(scene, verb) : undefined
  if (spoken !== undefined) return { mode: 'call', words: 'speak with', at: spoken }
  if (match === undefined) {
    const at = leavesFor(scene, verb)
    return at === undefined ? undefined : { mode: 'visit', words: 'leave for', at }
  }
  const { words, effect } = match.entry
  if (/^(?:hold|have)/.test(words) && object?.kind !== 'noun') return undefined
  return { mode: effect as Mode, words, at: verb.index }
}

/** "the talks that she is to hold in Berlin with" */
function heldBefore(scene: Scene, verb: VerbChunk): Mode | undefined {
  if (verb.subject === undefined) return undefined
  const { chunks } = scene.clauses
  const at = placeIn(chunks, verb.subject)
  const link = standsAt(chunks, at - 1)
  const noun = standsAt(chunks, at - 2)
  if (link?.kind !== 'relative' && !(link?.kind === 'subordinator' && link.word === 'that')) return undefined
  return noun?.kind === 'noun' ? heads.get(scene.tokens[noun.to - 1]?.lower ?? '') : undefined
}

/** A contact that a verb tells. */
export function byVerb(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  if (!happens(scene, verb)) return
  const told = modeOf(scene, verb)
  if (told === undefined && !DONE.hasVerb(verb) && !gathers(scene, verb)) return
  const subject = subjectOf(scene, verb)
  if (subject === undefined || subject.codes.length === 0) return
  if (told === undefined) {
    if (DONE.hasVerb(verb)) inPassing(scene, verb, subject, into)
    else add(scene, into, { subject, other: undefined, mode: 'meeting', verb, at: verb.index, plural: true })
    return
  }
  if (verb.passive) {
    const host = verb.agent === undefined ? undefined : actorOf(scene, verb.agent)
    const at = verb.agent === undefined ? verb.index : placeIn(scene.clauses.chunks, verb.agent)
    if (host?.person === true)
      add(scene, into, {
        subject,
        other: { codes: host.codes, persons: host.name === undefined ? [] : [host.name], at },
        mode: 'meeting',
        verb,
        at: verb.index,
        plural: false,
      })
    return
  }
  const phone = onPhone(scene, verb.index)
  let { mode } = told
  if (mode === 'call' && !/^(?:call|phone|telephone|ring)/.test(told.words) && !phone && /^talk/.test(told.words))
    mode = 'meeting'
  if (mode === 'meeting' && phone) mode = 'call'
  if (told.words === 'speak' && !phone && !isBetween(scene, verb, subject)) return
  const found =
    RECEIVING.test(told.words) || /^(?:call|phone|telephone)$/.test(told.words)
      ? (personMet(scene, verb, told.words) ?? hostedWith(scene, verb))
      : mode === 'visit'
        ? visited(scene, verb, told.words === 'leave for' ? told.at : verb.index)
        : counterpartsFrom(scene, told.at, mode, false, !/^(?:hold|have|negotiate)/.test(told.words))
  const other = mode === 'meeting' && found !== undefined ? whereMet(scene, verb, found) : found
  // "troops crossed into", "speaks to the General Assembly", "sees soldiers going in"
  if (mode === 'visit' && verb.subject !== undefined && isNoGuest(scene, verb.subject)) return
  if (mode === 'call' && other !== undefined && other.codes.every(isOfUN) && other.persons.length === 0) return
  if (
    told.words === 'see' &&
    !verb.past &&
    !isDueToSee(verb, other) &&
    !(verb.form === 'to' && MOVING.hasVerb(verb.parent))
  )
    return
  if (/^(?:speak|talk) to$/.test(told.words) && isToPress(scene, verb)) return
  if (/^meet/.test(told.words) && isFaced(scene, verb)) return
  if (RECEIVING.test(told.words) && isPaper(scene, verb)) return
  const plural =
    /^(?:meet|hold|have|confer|speak|talk|sit|hold talks|consult|come face|gather|get together|convene|assemble|huddle)/.test(
      told.words,
    )
  add(scene, into, { subject, other, mode, verb, at: verb.index, plural })
}

/** "will see the South's negotiator, Mr Lim, today": someone by name */
function isDueToSee({ modal }: VerbChunk, other: Side | undefined): boolean {
  return modal === 'will' && other !== undefined && other.persons.length > 0
}

/** "speaking to reporters during a visit to Tunisia" */
function isToPress({ tokens, to }: Scene, verb: VerbChunk): boolean {
  return PRESS.stands(tokens, verb.to, Math.min(verb.to + 4, to))
}
const PRESS = new WordSet(
  'reporters journalists newsmen correspondents parliament parliamentarians lawmakers legislators audience students crowd crowds supporters television radio newspaper press media'.split(
    ' ',
  ),
)

/** "will host the conference with the French president" */
function hostedWith(scene: Scene, verb: VerbChunk): Side | undefined {
  const held = scene.clauses.chunks[verb.index + 1]
  if (!/^(?:host|co-host)$/.test(verb.lemma) || held?.kind !== 'noun') return undefined
  const meeting = /^(?:conference|summit|meeting|talks|dinner|lunch)$/.test(scene.tokens[held.to - 1]?.lower ?? '')
  return meeting ? counterpartsFrom(scene, verb.index + 1, 'meeting', true, false) : undefined
}

/** "he and his Russian counterpart spoke on Friday about the text" */
function isBetween(scene: Scene, verb: VerbChunk, subject: Side): boolean {
  if (subject.codes.length !== 2 || verb.subject?.entity?.person !== true) return false
  const { chunks } = scene.clauses
  let at = verb.index + 1
  while (chunks[at]?.kind === 'adverb' || (chunks[at]?.kind === 'preposition' && chunks[at + 1]?.kind === 'adverb'))
    at++
  const link = chunks[at]
  const on = chunks[at + 1]
  if (on?.kind === 'noun' && scene.tokens[on.to - 1]?.lower === 'condition') return false
  return link === undefined || (link.kind === 'preposition' && /^(?:about|on|over)$/.test(link.word))
}

/** "Lavrov and Kerry agreed in a phone call", "Moon discussed it with Putin". */
function inPassing(scene: Scene, verb: VerbChunk, subject: Side, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  if (CONFERRING.hasVerb(verb)) {
    const phone = onPhone(scene, verb.index)
    const other = counterpartsFrom(
      scene,
      verb.index,
      'meeting',
      true,
      verb.lemma !== 'raise' && verb.lemma !== 'review',
    )
    const mode = phone ? 'call' : 'meeting'
    if (other !== undefined || phone)
      add(scene, into, { subject, other, mode, verb, at: verb.index, plural: other === undefined })
    return
  }
  // "The envoys of X and Y agreed by telephone"
  if (verb.lemma === 'agree' && subject.codes.length > 1 && PHONE.stands(scene.tokens, verb.to, verb.to + 3)) {
    add(scene, into, { subject, other: undefined, mode: 'call', verb, at: verb.index, plural: true })
    return
  }
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 10); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && chunk.form === 'finite') return
    if (chunk?.kind === 'subordinator' && chunk.word !== 'after') return
    if (chunk?.kind !== 'noun') continue
    const after = chunks[at - 1]?.kind === 'subordinator'
    if (!after && !(chunk.preposition !== undefined && DURING.has(scene.tokens[chunk.from - 1]))) continue
    const mode = heads.get(scene.tokens[chunk.to - 1]?.lower ?? '')
    if (mode !== 'call' && mode !== 'meeting') continue
    const link = chunks[at + 1]
    if (link?.kind === 'preposition' && /^(?:with|of|between|on)$/.test(link.word)) return
    if (subject.codes.length > 1) add(scene, into, { subject, other: undefined, mode, verb, at, plural: true })
    return
  }
}

/** Who is told to be in contact with whom by a verb. */
interface Meeting {
  readonly subject: Side
  readonly other: Side | undefined
  readonly mode: Mode
  readonly verb: VerbChunk
  /** The chunk that tells it. */
  readonly at: number
  /** Several in the subject met one another. */
  readonly plural: boolean
}

function add(scene: Scene, into: FoundContact[], { subject, other, mode, verb, at, plural }: Meeting): void {
  const purpose = verb.form === 'to' && verb.parent?.form === 'finite' && MOVING.hasVerb(verb.parent)
  const planned = verb.modal !== undefined || (verb.form === 'to' && !(purpose && verb.parent?.modal === undefined))
  const persons = [...subject.persons, ...(other?.persons ?? [])]
  const place = placeAfter(scene, Math.max(at, other?.at ?? 0))
  const push = (parties: readonly string[]) => {
    if (parties.length < 2 || isMet(into, mode, parties)) return
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
