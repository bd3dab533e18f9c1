import type { NounChunk } from './chunk.js'
import { type IssueWord, issueTrie, lexicon } from './lexicon.js'
import { keysOf, type Token } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

const transparent = new Trie<true>()
for (const word of lexicon.who.transparent) transparent.add(keysOf(word), true)

/** What a noun phrase is about, by its last word; weak words yield to strong ones. */
export function aboutOf(noun: NounChunk, tokens: readonly Token[]): IssueWord | undefined {
  if (noun.about === undefined) noun.about = findAbout(noun, tokens) ?? null
  return noun.about ?? undefined
}

function findAbout(noun: NounChunk, tokens: readonly Token[]): IssueWord | undefined {
  if (isSettlement(noun, tokens)) return { about: 'talks', weak: true }
  let best: IssueWord | undefined
  let top = -1
  for (let at = noun.from; at < noun.to; at++) {
    for (const { value, length } of issueTrie.at(tokens, at)) {
      const end = at + length
      if (end > noun.to) continue
      const score = (end === noun.to ? 100 : 0) + (value.weak ? 0 : 20) + length + at * 0.01
      if (score > top) {
        top = score
        best = value
      }
    }
  }
  // "the draft's threat of further steps"
  if ((best === undefined || best.about === 'conduct') && isOfText(noun, tokens))
    return { about: 'resolution', weak: false }
  // "the Council's swift action"
  if (tokens[noun.from]?.lower === 'today' && COUNCIL_DOES.has(tokens[noun.head]))
    return { about: 'resolution', weak: true }
  if (
    (noun.owner?.codes.includes('UNSC') === true ||
      (best === undefined && noun.owned === undefined && noun.owner?.codes.includes('UN') === true)) &&
    (best?.about === 'conduct' || (best === undefined && COUNCIL_DOES.has(tokens[noun.head])))
  )
    return { about: 'resolution', weak: true }
  return best
}

const COUNCIL_DOES = new WordSet([
  'decision',
  'move',
  'vote',
  'step',
  'response',
  'stand',
  'adoption',
  'approval',
  'message',
  'signal',
  'reaction',
  'verdict',
  'ruling',
  'initiative',
  'condemnation',
  'demand',
  'demands',
  'deadline',
  'ultimatum',
  'call',
  'calls',
  'order',
  'orders',
  'appeal',
  'request',
  'edict',
])

const TEXTS = new WordSet(['draft', 'resolution', 'text', 'proposal', 'motion'])

function isOfText(noun: NounChunk, tokens: readonly Token[]): boolean {
  for (let at = noun.from; at < noun.to - 2; at++)
    if (TEXTS.has(tokens[at]) && /^['’]s?$/.test(tokens[at + 1]?.lower ?? '')) return true
  return false
}

/** "the resolution of the crisis": a settlement, no text. */
function isSettlement(noun: NounChunk, tokens: readonly Token[]): boolean {
  if (
    tokens[noun.to - 1]?.lower !== 'resolution' ||
    (tokens[noun.to]?.lower !== 'of' && tokens[noun.to]?.lower !== 'to')
  )
    return false
  for (let at = noun.to + 1; at < Math.min(tokens.length, noun.to + 9); at++) {
    if (
      /^(?:problems?|issues?|crisis|crises|conflicts?|disputes?|concerns?|cases?|standoff|stand-off|questions?|tensions?|differences|war|situation|matter|impasse)$/.test(
        tokens[at]?.lower ?? '',
      )
    )
      return true
  }
  return false
}

const ACCORDS = new WordSet('deal deals accord accords agreement agreements pact truce ceasefire cease-fire'.split(' '))

/** What parties have settled: a loose word for talks, and yet what is praised or blamed where it stands by itself. */
export function isAccord(noun: NounChunk, tokens: readonly Token[]): boolean {
  return ACCORDS.has(tokens[noun.head]) && aboutOf(noun, tokens)?.about === 'talks'
}

const RELIEF = new WordSet(
  'relief easing removal lifting suspension waiver waivers exemption exemptions termination rollback repeal relaxation'.split(
    ' ',
  ),
)

/** -1 where the last word of the noun takes away what it is about: "sanctions relief". */
export function sideOf(noun: NounChunk, tokens: readonly Token[], { about }: IssueWord): 1 | -1 {
  return about === 'sanctions' && noun.to > noun.from + 1 && RELIEF.has(tokens[noun.head]) ? -1 : 1
}

export function isTransparent(noun: NounChunk, tokens: readonly Token[]): boolean {
  for (let at = Math.max(noun.from, noun.to - 2); at < noun.to; at++)
    for (const { length } of transparent.at(tokens, at)) if (at + length === noun.to) return true
  return false
}
