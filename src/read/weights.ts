import { weights as data } from '#data/weights'
import type { WeightData } from './compile-weights.js'
import { SignTable, WIDTH } from './sign-table.js'

/** How much each sign speaks for each side of each thing. */
export interface Weights {
  readonly table: SignTable
  readonly bias: readonly number[]
  /** `WIDTH` numbers for each row of the table. */
  readonly rows: Float64Array
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
  for (const { kind, words } of kinds)
    for (const word of words) {
      if (kind.endsWith('pair')) {
        const cut = word.indexOf(' ')
        table.addPair(kind, word.slice(0, cut), word.slice(cut + 1))
      } else table.add(kind, word)
    }
  const rows = new Float64Array(numbers.length * WIDTH)
  numbers.forEach((line, row) => {
    line.split(' ').forEach((number, at) => {
      rows[row * WIDTH + at] = Number(number) / TENTH
    })
  })
  return { table, bias: bias.map((number) => number / TENTH), rows }
}
