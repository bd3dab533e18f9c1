import { aboutOf, isTransparent, sideOf } from './about.js'
import { askedBy, SOFTER } from './asked.js'
import { placeIn } from './chunk.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import { type Issue, issueOf, signed } from './issue.js'
import {
  CHANGES,
  isArmy,
  isLikening,
  isMendNoun,
  isResistance,
  isStopNoun,
  leadsOn,
  TROOPS,
  VETOES,
} from './issue-words.js'
import { ofCouncil, ofMatter } from './texts-and-settlements.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

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
        // "opposes what it calls punitive measures"
        const called = calledBehind(chunks, at, tokens)
        if (called !== undefined) {
          at = called - 1
          continue
        }
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
        const passes = leadsOn(chunk, next, tokens)
        // "backs sanctions relief for Iran" names what it is relief from
        const eased = found !== undefined && sideOf(chunk, tokens, found) < 0
        if ((isStopNoun(chunk, tokens) && passes && !eased) || isResistance(chunk, next, tokens)) {
          sign = -1
          nouns++
          continue
        }
        // "the withdrawal of all foreign forces" is asked of those who sent them
        if (found?.about === 'force' && sign === -1 && isTroops(chunk, tokens, nouns > 0))
          return issueOf('conduct', -1, false, chunk, 'mend')
        // "the implementation of a no-fly zone"
        const zone = found?.about === 'implementation' && after?.kind === 'preposition' ? chunks[at + 2] : undefined
        if (zone?.kind === 'noun' && aboutOf(zone, tokens)?.about === 'force') continue
        if (found !== undefined) {
          const side = isSofter(chunk, tokens, found) ? -1 : sideOf(chunk, tokens, found)
          const issue = issueOf(found.about, sign * side, found.weak, chunk)
          if (!found.weak && !(passes && found.about === 'conduct' && isMereWord(chunk, next, tokens))) return issue
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
        const asked = askedBy(chunks, chunk, tokens) ?? askedOfCouncil(chunk)
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
        return asked === undefined || asked.about === 'conduct' ? undefined : signed(asked, asked.sign * sign)
      }
      default:
        return fallback
    }
  }
  return fallback
}

/** The chunk behind "what it calls", "what they described as"; undefined for other phrases. */
function calledBehind(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): number | undefined {
  const what = chunks[at] as NounChunk
  const verb = chunks[at + 2]
  if (what.to !== what.from + 1 || tokens[what.from]?.lower !== 'what') return undefined
  if (chunks[at + 1]?.kind !== 'noun' || verb?.kind !== 'verb' || !NAMING.hasVerb(verb)) return undefined
  // "what the others have called for"
  return BIDDING.has(tokens[verb.to]) ? undefined : at + 3
}
const BIDDING = new WordSet(['for', 'on', 'upon'])
const NAMING = new WordSet(['call', 'describe', 'term', 'regard', 'see', 'view', 'consider', 'deem', 'dub', 'label'])

/** "softer language", for which one holds out who is against the text as it is */
function isSofter(noun: NounChunk, tokens: readonly Token[], { about }: Pick<Issue, 'about'>): boolean {
  return about === 'resolution' && SOFTER.has(tokens[noun.from]) && noun.to === noun.from + 2
}

/** A word for deeds that only leads to what they are: "a campaign of", "moves to". */
function isMereWord(noun: NounChunk, next: Chunk | undefined, tokens: readonly Token[]): boolean {
  return (next?.kind === 'verb' || (next?.kind === 'preposition' && next.word === 'of')) && isTransparent(noun, tokens)
}

/** Forces whose withdrawal is asked; behind another noun, those of any army. */
function isTroops(noun: NounChunk, tokens: readonly Token[], isBehind: boolean): boolean {
  return TROOPS.has(tokens[noun.head]) || (isBehind && isArmy(noun, tokens))
}

/** "eager for the Council to take up the matter" */
function askedOfCouncil({ form, subject, negated }: VerbChunk): Issue | undefined {
  if (form !== 'to' || subject?.entity?.codes[0] !== 'UNSC' || subject.preposition !== 'for') return undefined
  return issueOf('resolution', negated ? -1 : 1, true)
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
