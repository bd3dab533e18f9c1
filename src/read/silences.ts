import { add } from './add-stance.js'
import type { VerbChunk } from './chunk.js'
import { holderOf } from './holders.js'
import { issueFrom } from './issues.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import { raisedAt } from './pointing.js'
import { asks } from './reporting.js'
import type { FoundStance, Scene } from './scene.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** The longest wording of silence among the words of a verb group. */
function silenceAt({ tokens, to }: Scene, verb: VerbChunk): Entry | undefined {
  let longest = 0
  let found: Entry | undefined
  for (let at = verb.from; at <= verb.at; at++) {
    if ((rolesAt(tokens, at) & ROLES.operator) === 0) continue
    for (const { value: entry, length } of entryTrie.at(tokens, at)) {
      if (entry.role !== 'operator' || entry.effect !== 'silent' || at + length > to || length <= longest) continue
      if (entry.negated === true && !verb.negated) continue
      longest = length
      found = entry
    }
  }
  return found
}

const ASIDE = new WordSet(['how', 'when', 'where', 'who', 'why', 'which'])
const OPEN = new WordSet(['whether', 'if'])
const LATER = new WordSet(['long', 'many', 'much', 'soon', 'often', 'when', 'where', 'who', 'why', 'which'])

/** "did not say so", "did not say by whom", "would not say what had been discussed": not on what it will do itself. */
export function isOnOther(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to]?.lower
  if (next === 'so' || next === 'by' || next === 'from') return true
  return next === 'what' && !DOING.stands(tokens, to + 1, to + 4)
}
const DOING = new WordSet(['would', 'will', 'might', 'may', 'position', 'stance', 'side', 'line'])

/** "refused to say whether it would veto": nothing is declared, whatever the words behind say. */
export function silent(scene: Scene, verb: VerbChunk, into: FoundStance[]): boolean {
  const found = silenceAt(scene, verb)
  if (found === undefined || (verb.form === 'to' && verb.parent !== undefined && asks(verb.parent))) return false
  const holder = holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0) return false
  // "did not say how long the talks would last"
  if (
    ASIDE.has(scene.tokens[verb.to]) &&
    LATER.has(scene.tokens[verb.to + (scene.tokens[verb.to]?.lower === 'how' ? 1 : 0)])
  )
    return false
  if (isOnOther(scene.tokens, verb.to)) return false
  const issue = issueFrom(scene.clauses.chunks, verb.index + 1, scene.tokens)
  const votes = scene.tokens
    .slice(verb.to, scene.to)
    .some((token) => /^(?:veto|abstain|vote|back|support|oppose|resolution)$/.test(token.lower))
  // "has not said whether it would take part": in what was raised last
  const open = OPEN.has(scene.tokens[verb.to]) || found.words.startsWith('yet to')
  const about = votes ? 'resolution' : (issue?.about ?? (open ? raisedAt(scene, verb.index) : undefined))
  if (about === undefined || (about === 'conduct' && issue === undefined)) return false
  add(scene, into, {
    holder,
    stance: 'undeclared',
    about,
    verb,
    rule: found.rule,
    to: Math.min(verb.index + 4, scene.clauses.chunks.length - 1),
  })
  return true
}
