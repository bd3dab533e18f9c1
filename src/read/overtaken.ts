import type { FoundStance } from './scene.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const ONCE = new WordSet(['initially', 'originally', 'earlier', 'previously', 'once', 'formerly', 'first'])

const SIDES: Readonly<Record<string, number>> = { sponsors: 1, supports: 1, opposes: -1, vetoes: -1 }

/** "had abstained in committee, switched to a yes", "was initially inclined to oppose it but was won over": what was held before is past, and stands beside what is held now. */
export function withFormer(found: readonly FoundStance[], tokens: readonly Token[]): readonly FoundStance[] {
  const past = (each: FoundStance) => each.past === true || wasOnce(each, tokens)
  const later = (each: FoundStance) =>
    found.some(
      (other) =>
        other.about === each.about &&
        other.from > each.from &&
        (SIDES[other.stance] ?? 0) !== (SIDES[each.stance] ?? 0) &&
        other.past !== true &&
        // a vote yields to a vote only: "had abstained because it agreed with half of the text"
        (each.cast !== true || other.cast === true || other.rule === 'go-along') &&
        each.actors.every((actor) => other.actors.includes(actor)),
    )
  return found.some(past) ? found.map((each) => (past(each) && later(each) ? { ...each, past: true } : each)) : found
}

function wasOnce(each: FoundStance, tokens: readonly Token[]): boolean {
  return ONCE.stands(tokens, Math.max(0, each.words[0] - 3), each.words[1] + 1)
}
