import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import { isIntended, isPressed } from './holders.js'
import { issueFrom } from './issues.js'
import { lexicon } from './lexicon.js'
import { type FoundStance, isText, type Scene } from './scene.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { operatorBetween, turned } from './turned.js'
import { isUnderBlame } from './undertakings.js'
import { WordSet } from './wordset.js'

interface Gap {
  readonly verb: string
  readonly stance: Stance
  readonly about?: About | undefined
}

const gapping = new WordSet(lexicon.gaps.map((each) => each.verb))
const gaps = new Trie<Gap>()
for (const each of lexicon.gaps) {
  for (const words of each.after) gaps.add(keysOf(words), { verb: each.verb, stance: each.stance, about: each.about })
}

const ASIDE = new WordSet(['brush', 'wave', 'sweep', 'push'])

/** "held Tehran responsible", "cast the only votes against", "threw its weight behind". */
export function gapsIn(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (
    !gapping.hasVerb(verb) ||
    verb.passive ||
    (verb.form === 'ing' && verb.subject?.preposition !== 'with' && !isTurned(scene, verb)) ||
    verb.form === 'participle' ||
    isIntended(scene, verb) ||
    isPressed(verb) ||
    isUnderBlame(scene, verb) ||
    isDue(verb) ||
    verb.subject === undefined ||
    verb.conditional === true ||
    verb.modal === 'must' ||
    verb.modal === 'should'
  )
    return
  const holder = actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0 || isText(scene, verb)) return
  const { chunks } = scene.clauses
  const end = Math.min(scene.to, verb.to + 9)
  let gap: Gap | undefined
  let to = 0
  for (let at = verb.to; at < end && gap === undefined; at++)
    gaps.each(scene.tokens, at, scene.to, (each, length) => {
      if (each.verb !== verb.lemma) return
      gap = each
      to = at + length
    })
  if (gap === undefined) return
  const found: Gap = gap
  const index = chunks.findIndex((chunk) => chunk.from >= to)
  const object = chunks[verb.index + 1]
  // "waved the draft aside": what stands between
  const aside = ASIDE.hasVerb(verb)
  const issue =
    aside || (verb.lemma === 'give' && index !== verb.index + 1 && object?.kind === 'noun' && object.to <= to - 2)
      ? issueFrom(chunks, verb.index + 1, scene.tokens)
      : index < 0
        ? undefined
        : issueFrom(chunks, index, scene.tokens)
  const behind = index < 0 ? undefined : chunks[index]
  const named =
    (object?.kind === 'noun' ? (object.entity ?? object.owner) : undefined) ??
    (behind?.kind === 'noun' ? (behind.entity ?? behind.owner) : undefined)
  const vote = verb.lemma === 'cast'
  const about = found.about ?? (vote ? 'resolution' : (issue?.about ?? weakly(scene, chunks[index])))
  if (about === undefined || (about === 'conduct' && found.about === undefined)) return
  const recalls = verb.lemma === 'recall' || verb.lemma === 'withdraw'
  if (
    about === 'conduct' &&
    !recalls &&
    (named === undefined || named.codes.some((code) => holder.codes.includes(code)))
  )
    return
  const turnedTo = turned(scene, found.stance, verb)
  if (turnedTo === undefined) return
  let stance: Stance = turnedTo
  if (issue?.sign === -1 && about !== 'conduct' && !vote) stance = stance === 'supports' ? 'opposes' : 'supports'
  const speaker = scene.clauses.speakerAt(verb.index) ?? (holder.person === true ? holder : undefined)
  const target = about === 'conduct' ? (named?.codes[0] ?? scene.memory.target) : scene.memory.target
  into.push({
    actors: holder.codes,
    stance,
    about,
    from: verb.index,
    to: Math.min(Math.max(verb.index + 2, index), chunks.length - 1),
    rule: `gap:${verb.lemma}`,
    words: [verb.from, to],
    ...(vote && verb.modal === undefined ? { cast: true } : {}),
    ...(target === undefined || holder.codes.includes(target) ? {} : { target }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(verb.had ? { past: true } : {}),
  })
}

/** "the agency must decide to bring the case before the Council": another wants it of it. */
function isDue(verb: VerbChunk): boolean {
  for (let at: VerbChunk | undefined = verb; at !== undefined; at = at.parent)
    if (at.modal === 'must' || at.modal === 'should') return true
  return false
}

/** "had no intention of letting it through": an operator stands before it. */
function isTurned(scene: Scene, verb: VerbChunk): boolean {
  return verb.parent !== undefined && operatorBetween(scene, verb.parent, verb) !== undefined
}

function weakly(scene: Scene, chunk: unknown): About | undefined {
  const noun = chunk as NounChunk | undefined
  return noun?.kind === 'noun' ? aboutOf(noun, scene.tokens)?.about : undefined
}
