/** What the codebook (CLAIMS.md) counts as alike, for the scorer and for the test of sentences. */

/** The side of a stance: the lenient score goes by it. */
export const SIDE: Readonly<Record<string, string>> = {
  sponsors: 'for', supports: 'for', accepts: 'tolerant', undeclared: 'tolerant', abstains: 'tolerant', opposes: 'against', vetoes: 'against',
} // biome-ignore format: a table

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
