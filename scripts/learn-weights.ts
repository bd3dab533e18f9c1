/** Learns the weights of signs from articles and their gold: all signs first, then again with those that matter most. */
import { SignTable, THINGS, WIDTH } from '../src/read/sign-table.js'
import { learningSet } from './learning-set.js'
import { countsOf, type Example, learn } from './logistic.js'
import type { WholeWeights } from './weights-file.js'

export interface LearnOptions {
  /** So many signs are kept. */
  readonly rows?: number
  /** Larger is bolder and fits the articles more closely. */
  readonly strength?: number
  /** Is told what is done. */
  readonly tell?: (line: string) => void
}

export const ROWS = 9000
export const STRENGTH = 0.05
/** Fewer signs need less holding back. */
const AGAIN = 1.2

/** The weights that the articles of the folders teach. */
export function learnWeights(folders: readonly string[], options: LearnOptions = {}): WholeWeights {
  const { rows = ROWS, strength = STRENGTH, tell = () => {} } = options
  const table = new SignTable(true)
  const { articles, sentences, stances, placed, examples, names } = learningSet(folders, table)
  const signs = table.names.length
  tell(`${articles} articles, ${sentences} sentences, ${stances} stances, ${placed} of them told of someone seen there`)
  tell(`${examples.length} times someone in a sentence, ${signs} signs`)
  const apart = (sign: number) => table.names[sign]?.startsWith('word\t') === true
  const isName = (sign: number) => names.inSign(table.names[sign] ?? '')
  const first = learn(examples, { signs, strength, apart, without: isName })
  tell(`learnt all signs in ${first.steps} steps`)
  const kept = weightiest(first.rows, examples, signs, rows, isName)
  const again = learn(examples, { signs, strength: strength * AGAIN, apart, without: (sign) => !kept.has(sign) })
  tell(`learnt the ${kept.size} that matter most in ${again.steps} steps`)
  return {
    bias: hundredths(again.bias),
    signs: [...kept].map((sign) => {
      const [kind = '', word = ''] = (table.names[sign] ?? '').split('\t')
      return { kind, word, numbers: hundredths(again.rows.subarray(sign * WIDTH, (sign + 1) * WIDTH)) }
    }),
  }
}

/** A sign matters by its largest weight and by the root of how often it was met. */
function weightiest(
  rows: Float64Array,
  examples: readonly Example[],
  signs: number,
  most: number,
  leftOut: (sign: number) => boolean,
): Set<number> {
  const counts = countsOf(examples, signs)
  const worth = Array.from({ length: signs }, (_, sign) => {
    let largest = 0
    for (let at = sign * WIDTH; at < (sign + 1) * WIDTH; at++) largest = Math.max(largest, Math.abs(rows[at] as number))
    let met = 0
    for (let at = sign * THINGS; at < (sign + 1) * THINGS; at++) met += counts[at] as number
    return largest * Math.sqrt(met / THINGS)
  })
  const order = worth
    .map((_, sign) => sign)
    .filter((sign) => !leftOut(sign))
    .sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b)
  return new Set(order.slice(0, most))
}

function hundredths(numbers: Float64Array): number[] {
  return Array.from(numbers, (number) => Math.round(number * 100) + 0)
}
