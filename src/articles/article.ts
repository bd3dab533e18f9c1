import type { VagueDate } from '../dates.js'
import type { Problem } from '../errors.js'

/** A text with a source and a date; claims point into `text` by UTF-16 offsets, so it is never changed after opening. */
export interface Article {
  /** The file's name, or the id that the input carries. */
  readonly id: string
  readonly text: string
  /**
   * The words to read, where `text` holds markup too (Markdown): as long as `text`, with the markup blanked out by
   * spaces, so that an offset into one is an offset into the other.
   */
  readonly prose?: string
  readonly title?: string
  /** Day of publication, or as much of it as is known; absent where it can't be known. */
  readonly published?: VagueDate
  /** Where `published` comes from. */
  readonly publishedFrom?: 'given' | 'metadata' | 'dateline' | 'byline' | 'text'
  /** The outlet as printed. */
  readonly source?: string
  readonly url?: string
  /** SHA-256 of the original bytes, in hexadecimal; absent for a text that came without a file. */
  readonly hash?: string
}

/** What opening yields, one at a time: an article, or what is wrong with one. A problem never ends the others. */
export type Opened = { readonly article: Article } | { readonly problem: Problem }
