import { aboutOf } from './about.js'
import type { NounChunk } from './chunk.js'
import { lexicon } from './lexicon.js'
import { codeNamed } from './mentions.js'
import type { FoundStance, Scene } from './scene.js'
import { isText, pushSponsors } from './sponsor-found.js'

const { drafted, backed, prefixes } = lexicon.sponsors
const DRAFTED = new Set(drafted)
const BACKED = new Set(backed)

/** The states in "US", "Franco-British", "Russian-Chinese"; empty where a part is no state. */
function statesIn(words: string): string[] {
  const whole = codeNamed(words)
  if (whole !== undefined) return [whole]
  const codes: string[] = []
  for (const part of words.split(/[-–/]/)) {
    const code = codeNamed(part) ?? prefixes[part.toLowerCase()]
    if (code === undefined) return []
    codes.push(code)
  }
  return codes
}

/** "a US-sponsored resolution", "the Russian-Chinese draft", "an American-backed text". */
export function hyphenated(scene: Scene, noun: NounChunk, index: number, into: FoundStance[]): void {
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (token === undefined || !token.word.compound || token.kind === 'mark') continue
    const word = scene.text.slice(token.start, token.end)
    const cut = Math.max(word.lastIndexOf('-'), word.lastIndexOf('–'))
    const last = word.slice(cut + 1).toLowerCase()
    const stance = DRAFTED.has(last) ? 'sponsors' : BACKED.has(last) ? 'supports' : undefined
    const states = statesIn(stance === undefined ? word : word.slice(0, cut))
    if (states.length === 0 || (stance === undefined && (states.length < 2 || !isText(scene, noun)))) continue
    if (aboutOf(noun, scene.tokens)?.about !== 'resolution') continue
    pushSponsors(scene, into, states, { stance: stance ?? 'sponsors', rule: 'compound', from: index, to: index })
  }
}

/** Who wrote a text by its compound: "the French-drafted resolution", "a British-French text"; empty where none is told. */
export function authorsIn(scene: Scene, noun: NounChunk): readonly string[] {
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (token?.kind !== 'word' || !token.word.compound) continue
    const word = scene.text.slice(token.start, token.end)
    const cut = Math.max(word.lastIndexOf('-'), word.lastIndexOf('–'))
    const last = word.slice(cut + 1).toLowerCase()
    const drafts = DRAFTED.has(last) && last !== 'sponsored'
    const states = statesIn(drafts ? word.slice(0, cut) : word)
    if (states.length > 0 && (drafts || (states.length > 1 && isText(scene, noun)))) return states
  }
  return []
}
