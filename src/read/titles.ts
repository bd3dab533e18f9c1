import type { Token } from './tokens.js'

const titleCache = new WeakMap<readonly Token[], Map<number, boolean>>()

/** A sentence most of whose longer words have capitals, as headlines do: capitals tell no name there. */
export function isTitle(tokens: readonly Token[], from: number, to: number): boolean {
  let byStart = titleCache.get(tokens)
  if (byStart === undefined) {
    byStart = new Map()
    titleCache.set(tokens, byStart)
  }
  const known = byStart.get(from)
  if (known !== undefined) return known
  let words = 0
  let capitals = 0
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.end - token.start < 4) continue
    words++
    if (token.capital) capitals++
  }
  const title = words > 2 && capitals / words > 0.75
  byStart.set(from, title)
  return title
}
