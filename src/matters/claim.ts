import type { Claim } from '../read/index.js'
import type { Kept, StoredDraft, StoredMatter } from '../record/index.js'

/** An article of a matter. */
export interface MatterArticle {
  /** Its id in the record; claims name it so. */
  readonly id: string
  /** The file's name, or the id that the input carried. */
  readonly name: string
  readonly title?: string
  readonly published?: string
  readonly source?: string
  readonly url?: string
  /** SHA-256 of the bytes. */
  readonly hash?: string
  /** The state that it is chiefly about. */
  readonly target?: string
  /** Whether it as a whole belongs to the matter, and not only claims in it. */
  readonly isAbout: boolean
  readonly hasText: boolean
  /** Articles that carry the same report; they are counted once with this one. */
  readonly repeats: readonly string[]
}

/** A claim of a matter, as people left it. */
export interface MatterClaim {
  readonly id: string
  /** The same for claims of one article, place and key. */
  readonly gist: string
  /** As edited, where it was. Its `article` is the record's id. */
  readonly claim: Claim
  /** As it was read, where it was edited. */
  readonly read?: Claim
  readonly ruling: 'proposed' | 'accepted' | 'edited'
  /** Who ruled so, and when; absent for a proposal. */
  readonly ruled?: Kept & { readonly note?: string }
  /** What put it here. */
  readonly by: 'rule' | 'hand'
  /** The draft that it is on; absent where it is on none, or where it can't be told on which. */
  readonly draft?: string
  /** Label of the draft's version that it is on, where the draft has versions and it can be told. */
  readonly version?: string
  readonly published?: string
  /** Symbols of documents that its words name, one that the quote cuts short among them; only of claims on a text. */
  readonly symbols?: readonly string[]
  /** Articles that carry the same report with the same claim. */
  readonly repeats: readonly string[]
}

/** A matter as the record knew it, with all that belongs to it. */
export interface MatterView {
  readonly matter: StoredMatter
  readonly drafts: readonly StoredDraft[]
  /** By day of publication, then in the order of the text. */
  readonly claims: readonly MatterClaim[]
  readonly articles: readonly MatterArticle[]
  /** Those that have no day of publication; with `on` they are not among `articles`. */
  readonly undated: readonly MatterArticle[]
  /** Articles that carry a report which one of `articles` carries, too. */
  readonly repeats: readonly MatterArticle[]
  /** The day in the world, where one was asked for: articles that came out later, or on no known day, are left out. */
  readonly on?: string
  /** The moment of the record's knowledge, as it was asked for. */
  readonly known?: string
  /** What the reader must know, in whole sentences. */
  readonly notes: readonly string[]
}
