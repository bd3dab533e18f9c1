import { type Article, publicationDate } from '../articles/index.js'
import type { VagueDate } from '../dates.js'
import type { Problem } from '../errors.js'
import type { Claim } from './claim.js'
import { claimsIn, namesNoOne, type ReadSentence, type Watch } from './claims.js'
import { contactsIn } from './contacts.js'
import type { Entity } from './entity.js'
import { type Groundwork, groundworkOf } from './groundwork.js'
import { issuersOf, leadingGroup } from './issuers.js'
import { matterOf } from './matter.js'
import { startMemory } from './memory.js'
import { mentionsIn } from './mentions.js'
import { point, pointsBack } from './pointing.js'
import { remember, rememberParties } from './remember.js'
import { sceneOf, stillOpen } from './scene-made.js'
import { type Sentence, textOf } from './sentences.js'
import { settleNames } from './settled-names.js'

/** Changes whenever the same article may give other claims. */
export const READER_VERSION = '0.7.0'

/** What one article says. */
export interface Reading {
  /** The article's id. */
  readonly article: string
  /** In the order of the text. */
  readonly claims: readonly Claim[]
  /** The day against which relative dates were resolved; absent where it can't be known. */
  readonly published?: VagueDate
  /** The state that the article is chiefly about; absent where none stands out. */
  readonly target?: string
  /** What could not be told, such as relative dates without a day of publication. */
  readonly problems: readonly Problem[]
}

export interface ReadOptions {
  /** Let each claim name the lexicon entry and the words that made it. */
  readonly why?: boolean
}

/** Longer texts are no articles; what lies beyond is not read, and a problem says so. */
const MOST_CHARACTERS = 4_000_000

/** So many sentences are worked together at most, stage by stage. */
const BLOCK = 100

/** The claims of an article, each tied to its exact words. Pure: the same article always gives the same reading. */
export function readArticle(article: Article, options: ReadOptions = {}): Reading {
  return readWatched(article, options)
}

/** The same reading, watched: `npm run learn` takes its evidence so. */
export function readWatched(article: Article, options: ReadOptions, watch?: Watch): Reading {
  const problems: Problem[] = []
  let text = article.prose ?? article.text
  if (text.length > MOST_CHARACTERS) {
    text = text.slice(0, MOST_CHARACTERS)
    problems.push({
      code: 'too-large',
      what: `only the first ${MOST_CHARACTERS} characters were read`,
      place: { file: article.id },
    })
  }
  const published = article.published ?? publicationDate(article.text)?.date
  const { tokens, sentences } = textOf(text)
  const mentions = settleNames(
    sentences.map((sentence) => mentionsIn(tokens, sentence.from, sentence.to)),
    published,
  )
  const matter = matterOf(tokens, sentences, mentions)
  const memory = startMemory(published, matter)
  const claims: Claim[] = []
  let waiting: ReadSentence[] = []
  let paragraph = -1
  let quoteOpen = false
  for (let from = 0; from < sentences.length; from += BLOCK) {
    const ground = groundworkOf(tokens, sentences.slice(from, from + BLOCK), mentions.slice(from, from + BLOCK))
    for (let at = 0; at < ground.length; at++) meetSentence(from + at, ground[at] as Groundwork)
    claim()
  }
  if (memory.undated === true)
    problems.push({
      code: 'bad-input',
      what: 'relative dates are not resolved: the text does not tell its day of publication',
      place: { file: article.id },
      todo: 'give it with --published',
    })
  /** Makes the claims of the sentences that wait for it. */
  function claim(): void {
    claims.push(...claimsIn(waiting, memory, article, options, watch))
    waiting = []
  }
  /** Settles who is who in a sentence and what later ones may refer back to; it then waits for its claims. */
  function meetSentence(index: number, ground: Groundwork): void {
    const sentence = sentences[index] as Sentence
    if (sentence.paragraph !== paragraph) {
      quoteOpen = false
      memory.floating = undefined
    }
    paragraph = sentence.paragraph
    if (sentence.dateline) return
    const carried = sentence.headline
      ? undefined
      : (speakerAhead(index, quoteOpen) ?? (tokens[sentence.from]?.kind === 'open' ? memory.floating : undefined))
    const scene = sceneOf(text, tokens, sentence, mentions[index] ?? [], ground, memory, quoteOpen, carried)
    if (matter.statement && memory.issuers === undefined) {
      memory.issuers = index === 0 ? issuersOf(scene) : leadingGroup(scene)
      scene.memory.issuers = memory.issuers
    }
    quoteOpen = stillOpen(scene, sentence, quoteOpen)
    const bare = namesNoOne(scene)
    if (!bare && pointsBack(scene)) {
      // "welcomed the move": what was raised last shows when the claims before are made.
      claim()
      scene.memory.raised = memory.raised
      point(scene)
    }
    const contacts = bare ? [] : contactsIn(scene)
    for (const { parties } of contacts) rememberParties(parties, memory)
    remember(scene, memory)
    waiting.push({ sentence, scene, bare, contacts })
  }
  /** A quotation that runs over several sentences may name its speaker only at the end. */
  function speakerAhead(index: number, open: boolean): Entity | undefined {
    let inside = open
    for (let at = index; at < Math.min(sentences.length, index + 5); at++) {
      const sentence = sentences[at] as Sentence
      if (sentence.paragraph !== sentences[index]?.paragraph) return undefined
      if (at > index) {
        if (!inside) return undefined
        // Its phrases are changed by that, and made again when its turn comes.
        const [ground] = groundworkOf(tokens, [sentence], mentions.slice(at, at + 1))
        if (ground === undefined) return undefined
        const scene = sceneOf(text, tokens, sentence, mentions[at] ?? [], ground, { ...memory }, inside)
        if (scene.clauses.attribution !== undefined) return scene.clauses.attribution
      }
      inside = stillOpen({ tokens }, sentence, inside)
    }
    return undefined
  }
  return {
    article: article.id,
    claims,
    ...(published === undefined ? {} : { published }),
    ...(matter.target === undefined ? {} : { target: matter.target }),
    problems,
  }
}
