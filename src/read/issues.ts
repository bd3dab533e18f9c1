import { aboutOf, isTransparent } from './about.js'
import { actionAt, bans, byTalks, HARMING } from './asked-acts.js'
import { placeIn } from './chunk.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import type { About } from './claim.js'
import { doingAt } from './doings.js'
import { type Issue, issueOf, signed } from './issue.js'
import { lexicon } from './lexicon.js'
import { refersToCouncil } from './referral.js'
import { keysOf, type Token } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

const STOP_NOUNS = new Trie<true>()
for (const each of lexicon.actions)
  if (each.effect === 'stop') for (const noun of each.nouns ?? []) STOP_NOUNS.add(keysOf(noun), true)

const MEND_NOUNS = new Trie<true>()
for (const each of lexicon.actions)
  if (each.effect === 'mend') for (const noun of each.nouns ?? []) MEND_NOUNS.add(keysOf(noun), true)

/** A wording of one word stands at a token. */
function isAlone(words: Trie<true>, tokens: readonly Token[], at: number): boolean {
  return words.at(tokens, at)[0]?.length === 1
}

function isMendNoun(noun: NounChunk, tokens: readonly Token[]): boolean {
  for (let at = Math.max(noun.from, noun.to - 3); at < noun.to; at++)
    for (const { length } of MEND_NOUNS.at(tokens, at)) if (at + length === noun.to) return true
  return false
}

function isStopNoun(noun: NounChunk, tokens: readonly Token[]): boolean {
  return isAlone(STOP_NOUNS, tokens, noun.to - 1)
}

const CHANGES = new WordSet([
  'amendment',
  'amendments',
  'changes',
  'revisions',
  'modifications',
  'reservations',
  'objections',
])
const VETOES = new WordSet(['veto', 'vetoes'])

const TROOPS = new WordSet(['troops', 'forces', 'soldiers'])

const PASSING = new Set([
  'of',
  'for',
  'on',
  'to',
  'over',
  'about',
  'against',
  'toward',
  'towards',
  'between',
  'from',
  'with',
  'regarding',
  'concerning',
  'at',
  'in',
])

/** The issue from chunk `index` on: the first noun phrase that has one, through "of", "for", "to" and verbs such as "impose". */
export function issueFrom(
  chunks: readonly Chunk[],
  index: number,
  tokens: readonly Token[],
  reach = 9,
): Issue | undefined {
  if (index < 0) return undefined
  let sign: 1 | -1 = 1
  let nouns = 0
  let fallback: Issue | undefined
  for (let at = index; at < Math.min(chunks.length, index + reach); at++) {
    const chunk = chunks[at] as Chunk
    switch (chunk.kind) {
      case 'noun': {
        // "sought changes to the text" is not for it.
        if (CHANGES.has(tokens[chunk.head])) return fallback
        // "welcomed the veto"
        if (VETOES.has(tokens[chunk.head])) return issueOf('resolution', -sign, false, chunk)
        const found = ofCouncil(chunks, at, tokens) ?? ofMatter(chunks, at, tokens) ?? aboutOf(chunk, tokens)
        if (found === undefined && isMendNoun(chunk, tokens))
          return fallback ?? issueOf('conduct', -sign, false, chunk, 'mend')
        const after = chunks[at + 1]
        // "bring them back to the table"
        const next = after?.kind === 'adverb' && chunks[at + 2]?.kind === 'preposition' ? chunks[at + 2] : after
        const passes =
          (next?.kind === 'preposition' && PASSING.has(next.word)) || (next?.kind === 'verb' && next.form !== 'finite')
        if (isStopNoun(chunk, tokens) && passes) {
          sign = -1
          nouns++
          continue
        }
        // "the withdrawal of all foreign forces" is asked of those who sent them
        if (found?.about === 'force' && sign === -1 && nouns > 0 && isArmy(chunk, tokens))
          return issueOf('conduct', -1, false, chunk, 'mend')
        // "the withdrawal of all foreign forces": whose they are, not the use of force
        if (found?.about === 'force' && sign === -1 && TROOPS.has(tokens[chunk.head]))
          return issueOf('conduct', -1, false, chunk, 'mend')
        if (found !== undefined) {
          // "held out for softer language"
          const issue = issueOf(
            found.about,
            found.about === 'resolution' && SOFTER.has(tokens[chunk.from]) && chunk.to === chunk.from + 2
              ? -sign
              : sign,
            found.weak,
            chunk,
          )
          if (
            !found.weak &&
            !(
              passes &&
              found.about === 'conduct' &&
              (next?.kind === 'verb' || (next?.kind === 'preposition' && next.word === 'of')) &&
              isTransparent(chunk, tokens)
            )
          )
            return issue
          fallback ??= issue
          if (!passes) return fallback
          nouns++
          continue
        }
        // "wrote with the Americans the resolution"
        if (chunk.preposition === 'with' && chunk.entity !== undefined && after?.kind === 'noun' && nouns === 0)
          continue
        nouns++
        // "the European and US draft resolution"
        if (fallback === undefined && nouns === 1 && after?.kind === 'conjunction' && chunks[at + 2]?.kind === 'noun')
          continue
        if (!passes || (nouns > 2 && !isTransparent(chunk, tokens) && chunk.entity === undefined)) return fallback
        continue
      }
      case 'conjunction':
        if (fallback !== undefined || nouns !== 1 || chunks[at + 1]?.kind !== 'noun') return fallback
        continue
      case 'preposition':
      case 'adverb':
      case 'adjective':
      case 'open':
      case 'close':
        continue
      case 'verb': {
        if (chunk.form === 'finite' && !(chunk.relative === true)) return fallback
        if (chunk.relative === true || chunk.form === 'participle') return fallback
        const asked =
          askedBy(chunks, chunk, tokens) ??
          // "eager for the Council to take up the matter"
          (chunk.form === 'to' && chunk.subject?.entity?.codes[0] === 'UNSC' && chunk.subject.preposition === 'for'
            ? issueOf('resolution', chunk.negated ? -1 : 1, true)
            : undefined)
        if (asked === undefined || (fallback !== undefined && asked.about === 'conduct')) return fallback
        return signed(asked, asked.sign * sign)
      }
      case 'relative':
      case 'subordinator': {
        // "conditions that would enable talks"
        const would = chunks[at + 1]
        if (fallback !== undefined || nouns === 0 || would?.kind !== 'verb' || would.modal === undefined)
          return fallback
        const asked = askedBy(chunks, would, tokens)
        return asked === undefined || asked.about === 'conduct'
          ? undefined
          : { ...asked, sign: (asked.sign * sign) as 1 | -1 }
      }
      default:
        return fallback
    }
  }
  return fallback
}

