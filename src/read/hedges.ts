import { issueFrom } from './issues.js'
import { type Entry, entryTrie } from './lexicon.js'
import { actorOf, type FoundStance, type Scene, speakerOf } from './scene.js'
import type { Entity } from './who.js'

const VOTED =
  /^(?:vot(?:e|es|ed|ing)|veto|abstain|drafts?|text|resolution|document|measure|paper|proposal|support|back)$/

/** What is left open: "needs time to study the draft", "its vote would depend on the wording", "had no instructions yet". */
export function hedgesIn(scene: Scene): FoundStance[] {
  const into: FoundStance[] = []
  if (scene.headline) return into
  const { tokens, clauses } = scene
  for (let at = scene.from; at < scene.to; at++) {
    let entry: Entry | undefined
    let length = 0
    entryTrie.each(tokens, at, scene.to, (each, size) => {
      if (each.role !== 'operator' || each.effect !== 'silent' || each.part !== 'phrase' || size < length) return
      if (each.negated === true && !denied(scene, at)) return
      length = size
      entry = each
    })
    if (entry === undefined) continue
    const index = clauses.chunks.findIndex((chunk) => chunk.to > at)
    const holder = holderAt(scene, index, at)
    if (holder === undefined || holder.codes.length === 0 || holder.silent === true) continue
    if (holder.codes.some((code) => code === 'UNSC' || code === 'UN' || code === scene.memory.target)) continue
    const after = issueFrom(clauses.chunks, index + 1, tokens)
    const voted = tokens.slice(scene.from, scene.to).some((token) => VOTED.test(token.lower))
    const about = after?.about === 'sanctions' && !after.weak ? 'sanctions' : voted ? 'resolution' : after?.about
    if (about !== 'resolution' && about !== 'sanctions') continue
    const speaker = clauses.speakerAt(index)
    into.push({
      actors: holder.codes,
      stance: 'undeclared',
      about,
      from: Math.max(0, index - 1),
      to: Math.min(index + 3, clauses.chunks.length - 1),
      rule: 'unsaid',
      words: [at, at + length],
      ...(scene.memory.target === undefined ? {} : { target: scene.memory.target }),
      ...(speaker === undefined ? {} : { speaker }),
    })
    at += length - 1
  }
  return into
}

/** The subject of the clause, the owner of "its vote", or whoever speaks. */
function holderAt(scene: Scene, index: number, at: number): Entity | undefined {
  const verb = [...scene.clauses.verbs].reverse().find((each) => each.from <= at && each.subject !== undefined)
  const subject = verb?.subject
  if (subject !== undefined) {
    const actor = actorOf(scene, subject)
    if (actor !== undefined && actor.codes.length > 0 && !actor.codes.includes('UNSC')) return actor
    if (subject.owner !== undefined && subject.owner.codes.length > 0) return subject.owner
  }
  return speakerOf(scene, index)
}

function denied(scene: Scene, at: number): boolean {
  return scene.tokens.slice(Math.max(scene.from, at - 3), at).some((token) => /^(?:not|n't|never)$/.test(token.lower))
}
