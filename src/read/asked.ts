import { aboutOf, sideOf } from './about.js'
import { actionAt, bans, byTalks, HARMING } from './asked-acts.js'
import { placeIn } from './chunk.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import { doingAt } from './doings.js'
import { isHappening } from './happening.js'
import { type Issue, issueOf, signed } from './issue.js'
import { issueFrom } from './issues.js'
import { refersToCouncil } from './referral.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

export const SOFTER = new WordSet(['softer', 'milder', 'weaker', 'gentler', 'looser', 'lighter'])

const RESOLVING = new WordSet(['resolve', 'solve', 'settle', 'address', 'handle', 'defuse', 'end'])

const RESISTANCE = new WordSet('opposition resistance objection objections hostility'.split(' '))

function containsIt({ lemma, subject }: VerbChunk, tokens: readonly Token[]): boolean {
  return lemma === 'contain' && subject !== undefined && aboutOf(subject, tokens)?.about === 'resolution'
}

function resists(chunks: readonly Chunk[], verb: VerbChunk, tokens: readonly Token[]): boolean {
  const object = chunks[verb.index + 1]
  return object?.kind === 'noun' && RESISTANCE.has(tokens[object.head])
}

/** What doing this would mean for the thing at issue: "impose sanctions", "return to talks", "stop testing", "comply with the resolution". */
export function askedBy(
  chunks: readonly Chunk[],
  verb: VerbChunk,
  tokens: readonly Token[],
  negated = verb.negated,
): Issue | undefined {
  const end = chunks[chunks.length - 1]?.to ?? verb.to
  const action = actionAt(tokens, verb, end)
  let issue: Issue | undefined
  if (verb.passive && verb.subject !== undefined) {
    const found = aboutOf(verb.subject, tokens)
    if (found !== undefined) issue = issueOf(found.about, sideOf(verb.subject, tokens, found), found.weak, verb.subject)
    else issue = meant(chunks, verb.subject, tokens)
  }
  issue ??= happening(chunks, verb, tokens) ?? issueFrom(chunks, verb.index + 1, tokens)
  if (issue !== undefined && action !== 'stop' && isAgainst(chunks, verb, issue)) issue = signed(issue, -issue.sign)
  const turn = negated ? -1 : 1
  const doing = doingAt(chunks, verb, tokens)
  if (doing !== undefined) {
    const object = chunks.slice(verb.index + 1, verb.index + 4).find((chunk) => chunk.kind === 'noun')
    const none = object !== undefined && tokens[object.from]?.lower === 'no' ? -1 : 1
    return issueOf(doing, turn * none, false, object?.kind === 'noun' ? object : undefined, 'make', true)
  }
  if (refersToCouncil(chunks, verb, tokens)) return issueOf('resolution', turn, false, undefined, 'make')
  if (
    RESOLVING.hasVerb(verb) &&
    (issue === undefined || issue.about === 'conduct' || issue.weak) &&
    byTalks(tokens, verb.to, end, verb.lemma)
  ) {
    return issueOf('talks', turn, false, issue?.noun, 'make')
  }
  if (bans(tokens, verb, end)) return issueOf('sanctions', turn, false, issue?.noun, 'make')
  if (action === undefined) return issue === undefined ? undefined : signed(issue, issue.sign * turn)
  if (action === 'comply') {
    // "meets", "keeps", "upholds": only with what binds.
    if (
      issue?.about !== 'implementation' &&
      issue?.about !== 'resolution' &&
      !/^(?:comply|implement|enforce|abide|adhere|conform)$/.test(verb.lemma)
    )
      return issue === undefined ? undefined : signed(issue, issue.sign * turn)
    if (
      issue === undefined ||
      issue.about === 'talks' ||
      issue.about === 'resolution' ||
      issue.about === 'implementation' ||
      issue.about === 'sanctions'
    ) {
      return issueOf('implementation', turn, issue === undefined, issue?.noun, 'comply')
    }
  }
  // "the text must not contain a threat of sanctions"
  if (action === 'stop' && issue !== undefined && containsIt(verb, tokens))
    return signed(issue, issue.sign * turn, 'make')
  if (action === 'stop' && resists(chunks, verb, tokens)) {
    // "drop its opposition to the text"
    const what = issueFrom(chunks, verb.index + 2, tokens)
    return what === undefined ? undefined : signed(what, what.sign * turn, 'make')
  }
  if (issue === undefined) {
    if (action === 'mend') return issueOf('conduct', -turn, false, undefined, 'mend')
    if (action === 'spoil') return issueOf('conduct', turn, true, undefined, 'spoil')
    if (action === 'stop') return issueOf('conduct', -turn, true, undefined, 'stop')
    return undefined
  }
  if (action === 'stop') return signed(issue, -issue.sign * turn, 'stop')
  if (action === 'mend') {
    if (issue.about === 'conduct' || issue.weak)
      return issueOf('conduct', -turn, issue.weak, issue.noun, 'mend', issue.sure)
    // "must withdraw its forces": there is to be none
    if (issue.about === 'force' && LEAVING.hasVerb(verb)) return signed(issue, -issue.sign * turn, 'mend')
    return signed(issue, issue.sign * turn, 'mend')
  }
  // "undermine the talks"
  if (action === 'spoil' && issue.about === 'talks' && HARMING.hasVerb(verb))
    return signed(issue, -issue.sign * turn, 'stop')
  return signed(issue, issue.sign * turn, action)
}

/** "vote against the draft", "speak out against sanctions": nothing but the verb's own particles stand between. */
function isAgainst(chunks: readonly Chunk[], verb: VerbChunk, { noun }: Issue): boolean {
  if (verb.passive || noun?.preposition !== 'against') return false
  for (let at = verb.index + 1; chunks[at] !== noun; at++) {
    const kind = chunks[at]?.kind
    if (kind !== 'preposition' && kind !== 'adverb') return false
  }
  return true
}

const LEAVING = new WordSet(['withdraw', 'pull', 'remove', 'recall', 'evacuate', 'disband'])

/** "for the sanctions to end", "that talks resume": what is to happen to the subject. */
function happening(chunks: readonly Chunk[], verb: VerbChunk, tokens: readonly Token[]): Issue | undefined {
  const { subject } = verb
  if (subject === undefined || subject.entity !== undefined || !isHappening(chunks, verb)) return undefined
  const found = aboutOf(subject, tokens)
  return found === undefined ? undefined : issueOf(found.about, 1, found.weak, subject)
}

const POINTING = new WordSet(['it', 'them', 'they'])

/** "keeps the embargo despite calls for it to be lifted": the thing named last before the pronoun. */
function meant(chunks: readonly Chunk[], subject: NounChunk, tokens: readonly Token[]): Issue | undefined {
  if (subject.to !== subject.from + 1 || !POINTING.has(tokens[subject.from])) return undefined
  const place = placeIn(chunks, subject)
  const link = chunks[place - 1]
  if (subject.preposition !== 'for' && !(link?.kind === 'subordinator' && link.word === 'that')) return undefined
  for (let at = place - 1; at >= 0; at--) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun') continue
    const found = aboutOf(noun, tokens)
    if (found !== undefined && !found.weak && found.about !== 'conduct') return issueOf(found.about, 1, false, noun)
  }
  return undefined
}
