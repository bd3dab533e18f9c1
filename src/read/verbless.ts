import { isVerbal } from './around-verbs.js'
import { standsAt } from './before.js'
import { verbOf } from './lexicon.js'
import type { Tag, Tagging } from './tag.js'
import { isTitle } from './titles.js'
import type { Token } from './tokens.js'

/** How well what follows goes with a verb before it. */
const FOLLOWS: Readonly<Partial<Record<Tag, number>>> = { D: 4, R: 4, S: 4, T: 4, K: 3, U: 3, J: 3, A: 3, P: 2, N: 1 }

/** "The order covers assets held abroad.", "The envoys contact rebels.": a sentence has a verb; where none was seen, the likeliest word is it. */
export function findVerb({ tokens, from, to, names }: Tagging, tags: Tag[]): void {
  if (to - from < 6 || isTitle(tokens, from, to)) return
  let found = -1
  // a heading needs none
  let best = tokens[to - 1]?.key === '.' ? 2 : 3
  for (let i = 1; i < tags.length - 1; i++) {
    const tag = tags[i] as Tag
    // a list of things is no sentence
    if (isVerbal(tag) || tokens[from + i]?.key === ';') return
    if (tag !== 'N' || names[i] !== 0) continue
    // "travel bans and asset freezes on six colonels"
    if (tags[i + 1] === 'P' && standsAt(tags, i - 2) === 'C') continue
    const score = chance(tokens, from + i, tags[i - 1], tags[i + 1])
    if (score <= best) continue
    best = score
    found = i
  }
  if (found > 0) tags[found] = 'V'
}

/** Nought where the word is no verb or agrees with no noun before it. */
function chance(tokens: readonly Token[], at: number, before: Tag | undefined, after: Tag | undefined): number {
  const forms = verbOf(tokens[at])?.forms
  if (forms === undefined || after === undefined || (before !== 'N' && before !== 'K')) return 0
  const last = tokens[at - 1]?.lower ?? ''
  const several = last.endsWith('s') && !last.endsWith('ss')
  const agrees = forms.includes('s') ? !several || before === 'K' : forms.includes('base') && several
  if (!agrees) return 0
  return (FOLLOWS[after] ?? 0) + (forms.includes('s') ? 1 : 0)
}
