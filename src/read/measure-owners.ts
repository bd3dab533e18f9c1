import { aboutOf } from './about.js'
import { standsAt } from './before.js'
import { isOfUN } from './bodies.js'
import { placeIn } from './chunk.js'
import type { NounChunk } from './chunks.js'
import { typesBetween } from './measure-words.js'
import { bodyOf, stateOf } from './mention-codes.js'
import { codeNamed } from './mentions.js'
import type { Scene } from './scene.js'

/** The UN imposes through its Council. */
export const asBody = (codes: readonly string[]) => [...new Set(codes.map((code) => (code === 'UN' ? 'UNSC' : code)))]

/** "rules out renewing the Council's sanctions", "lift EU sanctions": a body's own measure is the body's. */
export function bodyOwning(scene: Scene, from: number, to: number, kind: string): readonly string[] | undefined {
  if (kind !== 'impose' && kind !== 'lift') return undefined
  for (let at = from; at <= to; at++) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind !== 'noun' || typesBetween(scene, at, at, false).types.length === 0) continue
    const bodies = asBody(ownersOf(scene, chunk)).filter((code) => code === 'UNSC' || code === 'EU')
    return bodies.length > 0 ? bodies : undefined
  }
  return undefined
}

const PAPERS = new Set(
  'amendment amendments draft text document paper annex paragraph paragraphs clause provision provisions'.split(' '),
)

/** A resolution or draft acts for the Council. */
export function isText(scene: Scene, noun: NounChunk): boolean {
  if (aboutOf(noun, scene.tokens)?.about === 'resolution') return true
  return (
    noun.entity === undefined && PAPERS.has(scene.tokens[noun.to - 1]?.lower ?? '') && scene.memory.council === true
  )
}

/** All states and bodies named before the measure: "U.S. and United Nations sanctions". */
export function ownersOf(scene: Scene, noun: NounChunk): readonly string[] {
  const { target } = scene.memory
  const codes: string[] = []
  const { chunks } = scene.clauses
  const at = placeIn(chunks, noun)
  const first = standsAt(chunks, at - 2)
  if (noun.owner !== undefined && chunks[at - 1]?.kind === 'conjunction' && first?.kind === 'noun')
    for (const code of first.entity?.person === true ? [] : (first.entity?.codes ?? []))
      if (code !== target) codes.push(code)
  for (const mention of scene.mentions) {
    if (mention.from < noun.from || mention.to > noun.to) continue
    const code = stateOf(mention) ?? bodyOf(mention)
    if (code !== undefined && code !== target && !codes.includes(code)) codes.push(code)
  }
  // "US-imposed sanctions"
  for (let at = noun.from; at < noun.to; at++) {
    const word = scene.tokens[at]?.lower ?? ''
    const cut = word.lastIndexOf('-')
    if (cut < 1 || !/^(?:imposed|led|backed|mandated|ordered)$/.test(word.slice(cut + 1))) continue
    const start = scene.tokens[at]?.start ?? 0
    const code = cut < 4 ? codeNamed(word.slice(0, cut).toUpperCase()) : codeNamed(scene.text.slice(start, start + cut))
    if (code !== undefined && code !== target && !codes.includes(code)) codes.push(code)
  }
  // "the European oil embargo", "the Arab sanctions"
  if (codes.length === 0)
    for (let at = noun.from; at < noun.to - 1 && codes.length === 0; at++) {
      const word = scene.tokens[at]?.lower
      if (word === 'european' || word === 'arab') codes.push(word === 'arab' ? 'LAS' : 'EU')
    }
  const owner = noun.owner?.codes ?? []
  if (codes.length === 0 && noun.owner?.pronoun !== true)
    for (const code of owner) if (code !== target) codes.push(code)
  return codes
}

/** The Council, the UN or a text is named in the sentence. */
export function councilIn(scene: Scene): boolean {
  for (let at = scene.from; at + 1 < scene.to; at++)
    if (scene.tokens[at]?.lower === 'chapter' && /^(?:vii|7|seven)$/.test(scene.tokens[at + 1]?.lower ?? ''))
      return true
  return scene.clauses.chunks.some(
    (chunk) =>
      chunk.kind === 'noun' &&
      (chunk.entity?.codes.some(isOfUN) === true ||
        chunk.owner?.codes.includes('UN') === true ||
        aboutOf(chunk, scene.tokens)?.about === 'resolution'),
  )
}
