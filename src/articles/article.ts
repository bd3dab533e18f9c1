import type { VagueDate } from '../dates.js'

/** A text with a source and a date; claims point into `text` by UTF-16 offsets, so it is never changed after opening. */
export interface Article {
  /** The file's name, or the id that the input carries. */
  readonly id: string
  readonly text: string
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
