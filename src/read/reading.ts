import { type Article, publicationDate } from '../articles/index.js'
import type { VagueDate } from '../dates.js'
import type { Problem } from '../errors.js'
import type { Claim } from './claim.js'
import { claimsIn, type Watch } from './claims.js'
import { meetSentence, startCourse } from './course.js'
import { type Groundwork, groundworkOf } from './groundwork.js'
import { matterOf } from './matter.js'
import { startMemory } from './memory.js'
import { mentionsIn } from './mentions.js'
import { textOf } from './sentences.js'
import { settleNames } from './settled-names.js'

/** Changes whenever the same article may give other claims. */
export const READER_VERSION = '0.10.0'

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
  const whole = article.prose ?? article.text
  const text = whole.slice(0, MOST_CHARACTERS)
  const published = article.published ?? publicationDate(article.text)?.date
  const { tokens, sentences } = textOf(text)
  const mentions = settleNames(
    sentences.map((sentence) => mentionsIn(tokens, sentence.from, sentence.to)),
    published,
  )
  const matter = matterOf(tokens, sentences, mentions)
  const memory = startMemory(published, matter)
  const course = startCourse({ text, tokens, sentences, mentions }, memory, matter.statement)
  const claims: Claim[] = []
  const claim = () => {
    claims.push(...claimsIn(course.waiting, memory, article, options, watch))
    course.waiting = []
  }
  for (let from = 0; from < sentences.length; from += BLOCK) {
    const ground = groundworkOf(tokens, sentences.slice(from, from + BLOCK), mentions.slice(from, from + BLOCK))
    for (let at = 0; at < ground.length; at++) meetSentence(course, from + at, ground[at] as Groundwork, claim)
    claim()
  }
  return {
    article: article.id,
    claims,
    ...(published === undefined ? {} : { published }),
    ...(matter.target === undefined ? {} : { target: matter.target }),
    problems: problemsOf(article.id, whole.length > text.length, memory.undated === true),
  }
}

function problemsOf(file: string, isCut: boolean, isUndated: boolean): Problem[] {
  const problems: Problem[] = []
  if (isCut)
    problems.push({
      code: 'too-large',
      what: `only the first ${MOST_CHARACTERS} characters were read`,
      place: { file },
    })
  if (isUndated)
    problems.push({
      code: 'bad-input',
      what: 'relative dates are not resolved: the text does not tell its day of publication',
      place: { file },
      todo: 'give it with --published',
    })
  return problems
}