const ARMIES = new WordSet(['forces', 'troops', 'soldiers', 'army', 'fighters', 'mercenaries'])
const PEACEFUL = new WordSet([
  'un',
  'u.n.',
  'international',
  'peacekeeping',
  'hybrid',
  'african',
  'nations',
  'multinational',
])

function isArmy(noun: NounChunk, tokens: readonly Token[]): boolean {
  if (!ARMIES.has(tokens[noun.head])) return false
  for (let at = noun.from; at < noun.to; at++) if (PEACEFUL.has(tokens[at])) return false
  return true
}

/** What else is joined to it: "sanctions and a return to talks". */
export function alsoIssue(chunks: readonly Chunk[], issue: Issue, tokens: readonly Token[]): Issue | undefined {
  const { noun } = issue
  if (noun === undefined) return undefined
  let at = placeIn(chunks, noun)
  if (at < 0) return undefined
  for (const end = Math.min(chunks.length - 1, at + 7); at < end; at++) {
    const link = chunks[at + 1]
    const next = chunks[at + 2]
    if (link?.kind === 'verb' || link?.kind === 'relative' || link?.kind === 'subordinator' || link?.kind === 'mark')
      return undefined
    if (link?.kind !== 'conjunction' || link.word === 'but') continue
    if (next?.kind !== 'noun' || next.preposition !== undefined || next.entity !== undefined) return undefined
    const other = issueFrom(chunks, at + 2, tokens, 4)
    const after = chunks[at + 3]
    if (after?.kind === 'verb' && after.form === 'finite') return undefined
    return other === undefined || other.weak || other.about === issue.about || other.noun === noun ? undefined : other
  }
  return undefined
}

/** "the decision by the Security Council": a text. */
function ofCouncil(
  chunks: readonly Chunk[],
  at: number,
  tokens: readonly Token[],
): { about: About; weak: boolean } | undefined {
  const link = chunks[at + 1]
  const council = chunks[at + 2]
  if (
    link?.kind !== 'preposition' ||
    (link.word !== 'by' && link.word !== 'of' && link.word !== 'from') ||
    council?.kind !== 'noun'
  )
    return undefined
  if (council.entity?.codes.length !== 1 || council.entity.codes[0] !== 'UNSC') return undefined
  return /^(?:decision|action|move|vote|response|step|reaction|answer|signal|message|stand|help|resolution|condemnation|demand|deadline|ultimatum|call|order|appeal|request|edict)s?$/.test(
    tokens[(chunks[at] as NounChunk).head]?.lower ?? '',
  )
    ? { about: 'resolution', weak: true }
    : undefined
}

/** "the resolution of the crisis": no text, but its settlement. */
function ofMatter(
  chunks: readonly Chunk[],
  at: number,
  tokens: readonly Token[],
): { about: About; weak: boolean } | undefined {
  const link = chunks[at + 1]
  const matter = chunks[at + 2]
  if (link?.kind !== 'preposition' || link.word !== 'of' || matter?.kind !== 'noun') return undefined
  if (tokens[(chunks[at] as NounChunk).head]?.lower !== 'resolution') return undefined
  return /^(?:crisis|conflict|dispute|problem|issue|question|matter|concern|case|standoff|situation|war|difference|disagreement|impasse)s?$/.test(
    tokens[matter.head]?.lower ?? '',
  )
    ? { about: 'talks', weak: false }
    : undefined
}

const SOFTER = new WordSet(['softer', 'milder', 'weaker', 'gentler', 'looser', 'lighter'])

const RESOLVING = new WordSet(['resolve', 'solve', 'settle', 'address', 'handle', 'defuse', 'end'])

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
    if (found !== undefined) issue = issueOf(found.about, 1, found.weak, verb.subject)
  }
  issue ??= issueFrom(chunks, verb.index + 1, tokens)
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
      !/^(?:comply|implement|enforce|abide|adhere)$/.test(verb.lemma)
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
    return signed(issue, issue.sign * turn, 'mend')
  }
  // "undermine the talks"
  if (action === 'spoil' && issue.about === 'talks' && HARMING.hasVerb(verb))
    return signed(issue, -issue.sign * turn, 'stop')
  return signed(issue, issue.sign * turn, action)
}
