import { aboutOf } from './about.js'
import { isOfUN } from './bodies.js'
import type { Chunk, NounChunk } from './chunk.js'
import type { Stance } from './claim.js'
import { lexicon } from './lexicon.js'
import type { FoundStance, Scene } from './scene.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'

/** Adds that states stand behind a text; bodies of the UN and the one at issue are no sponsors. */
/** What tells that a text is someone's: a wording, and the chunks in which it stands. */
interface Authorship {
  readonly stance?: Stance
  readonly rule: string
  readonly from: number
  readonly to: number
}

export function pushSponsors(
  scene: Scene,
  into: FoundStance[],
  codes: readonly string[],
  { stance = 'sponsors', rule, from, to }: Authorship,
): void {
  const { target } = scene.memory
  const actors = [...new Set(codes)].filter((code) => !isOfUN(code) && code !== target)
  if (actors.length === 0) return
  if (rule === 'compound' || rule === 'draft-of') {
    // "the Chinese-Russian draft" tells it the first time.
    const { drafts } = scene.memory
    const key = actors.join()
    const place = scene.clauses.chunks[from]?.from ?? scene.from
    if ((drafts.get(key) ?? place) !== place) return
    drafts.set(key, place)
  }
  const chunk = scene.clauses.chunks[from] as Chunk
  into.push({
    actors,
    stance,
    about: 'resolution',
    from,
    to,
    rule,
    words: [chunk.from, chunk.to],
    ...(target === undefined ? {} : { target }),
  })
}

const texts = new Trie<true>()
for (const noun of lexicon.sponsors.texts) texts.add(keysOf(noun), true)

/** The phrase ends in a draft or a text, and is no sanctions or peace proposal. */
export function isText(scene: Scene, noun: NounChunk): boolean {
  let text = false
  for (let at = noun.from; at < noun.to; at++)
    for (const { length } of texts.at(scene.tokens, at)) if (at + length === noun.to) text = true
  return text && aboutOf(noun, scene.tokens)?.about === 'resolution'
}
