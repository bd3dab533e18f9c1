/** Goes through an article sentence by sentence and settles in each who speaks, acts and is meant, from what came before. */
import { namesNoOne, type ReadSentence } from './claims.js'
import { isByRegion } from './contact-groups.js'
import { contactsIn } from './contacts.js'
import type { Entity } from './entity.js'
import { type Groundwork, groundworkOf } from './groundwork.js'
import { issuersOf, leadingGroup } from './issuers.js'
import type { Memory, Progress } from './memory.js'
import type { Mention } from './mentions.js'
import { point, pointsBack } from './pointing.js'
import { remember, rememberParties } from './remember.js'
import type { Scene } from './scene.js'
import { sceneOf, stillOpen } from './scene-made.js'
import type { Sentence } from './sentences.js'
import type { Token } from './tokens.js'

/** An article cut into words and sentences, with the names in each sentence. */
interface Cut {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly (readonly Mention[])[]
}

/** How far the reading of an article has come. */
interface Course extends Cut {
  readonly memory: Memory & Progress
  /** Whether the article is a statement of those who issue it. */
  readonly isStatement: boolean
  /** Sentences whose claims are still to be made. */
  waiting: ReadSentence[]
  paragraph: number
  quoteOpen: boolean
}

/** So many sentences at most may stand between the opening of a quotation and its speaker. */
const QUOTATION = 5

export function startCourse(cut: Cut, memory: Memory & Progress, isStatement: boolean): Course {
  return { ...cut, memory, isStatement, waiting: [], paragraph: -1, quoteOpen: false }
}

/** Settles who is who in a sentence and what later ones may refer back to; it then waits for its claims, which `claim` makes. */
export function meetSentence(course: Course, index: number, ground: Groundwork, claim: () => void): void {
  const { memory } = course
  const sentence = course.sentences[index] as Sentence
  if (sentence.paragraph !== course.paragraph) {
    course.quoteOpen = false
    // of the one at issue others speak next
    if (memory.floating?.codes[0] === memory.target) memory.floating = undefined
  }
  course.paragraph = sentence.paragraph
  if (sentence.dateline) return
  const scene = sceneAt(course, index, ground)
  if (course.isStatement && memory.issuers === undefined) {
    memory.issuers = index === 0 ? issuersOf(scene) : leadingGroup(scene)
    scene.memory.issuers = memory.issuers
  }
  course.quoteOpen = stillOpen(scene, sentence, course.quoteOpen)
  const bare = namesNoOne(scene)
  if (!bare && pointsBack(scene)) {
    // "welcomed the move": what was raised last shows when the claims before are made.
    claim()
    scene.memory.raised = memory.raised
    point(scene)
  }
  const contacts = bare ? [] : contactsIn(scene)
  for (const { parties } of contacts) if (!isByRegion(scene, parties)) rememberParties(parties, memory)
  remember(scene, memory)
  course.waiting.push({ sentence, scene, bare, contacts })
}

function sceneAt(course: Course, index: number, ground: Groundwork): Scene {
  const { text, tokens, memory, quoteOpen } = course
  const sentence = course.sentences[index] as Sentence
  const mentions = course.mentions[index] ?? []
  return sceneOf({ text, tokens, sentence, mentions, ground, memory, quoteOpen, carried: carriedTo(course, index) })
}

/** Who speaks in a quotation that began before the sentence, or tells its speaker only behind it. */
function carriedTo(course: Course, index: number): Entity | undefined {
  const sentence = course.sentences[index] as Sentence
  if (sentence.headline) return undefined
  return (
    speakerAhead(course, index) ?? (course.tokens[sentence.from]?.kind === 'open' ? course.memory.floating : undefined)
  )
}

/** A quotation that runs over several sentences may name its speaker only at the end. */
function speakerAhead(course: Course, index: number): Entity | undefined {
  const { text, tokens, sentences, memory } = course
  let inside = course.quoteOpen
  for (let at = index; at < Math.min(sentences.length, index + QUOTATION); at++) {
    const sentence = sentences[at] as Sentence
    if (sentence.paragraph !== sentences[index]?.paragraph) return undefined
    if (at > index) {
      if (!inside) return undefined
      // Its phrases are changed by that, and made again when its turn comes.
      const mentions = course.mentions[at] ?? []
      const [ground] = groundworkOf(tokens, [sentence], course.mentions.slice(at, at + 1))
      if (ground === undefined) return undefined
      const now = { ...memory }
      const quoteOpen = inside
      const scene = sceneOf({ text, tokens, sentence, mentions, ground, memory: now, quoteOpen, carried: undefined })
      if (scene.clauses.attribution !== undefined) return scene.clauses.attribution
    }
    inside = stillOpen({ tokens }, sentence, inside)
  }
  return undefined
}
