/** Where a function that is smooth and has one valley is lowest, by L-BFGS: the slope's last changes stand for its curvature. */

/** The function's value at `at`; writes its slope into `slope`. */
export type Hill = (at: Float64Array, slope: Float64Array) => number

export interface Descent {
  readonly at: Float64Array
  readonly value: number
  readonly steps: number
}

interface Change {
  readonly step: Float64Array
  readonly slope: Float64Array
  readonly product: number
}

const REMEMBERED = 8
/** A step must bring at least so much of what the slope promises. */
const ENOUGH = 1e-4
const HALVINGS = 30

/** Goes down from zero until the slope is nowhere steeper than `flat`, or for `most` steps. */
export function descend(hill: Hill, size: number, flat: number, most: number): Descent {
  let at = new Float64Array(size)
  let next = new Float64Array(size)
  let slope = new Float64Array(size)
  let nextSlope = new Float64Array(size)
  const changes: Change[] = []
  let value = hill(at, slope)
  let steps = 0
  while (steps < most && steepest(slope) > flat) {
    const way = wayDown(slope, changes)
    const promised = dot(way, slope)
    let length = changes.length === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1
    let reached = Number.POSITIVE_INFINITY
    for (let halving = 0; halving < HALVINGS; halving++) {
      for (let i = 0; i < size; i++) next[i] = (at[i] as number) + length * (way[i] as number)
      reached = hill(next, nextSlope)
      if (reached <= value + ENOUGH * length * promised) break
      length /= 2
    }
    if (!(reached < value)) break
    remember(changes, difference(next, at), difference(nextSlope, slope))
    ;[at, next] = [next, at]
    ;[slope, nextSlope] = [nextSlope, slope]
    value = reached
    steps++
  }
  return { at, value, steps }
}

/** The slope turned downhill and stretched by the curvature that the changes show. */
function wayDown(slope: Float64Array, changes: readonly Change[]): Float64Array {
  const way = slope.map((each) => -each)
  const shares: number[] = []
  for (let i = changes.length - 1; i >= 0; i--) {
    const { step, slope: turned, product } = changes[i] as Change
    const share = dot(step, way) / product
    shares[i] = share
    add(way, turned, -share)
  }
  const last = changes.at(-1)
  if (last !== undefined) {
    const scale = last.product / dot(last.slope, last.slope)
    for (let i = 0; i < way.length; i++) way[i] = (way[i] as number) * scale
  }
  changes.forEach(({ step, slope: turned, product }, i) => {
    add(way, step, (shares[i] as number) - dot(turned, way) / product)
  })
  return way
}

function remember(changes: Change[], step: Float64Array, slope: Float64Array): void {
  const product = dot(step, slope)
  if (product <= 1e-12 * dot(slope, slope)) return
  changes.push({ step, slope, product })
  if (changes.length > REMEMBERED) changes.shift()
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function add(into: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + times * (what[i] as number)
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((each, i) => each - (b[i] as number))
}

function steepest(slope: Float64Array): number {
  let most = 0
  for (const each of slope) most = Math.max(most, Math.abs(each))
  return most
}
