import { spanOf } from '../dates.js'
import type { Claim } from '../read/index.js'
import type { MatterFacts, StoredArticle, StoredReading } from '../record/index.js'

/** What decides whether something belongs to a matter. */
export interface Belonging {
  /** Whether the article as a whole is about it. */
  readonly hasArticle: boolean
  hasClaim(claim: Claim): boolean
}

/** Stances on these are of the matter of their own target; conduct and talks may be of others. */
const OF_ITS_TARGET = ['resolution', 'sanctions', 'implementation', 'force']

/**
 * The rule: an article belongs to a matter where it is about its state, has one of its keywords in title or text (where
 * there are any) and came out between its dates; a claim of another article, where it names the state itself. Of an
 * article that belongs, claims on another state's case and of days before the matter do not.
 */
export function belonging(matter: MatterFacts, { article, reading }: StoredReading): Belonging {
  const isInTime = isBetween(matter, article.published)
  const isSpokenOf = hasKeyword(matter, article)
  const isAbout =
    matter.target === undefined ? isSpokenOf && matter.keywords.length > 0 : reading.target === matter.target
  const hasArticle = isInTime && isSpokenOf && isAbout
  return {
    hasArticle,
    hasClaim: (claim) => {
      if (!isSpokenOf || isBefore(matter, claim)) return false
      // An article without a day: only what its claims say themselves.
      const inTime = isInTime || (article.published === undefined && isWithinMatter(matter, claim))
      if (!inTime) return false
      return isAbout ? !isOfAnother(matter, claim) : matter.target !== undefined && stateOf(claim) === matter.target
    },
  }
}

/** Whether something that came out on a day can belong; what has no day can't be told to. */
export function isBetween({ from, to }: MatterFacts, published: string | undefined): boolean {
  if (from === undefined && to === undefined) return true
  if (published === undefined) return false
  const span = spanOf(published)
  return (from === undefined || span.to >= spanOf(from).from) && (to === undefined || span.from <= spanOf(to).to)
}

function isWithinMatter({ from, to }: MatterFacts, { date }: Claim): boolean {
  if (date === undefined) return false
  const span = spanOf(date)
  return (from === undefined || span.from >= spanOf(from).from) && (to === undefined || span.to <= spanOf(to).to)
}

function isBefore({ from }: MatterFacts, { date }: Claim): boolean {
  return from !== undefined && date !== undefined && spanOf(date).to < spanOf(from).from
}

/** Any keyword, as whole words in any case; an article without its text is taken at its title and its quotes. */
function hasKeyword({ keywords }: MatterFacts, article: StoredArticle): boolean {
  if (keywords.length === 0 || !article.hasText) return true
  const text = `${article.title ?? ''}\n${article.text}`.toLowerCase()
  return keywords.some((keyword) => hasWords(text, keyword.toLowerCase()))
}

/** Whether words stand in a text of small letters as whole words. */
export function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + words.length] ?? '']
    if (!WORD.test(before) && !WORD.test(after)) return true
  }
  return false
}

const WORD = /[\p{L}\p{N}]/u

/** The state that a claim says it is about. */
function stateOf(claim: Claim): string | undefined {
  if (claim.kind === 'stance') return claim.target
  return claim.kind === 'contact' ? undefined : claim.against
}

function isOfAnother({ target }: MatterFacts, claim: Claim): boolean {
  const about = stateOf(claim)
  if (target === undefined || about === undefined || about === target) return false
  if (claim.kind === 'stance') return claim.actor !== target && OF_ITS_TARGET.includes(claim.about)
  return claim.kind === 'measure' && claim.by !== target
}
