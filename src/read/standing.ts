import type { Chunk } from './chunk.js'
import type { FoundStance, Scene } from './scene.js'

/** Where one who is named, meant or heard stands in a sentence: chunks that mean it, that it owns, that it says. */
export interface Standing {
  readonly actor: string
  readonly means: number[]
  readonly owns: number[]
  readonly says: number[]
}

/** Everyone whom a sentence names, means or lets speak, in the order in which they come. */
export function standingIn({ clauses, memory }: Scene, found: readonly FoundStance[]): Standing[] {
  const all: Standing[] = []
  const at = (actor: string): Standing => {
    for (const each of all) if (each.actor === actor) return each
    const made = { actor, means: [], owns: [], says: [] }
    all.push(made)
    return made
  }
  const { chunks } = clauses
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'noun') {
      if (chunk.entity !== undefined) for (const code of chunk.entity.codes) at(code).means.push(i)
      if (chunk.owner !== undefined) for (const code of chunk.owner.codes) at(code).owns.push(i)
    }
    const speaker = clauses.speakerAt(i)
    if (speaker !== undefined) for (const code of speaker.codes) at(code).says.push(i)
  }
  if (memory.issuers !== undefined) for (const code of memory.issuers.codes) at(code)
  if (clauses.attribution !== undefined) for (const code of clauses.attribution.codes) at(code)
  for (const { actors } of found) for (const code of actors) at(code)
  return all
}
