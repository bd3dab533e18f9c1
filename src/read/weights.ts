import { weights as data } from '#data/weights'
import type { WeightData } from './compile-weights.js'
import { SignTable, WIDTH } from './sign-table.js'

/** How much each sign speaks for each side of each thing. */
export interface Weights {
  readonly table: SignTable
  readonly bias: readonly number[]
  /** `WIDTH` numbers for each row of the table. */
  readonly rows: Float32Array
  /** Which rows were counted already: those that bear the mark. */
  readonly seen: { mark: number; readonly at: Int32Array }
}

const TENTH = 10
let filled: Weights | undefined

/** The weights of `data/weights/stances.yaml`; filled when they are asked for the first time. */
export function weights(): Weights {
  filled ??= fill(data as WeightData)
  return filled
}

function fill({ bias, kinds, numbers }: WeightData): Weights {
  const table = new SignTable()
  for (const { kind, words } of kinds) for (const word of words) table.add(kind, word)
  const rows = new Float32Array(numbers.length * WIDTH)
  numbers.forEach((line, row) => {
    line.split(' ').forEach((number, at) => {
      rows[row * WIDTH + at] = Number(number) / TENTH
    })
  })
  return {
    table,
    bias: bias.map((number) => number / TENTH),
    rows,
    seen: { mark: 0, at: new Int32Array(numbers.length) },
  }
}
