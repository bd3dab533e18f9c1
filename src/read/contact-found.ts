import { lexicon } from './lexicon.js'

/** A contact before dates and quotes are settled. */
export interface FoundContact {
  readonly parties: readonly string[]
  readonly mode: Mode
  readonly persons: readonly string[]
  readonly from: number
  readonly to: number
  /** Tokens of the place, where one is told. */
  readonly place?: readonly [number, number]
  readonly planned?: boolean
  readonly rule: string
  readonly words: readonly [number, number]
}

export type Mode = 'meeting' | 'call' | 'visit' | 'letter'

/** Nouns that tell a contact, by their last word. */
export const heads = new Map<string, Mode>()
for (const each of lexicon.contacts) for (const head of each.heads ?? []) heads.set(head, each.mode)

/** A contact of that mode with all those parties is found already. */
export function isMet(found: readonly FoundContact[], mode: Mode, parties: readonly string[]): boolean {
  return found.some((each) => each.mode === mode && parties.every((code) => each.parties.includes(code)))
}
