import { type ClaimRow, ruledClaim } from './shapes.js'

/** A stretch of text within the same claims throughout. */
export interface Segment {
  readonly start: number
  readonly text: string
  /** Places in the list of claims; several where quotes overlap. */
  readonly claims: readonly number[]
  /** Claims whose quotes begin here. */
  readonly begins: readonly number[]
}

/** The text cut at every beginning and end of a quote, so that overlapping quotes are marked without nesting. */
export function segmentsOf(text: string, claims: readonly ClaimRow[]): Segment[] {
  const spans = claims.map((row) => ruledClaim(row).quote)
  const cuts = new Set([0, text.length])
  for (const { start, end } of spans) {
    cuts.add(Math.min(start, text.length))
    cuts.add(Math.min(end, text.length))
  }
  const places = [...cuts].sort((a, b) => a - b)
  const order = spans.map((_, index) => index).sort((a, b) => (spans[a]?.start ?? 0) - (spans[b]?.start ?? 0))
  const segments: Segment[] = []
  let next = 0
  let active: number[] = []
  for (const [index, start] of places.entries()) {
    const end = places[index + 1]
    if (end === undefined) break
    active = active.filter((claim) => (spans[claim]?.end ?? 0) > start)
    const begins: number[] = []
    for (; next < order.length; next++) {
      const claim = order[next] ?? 0
      if ((spans[claim]?.start ?? 0) > start) break
      if ((spans[claim]?.end ?? 0) <= start) continue
      begins.push(claim)
      active.push(claim)
    }
    segments.push({ start, text: text.slice(start, end), claims: [...active], begins })
  }
  return segments
}
