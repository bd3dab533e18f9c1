import { aboutOf } from './about.js'
import type { NounChunk } from './chunk.js'
import type { About, Stance } from './claim.js'
import type { Entity } from './entity.js'
import { entryTrie, lexicon, ROLES, rolesAt } from './lexicon.js'
import { heldBefore } from './memory.js'
import type { FoundStance, Scene } from './scene.js'
import { SIGNS, type Sign } from './signs.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { moodIn, NOT } from './verdicts.js'

/** Signs that are asked for only where they can decide. */
const ASKED: ReadonlySet<Sign> = new Set<Sign>(['judged-good', 'judged-bad', 'before', 'otherwise'])
const NO_SIGNS = Object.fromEntries(SIGNS.map((sign) => [sign, 0])) as Readonly<Record<Sign, number>>

const tone = new Trie<1 | -1>()
for (const word of lexicon.sentiment.positive) tone.add(keysOf(word), 1)
for (const word of lexicon.sentiment.negative) tone.add(keysOf(word), -1)

/** A line of `leanings.yaml`: the points of each sign that is counted. */
interface Line {
  readonly about: About
  readonly stance: Stance
  readonly needs: number
  readonly points: readonly (readonly [Sign, number])[]
  readonly good: number
  readonly bad: number
  readonly before: number
  readonly otherwise: number
  /** What the signs that are not counted may add at most. */
  readonly hope: number
  readonly judged: readonly About[]
}

const LINES = lexicon.leanings.map(({ about, stance, needs, signs }): Line => {
  const { 'judged-good': good = 0, 'judged-bad': bad = 0, before = 0, otherwise = 0 } = signs
  const points = SIGNS.flatMap((sign): [Sign, number][] => {
    const many = signs[sign] ?? 0
    return many === 0 || ASKED.has(sign) ? [] : [[sign, many]]
  })
  const hope = Math.max(0, good, bad) + Math.max(0, before) + Math.max(0, otherwise)
  return { about, stance, needs, points, good, bad, before, otherwise, hope, judged: [about] }
})

/** What stands in a speaker's words. */
export interface Said {
  readonly speaker: Entity
  /** Chunks of the words. */
  readonly from: number
  readonly to: number
  /** The same in tokens. */
  readonly first: number
  readonly end: number
  /** How often each sign stands in them; what rests on the line that is weighed is left out. */
  readonly signs: Readonly<Record<Sign, number>>
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
  let best: Line | undefined
  let most = 0
  for (const line of LINES) {
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
  const signs: Record<Sign, number> = { ...NO_SIGNS }
  if (quoted) signs.quoted = 1
  if (memory.target !== undefined && speaker.codes.includes(memory.target)) signs.own = 1
  for (let at = from; at <= to; at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun') continue
    if (names(chunk, memory.target)) signs.target = 1
    if (names(chunk, 'UNSC')) signs.council = 1
    const issue = aboutOf(chunk, tokens)
    if (issue?.weak === false) signs[issue.about] = 1
  }
  const first = chunks[from]?.from ?? scene.from
  const end = chunks[to]?.to ?? scene.to
  readWords(scene, first, end, signs)
  return { speaker, from, to, first, end, signs }
}

function names({ entity, owner }: NounChunk, code: string | undefined): boolean {
  return code !== undefined && (entity?.codes.includes(code) === true || owner?.codes.includes(code) === true)
}

function readWords(scene: Scene, from: number, to: number, signs: Record<Sign, number>): void {
  const { tokens } = scene
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (NOT.has(token)) signs.denied = 1
    tone.each(tokens, at, to, (side) => {
      const sign = side > 0 ? 'praise' : 'blame'
      signs[sign] = Math.min(2, signs[sign] + 1)
    })
    if ((rolesAt(tokens, at) & ROLES.action) === 0) continue
    entryTrie.each(tokens, at, to, ({ role, effect }) => {
      if (role === 'action' && effect === 'mend') signs.mends = 1
      else if (role === 'action' && effect === 'spoil') signs.spoils = 1
    })
  }
}

/** The points of a line, or less than it needs where they can't reach it whatever is asked further. */
function weigh(scene: Scene, said: Said, line: Line): number {
  let sum = 0
  for (let at = 0; at < line.points.length; at++) {
    const [sign, many] = line.points[at] as Line['points'][number]
    sum += many * said.signs[sign]
  }
  if (sum + line.hope < line.needs) return sum
  const mood = moodIn(scene, said.first, said.end, line.judged, false)
  if (mood > 0) sum += line.good
  if (mood < 0) sum += line.bad
  const code = said.speaker.codes[0] as string
  if (heldBefore(scene.memory, code, line.about, line.stance)) sum += line.before
  if (heldBefore(scene.memory, code, line.about, line.stance === 'opposes' ? 'supports' : 'opposes'))
    sum += line.otherwise
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
