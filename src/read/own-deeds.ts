import { actionAt } from './asked-acts.js'
import type { Clauses } from './clauses.js'
import { asPronoun } from './entity.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const WHOSE = new WordSet(['its', 'their'])
const ENDS = new Set(['stop', 'mend', 'spoil'])

/**
 * "The Council passed a text urging Chad to stop its attacks": what one is to stop or mend is one's
 * own, and not that of the one told of first.
 */
export function ownDeeds({ chunks, verbs }: Clauses, tokens: readonly Token[]): void {
  for (const verb of verbs) {
    const doer = verb.subject?.entity
    if (doer?.codes.length !== 1 || doer.pronoun === true) continue
    const next = chunks[verb.index + 1]
    const noun = next?.kind === 'preposition' ? chunks[verb.index + 2] : next
    if (noun?.kind !== 'noun' || !WHOSE.has(tokens[noun.from]) || noun.owner?.pronoun !== true) continue
    if (noun.owner.codes[0] !== doer.codes[0] && ENDS.has(actionAt(tokens, verb, noun.to) ?? ''))
      noun.owner = asPronoun(doer)
  }
}
