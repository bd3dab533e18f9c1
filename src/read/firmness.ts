import type { VerbChunk } from './chunks.js'
import { type Issue, issueOf } from './issue.js'
import { type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

const FIRM = new WordSet(
  'tough tougher toughest strong stronger strongest harsh harsher harshest firm firmer strict stricter severe severer broad broader wide wider comprehensive binding robust biting swift universal permanent indefinite'.split(
    ' ',
  ),
)
const LASTING = new WordSet(['remain', 'stay', 'continue', 'stand', 'last', 'go'])
const SOFTENING = new WordSet("not n't never no less too hardly neither so".split(' '))

/** "sanctions must be tougher", "the text needs to be strong", "the embargo should stay in place": the thing, as whoever asks it to be so is for it. */
export function firmIssue(scene: Scene, verb: VerbChunk): Issue | undefined {
  if (verb.negated || verb.subject === undefined) return undefined
  const issue = subjectIssue(scene, verb.subject)
  if (issue === undefined || issue.sign !== 1) return undefined
  if (issue.about !== 'sanctions' && !(issue.about === 'resolution' && verb.copula)) return undefined
  if (!(verb.copula ? isFirm(scene, verb) : LASTING.hasVerb(verb))) return undefined
  return issueOf(issue.about, 1, false, verb.subject)
}

/** The predicate has a word of firmness that nothing takes back. */
function isFirm({ tokens, clauses, to }: Scene, verb: VerbChunk): boolean {
  const { chunks } = clauses
  let end = verb.to
  for (let at = verb.index + 1; at < chunks.length; at++) {
    const kind = chunks[at]?.kind
    if (kind !== 'adjective' && kind !== 'adverb' && kind !== 'conjunction' && kind !== 'noun') break
    end = chunks[at]?.to ?? to
  }
  return FIRM.stands(tokens, verb.to, end) && !SOFTENING.stands(tokens, verb.to, end)
}
