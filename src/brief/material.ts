import type { Article } from '../articles/index.js'
import type { Count } from '../council/index.js'
import type { CivilDate, VagueDate } from '../dates.js'
import type { Claim } from '../read/index.js'

/** What a brief is made of: one matter with all that the record holds of it, as plain values. */
export interface BriefMaterial {
  readonly matter: {
    readonly id: string
    readonly title: string
    readonly target?: string
    readonly regime?: string
    readonly isMade: boolean
  }
  readonly drafts: readonly MaterialDraft[]
  readonly articles: readonly MaterialArticle[]
  readonly claims: readonly MaterialClaim[]
  /** The count of a draft that people made, on a day. */
  readonly countOf?: (draft: string, on: CivilDate) => Count
}

export interface MaterialDraft {
  readonly id: string
  readonly label: string
  readonly symbol?: string
  readonly versions: readonly { readonly label: string; readonly date?: VagueDate; readonly note?: string }[]
  readonly sponsors: readonly string[]
  readonly rivals: readonly string[]
  readonly tabled?: VagueDate
  readonly adopted?: string
}

export interface MaterialArticle extends Article {
  /** The file’s name, or the id that the input carried. */
  readonly name: string
  readonly sameAs?: string
  /** Whether the text is here; in a record without full texts it is empty. */
  readonly hasText: boolean
  /** What the reading could not tell. */
  readonly problems: readonly string[]
}

/** A claim that belongs to the matter, as ruled on; its `article` is an id of `articles`. */
export interface MaterialClaim {
  readonly id: string
  readonly claim: Claim
  readonly draft?: string
  readonly ruling?: 'accepted' | 'edited'
}
