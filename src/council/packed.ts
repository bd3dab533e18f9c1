/** The shapes of the generated data; only this room reads them. */
export interface PackedSeat {
  readonly state: string
  readonly seat: 'permanent' | 'elected'
  readonly from: string
  readonly to?: string | undefined
  readonly note?: string | undefined
}

export interface PackedMembers {
  readonly from: string
  readonly until: string
  /** `state|from|to|note`, `to` and `note` may be empty. */
  readonly permanent: readonly string[]
  readonly elected: readonly string[]
}

/** What a vote has beside the usual: the keys of `PackedExtras` are absent where the default holds. */
export interface PackedExtras {
  readonly by?: string
  readonly tally?: readonly number[]
  readonly kind?: string
  readonly scope?: string
  readonly matter?: string
  readonly modality?: string
  readonly source?: string
  readonly confidence?: string
  readonly note?: string
}

/**
 * The record as it ships. `votes` holds rows apart by `~` with cells apart by `|`:
 * chamber, date, text (a number for that resolution), letters (empty for all yes, `-` for none on record), outcome
 * (index into `RESULTS`), meeting (a number for `S/PV.<n>`), id (a number for `BD-<n>`), title, extras (empty for none);
 * chamber, title and extras are places in the other lists; `titles` is apart by `~`.
 */
export interface PackedRecord {
  /** Members in the order of the letters, permanent first. */
  readonly chambers: readonly string[]
  readonly titles: string
  readonly extras: readonly PackedExtras[]
  readonly votes: string
  /** By id: what was corrected, and why. */
  readonly corrections: Readonly<Record<string, readonly string[]>>
}

export const RESULTS = ['adopted', 'vetoed', 'not adopted'] as const
