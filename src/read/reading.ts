import type { Article } from '../articles/index.js'
import type { VagueDate } from '../dates.js'
import type { Problem } from '../errors.js'
import type { Claim } from './claim.js'

/** Changes whenever the same article may give other claims. */
export const READER_VERSION = '0.1.0'

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

/** The claims of an article, each tied to its exact words. Pure: the same article always gives the same reading. */
export function readArticle(article: Article, _options: ReadOptions = {}): Reading {
  const published = article.published === undefined ? {} : { published: article.published }
  return { article: article.id, claims: [], ...published, problems: [] }
}
