import type { Scene } from '../src/read/scene.js'

/** A name stands without a capital no more often than this beside once with one. */
const SLIPS = 0.03
/** Kinds whose words are the reader's own, not the text's. */
const NO_WORDS = new Set([
  'is', 'does it is', 'says is', 'thing', 'held', 'rule', 'rule elsewhere', 'rule of others', 'form', 'may', 'does it may', 'says may',
]) // biome-ignore format: a list

/** Counts with what letter words begin, so that names can be left out: no weight may decide by who someone is. */
export class Names {
  private readonly counts = new Map<string, { capital: number; small: number }>()

  /** Counts the words of a sentence but those that have a capital for where they stand and not for what they name. */
  meet({ tokens, from, to, mentions }: Scene): void {
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      if (token?.kind !== 'word') continue
      const before = at > from ? tokens[at - 1] : undefined
      const inside = before?.kind === 'word' || before?.key === ','
      if (!inside && !mentions.some((each) => each.from <= at && at < each.to)) continue
      const count = this.counts.get(token.lower) ?? { capital: 0, small: 0 }
      if (token.capital) count.capital++
      else count.small++
      this.counts.set(token.lower, count)
    }
  }

  /** Whether a sign (a kind, a tab, its words) has a name in it. */
  inSign(sign: string): boolean {
    const [kind = '', words = ''] = sign.split('\t')
    return !NO_WORDS.has(kind) && words.split(' ').some((word) => this.isName(word))
  }

  private isName(word: string): boolean {
    const { capital, small } = this.counts.get(word) ?? { capital: 0, small: 1 }
    return small < SLIPS * capital
  }
}
