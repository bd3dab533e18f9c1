import type { About, Stance } from './claim.js'
import type { Entity } from './entity.js'
import { aboutOf } from './issues.js'
import { entryTrie, lexicon } from './lexicon.js'
import { heldKey } from './memory.js'
import type { FoundStance, Scene } from './scene.js'
import type { Sign } from './signs.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { moodIn, NOT } from './verdicts.js'

const tone = new Trie<1 | -1>()
for (const word of lexicon.sentiment.positive) tone.add(keysOf(word), 1)
for (const word of lexicon.sentiment.negative) tone.add(keysOf(word), -1)

/** What stands in a speaker's words. */
export interface Said {
  readonly speaker: Entity
  /** Chunks of the words. */
  readonly from: number
  readonly to: number
  /** How often each sign stands in them; what rests on the line that is weighed is left out. */
  readonly signs: Partial<Record<Sign, number>>
  /** Above zero where words of `verdicts.yaml` praise the thing, below where they blame it. */
  readonly moods: Partial<Record<About, number>>
}

/**
 * Where a named speaker's sentence yields no stance by its grammar, he still holds one more often than not: the signs in his words,
 * weighed by `data/lexicon/leanings.yaml`, say which; too few of them say nothing.
 */
export function leaningsIn(scene: Scene, found: readonly FoundStance[]): FoundStance[] {
  if (scene.headline) return []
  const speaker = scene.clauses.attribution ?? goesOn(scene)
  if (speaker === undefined || speaker.silent === true || speaker.codes.length === 0) return []
  // What the Council holds stands in its texts.
  if (speaker.codes.includes('UNSC')) return []
  if (found.some((each) => each.actors.some((code) => speaker.codes.includes(code)))) return []
  const said = saidBy(scene, speaker)
  if (said === undefined) return []
  let best: (typeof lexicon.leanings)[number] | undefined
  let most = 0
  for (const line of lexicon.leanings) {
    const beyond = weigh(scene, said, line) - line.needs
    if (beyond < 0 || (best !== undefined && beyond <= most)) continue
    best = line
    most = beyond
  }
  return best === undefined ? [] : [leaning(scene, said, best)]
}

/** A quotation that goes on from the sentence before: who speaks in it. */
function goesOn({ clauses }: Scene): Entity | undefined {
  return clauses.quotedAt(0) ? clauses.speakerAt(0) : undefined
}

/** The signs in what a speaker says in this sentence; nothing where it is too short to say anything. */
export function saidBy(scene: Scene, speaker: Entity): Said | undefined {
  const { clauses, memory, tokens } = scene
  const { chunks } = clauses
  const code = speaker.codes[0] as string
  let from = -1
  let to = -1
  let quoted = false
  for (let at = 0; at < chunks.length; at++) {
    const inside = clauses.quotedAt(at)
    quoted ||= inside
    if (!inside && clauses.speakerAt(at)?.codes.includes(code) !== true) continue
    if (from < 0) from = at
    to = at
  }
  if (from < 0 || to - from < 3) return undefined
  const signs: Partial<Record<Sign, number>> = {}
  if (quoted) signs.quoted = 1
  if (memory.target !== undefined && speaker.codes.includes(memory.target)) signs.own = 1
  for (let at = from; at <= to; at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun') continue
    for (const who of [chunk.entity, chunk.owner]) {
      if (memory.target !== undefined && who?.codes.includes(memory.target)) signs.target = 1
      if (who?.codes.includes('UNSC')) signs.council = 1
    }
    const issue = aboutOf(chunk, tokens)
    if (issue?.weak === false) signs[issue.about] = 1
  }
  const first = chunks[from]?.from ?? scene.from
  const end = chunks[to]?.to ?? scene.to
  readWords(scene, first, end, signs)
  const moods: Partial<Record<About, number>> = {}
  for (const about of ISSUES) moods[about] = moodIn(scene, first, end, [about], false)
  return { speaker, from, to, signs, moods }
}

const ISSUES: readonly About[] = ['resolution', 'sanctions', 'talks', 'conduct', 'force', 'implementation']

function readWords(scene: Scene, from: number, to: number, signs: Partial<Record<Sign, number>>): void {
  const { tokens } = scene
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (NOT.has(token)) signs.denied = 1
    tone.each(tokens, at, to, (side) => {
      const sign = side > 0 ? 'praise' : 'blame'
      signs[sign] = Math.min(2, (signs[sign] ?? 0) + 1)
    })
    entryTrie.each(tokens, at, to, ({ role, effect }) => {
      if (role === 'action' && effect === 'mend') signs.mends = 1
      else if (role === 'action' && effect === 'spoil') signs.spoils = 1
    })
  }
}

function weigh(scene: Scene, said: Said, line: (typeof lexicon.leanings)[number]): number {
  const { held } = scene.memory
  const mood = said.moods[line.about] ?? 0
  const code = said.speaker.codes[0] as string
  let sum = 0
  for (const [sign, points] of Object.entries(line.signs)) sum += points * (said.signs[sign as Sign] ?? 0)
  if (mood > 0) sum += line.signs['judged-good'] ?? 0
  if (mood < 0) sum += line.signs['judged-bad'] ?? 0
  if (held.has(heldKey(code, line.about, line.stance))) sum += line.signs.before ?? 0
  if (held.has(heldKey(code, line.about, line.stance === 'opposes' ? 'supports' : 'opposes')))
    sum += line.signs.otherwise ?? 0
  return sum
}

function leaning(scene: Scene, said: Said, line: { about: About; stance: Stance }): FoundStance {
  const { target } = scene.memory
  const { speaker, from, to } = said
  const word = scene.clauses.chunks[from]?.from ?? scene.from
  return {
    actors: speaker.codes,
    stance: line.stance,
    about: line.about,
    from,
    to: Math.min(to, from + 8),
    speaker,
    rule: `leans:${line.about}`,
    words: [word, word + 1],
    ...(target === undefined || speaker.codes.includes(target) ? {} : { target }),
  }
}
