import type { About, Stance } from './claim.js'
import { aboutOf } from './issues.js'
import { lexicon } from './lexicon.js'
import type { FoundStance, Scene } from './scene.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'

const tone = new Trie<1 | -1>()
for (const word of lexicon.sentiment.positive) tone.add(keysOf(word), 1)
for (const word of lexicon.sentiment.negative) tone.add(keysOf(word), -1)

/**
 * Where a named speaker's sentence yields no stance by its grammar, the thing at issue and the words of praise and blame decide.
 * Of conduct, others than the target speak in blame; of talks, in favour unless they blame.
 */
export function fallbackIn(scene: Scene, found: readonly FoundStance[]): FoundStance[] {
  const { clauses, memory, tokens } = scene
  const speaker =
    clauses.attribution ??
    (clauses.quotedAt(0) || clauses.chunks.some((_, at) => clauses.quotedAt(at)) ? memory.lastSpeaker : undefined) ??
    memory.issuers
  if (speaker === undefined || speaker.silent === true || speaker.codes.length === 0 || scene.headline) return []
  if (found.some((each) => each.actors.some((code) => speaker.codes.includes(code)))) return []
  const spoken = (at: number) =>
    clauses.speakerAt(at) !== undefined || memory.issuers !== undefined || clauses.quotedAt(at)
  let first = -1
  let last = -1
  let mood = 0
  let blame = 0
  let about: About | undefined
  let rank = -1
  let targeted = false
  const quoted = clauses.chunks.some((_, at) => clauses.quotedAt(at))
  for (let at = 0; at < clauses.chunks.length; at++) {
    const chunk = clauses.chunks[at]
    if (chunk === undefined || !spoken(at)) continue
    if (first < 0) first = at
    last = at
    for (let i = chunk.from; i < chunk.to; i++) {
      tone.each(tokens, i, chunk.to, (sign) => {
        mood += sign
        if (sign < 0) blame++
      })
    }
    if (chunk.kind !== 'noun') continue
    if (
      memory.target !== undefined &&
      (chunk.entity?.codes.includes(memory.target) || chunk.owner?.codes.includes(memory.target))
    )
      targeted = true
    const issue = aboutOf(chunk, tokens)
    if (issue === undefined) continue
    const order = RANK[issue.about] - (issue.weak ? 3 : 0)
    if (order > rank) {
      rank = order
      about = issue.about
    }
  }
  if (first < 0 || last - first < 3) return []
  const target = memory.target
  const ownSide = target !== undefined && speaker.codes.includes(target)
  let stance: Stance | undefined
  // Of a text only an unmixed quotation tells.
  if (about === 'resolution' && rank >= 0) {
    if (quoted && mood > 0 && blame === 0) stance = 'supports'
    else if (quoted && mood < 0 && mood === -blame) stance = 'opposes'
  } else if (about === 'talks' && rank >= 2 && quoted) stance = blame === 0 ? 'supports' : undefined
  else if ((about === 'conduct' && rank >= 0) || targeted) {
    about = 'conduct'
    if (ownSide) stance = undefined
    else if (blame > 1 || (blame > 0 && quoted && targeted)) stance = 'opposes'
  }
  if (stance === undefined || about === undefined) return []
  const from = clauses.chunks[first]?.from ?? scene.from
  return [
    {
      actors: speaker.codes,
      stance,
      about,
      from: first,
      to: Math.min(last, first + 8),
      speaker,
      rule: `tone:${about}`,
      words: [from, from + 1],
      ...(target === undefined || ownSide ? {} : { target }),
    },
  ]
}

const RANK: Readonly<Record<About, number>> = {
  resolution: 5,
  sanctions: 4,
  talks: 3,
  implementation: 1,
  force: 1,
  conduct: 2,
}
