import { isBody } from './bodies.js'
import type { VerbChunk } from './chunks.js'
import { type FoundContact, heads, isMet, type Mode } from './contact-found.js'
import { subjectOf } from './contact-sides.js'
import { counterpartAt, onPhone, type Side } from './counterparts.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What one says to another who is there, on the line, or reads it. */
const ADDRESSING = new WordSet(
  'tell urge press pressure pressurise pressurize warn ask assure inform thank brief push encourage remind promise lobby question challenge congratulate reassure implore caution advise persuade convince'.split(
    ' ',
  ),
)
/** What sets a time or an occasion beside what is told. */
export const DURING = new WordSet('in during at over after following'.split(' '))

/** "will press Hu in talks next week", "told visiting President Lee", "urged his counterpart by phone", "In a phone call, the two agreed". */
export function asides(scene: Scene, into: FoundContact[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.form !== 'finite' || verb.passive || verb.negated || verb.conditional === true) continue
    if (verb.modal !== undefined && !/^(?:will|would|'ll)$/.test(verb.modal)) continue
    if (ADDRESSING.hasVerb(verb)) addressed(scene, verb, into)
    else if (CONVEYING.hasVerb(verb)) conveyed(scene, verb, into)
    else if (scene.clauses.verbs[0] === verb) led(scene, verb, into)
  }
}

function push(into: FoundContact[], verb: VerbChunk, sides: readonly Side[], mode: Mode, to: number): void {
  const parties = [...new Set(sides.flatMap((side) => side.codes))]
  if (parties.length < 2 || isMet(into, mode, parties)) return
  into.push({
    parties,
    mode,
    persons: [...new Set(sides.flatMap((side) => side.persons))],
    from: verb.index,
    to,
    ...(verb.modal === undefined ? {} : { planned: true }),
    rule: `contact:${mode}-aside`,
    words: [verb.from, verb.to],
  })
}

function addressed(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  const next = chunks[verb.index + 1]
  // "told visiting President Lee"
  const calls = next?.kind === 'verb' && next.lemma === 'visit' && next.form === 'ing'
  const at = verb.index + (calls ? 2 : 1)
  const object = chunks[at]
  if (object?.kind !== 'noun') return
  const body = bodyAt(scene, at)
  const other = personAt(scene, at) ?? body
  const subject = other === undefined ? undefined : subjectOf(scene, verb)
  if (other === undefined || subject === undefined || subject.codes.length > 2) return
  if (other.codes.some((code) => subject.codes.includes(code))) return
  // "briefed his Chilean counterpart"
  if (verb.lemma === 'brief' && counterpartAt(scene, at) !== undefined) {
    push(into, verb, [subject, other], onPhone(scene, verb.index) ? 'call' : 'meeting', at)
    return
  }
  const visiting = other !== body && (calls || VISITING.stands(scene.tokens, object.from, object.to))
  if (visiting) {
    push(into, verb, [subject, other], 'meeting', at)
    return
  }
  if (other !== body && (onPhone(scene, verb.index) || isRetold(scene, verb))) {
    push(into, verb, [subject, other], 'call', at)
    return
  }
  // "In a letter seen by reporters, he told the Council that"
  if (other === body && verb === scene.clauses.verbs.find((each) => each.form === 'finite') && opensByLetter(scene)) {
    push(into, verb, [subject, other], 'letter', at)
    return
  }
  for (let place = at + 1; place < Math.min(chunks.length, at + 7); place++) {
    const chunk = chunks[place]
    if (chunk?.kind === 'verb' && chunk.form !== 'to') return
    if (chunk?.kind === 'subordinator' && !DURING.has(scene.tokens[chunk.from])) return
    if (chunk?.kind !== 'noun' || !DURING.has(scene.tokens[chunk.from - 1])) continue
    const mode = heads.get(scene.tokens[chunk.to - 1]?.lower ?? '')
    if (mode === undefined || mode === 'visit' || (other === body && mode !== 'letter')) continue
    const link = chunks[place + 1]
    if (link?.kind === 'preposition' && /^(?:with|of|between|to)$/.test(link.word)) return
    push(into, verb, [subject, other], mode, place)
    return
  }
}

function opensByLetter({ clauses: { chunks }, tokens }: Scene): boolean {
  const letter = chunks[1]
  return (
    letter?.kind === 'noun' &&
    tokens[letter.from - 1]?.lower === 'in' &&
    heads.get(tokens[letter.to - 1]?.lower ?? '') === 'letter'
  )
}

/** "told her that it was over, according to a summary of the call" */
function isRetold({ tokens, to }: Scene, verb: VerbChunk): boolean {
  for (let at = verb.to + 3; at < to; at++)
    if (/^(?:conversation|call)$/.test(tokens[at]?.lower ?? '') && RETELLING.stands(tokens, at - 4, at)) return true
  return false
}
const RETELLING = new WordSet(['summary', 'readout', 'read-out', 'account', 'transcript', 'description'])

const VISITING = new WordSet(['visiting'])

/** A person of a state or body, or a counterpart. */
function personAt(scene: Scene, at: number): Side | undefined {
  const counterpart = counterpartAt(scene, at)
  if (counterpart !== undefined) return counterpart
  const noun = scene.clauses.chunks[at]
  if (noun?.kind !== 'noun' || noun.entity?.person !== true || noun.entity.codes.length === 0) return undefined
  const { name, codes } = noun.entity
  return { codes, persons: name === undefined ? [] : [name], at }
}

/** "told the Security Council in a letter" */
function bodyAt(scene: Scene, at: number): Side | undefined {
  const noun = scene.clauses.chunks[at]
  const codes = noun?.kind === 'noun' && noun.entity?.person !== true ? (noun.entity?.codes ?? []) : []
  return codes.length === 1 && isBody(codes[0] ?? '') ? { codes, persons: [], at } : undefined
}

const CONVEYING = new WordSet('convey express voice relay repeat stress'.split(' '))

/** "conveyed its concern to his Iranian counterpart in a phone call" */
function conveyed(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 6); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'to') continue
    const other = personAt(scene, at)
    const subject = other === undefined ? undefined : subjectOf(scene, verb)
    if (other === undefined || subject === undefined || other.codes.some((code) => subject.codes.includes(code))) return
    if (onPhone(scene, verb.index)) push(into, verb, [subject, other], 'call', at)
    return
  }
}

/** "In a phone call, Merkel and Putin agreed" */
function led(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  const first = chunks[0]
  const noun = chunks[1]
  if (
    noun?.kind !== 'noun' ||
    first?.kind === 'verb' ||
    first?.kind === 'noun' ||
    !DURING.has(scene.tokens[noun.from - 1])
  )
    return
  const mode = heads.get(scene.tokens[noun.to - 1]?.lower ?? '')
  const link = chunks[2]
  if (mode === undefined || mode === 'visit' || mode === 'letter' || verb.modal !== undefined) return
  if (link?.kind === 'preposition' && /^(?:with|of|between|on)$/.test(link.word)) return
  const subject = subjectOf(scene, verb)
  if (subject === undefined || subject.codes.length < 2 || verb.subject?.entity?.person !== true) return
  push(into, verb, [subject], mode, verb.index)
}
