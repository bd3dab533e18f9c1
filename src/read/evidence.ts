import { type Chunk, doerOf, type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import { ABOUT } from './claim.js'
import { BODIES } from './kinds.js'
import { DOES, readRegion, SAYS } from './region-signs.js'
import type { FoundStance, Scene } from './scene.js'
import { fixed, KIND, type SignTable } from './sign-table.js'
import { type Standing, standingIn } from './standing.js'
import { rowsOfThing, type ThingSigns, thingsAmong, thingsIn } from './thing-signs.js'
import type { Token } from './tokens.js'
import { isDeniedDoing } from './verb-moods.js'

/** What speaks for or against an actor's holding something: rows of the table, those for any thing and those for each thing. */
export interface Evidence extends Signs {
  readonly things: readonly (readonly number[])[]
}

/** What speaks for any thing, and the chunks from which it was read. */
export interface Signs {
  readonly actor: string
  readonly rows: readonly number[]
  readonly means: readonly number[]
  readonly owns: readonly number[]
  readonly doing: readonly number[]
  readonly said: readonly number[]
  /** The things that stand in what it does and says, a bit for each. */
  readonly inDoing: number
  readonly inSaying: number
  /** Whether it speaks, acts, owns something or is but named. */
  readonly role: number
  /** Whether the rules found something of it. */
  readonly ruled: boolean
}

/** Who in a sentence may hold something, among how many who are named, and what it tells of each thing. */
export interface Asked {
  readonly standing: readonly Standing[]
  readonly many: number
  /** The place of who does what each verb tells. */
  readonly doers: readonly number[]
  readonly things: ThingSigns
}

/** What a verb or a name reaches, in chunks. */
const REACH = 8
const NEAR = 4

const SPEAKER = fixed('is', 'speaker')
const ATTRIBUTED = fixed('is', 'attributed')
const ISSUER = fixed('is', 'issuer')
const OWNER = fixed('is', 'owner')
const TARGET = fixed('is', 'target')
const ACTED_ON = fixed('is', 'acted on')
const DENYING = fixed('is', 'denying')
const ACTING = fixed('is', 'acting')
const NOT_ACTING = fixed('is', 'not acting')
const QUOTED = fixed('is', 'quoted')
const BY_RULE = fixed('is', 'holder by rule')
const ONE_OF = [1, 2, 3, 4].map((many) => fixed('is', `one of ${many}`))
const BODY = new Map<string, number>(BODIES.map((body) => [body, fixed('is', body)]))
const FIRST = fixed('next to', '^')
const LAST = fixed('before', '$')

/** The rows that stand for a whole sentence, whoever holds something in it: its words. */
export function wordsOf({ tokens, from, to }: Scene, table: SignTable): number[] {
  const rows: number[] = []
  for (let at = from; at < to; at++) table.take(rows, KIND.word, (tokens[at] as Token).word)
  return rows
}

/** The evidence for each actor that the sentence names, means or lets speak and that acts or speaks in it, or of which the grammar found something. */
export function evidenceIn(scene: Scene, found: readonly FoundStance[], table: SignTable): Evidence[] {
  const asked = askedIn(scene, found)
  if (asked === undefined) return []
  return asked.standing.map((each) => {
    const signs = signsOf(scene, found, asked, each, table)
    return { ...signs, things: ABOUT.map((_, thing) => rowsOfThing(scene, asked.things, thing, signs, table)) }
  })
}

/** Who may hold something in a sentence; undefined where no one may. */
export function askedIn(scene: Scene, found: readonly FoundStance[]): Asked | undefined {
  const all = standingIn(scene, found)
  if (all.length === 0) return undefined
  const { chunks, verbs } = scene.clauses
  const doers: number[] = []
  for (const verb of verbs) doers.push(placeOf(chunks, doerOf(verb)))
  const standing = all.filter((each) => mayHold(scene, found, doers, each))
  return standing.length === 0 ? undefined : { standing, many: all.length, doers, things: thingsIn(scene, found) }
}

/** Whether someone acts or speaks; of one who is only named or owns something the signs are wrong more often than right. */
function mayHold(
  { clauses, memory }: Scene,
  found: readonly FoundStance[],
  doers: readonly number[],
  { actor, means, says }: Standing,
): boolean {
  if (says.length > 0 || clauses.attribution?.codes.includes(actor) === true) return true
  if (memory.issuers?.codes.includes(actor) === true || found.some((each) => each.actors.includes(actor))) return true
  return means.some((at) => doers.includes(at))
}

/** What speaks for an actor's holding any thing. */
export function signsOf(
  scene: Scene,
  found: readonly FoundStance[],
  { many, doers, things }: Asked,
  { actor, means, owns, says }: Standing,
  table: SignTable,
): Signs {
  const { clauses, memory } = scene
  const { chunks } = clauses
  const rows: number[] = []
  const attributed = clauses.attribution?.codes.includes(actor) === true
  const issues = memory.issuers?.codes.includes(actor) === true
  if (says.length > 0) table.put(rows, SPEAKER)
  if (attributed) table.put(rows, ATTRIBUTED)
  if (issues) table.put(rows, ISSUER)
  if (owns.length > 0) table.put(rows, OWNER)
  if (actor === memory.target) table.put(rows, TARGET)
  const body = BODY.get(actor)
  if (body !== undefined) table.put(rows, body)
  table.put(rows, ONE_OF[Math.min(many, ONE_OF.length) - 1] as number)
  const said = (attributed || issues) && says.length === 0 ? chunks.map((_, at) => at) : says
  const does = freshPlaces(chunks.length)
  const acts = actsOf(scene, means, doers, does, rows, table)
  if (acts) table.put(rows, ACTING)
  else if (means.length > 0) {
    table.put(rows, NOT_ACTING)
    for (const at of means) standsBehind(scene, at, rows, table)
    for (const at of means) mark(does, at + 1, Math.min(chunks.length, at + 1 + NEAR))
  }
  besides(scene, means, rows, table)
  for (const at of owns) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun') table.take(rows, KIND.owns, (scene.tokens[chunk.head] as Token).word)
    mark(does, at, Math.min(chunks.length, at + NEAR))
  }
  const doing: number[] = []
  for (let at = 0; at < chunks.length; at++) if (does[at] === 1) doing.push(at)
  readRegion(scene, doing, actor, things, DOES, rows, table)
  readRegion(scene, said, actor, things, SAYS, rows, table)
  if (things.quoted) table.put(rows, QUOTED)
  const ruled = found.some((each) => each.actors.includes(actor))
  if (ruled) table.put(rows, BY_RULE)
  const role = said.length > 0 ? 0 : acts ? 1 : owns.length > 0 ? 2 : 3
  const inDoing = thingsAmong(things, doing)
  const inSaying = thingsAmong(things, said)
  return { actor, rows, means, owns, doing, said, inDoing, inSaying, role, ruled }
}

