import { actorOf } from './actor-of.js'
import { entriesAt } from './asked-acts.js'
import { CALLING, called } from './calling.js'
import { sameVerb, type VerbChunk } from './chunks.js'
import { fears } from './fears.js'
import { issueFrom } from './issues.js'
import { judge } from './judge.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import { judgesNothing } from './noun-guards.js'
import type { FoundStance, Scene } from './scene.js'
import { settle } from './settled-stances.js'
import { contrary, isDenied } from './verb-moods.js'
import { WordSet } from './wordset.js'

const BE_WORDS = new WordSet(
  'be remain become seem appear stay feel sound stand prove look get consider call deem describe regard brand label view see'.split(
    ' ',
  ),
)

/** The speaker judges what is at issue: "sanctions will not work", "the tests are unacceptable". */
export function evaluation(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, to } = scene
  const match = entriesAt(tokens, verb.at, to, ROLES.evaluation)
  if (match === undefined) return
  let { entry } = match
  if (verb.negated && entry.negated !== true)
    // "did not pose a threat" says something of its own.
    for (const { value, length } of entryTrie.at(tokens, verb.at))
      if (value.role === 'evaluation' && value.part === 'verb' && value.negated === true && length >= match.length)
        entry = value
  if (judgesNothing(scene, verb, entry)) return
  judge(scene, verb, entry, into)
}

export const WORDED = new WordSet(
  'text draft proposal counter-proposal counterproposal provision paragraph wording'.split(' '),
)

const DENYING = new WordSet(['not', 'neither', 'no'])

/** Adjectives and nouns after "be": attitudes ("is opposed to"), judgements ("is unacceptable"). */
export function predicate(scene: Scene, told: VerbChunk, into: FoundStance[]): void {
  const verb = isDenied(scene, told) ? contrary(told) : told
  const { tokens, clauses, to } = scene
  // "would not stand in the way of it"
  if (verb.lemma === 'stand' && tokens[verb.to]?.lower === 'in') return
  if (!verb.passive && CALLING.hasVerb(verb)) {
    called(scene, verb, into)
    return
  }
  if (!BE_WORDS.hasVerb(verb) && !verb.passive) return
  const start = verb.copula ? verb.at + 1 : verb.passive ? verb.at : verb.at + 1
  let denied = false
  for (let at = start; at < Math.min(to, start + 5); at++) {
    let best: { entry: Entry; length: number } | undefined
    if ((rolesAt(tokens, at) & (ROLES.attitude | ROLES.evaluation)) !== 0)
      entryTrie.each(tokens, at, to, (entry, length) => {
        if (entry.part !== 'adjective' || (entry.role !== 'attitude' && entry.role !== 'evaluation')) return
        if (entry.negated === true && !verb.negated) return
        if (best === undefined || length > best.length || (length === best.length && entry.role === 'attitude'))
          best = { entry, length }
      })
    if (best === undefined) {
      if (tokens[at]?.kind === 'mark') return
      if (DENYING.has(tokens[at])) denied = true
      continue
    }
    const { entry, length } = best
    if (denied && entry.negated !== true && entry.role === 'evaluation' && !verb.negated) {
      // 'was "not balanced"'
      const not = sameVerb(verb)
      not.negated = true
      judge(scene, not, entry, into)
      return
    }
    if (entry.role === 'attitude') {
      if (verb !== told && entry.stance !== 'opposes' && entry.stance !== 'vetoes') return
      const holder = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
      if (holder === undefined || holder.codes.length === 0) return
      const next = clauses.chunks.findIndex((chunk) => chunk.to > at + length - 1)
      // "was alone in opposing it": the wording's own verb
      const own = clauses.chunks[next]?.kind === 'verb' && clauses.chunks[next]?.to === at + length
      const index = Math.max(own ? next + 1 : next, verb.index + 1)
      if (entry.about === 'conduct' && !verb.negated && fears(scene, holder, verb, entry, into)) return
      settle({ scene, entry, holder, verb, objectAt: index }, issueFrom(clauses.chunks, index, tokens), into)
    } else judge(scene, verb, entry, into)
    return
  }
}
