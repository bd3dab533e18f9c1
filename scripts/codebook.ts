/** What the codebook (CLAIMS.md) counts as alike, for the scorer and for the test of sentences. */
import { SIDED } from '../src/read/sides.js'

/** The side of a stance: the lenient score goes by it. */
export const SIDE: Readonly<Record<string, string>> = SIDED

/** Events whose actor the words do not settle: any actor counts. */
export const ACTOR_FREE: ReadonlySet<string> = new Set([
  'talks-held',
  'talks-stalled',
  'talks-agreed',
  'agreement',
  'draft-expected',
  'referral',
  'report',
  'inspection',
])
