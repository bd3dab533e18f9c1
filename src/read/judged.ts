import { aboutOf } from './about.js'
import { placeIn } from './chunk.js'
import type { NounChunk } from './chunks.js'
import type { About } from './claim.js'
import { canHold, type Entity } from './entity.js'
import { councilNamed, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

/** What a judgement can be of: an issue, the Council, or what is foretold. */
export type Judged = About | 'council' | 'prospect'

const VETOES = new WordSet(['veto', 'vetoes'])
/** What the Council does. */
const DONE = new WordSet(
  'action response move decision outcome adoption step vote result'.split(' ').flatMap((word) => [word, `${word}s`]),
)
const POINTING = new Set('it this that which what these those'.split(' '))

/** What a noun phrase stands for when it is judged: a text, the Council, what another state does. */
export function judgedBy(scene: Scene, noun: NounChunk, speaker: Entity): readonly Judged[] | undefined {
  const word = scene.tokens[noun.head]?.lower ?? ''
  const { entity } = noun
  if (entity?.codes.includes('UNSC')) return speaker.codes.includes('UNSC') ? undefined : ['council']
  if (isVeto(scene, noun))
    return noun.owner !== undefined && speaker.codes.some((code) => noun.owner?.codes.includes(code))
      ? undefined
      : VETOED
  const issue = subjectIssue(scene, noun) ?? behind(scene, noun)
  // "lifting the embargo would be a mistake"
  if (issue !== undefined && 'sign' in issue && issue.sign === -1) return undefined
  if (issue !== undefined && issue.about !== 'implementation') {
    if (issue.about === 'force' && scene.memory.target !== undefined && noun.owner?.codes.includes(scene.memory.target))
      return undefined
    if (issue.about !== 'conduct') return [issue.about]
    if (noun.owner?.codes.includes('UNSC') && !speaker.codes.includes('UNSC')) return ['council']
    if (noun.owner !== undefined && speaker.codes.some((code) => noun.owner?.codes.includes(code))) return undefined
    return isTarget(scene, speaker) ? undefined : ['conduct']
  }
  if (DONE.has(scene.tokens[noun.head]) && councilNamed(scene)) return ['resolution']
  if (noun.to === noun.from + 1 && POINTING.has(word) && (entity === undefined || entity.codes.length === 0)) {
    const topic = topicOf(scene, noun) ?? (word === 'what' ? 'conduct' : told(scene))
    if (topic === undefined || (topic === 'conduct' && isTarget(scene, speaker))) return undefined
    return [topic]
  }
  if (canHold(entity)) {
    if (entity.codes.some((code) => speaker.codes.includes(code))) return undefined
    return entity.person === true || entity.codes.includes(scene.memory.target ?? '') ? ['conduct'] : undefined
  }
  return undefined
}

/** To blame a veto is to blame those who cast it. */
const VETOED: readonly Judged[] = ['conduct', 'resolution', 'council']

function isVeto(scene: Scene, noun: NounChunk): boolean {
  return VETOES.has(scene.tokens[noun.head])
}

/** "the path to dialogue", "the goal of the sanctions". */
function behind(scene: Scene, noun: NounChunk): { about: About } | undefined {
  const { chunks } = scene.clauses
  const at = placeIn(chunks, noun)
  const link = chunks[at + 1]
  const next = chunks[at + 2]
  if (noun.entity !== undefined || link?.kind !== 'preposition' || next?.kind !== 'noun') return undefined
  if (link.word !== 'of' && link.word !== 'to' && link.word !== 'for') return undefined
  const issue = aboutOf(next, scene.tokens)
  return issue === undefined || issue.weak || issue.about === 'conduct' ? undefined : issue
}

function isTarget(scene: Scene, speaker: Entity): boolean {
  return scene.memory.target !== undefined && speaker.codes.includes(scene.memory.target)
}

/** What was told before, where a quotation only points at it. */
function told(scene: Scene): About | undefined {
  const { topic } = scene.memory
  return topic === 'conduct' ? topic : undefined
}

/** What "it" or "this" points at: a text or a deed named before it, or outside the quotation. */
function topicOf(scene: Scene, pronoun: NounChunk): About | undefined {
  const { chunks } = scene.clauses
  const here = placeIn(chunks, pronoun)
  const close = chunks.findIndex((chunk, at) => at > here && chunk.kind === 'close')
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || (at >= here && (close < 0 || at < close))) continue
    const issue = aboutOf(chunk, scene.tokens)
    if (issue !== undefined && !issue.weak && issue.about !== 'implementation') return issue.about
  }
  return undefined
}
