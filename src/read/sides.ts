import type { Stance } from './claim.js'

export const SIDES = ['+', '~', '-'] as const
export type Sided = (typeof SIDES)[number]
/** The side that each stance takes: for it, open or tolerant, against it (CLAIMS.md, keys of the lenient score). */
export const SIDED: Readonly<Record<Stance, Sided>> = {
  sponsors: '+', supports: '+', accepts: '~', undeclared: '~', abstains: '~', opposes: '-', vetoes: '-',
} // biome-ignore format: a table
/** The number of that side. */
export const SIDE = Object.fromEntries(
  Object.entries(SIDED).map(([stance, side]) => [stance, SIDES.indexOf(side)]),
) as Readonly<Record<Stance, number>>
