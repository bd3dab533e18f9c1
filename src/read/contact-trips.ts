import { actorOf } from './actor-of.js'
import { isBody } from './bodies.js'
import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { type FoundContact, isMet, type Mode } from './contact-found.js'
import { visited } from './contact-sides.js'
import { counterpartsFrom } from './counterparts.js'
import { DAYS, LONG_MONTHS } from './date-names.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const SENT = new WordSet(
  'minister envoy envoys general chief ambassador delegation deputy adviser advisor secretary emissary diplomat diplomats aide team representative negotiator negotiators premier'.split(
    ' ',
  ),
)

/** Trips and calls that no verb of their own tells: "is due in Tehran on Sunday", "is in Beijing this week", "sent its envoy to Cairo", "spent an hour on the telephone with Rome". */
export function tripsIn(scene: Scene, into: FoundContact[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.negated || verb.conditional === true || verb.form !== 'finite') continue
    if (verb.modal !== undefined && verb.modal !== 'will' && !(verb.modal === 'would' && verb.reported)) continue
    abroad(scene, verb, into)
    if (verb.lemma === 'send' || verb.lemma === 'dispatch') sent(scene, verb, into)
    else if (verb.copula || verb.lemma === 'expect') stays(scene, verb, into)
    else if (verb.lemma === 'spend') {
      phoned(scene, verb, into)
      stayed(scene, verb, into)
    }
  }
}

function push(
  into: FoundContact[],
  verb: VerbChunk,
  who: string,
  other: string,
  mode: Mode,
  to: number,
  ahead: boolean,
  from = verb.index,
): void {
  if (who === other || (mode === 'visit' && isBody(other))) return
  if (isMet(into, mode, [who, other])) return
  into.push({
    parties: [who, other],
    mode,
    persons: [],
    from,
    to,
    ...(ahead ? { planned: true } : {}),
    rule: `contact:${mode}-trip`,
    words: [verb.from, verb.to],
  })
}

function one(scene: Scene, noun: NounChunk | undefined): string | undefined {
  const codes = noun === undefined ? undefined : actorOf(scene, noun)?.codes
  return codes?.length === 1 ? codes[0] : undefined
}

/** "Egypt sent its intelligence chief to Damascus" */
function sent(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  const who = one(scene, verb.subject)
  if (verb.passive) {
    wasSent(scene, verb, who, into)
    return
  }
  const object = chunks[verb.index + 1]
  if (who === undefined || object?.kind !== 'noun') return
  const own = object.entity?.person === true && object.entity.codes.length === 1 && object.entity.codes[0] === who
  if (!own && !SENT.has(scene.tokens[object.to - 1])) return
  const link = chunks[verb.index + 2]
  if (link?.kind !== 'preposition' || link.word !== 'to') return
  const place = visited(scene, verb, verb.index + 1)
  for (const code of place?.codes ?? [])
    push(into, verb, who, code, 'visit', place?.at ?? verb.index, verb.modal !== undefined)
}

/** "Its envoy was sent to Cairo" */
function wasSent(scene: Scene, verb: VerbChunk, who: string | undefined, into: FoundContact[]): void {
  const { subject } = verb
  const link = scene.clauses.chunks[verb.index + 1]
  if (who === undefined || subject === undefined || link?.kind !== 'preposition' || link.word !== 'to') return
  if (subject.entity?.person !== true && !SENT.has(scene.tokens[subject.to - 1])) return
  const place = visited(scene, verb)
  for (const code of place?.codes ?? [])
    push(into, verb, who, code, 'visit', place?.at ?? verb.index, verb.modal !== undefined)
}

/** "is due in Tehran on Sunday", "is in Beijing this week" */
function stays(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  const { tokens } = scene
  const next = tokens[verb.to]?.lower ?? ''
  const due = verb.passive
    ? verb.lemma === 'expect' && next === 'in'
    : next === 'due' && tokens[verb.to + 1]?.lower === 'in'
  const person = verb.subject?.entity?.person === true
  const here = verb.copula && next === 'in' && person
  if (!due && !here) return
  const who = one(scene, verb.subject)
  if (who === undefined) return
  let link = verb.index + 1
  while (link < verb.index + 3 && chunks[link]?.kind !== 'preposition') link++
  const place = visited(scene, verb, link)
  if (place === undefined || place.codes.length !== 1 || place.at > link + 1) return
  // a day or a week says that it is a stay
  if (here && !timed(scene, place.at)) return
  push(into, verb, who, place.codes[0] as string, 'visit', place.at, due)
}

/** "Ms. Rice, in Japan as part of her first trip to Asia, said …" */
function abroad(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const { subject } = verb
  if (subject?.entity?.person !== true || scene.tokens[subject.to]?.lower !== ',') return
  const already = scene.tokens[subject.to + 1]?.lower === 'already' ? 1 : 0
  const { tokens } = scene
  if (tokens[subject.to + 1 + already]?.lower !== 'in' || !TRIPS.stands(tokens, subject.to + 2, verb.from)) return
  const who = one(scene, subject)
  const at = placeIn(scene.clauses.chunks, subject)
  const link = at + 2 + already
  const place = who === undefined ? undefined : visited(scene, verb, link)
  if (who === undefined || place?.codes.length !== 1 || place.at > link + 1) return
  push(into, verb, who, place.codes[0] as string, 'visit', place.at, false, at)
}
const TRIPS = new WordSet('trip visit tour talks summit stopover delegation'.split(' '))

function timed(scene: Scene, at: number): boolean {
  const end = Math.min((scene.clauses.chunks[at]?.to ?? scene.to) + 3, scene.to)
  return TIMES.stands(scene.tokens, scene.clauses.chunks[at]?.to ?? scene.to, end)
}
const TIMES = new WordSet([
  ...DAYS,
  ...LONG_MONTHS,
  ...'week month today weekend yesterday tomorrow talks last earlier'.split(' '),
])

/** "spent four days in South Korea" */
function stayed(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const time = scene.clauses.chunks[verb.index + 1]
  if (verb.subject?.entity?.person !== true || time?.kind !== 'noun' || !STAYS.has(scene.tokens[time.head])) return
  const who = one(scene, verb.subject)
  const place = who === undefined ? undefined : visited(scene, verb, verb.index + 2)
  if (who === undefined || place?.codes.length !== 1 || place.at > verb.index + 3) return
  push(into, verb, who, place.codes[0] as string, 'visit', place.at, verb.modal !== undefined)
}
const STAYS = new WordSet(['day', 'days', 'hours', 'week', 'weekend', 'night'])

/** "spent half an hour on the telephone with Rome" */
function phoned(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  const who = one(scene, verb.subject)
  if (who === undefined) return
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 7); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb') return
    if (chunk?.kind !== 'noun' || !/^(?:telephone|phone)$/.test(scene.tokens[chunk.to - 1]?.lower ?? '')) continue
    const other = counterpartsFrom(scene, at, 'call', true)
    for (const code of other?.codes ?? []) push(into, verb, who, code, 'call', other?.at ?? at, false)
    return
  }
}