let places = new Uint8Array(256)

/** A mark for each chunk of a sentence, none of them set; used anew for each actor. */
function freshPlaces(length: number): Uint8Array {
  if (places.length < length) places = new Uint8Array(2 * length)
  for (let at = 0; at < length; at++) places[at] = 0
  return places
}

/** The engine's own filling takes longer where there is little to fill. */
function mark(places: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) places[at] = 1
}

/** What an actor does, and how far that reaches; whether it does anything. */
function actsOf(
  { clauses }: Scene,
  means: readonly number[],
  doers: readonly number[],
  does: Uint8Array,
  rows: number[],
  table: SignTable,
): boolean {
  if (means.length === 0) return false
  const { chunks, verbs } = clauses
  let acts = false
  for (let at = 0; at < verbs.length; at++) {
    const verb = verbs[at] as VerbChunk
    if (verb.passive && means.includes(placeOf(chunks, verb.subject))) {
      table.put(rows, ACTED_ON)
      table.take(rows, KIND.undergoes, verb.root)
    }
    if (!means.includes(doers[at] as number)) continue
    acts = true
    const denied = verb.negated || isDeniedDoing(verb)
    table.take(rows, denied ? KIND['does not'] : KIND.does, verb.root)
    if (verb.modal !== undefined) table.find(rows, 'may', verb.modal)
    table.find(rows, 'form', verb.form)
    if (denied) table.put(rows, DENYING)
    reach(chunks, placeIn(chunks, verb), means, does)
  }
  return acts
}

function placeOf(chunks: readonly Chunk[], noun: NounChunk | undefined): number {
  return noun === undefined ? -1 : placeIn(chunks, noun)
}

/** What a verb's clause reaches: up to where another acts. */
function reach(chunks: readonly Chunk[], verb: number, means: readonly number[], into: Uint8Array): void {
  for (let at = verb + 1; at < chunks.length && at <= verb + REACH; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'verb' && chunk.form === 'finite') {
      const subject = placeOf(chunks, chunk.subject)
      if (subject > verb && !means.includes(subject)) return
    }
    into[at] = 1
  }
}

/** One who doesn't act: behind which verb, or noun and preposition, it stands. */
function standsBehind({ clauses, tokens }: Scene, at: number, rows: number[], table: SignTable): void {
  const before = clauses.chunks[at - 1]
  if (before?.kind === 'verb') table.take(rows, KIND.after, before.root)
  if (before?.kind !== 'preposition') return
  table.find(rows, 'after', before.word)
  const head = clauses.chunks[at - 2]
  if (head?.kind === 'verb') table.find(rows, 'after', `${head.lemma} ${before.word}`)
  else if (head?.kind === 'noun') table.find(rows, 'after', `${tokens[head.head]?.lower} ${before.word}`)
}

/** The words on either side of the names. */
function besides(
  { clauses, tokens, from, to }: Scene,
  means: readonly number[],
  rows: number[],
  table: SignTable,
): void {
  for (const at of means) {
    const chunk = clauses.chunks[at] as Chunk
    if (chunk.from > from) table.take(rows, KIND['next to'], (tokens[chunk.from - 1] as Token).word)
    else table.put(rows, FIRST)
    if (chunk.to < to) table.take(rows, KIND.before, (tokens[chunk.to] as Token).word)
    else table.put(rows, LAST)
  }
}
