import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import { isOfUN } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isOtherCouncil } from './other-halls.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** The members with a veto. */
export const PERMANENT: ReadonlySet<string> = new Set(['CHN', 'FRA', 'GBR', 'RUS', 'USA'])

/** Some of the members, or those who speak of it. */
const SOME = new WordSet(
  "some several key many other western most few two three four five six seven eight nine ten eleven twelve thirteen fourteen diplomats diplomat envoys envoy ambassadors ambassador delegates delegate president officials official sources source member permanent elected african european arab members'".split(
    ' ',
  ),
)

/** The Council, "the 15-nation body", its members. */
export function isCouncil(scene: Scene, noun: NounChunk | undefined): boolean {
  if (noun === undefined) return false
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (
      token === undefined ||
      SOME.has(token) ||
      /^(?!15)\d+-(?:member|nation|strong|state)$/.test(token.lower) ||
      (token.kind === 'number' && /^\d+$/.test(token.lower) && token.lower !== '15')
    )
      return false
  }
  if (noun.entity?.codes.length === 1 && noun.entity.codes[0] === 'UNSC') return true
  if (actorOf(scene, noun)?.codes[0] === 'UNSC') return aboutOf(noun, scene.tokens)?.about !== 'resolution'
  if (noun.entity !== undefined && noun.entity.codes.length > 0) return false
  const head = scene.tokens[noun.to - 1]?.lower ?? ''
  if (head === 'council' && isOtherCouncil(scene.tokens, noun)) return false
  if (head === 'council') return noun.owner === undefined || noun.owner.codes.some(isOfUN)
  return (
    /^(?:body|panel|members)$/.test(head) &&
    scene.tokens
      .slice(noun.from, noun.to)
      .some((token) => /^(?:15-nation|15-member|15-strong|council|15|fifteen)$/.test(token.lower))
  )
}

const TEXTS = new WordSet(['text', 'document'])

/** The text that is voted on. */
export function isDraft(scene: Scene, noun: NounChunk | undefined): boolean {
  if (noun === undefined) return false
  return (
    aboutOf(noun, scene.tokens)?.about === 'resolution' ||
    (noun.entity === undefined && TEXTS.has(scene.tokens[noun.to - 1]))
  )
}

/** "a resolution needs nine votes", "would have to win nine votes": what it takes, and no vote that was held. */
export function isNeeded(scene: Scene, index: number): boolean {
  const told = scene.clauses.verbs.findLast((verb) => verb.index < index)
  if (told === undefined || index - told.index > NEAR) return false
  return NEEDING.hasVerb(told) || (told.modal !== undefined && told.modal !== 'will')
}
const NEEDING = new WordSet(['need', 'require', 'take'])
/** So near before a tally the verb governs it. */
const NEAR = 3

/** The noun phrase right after a verb. */
export function nextNoun(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' ? next : undefined
}
