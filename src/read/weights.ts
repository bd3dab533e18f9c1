import { weights as data } from '#data/weights'
import { standsAt } from './before.js'
import type { WeightData } from './compile-weights.js'
import { SIDES, SignTable, SPAN, THINGS } from './sign-table.js'
import { mostOf } from './thing-signs.js'

/** How much each sign speaks for each side of each thing: the three sides of a thing are packed in one number. */
export interface Weights {
  readonly table: SignTable
  /** A number for each thing. */
  readonly bias: Float64Array
  /** For each row of the table `STRIDE` numbers: one for each thing, and at `MARK` the last count that it was part of. */
  readonly rows: Float64Array
  /** The most that a thing's own rows can add: at 1 where a sentence names it, at 2 where the rules found something of the actor, at 3 both. */
  readonly most: readonly Float64Array[]
  /** The number of the last count: a row that bears it is counted already. */
  counted: number
}

/** A row stands with its mark in one line of the processor's memory. */
export const STRIDE = 8
export const MARK = THINGS

let filled: Weights | undefined

/** The weights of `data/weights/stances.yaml`; filled when they are asked for the first time. */
export function weights(): Weights {
  filled ??= fill(data as WeightData)
  return filled
}

/** The three sides in one number. */
function packed([forIt = 0, open = 0, against = 0]: readonly number[]): number {
  return (forIt * SPAN + open) * SPAN + against
}

/** The three sides that are packed in a sum, in hundredths. */
export function unpack(sum: number, into: Float64Array): void {
  const upper = Math.round(sum / SPAN)
  const forIt = Math.round(upper / SPAN)
  into[0] = forIt
  into[1] = upper - forIt * SPAN
  into[2] = sum - upper * SPAN
}

/** Whether a side of those packed in a sum is above nought. */
export function anyAbove(sum: number): boolean {
  const upper = Math.round(sum / SPAN)
  const forIt = Math.round(upper / SPAN)
  return forIt > 0 || upper - forIt * SPAN > 0 || sum - upper * SPAN > 0
}

function packAll(numbers: readonly number[], into: Float64Array, at: number): void {
  for (let thing = 0; thing < THINGS; thing++)
    into[at + thing] = packed(numbers.slice(thing * SIDES, (thing + 1) * SIDES))
}

function fill({ bias, kinds, numbers }: WeightData): Weights {
  const table = new SignTable()
  for (const { kind, words } of kinds) for (const word of words) table.add(kind, word)
  const lines = numbers.map((line) => line.split(' ').map(Number))
  const rows = new Float64Array(lines.length * STRIDE)
  for (const [row, line] of lines.entries()) packAll(line, rows, row * STRIDE)
  const start = new Float64Array(THINGS)
  packAll(bias, start, 0)
  const most = [0, 1, 2, 3].map((state) => {
    const adds = (side: number) =>
      mostOf((state & 1) > 0, (state & 2) > 0, (row) => standsAt(lines, row)?.[side] ?? 0, table)
    const sides = bias.map((_, side) => adds(side))
    const bounds = new Float64Array(THINGS)
    packAll(sides, bounds, 0)
    return bounds
  })
  return { table, bias: start, rows, most, counted: 0 }
}
