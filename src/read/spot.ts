import { smallOf } from './lexicon.js'
import { before, type Tag, type Tagging } from './tag.js'
import type { Token } from './tokens.js'
import type { Forms } from './verbs.js'

/** A word that can be a verb, among its neighbours: the words before it have their tags. */
export interface Spot extends Tagging {
  readonly at: number
  readonly forms: Forms
  readonly token: Token
  /** The tag before, adverbs and quotation marks skipped. */
  readonly previous: Tag | undefined
  /** The tag right before. */
  readonly last: Tag | undefined
  /** The same, over a quotation mark behind an article or adjective: 'a "convincing response"'. */
  readonly direct: Tag | undefined
  readonly next: Token | undefined
  readonly nextSmall: ReturnType<typeof smallOf>
}

export function spotAt({ tokens, from, to, tags, names }: Tagging, at: number, forms: Forms): Spot {
  const last = at > from ? tags[at - from - 1] : undefined
  const earlier = last === 'Q' ? tags[at - from - 2] : undefined
  const next = tokens[at + 1]
  return {
    tokens,
    at,
    from,
    to,
    tags,
    names,
    forms,
    token: tokens[at] as Token,
    previous: before(tags, at - from),
    last,
    direct: earlier === 'D' || earlier === 'J' ? earlier : last,
    next,
    nextSmall: next === undefined || at + 1 >= to ? undefined : smallOf(next),
  }
}
