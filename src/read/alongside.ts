import { canHold } from './entity.js'
import type { FoundStance, Scene } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

const ALONG = new WordSet(['along', 'together', 'alongside'], true)

/** Without one of these nothing is found. */
export const ALONGSIDE: readonly Need[] = [ALONG]

/** "used its veto along with Chile": so did those named beside it. */
export function besideThem({ clauses: { chunks }, tokens }: Scene, found: FoundStance[]): void {
  for (const each of [...found]) {
    if (each.about !== 'resolution' || each.actors.length > 3) continue
    for (let at = each.from + 1; at < Math.min(chunks.length, each.from + 9); at++) {
      const noun = chunks[at]
      if (noun?.kind === 'subordinator' || noun?.kind === 'relative') break
      if (noun?.kind !== 'noun' || !isAlong(tokens, noun.from) || !canHold(noun.entity)) continue
      const actors = noun.entity.codes.filter((code) => !each.actors.includes(code))
      if (actors.length > 0 && noun.entity.person !== true) found.push({ ...each, actors, to: at })
      break
    }
  }
}

/** Behind "along with", "together with" or "alongside". */
function isAlong(tokens: Scene['tokens'], at: number): boolean {
  const before = tokens[at - 1]?.lower
  return before === 'alongside' || (before === 'with' && ALONG.has(tokens[at - 2]))
}
