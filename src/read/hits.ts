import { type Entry, entriesFrom } from './lexicon.js'
import type { Token } from './tokens.js'

/** A wording of the lexicon at a token. */
export interface Hit {
  readonly entry: Entry
  readonly at: number
  readonly length: number
}

/** The wordings that may stand anywhere in a sentence, found in one pass over it; each list in the order of the text, shorter ones first. */
export interface Hits {
  readonly eventPhrases: readonly Hit[]
  readonly eventNouns: readonly Hit[]
  /** "no alternative to". */
  readonly verdictPhrases: readonly Hit[]
  /** "had no instructions yet". */
  readonly silences: readonly Hit[]
  /** Nouns of attitudes and requests. */
  readonly stanceNouns: readonly Hit[]
  readonly contactNouns: readonly Hit[]
}

type Lists = { [K in keyof Hits]: Hit[] }

export function hitsIn(tokens: readonly Token[], from: number, to: number): Hits {
  const hits: Lists = {
    eventPhrases: [],
    eventNouns: [],
    verdictPhrases: [],
    silences: [],
    stanceNouns: [],
    contactNouns: [],
  }
  for (let at = from; at < to; at++) {
    const list = entriesFrom(tokens, at)
    for (let i = 0; i < list.length; i++) {
      const found = list[i]
      if (found === undefined || at + found.length > to) continue
      const into = listFor(hits, found.value)
      if (into !== undefined) into.push({ entry: found.value, at, length: found.length })
    }
  }
  return hits
}

function listFor(hits: Lists, entry: Entry): Hit[] | undefined {
  const { part, role } = entry
  if (part === 'noun') {
    if (role === 'event') return hits.eventNouns
    if (role === 'attitude' || role === 'request') return hits.stanceNouns
    return role === 'contact' ? hits.contactNouns : undefined
  }
  if (part !== 'phrase') return undefined
  if (role === 'event') return hits.eventPhrases
  if (role === 'evaluation') return hits.verdictPhrases
  return role === 'operator' && entry.effect === 'silent' ? hits.silences : undefined
}
