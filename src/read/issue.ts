import type { NounChunk } from './chunk.js'
import type { About } from './claim.js'

/** What is at issue in a stretch of a sentence, and which way it is taken. */
export interface Issue {
  readonly about: About
  /** -1 where the words turn it ("an end to the talks", "lifting sanctions"). */
  readonly sign: 1 | -1
  readonly weak: boolean
  /** The effect that the words name: a demand to comply, to mend one's ways. */
  readonly effect: string | undefined
  readonly noun: NounChunk | undefined
  /** The verb itself says what is at issue. */
  readonly sure: boolean
}

/** All issues have one shape in memory. */
export function issueOf(
  about: About,
  sign: number,
  weak: boolean,
  noun?: NounChunk,
  effect?: string,
  sure = false,
): Issue {
  return { about, sign: sign < 0 ? -1 : 1, weak, effect, noun, sure }
}

/** The same, taken another way. */
export function signed({ about, weak, noun, effect, sure }: Issue, sign: number, instead = effect): Issue {
  return issueOf(about, sign, weak, noun, instead, sure)
}
