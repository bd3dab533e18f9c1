import { aboutOf } from './about.js'
import { type Chunk, type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import { ABOUT, type About, type Stance } from './claim.js'
import type { Entity } from './entity.js'
import { sideHeld } from './memory.js'
import type { FoundStance, Scene } from './scene.js'
import type { SignTable } from './sign-table.js'
import { SMALL_WORDS, toneAt } from './tones.js'

/** What speaks for or against an actor's holding something: rows of the table, those for any thing and those for each thing. */
export interface Evidence {
  readonly actor: string
  /** The words of the region from which it was read, as chunks. */
  readonly from: number
  readonly to: number
  /** Who speaks for it, where the words are said. */
  readonly speaker: Entity | undefined
  readonly rows: readonly number[]
  readonly things: readonly (readonly number[])[]
}

/** Where a code stands in a sentence: chunks that mean it, chunks that it owns, whether it speaks. */
interface Standing {
  readonly actor: string
  readonly means: number[]
  readonly owns: number[]
  readonly says: number[]
}

const REACH = 8
const BODIES = new Set(['UNSC', 'UN', 'EU', 'LAS', 'AU', 'NATO', 'IAEA'])
export type Sided = '+' | '~' | '-'
export const SIDED: Readonly<Record<Stance, Sided>> = {
  sponsors: '+', supports: '+', accepts: '~', undeclared: '~', abstains: '~', opposes: '-', vetoes: '-',
} // biome-ignore format: a table

/** The rows that stand for a whole sentence, whoever holds something in it: its words. */
export function wordsOf({ tokens, from, to }: Scene, table: SignTable): number[] {
  const rows: number[] = []
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.lower ?? ''
    if (counts(word)) table.find(rows, 'word', word)
  }
  return rows
}

/** The evidence for each actor that the sentence names, means or lets speak. */
export function evidenceIn(scene: Scene, found: readonly FoundStance[], table: SignTable): Evidence[] {
  const standing = standingIn(scene, found)
  const many = standing.length
  const issues = scene.clauses.chunks.map((chunk) => (chunk.kind === 'noun' ? aboutOf(chunk, scene.tokens) : undefined))
  return standing.map((each) => evidenceFor(scene, found, each, many, issues, table))
}

function standingIn({ clauses, memory }: Scene, found: readonly FoundStance[]): Standing[] {
  const all = new Map<string, Standing>()
  const at = (actor: string): Standing => {
    let made = all.get(actor)
    if (made === undefined) {
      made = { actor, means: [], owns: [], says: [] }
      all.set(actor, made)
    }
    return made
  }
  const { chunks } = clauses
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'noun') {
      for (const code of chunk.entity?.codes ?? []) at(code).means.push(i)
      for (const code of chunk.owner?.codes ?? []) at(code).owns.push(i)
    }
    for (const code of clauses.speakerAt(i)?.codes ?? []) at(code).says.push(i)
  }
  for (const code of memory.issuers?.codes ?? []) at(code)
  for (const code of clauses.attribution?.codes ?? []) at(code)
  for (const { actors } of found) for (const code of actors) at(code)
  return [...all.values()]
}

type Issue = ReturnType<typeof aboutOf>

