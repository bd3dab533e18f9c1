/**
 * Multinomial logistic regression over the signs of a sentence. Each sign has a weight for any thing and one for each thing, added up;
 * that of a sign met for one thing alone so speaks a little for the others too. Weights are held small (L2), not forbidden.
 */
import { SIDES, THINGS, WIDTH } from '../src/read/sign-table.js'
import { descend } from './lbfgs.js'

/** What may be held of a thing: nothing, for it, open, against it. */
const CLASSES = SIDES + 1
const ALL = THINGS * CLASSES

/** One actor in one sentence. */
export interface Example {
  /** The signs that count for every thing, each once. */
  readonly signs: readonly number[]
  /** Those that count for one thing only, each once. */
  readonly things: readonly (readonly number[])[]
  /** For each thing the class, from 0 for nothing, and how much it weighs. */
  readonly held: readonly { readonly class: number; readonly weight: number }[]
}

export interface Learner {
  readonly signs: number
  /** Larger is bolder: the inverse of what a large weight costs. */
  readonly strength: number
  /** Signs left out altogether. */
  readonly without?: (sign: number) => boolean
  /** Signs with no weight for any thing, only for each. */
  readonly apart: (sign: number) => boolean
}

/** Weights against holding nothing, in logits: `WIDTH` numbers for no sign at all and for each sign. */
export interface Learnt {
  readonly bias: Float64Array
  readonly rows: Float64Array
  readonly steps: number
}

/** A weight of a sign for a thing is learnt where it was met so often. */
const FEWEST = 3
/** Learning ends where no weight pulls harder, against an example's pull of 1 / (all examples). */
const FLAT = 1e-5
const MOST_STEPS = 400

/** How often each sign was met: `THINGS` numbers for each. */
export function countsOf(examples: readonly Example[], signs: number): Int32Array {
  const counts = new Int32Array(signs * THINGS)
  for (const { signs: met, things } of examples)
    for (let thing = 0; thing < THINGS; thing++) {
      for (const sign of met) counts[sign * THINGS + thing] = (counts[sign * THINGS + thing] as number) + 1
      for (const sign of things[thing] ?? [])
        counts[sign * THINGS + thing] = (counts[sign * THINGS + thing] as number) + 1
    }
  return counts
}

/** Places of weights in the table, one for each weight that is learnt: a sign's for any thing have `ANY`. */
interface Columns {
  readonly sign: Int32Array
  readonly thing: Int8Array
}
const ANY = -1

function columnsOf(counts: Int32Array, { signs, without, apart }: Learner): Columns {
  const sign: number[] = []
  const thing: number[] = []
  for (let at = 0; at < signs; at++) {
    if (without?.(at) === true) continue
    const met = counts.subarray(at * THINGS, (at + 1) * THINGS)
    if (!apart(at) && met.reduce((sum, each) => sum + each) >= FEWEST) {
      sign.push(at)
      thing.push(ANY)
    }
    met.forEach((each, which) => {
      if (each < FEWEST) return
      sign.push(at)
      thing.push(which)
    })
  }
  return { sign: Int32Array.from(sign), thing: Int8Array.from(thing) }
}

/** Learns from the examples; the same examples always give the same weights. */
export function learn(examples: readonly Example[], learner: Learner): Learnt {
  const columns = columnsOf(countsOf(examples, learner.signs), learner)
  const total = examples.reduce((sum, { held }) => sum + held.reduce((part, { weight }) => part + weight, 0), 0)
  const cost = 1 / (learner.strength * total)
  /** The table's last line stands for no sign. */
  const table = new Float64Array((learner.signs + 1) * ALL)
  const pulls = new Float64Array(table.length)
  const none = learner.signs * ALL
  const size = CLASSES + ALL + columns.sign.length * CLASSES
  const hill = (at: Float64Array, slope: Float64Array): number => {
    spread(at, columns, table, none)
    pulls.fill(0)
    let value = 0
    for (const example of examples) value += pull(example, table, pulls, none)
    gather(pulls, columns, slope, none)
    value /= total
    for (let i = 0; i < size; i++) {
      slope[i] = (slope[i] as number) / total
      if (i < CLASSES) continue
      const weight = at[i] as number
      slope[i] = (slope[i] as number) + cost * weight
      value += (cost * weight * weight) / 2
    }
    return value
  }
  const { at, steps } = descend(hill, size, FLAT, MOST_STEPS)
  spread(at, columns, table, none)
  return { ...againstNothing(table, learner.signs), steps }
}

