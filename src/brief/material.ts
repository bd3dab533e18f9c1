import type { Article } from '../articles/index.js'
import type { MatterView } from '../matters/index.js'

/** What a brief is made of, as plain values. */
export interface BriefMaterial {
  /** False where nobody made the matter: the articles about one state stand for it. */
  readonly isMade: boolean
  /** The matter with its claims, opened without a day. */
  readonly view: MatterView
  /** The articles of the view and those that repeat them, with their texts. */
  readonly articles: readonly MaterialArticle[]
}

export interface MaterialArticle extends Article {
  /** The file’s name, or the id that the input carried. */
  readonly name: string
  /** Whether the text is here; in a record without full texts it is empty. */
  readonly hasText: boolean
  /** What the reading could not tell. */
  readonly problems: readonly string[]
}