function evidenceFor(
  scene: Scene,
  found: readonly FoundStance[],
  standing: Standing,
  many: number,
  issues: readonly Issue[],
  table: SignTable,
): Evidence {
  const { clauses, memory, tokens } = scene
  const { chunks } = clauses
  const { actor, means, owns } = standing
  const rows: number[] = []
  const is = (word: string) => table.find(rows, 'is', word)
  const issues_ = memory.issuers?.codes.includes(actor) === true
  const attributed = clauses.attribution?.codes.includes(actor) === true
  let says = standing.says
  if (says.length > 0) is('speaker')
  if (attributed) is('attributed')
  if (issues_) is('issuer')
  if (owns.length > 0) is('owner')
  if (actor === memory.target) is('target')
  if (BODIES.has(actor)) is(actor)
  is(`one of ${Math.min(many, 4)}`)
  if ((attributed || issues_) && says.length === 0) says = chunks.map((_, at) => at)
  const region = new Set<number>()
  let acts = false
  for (let at = 0; at < chunks.length; at++) {
    const verb = chunks[at] as Chunk
    if (verb.kind !== 'verb') continue
    const doer = placeOf(chunks, verb.passive ? verb.agent : verb.subject)
    if (verb.passive && means.includes(placeOf(chunks, verb.subject))) {
      is('acted on')
      table.find(rows, 'undergoes', verb.lemma)
    }
    if (!means.includes(doer)) continue
    acts = true
    table.find(rows, 'does', verb.negated ? `not ${verb.lemma}` : verb.lemma)
    if (verb.modal !== undefined) table.find(rows, 'may', verb.modal)
    table.find(rows, 'form', verb.form)
    if (verb.negated) is('denying')
    reach(chunks, at, means, region)
  }
  if (acts) is('acting')
  else if (means.length > 0) {
    is('not acting')
    for (const at of means) {
      const before = chunks[at - 1]
      if (before?.kind === 'verb') table.find(rows, 'after', before.lemma)
      if (before?.kind === 'preposition') {
        table.find(rows, 'after', before.word)
        const head = chunks[at - 2]
        if (head?.kind === 'verb') table.find(rows, 'after', `${head.lemma} ${before.word}`)
        else if (head?.kind === 'noun') table.find(rows, 'after', `${tokens[head.head]?.lower} ${before.word}`)
      }
      for (let near = at + 1; near < Math.min(at + 5, chunks.length); near++) region.add(near)
    }
  }
  for (const at of means) {
    const chunk = chunks[at] as Chunk
    table.find(rows, 'next to', chunk.from > scene.from ? (tokens[chunk.from - 1]?.lower ?? '') : '^')
    table.find(rows, 'before', chunk.to < scene.to ? (tokens[chunk.to]?.lower ?? '') : '$')
  }
  for (const at of owns) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun') table.find(rows, 'owns', tokens[chunk.head]?.lower ?? '')
    for (let near = at; near < Math.min(at + 4, chunks.length); near++) region.add(near)
  }
  const doing = [...region].sort((a, b) => a - b)
  readRegion(scene, doing, actor, issues, 'does', rows, table)
  if (says.length > 0) readRegion(scene, says, actor, issues, 'says', rows, table)
  for (let at = 0; at < chunks.length; at++)
    if (clauses.quotedAt(at)) {
      is('quoted')
      break
    }
  if (found.some((each) => each.actors.includes(actor))) is('holder by rule')
  const role = says.length > 0 ? 'speaker' : acts ? 'acting' : owns.length > 0 ? 'owner' : 'named'
  const all = [...means, ...owns, ...doing, ...says]
  return {
    actor,
    from: Math.min(...all, chunks.length - 1),
    to: Math.max(...all, 0),
    speaker: says.length > 0 ? (clauses.speakerAt(says[0] as number) ?? clauses.attribution) : undefined,
    rows,
    things: ABOUT.map((about) => thingRows(scene, found, actor, about, issues, region, says, role, table)),
  }
}

function placeOf(chunks: readonly Chunk[], noun: NounChunk | undefined): number {
  return noun === undefined ? -1 : placeIn(chunks, noun)
}

/** What a verb's clause reaches: up to where another acts. */
function reach(chunks: readonly Chunk[], verb: number, means: readonly number[], into: Set<number>): void {
  for (let at = verb + 1; at < chunks.length && at <= verb + REACH; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'verb' && chunk.form === 'finite') {
      const subject = placeOf(chunks, (chunk as VerbChunk).subject)
      if (subject > verb && !means.includes(subject)) return
    }
    into.add(at)
  }
}

function counts(word: string): boolean {
  return word.length > 2 && !SMALL_WORDS.has(word)
}

type Region = 'does' | 'says'
const KINDS = {
  does: { verb: 'does it', may: 'does it may', noun: 'does it noun', word: 'does it word', is: 'does it is', pair: 'does it pair' },
  says: { verb: 'says', may: 'says may', noun: 'says noun', word: 'says word', is: 'says is', pair: 'says pair' },
} as const // biome-ignore format: a table

