import type { Stance } from './claim.js'

export type Sided = '+' | '~' | '-'
/** The side that each stance takes: for it, open or tolerant, against it (CLAIMS.md, keys of the lenient score). */
export const SIDED: Readonly<Record<Stance, Sided>> = {
  sponsors: '+', supports: '+', accepts: '~', undeclared: '~', abstains: '~', opposes: '-', vetoes: '-',
} // biome-ignore format: a table
