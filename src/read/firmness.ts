import type { VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import type { Entity } from './entity.js'
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

const WEAK = new WordSet(
  'weak weaker toothless soft softer lenient mild insufficient inadequate timid feeble tame limp'.split(' '),
)
/** So many words behind the verb its judgement may stand. */
const PREDICATE = 12

/** "the sanctions are too weak", "complained that they do not go far enough": whoever finds them wanting, but the one whom they hit, would have more of them. */
export function soughtMore(scene: Scene, stance: Stance, about: About, holder: Entity, verb: VerbChunk): Stance {
  if (stance !== 'opposes' || about !== 'sanctions') return stance
  if (holder.codes.includes(scene.memory.target ?? '')) return stance
  return isTooWeak(scene, verb) ? 'supports' : stance
}

function isTooWeak({ tokens, to }: Scene, verb: VerbChunk): boolean {
  let denied = verb.negated
  for (let at = verb.to; at < Math.min(to, verb.to + PREDICATE); at++) {
    const token = tokens[at]
    if (token?.kind === 'mark') return false
    if (NOT.has(token)) denied = true
    else if (WEAK.has(token)) return !denied
    else if (token?.lower === 'enough' && denied) return true
  }
  return false
}
const NOT = new WordSet(['not', "n't", 'never', 'hardly'])