/** The words of what an actor does or says. */
function readRegion(
  scene: Scene,
  region: readonly number[],
  actor: string,
  issues: readonly Issue[],
  how: Region,
  rows: number[],
  table: SignTable,
): void {
  const { clauses, memory, tokens } = scene
  const kinds = KINDS[how]
  let good = 0
  let bad = 0
  let last = -1
  for (const at of region) {
    const chunk = clauses.chunks[at] as Chunk
    if (chunk.kind === 'verb') {
      table.find(rows, kinds.verb, chunk.negated ? `not ${chunk.lemma}` : chunk.lemma)
      if (chunk.modal !== undefined) table.find(rows, kinds.may, chunk.modal)
      if (chunk.negated) table.find(rows, kinds.is, 'denied')
    } else if (chunk.kind === 'noun') {
      table.find(rows, kinds.noun, tokens[chunk.head]?.lower ?? '')
      const codes = chunk.entity?.codes ?? []
      if (codes.length > 0) {
        const whom =
          memory.target !== undefined && codes.includes(memory.target)
            ? 'target'
            : codes.includes('UNSC')
              ? 'council'
              : codes.includes(actor)
                ? 'self'
                : 'other'
        table.find(rows, kinds.is, whom)
      }
      const issue = issues[at]
      if (issue !== undefined) table.find(rows, kinds.is, issue.about)
    }
    for (let t = chunk.from; t < chunk.to; t++) {
      const word = tokens[t]?.lower ?? ''
      const tone = toneAt(word)
      if (tone > 0) good++
      if (tone < 0) bad++
      if (chunk.kind !== 'verb' && counts(word)) table.find(rows, kinds.word, word)
      if (last === t - 1) table.findPair(rows, kinds.pair, tokens[last]?.lower ?? '', word)
      last = t
    }
  }
  if (good > 0) table.find(rows, kinds.is, `praise ${Math.min(good, 2)}`)
  if (bad > 0) table.find(rows, kinds.is, `blame ${Math.min(bad, 2)}`)
}

/** What speaks of one thing: whether it is named and where, what was held of it, what the rules found. */
function thingRows(
  scene: Scene,
  found: readonly FoundStance[],
  actor: string,
  about: About,
  issues: readonly Issue[],
  region: ReadonlySet<number>,
  says: readonly number[],
  role: string,
  table: SignTable,
): number[] {
  const rows: number[] = []
  const thing = (word: string) => table.find(rows, 'thing', word)
  let named = false
  let strong = false
  let inDoing = false
  let inSaying = false
  let only = true
  for (let at = 0; at < issues.length; at++) {
    const issue = issues[at]
    if (issue === undefined) continue
    if (issue.about !== about) {
      only = false
      continue
    }
    named = true
    strong ||= !issue.weak
    inDoing ||= region.has(at)
    inSaying ||= says.includes(at)
  }
  if (named) {
    thing(strong ? 'strong' : 'weak')
    if (inDoing) thing('in what it does')
    if (inSaying) thing('in what it says')
    if (only) thing('only one')
  } else thing('unnamed')
  thing(`${role}, ${inDoing ? 'in what it does' : inSaying ? 'in what it says' : named ? 'elsewhere' : 'nowhere'}`)
  if (scene.memory.topic === about) thing('topic')
  for (const side of sideHeld(scene.memory, actor, about)) table.find(rows, 'held', side)
  let mine = false
  for (const each of found) {
    const side = SIDED[each.stance]
    if (!each.actors.includes(actor)) {
      if (each.about === about) table.find(rows, 'rule of others', side)
      continue
    }
    if (each.about !== about) continue
    mine = true
    table.find(rows, 'rule', side)
    table.find(rows, 'rule', `${each.rule.split(':')[0]} ${side}`)
  }
  if (mine) return rows
  table.find(rows, 'rule', 'none')
  for (const each of found) {
    if (!each.actors.includes(actor)) continue
    table.find(rows, 'rule elsewhere', SIDED[each.stance])
    table.find(rows, 'rule elsewhere', `${each.about} ${SIDED[each.stance]}`)
  }
  return rows
}
