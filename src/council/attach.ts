import { versions as table } from '#data/versions'
import { printSymbol, symbolFor } from '../cite/index.js'
import type { StanceClaim } from '../read/index.js'
import { printState } from '../states.js'
import { type CouncilText, isDecided } from './texts.js'

/** Why a stance says nothing about where its holder stands on the text today; undefined where it does. */
export type Aside = 'in general' | 'formerly held' | 'another version' | 'another text'

const words = table as Readonly<Record<'earlier' | 'relative' | 'current', readonly string[]>>

/** "An earlier version", in words that name no draft otherwise. */
const DRAFT_WORDS = /(?:[\p{L}-]+\s+){1,2}(?:versions?|drafts?|texts?|wording|proposals?)\b/u

/** Whether a stance is on this text, or stands beside it. */
export function asideOf(claim: StanceClaim, text: CouncilText): Aside | undefined {
  if (claim.about !== 'resolution') return 'in general'
  const draft = claim.draft ?? DRAFT_WORDS.exec(claim.quote.text)?.[0]
  const version = draft === undefined ? undefined : versionOf(draft, text, isDecided(text) || claim.past === true)
  if (version !== undefined) return version
  return claim.past === true ? 'formerly held' : undefined
}

function versionOf(draft: string, text: CouncilText, isBehind: boolean): Aside | undefined {
  const symbol = symbolFor(draft)
  if (symbol !== undefined)
    return text.symbol === undefined || text.symbol === printSymbol(symbol) ? undefined : 'another text'
  const said = new Set(draft.toLowerCase().match(/[\p{L}-]+/gu))
  const says = (list: readonly string[]) => list.some((word) => said.has(word))
  if (text.rivals.some((state) => names(said, state)) && !text.sponsors.some((state) => names(said, state)))
    return 'another text'
  if (says(words.current)) return undefined
  if (says(words.earlier) || (isBehind && says(words.relative))) return 'another version'
  return undefined
}

/** "Japan's", "Japanese": a word that begins as the state's name does. */
function names(said: ReadonlySet<string>, state: string): boolean {
  const stem = printState(state).toLowerCase().slice(0, 4)
  return [...said].some((word) => word.startsWith(stem))
}
