import { askedBy } from './asked.js'
import { placeBehind, type VerbChunk } from './chunk.js'
import type { Issue } from './issue.js'
import { issueFrom } from './issues.js'
import { type FoundStance, type Scene, speakerOf } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

const TIMES = new WordSet(['time', 'moment', 'hour', 'juncture'], true)
const FIT = new WordSet('right best proper good appropriate suitable opportune ripe'.split(' '))
const UNFIT = new WordSet('wrong bad inopportune inappropriate'.split(' '))
const BETWEEN = new WordSet('the a an yet now really exactly at this'.split(' '))
const DENIALS = new WordSet(['not', "n't", 'n’t', 'hardly', 'never', 'no'])
const EARLY = new WordSet(['early', 'soon', 'late'], true)
/** What is too early to say is only left open. */
const TELLING = new WordSet('say tell comment speculate predict judge know determine assess lose waste'.split(' '))

/** Without one of these nothing is found. */
export const TIMING: readonly Need[] = [TIMES, EARLY]

/** "now is not the time to impose an embargo", "the wrong moment for sanctions", "too early for", "too late for": for now the speaker is against it. */
export function untimely(scene: Scene, into: FoundStance[]): void {
  if (scene.headline) return
  const { tokens, clauses } = scene
  for (let at = scene.from; at < scene.to; at++) {
    const word = tokens[at]
    if (!(TIMES.has(word) ? isUnfit(scene, at) : isTooEarly(scene, at))) continue
    const index = placeBehind(clauses.chunks, at)
    const speaker = speakerOf(scene, index)
    if (speaker === undefined || speaker.codes.length === 0) continue
    const issue = issueAfter(scene, index)
    if (issue === undefined || issue.about === 'conduct' || issue.about === 'implementation') continue
    const { target } = scene.memory
    into.push({
      actors: speaker.codes,
      stance: issue.sign === 1 ? 'opposes' : 'supports',
      about: issue.about,
      from: Math.max(0, index - 2),
      to: Math.min(index + 4, clauses.chunks.length - 1),
      rule: 'untimely',
      words: [at, at + 1],
      speaker,
      ...(target === undefined || speaker.codes.includes(target) ? {} : { target }),
    })
    return
  }
}

/** "too early", "too late for"; "before it is too late" presses for something. */
function isTooEarly({ tokens }: Scene, at: number): boolean {
  if (!EARLY.has(tokens[at]) || tokens[at - 1]?.lower !== 'too') return false
  return tokens[at]?.lower !== 'late' || (tokens[at + 1]?.lower === 'for' && !DENIALS.has(tokens[at - 2]))
}

/** "not the right time", "the wrong moment", "the time is not ripe". */
function isUnfit(scene: Scene, at: number): boolean {
  const { tokens } = scene
  let fit = false
  for (let i = at - 1; i >= Math.max(scene.from, at - 6); i--) {
    const word = tokens[i]
    if (UNFIT.has(word)) return true
    if (DENIALS.has(word)) return word?.lower !== 'no' || fit
    if (FIT.has(word)) fit = true
    else if (!BETWEEN.has(word)) break
  }
  let denied = false
  for (let i = at + 1; i < Math.min(scene.to, at + 6); i++) {
    const word = tokens[i]
    if (DENIALS.has(word)) denied = true
    else if (denied && FIT.has(word)) return true
  }
  return false
}

function issueAfter(scene: Scene, index: number): Issue | undefined {
  const { clauses, tokens, memory } = scene
  for (let at = index + 1; at < Math.min(clauses.chunks.length, index + 5); at++) {
    const chunk = clauses.chunks[at]
    if (chunk?.kind === 'verb' && chunk.form === 'to') {
      if (TELLING.hasVerb(chunk)) return undefined
      return askedBy(clauses.chunks, chunk as VerbChunk, tokens) ?? topical(memory.topic)
    }
    if (chunk?.kind === 'preposition' && chunk.word === 'for') return issueFrom(clauses.chunks, at, tokens, 6)
    if (chunk?.kind === 'comma' || chunk?.kind === 'subordinator' || chunk?.kind === 'close') break
  }
  return topical(memory.topic)
}

function topical(topic: Scene['memory']['topic']): Issue | undefined {
  return topic === 'sanctions' || topic === 'force'
    ? { about: topic, sign: 1, weak: true, effect: undefined, noun: undefined, sure: false }
    : undefined
}
