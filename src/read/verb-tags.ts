import { fixedTag } from './around-verbs.js'
import { PROVIDED } from './conditions.js'
import { smallOf } from './lexicon.js'
import { ingTag, pastTag } from './participle-tags.js'
import { presentTag } from './present-tags.js'
import { type Spot, spotAt } from './spot.js'
import { before, type Tag, type Tagging } from './tag.js'
import type { Forms } from './verbs.js'
import { WordSet } from './wordset.js'

/** Whether a word that can be a verb is one here, told from its neighbours. */
export function verbTag(line: Tagging, at: number, forms: Forms): Tag {
  const spot = spotAt(line, at, forms)
  const settled = behindThose(spot) ?? onCondition(spot) ?? fixedTag(line.tokens, at, spot.previous)
  if (settled !== undefined) return settled
  if (forms.includes('ing')) return ingTag(spot)
  const { previous } = spot
  if (previous === 'M' || previous === 'O' || previous === 'T' || previous === 'X') return behindHelper(spot)
  if (forms.includes('past') || forms.includes('pp')) {
    if (previous === 'B' || previous === 'H') return 'E'
    if (!forms.includes('base') && !forms.includes('s')) return pastTag(spot)
  }
  return presentTag(spot)
}

/** "those calling for force", "those opposed to it" */
function behindThose({ last, tokens, at, next, nextSmall, forms }: Spot): Tag | undefined {
  if (last !== 'D' || tokens[at - 1]?.lower !== 'those' || nextSmall === undefined || next?.kind !== 'word')
    return undefined
  return forms.includes('ing') ? 'G' : forms.includes('pp') ? 'E' : undefined
}

/** "– provided Russia does not veto it": what an "if" would tell; "provided by", "provided arms" are none. */
function onCondition({ last, token, next, nextSmall }: Spot): Tag | undefined {
  if (!PROVIDED.has(token) || (last !== undefined && last !== 'Y' && last !== 'Q')) return undefined
  const named = next?.kind === 'word' && next.capital && smallOf(next) === undefined
  return named || nextSmall === 'determiner' || nextSmall === 'subject-pronoun' ? 'S' : undefined
}

/** Behind "will", "did", "to" or "not". */
function behindHelper({ previous, forms, token, tokens, at, from, tags, next }: Spot): Tag {
  const bare = forms.includes('base')
  if (previous === 'T') {
    // "subject to travel bans"
    if (token.lower === 'travel' && LIMITS.has(next)) return 'N'
    return bare ? 'V' : forms.includes('s') ? 'N' : 'J'
  }
  if (previous !== 'X') return bare ? 'V' : forms.includes('pp') ? 'E' : 'N'
  const earlier = before(tags, at - from - 1)
  if (earlier === 'B' || earlier === 'H') return forms.includes('pp') ? 'E' : 'N'
  // "no longer objects", "never imposed it"
  const alone = tokens[at - 1]?.lower === 'longer' || NEVER.has(tokens[at - 1])
  return bare || (alone && (forms.includes('past') || forms.includes('s'))) ? 'V' : 'E'
}

const NEVER = new WordSet(['never', 'rarely', 'seldom', 'hardly', 'scarcely'])

const LIMITS = new WordSet(['ban', 'bans', 'restriction', 'restrictions', 'curbs', 'sanctions', 'limits'])
