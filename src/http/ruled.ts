import { type ClaimRuling, latestRulings, type StoredClaim } from '../record/index.js'
import type { Context } from './route.js'

/** What stands on a claim by people. */
export interface Ruled {
  readonly verdict: 'accepted' | 'edited' | 'rejected'
  readonly edited?: ClaimRuling['edited']
  readonly note?: string
  readonly kept: ClaimRuling['kept']
}

/** Finds what people ruled on a claim last. */
export async function rulingFinder(context: Context, seq: number): Promise<(claim: StoredClaim) => Ruled | undefined> {
  const rulings = await context.remember(`rulings ${seq}`, () => latestRulings(context.record, { seq }))
  return ({ gist }) => {
    const found = rulings.get(gist)
    if (found === undefined || found.verdict === 'withdrawn') return undefined
    const { verdict, edited, note, kept } = found
    return {
      verdict,
      ...(edited === undefined ? {} : { edited }),
      ...(note === undefined ? {} : { note }),
      kept,
    }
  }
}

/** The claim with its ruling, where it has one. */
export function withRuling<T extends StoredClaim>(claim: T, find: (claim: StoredClaim) => Ruled | undefined) {
  const ruling = find(claim)
  return ruling === undefined ? claim : { ...claim, ruling }
}