/** Adds the weights up into the table: for each sign those of any thing and of each thing; without a price for the first few. */
function spread(at: Float64Array, { sign, thing }: Columns, table: Float64Array, none: number): void {
  table.fill(0)
  for (let i = 0; i < ALL; i++) table[none + i] = (at[i % CLASSES] as number) + (at[CLASSES + i] as number)
  for (let column = 0; column < sign.length; column++) {
    const from = CLASSES + ALL + column * CLASSES
    const row = (sign[column] as number) * ALL
    const which = thing[column] as number
    const last = which === ANY ? THINGS : which + 1
    for (let into = which === ANY ? 0 : which; into < last; into++)
      for (let c = 0; c < CLASSES; c++) {
        const to = row + into * CLASSES + c
        table[to] = (table[to] as number) + (at[from + c] as number)
      }
  }
}

/** The other way round: what pulls at the table's numbers pulls at the weights they are made of. */
function gather(pulls: Float64Array, { sign, thing }: Columns, slope: Float64Array, none: number): void {
  slope.fill(0)
  for (let i = 0; i < ALL; i++) {
    const pulled = pulls[none + i] as number
    slope[i % CLASSES] = (slope[i % CLASSES] as number) + pulled
    slope[CLASSES + i] = pulled
  }
  for (let column = 0; column < sign.length; column++) {
    const to = CLASSES + ALL + column * CLASSES
    const row = (sign[column] as number) * ALL
    const which = thing[column] as number
    const last = which === ANY ? THINGS : which + 1
    for (let from = which === ANY ? 0 : which; from < last; from++)
      for (let c = 0; c < CLASSES; c++)
        slope[to + c] = (slope[to + c] as number) + (pulls[row + from * CLASSES + c] as number)
  }
}

const points = new Float64Array(ALL)

/** How badly the table tells one example (the logarithm), and how that pulls at its numbers. */
function pull({ signs, things, held }: Example, table: Float64Array, pulls: Float64Array, none: number): number {
  for (let i = 0; i < ALL; i++) points[i] = table[none + i] as number
  for (const sign of signs)
    for (let i = 0, from = sign * ALL; i < ALL; i++) points[i] = (points[i] as number) + (table[from + i] as number)
  let value = 0
  for (let thing = 0; thing < THINGS; thing++) {
    const own = things[thing] ?? []
    const first = thing * CLASSES
    for (const sign of own)
      for (let i = first; i < first + CLASSES; i++)
        points[i] = (points[i] as number) + (table[sign * ALL + i] as number)
    const { class: right, weight } = held[thing] ?? { class: 0, weight: 0 }
    value += weight * settle(first, first + right, weight)
    for (const sign of own)
      for (let i = first; i < first + CLASSES; i++)
        pulls[sign * ALL + i] = (pulls[sign * ALL + i] as number) + (points[i] as number)
  }
  for (let i = 0; i < ALL; i++) pulls[none + i] = (pulls[none + i] as number) + (points[i] as number)
  for (const sign of signs)
    for (let i = 0, to = sign * ALL; i < ALL; i++) pulls[to + i] = (pulls[to + i] as number) + (points[i] as number)
  return value
}

/** Turns the points of one thing into what pulls at them; minus the logarithm of the right class's chance. */
function settle(first: number, right: number, weight: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = first; i < first + CLASSES; i++) most = Math.max(most, points[i] as number)
  let all = 0
  for (let i = first; i < first + CLASSES; i++) all += Math.exp((points[i] as number) - most)
  const lost = most + Math.log(all) - (points[right] as number)
  for (let i = first; i < first + CLASSES; i++)
    points[i] = weight * (Math.exp((points[i] as number) - most) / all - (i === right ? 1 : 0))
  return lost
}

function againstNothing(table: Float64Array, signs: number): { bias: Float64Array; rows: Float64Array } {
  const all = new Float64Array((signs + 1) * WIDTH)
  for (let line = 0, to = 0; line <= signs; line++)
    for (let thing = 0; thing < THINGS; thing++) {
      const from = line * ALL + thing * CLASSES
      for (let side = 1; side < CLASSES; side++, to++)
        all[to] = (table[from + side] as number) - (table[from] as number)
    }
  return { bias: all.slice(signs * WIDTH), rows: all.subarray(0, signs * WIDTH) }
}
