import { aboutOf, isTransparent, sideOf } from './about.js'
import { askedBy, SOFTER } from './asked.js'
import { placeIn } from './chunk.js'
import type { Chunk, NounChunk } from './chunks.js'
import { type Issue, issueOf, signed } from './issue.js'
import { lexicon } from './lexicon.js'
import { ofCouncil, ofMatter } from './texts-and-settlements.js'
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

/** "a call by the League for talks" */
const CALLS = new WordSet(['call', 'calls', 'appeal', 'appeals', 'request', 'plea'])

const TROOPS = new WordSet(['troops', 'forces', 'soldiers'])

const LIKENING = new WordSet(['look', 'smack', 'resemble', 'amount', 'sound', 'hint', 'smell'])

function isLikening(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && LIKENING.hasVerb(chunk)
}

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
          (next?.kind === 'preposition' &&
            (PASSING.has(next.word) || (next.word === 'by' && CALLS.has(tokens[chunk.head])))) ||
          (next?.kind === 'verb' && next.form !== 'finite')
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
        // "the implementation of a no-fly zone"
        const zone = found?.about === 'implementation' && after?.kind === 'preposition' ? chunks[at + 2] : undefined
        if (zone?.kind === 'noun' && aboutOf(zone, tokens)?.about === 'force') continue
        if (found !== undefined) {
          // "held out for softer language"
          const issue = issueOf(
            found.about,
            found.about === 'resolution' && SOFTER.has(tokens[chunk.from]) && chunk.to === chunk.from + 2
              ? -sign
              : sign * sideOf(chunk, tokens, found),
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
        // "opposes anything that looks like intervention"
        if (fallback === undefined && after?.kind === 'relative' && isLikening(chunks[at + 2])) {
          at += 2
          continue
        }
        // "the European and US draft resolution"
        if (fallback === undefined && nouns === 1 && after?.kind === 'conjunction' && chunks[at + 2]?.kind === 'noun')
          continue
        if (!passes || (nouns > 2 && !isTransparent(chunk, tokens) && chunk.entity === undefined)) return fallback
        continue
      }
      case 'conjunction':
        // "European and U.S. sanctions", where the first is cut off
        if (nouns === 0 && at === index + 1 && chunks[index]?.kind === 'adjective') continue
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
  return !PEACEFUL.stands(tokens, noun.from, noun.to)
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
