import { standsAt } from './before.js'
import type { Chunk } from './chunk.js'
import { clausesOf } from './clauses.js'
import type { Entity } from './entity.js'
import type { Groundwork } from './groundwork.js'
import { joinGroups } from './groups.js'
import type { Memory, Progress } from './memory.js'
import type { Mention } from './mentions.js'
import { ownDeeds } from './own-deeds.js'
import { placeTold } from './places.js'
import { carriesOn } from './quoted.js'
import { isOfOffice, refer } from './refer.js'
import { quotes } from './reporting.js'
import type { Scene } from './scene.js'
import type { Sentence } from './sentences.js'
import { putInPast } from './verb-groups.js'
import { learnName, meet } from './who.js'

const NOBODY: readonly Entity[] = []

/** A sentence before it is known who is who in it. */
interface Unread {
  readonly text: string
  readonly tokens: Scene['tokens']
  readonly sentence: Sentence
  readonly mentions: readonly Mention[]
  readonly ground: Groundwork
  readonly memory: Memory & Progress
  /** A quotation that began before is still open, and who speaks in it where that is told. */
  readonly quoteOpen: boolean
  readonly carried: Entity | undefined
}

/** All stages for one sentence that lead up to its claims. */
export function sceneOf({ text, tokens, sentence, mentions, ground, memory, quoteOpen, carried }: Unread): Scene {
  const { chunks, hits, dates, stock } = ground
  const { from, to } = sentence
  memory.here = undefined
  memory.near = undefined
  memory.whose = undefined
  memory.named = undefined
  memory.present = NOBODY
  memory.owner = undefined
  memory.verbSince = false
  memory.spoke = false
  memory.quoted = quoteOpen
  memory.speaking = carriesOn(chunks, tokens, carried ?? memory.lastSpeaker)
  memory.place = placeTold(chunks, tokens, mentions)
  chunks.forEach((chunk, index) => {
    if (chunk.kind === 'verb') {
      memory.verbSince = true
      if (quotes(chunk)) memory.spoke = true
    }
    if (chunk.kind === 'open') memory.quoted = true
    if (chunk.kind === 'close') memory.quoted = false
    if (chunk.kind === 'noun') memory.object = objectAt(chunks, index)
    if (chunk.kind === 'noun') meet(chunk, tokens, mentions, memory, isOfOffice(chunks, index, tokens))
  })
  const joined = joinGroups(
    chunks,
    tokens,
    (noun, entity) => learnName(noun, entity, tokens, mentions, memory),
    memory.target,
  )
  refer(joined, tokens)
  const clauses = clausesOf(joined, tokens, quoteOpen, carried ?? memory.lastSpeaker)
  ownDeeds(clauses, tokens)
  putInPast(clauses, tokens)
  return {
    text,
    tokens,
    from,
    to,
    clauses,
    memory: { ...memory },
    headline: sentence.headline,
    mentions,
    hits,
    dates,
    stock,
  }
}

/** "for it to comply", "urged it to act": not the one who acts there. */
function objectAt(chunks: readonly Chunk[], at: number): Memory['object'] {
  const next = chunks[at + 1]
  if (next?.kind !== 'verb' || next.form !== 'to' || next.passive) return undefined
  const before = standsAt(chunks, at - 1)
  if (before?.kind === 'preposition') return 'near'
  return before?.kind !== 'verb' ? undefined : before.form === 'finite' ? 'far' : 'near'
}

/** Whether a quotation is open behind a sentence. */
export function stillOpen(scene: Pick<Scene, 'tokens'>, sentence: Sentence, before: boolean): boolean {
  let open = before
  for (let at = sentence.from; at < sentence.to; at++) {
    const kind = scene.tokens[at]?.kind
    if (kind === 'open') open = true
    else if (kind === 'close') open = false
  }
  return open
}
