import { add } from './add-stance.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import type { Stance } from './claim.js'
import { canHold, type Entity } from './entity.js'
import { isHeldByOne } from './held-already.js'
import type { Issue } from './issue.js'
import { issueFrom } from './issues.js'
import { inflected, lexicon } from './lexicon.js'
import { longerAt, longestFrom, type Said } from './said.js'
import type { FoundStance, Scene } from './scene.js'
import type { Need } from './stock.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { negated, turned } from './turned.js'
import { WordSet } from './wordset.js'

interface Reversed {
  readonly stance: Stance
  readonly denied: boolean
}

const verbs = new Trie<Reversed>()
const wordings = new Trie<Reversed>()
for (const each of lexicon.reversed) {
  for (const verb of each.verbs)
    for (const keys of inflected(verb)) verbs.add(keys, { stance: each.stance, denied: false })
  for (const words of each.behind) {
    const denied = words.startsWith('not ')
    const plain = denied ? words.slice(4) : words
    wordings.add(keysOf(plain), { stance: each.stance, denied })
    for (const keys of inflected(plain)) wordings.add(keys, { stance: each.stance, denied })
  }
}

const AIMING = new WordSet('aim design intend mean calculate tailor craft hope seek try'.split(' '))
const BEING = new WordSet('be remain seem become prove'.split(' '))

/** Without one of these nothing is found. */
export const REVERSED: readonly Need[] = [verbs, wordings]

/** "The draft angered Moscow", "sanctions are anathema to Beijing", "the vote was welcomed in Tokyo": the thing is the subject, the holder comes behind. */
export function reversedIn(scene: Scene, found: FoundStance[]): void {
  if (scene.headline) return
  for (const verb of scene.clauses.verbs) {
    // "would be more palatable to them", "in order to win their support": not yet.
    if (verb.form !== 'finite' || verb.modal !== undefined || verb.conditional === true) continue
    if (verb.subject === undefined || verb.agent !== undefined) continue
    // "is aimed at winning their support"
    if (AIMING.hasVerb(verb)) continue
    const match = matchAt(scene, verb)
    if (match === undefined) continue
    const issue = issueOf(scene, verb)
    if (issue === undefined || issue.about === 'conduct' || issue.about === 'implementation') continue
    const holder = holderBehind(scene, match.to)
    if (!canHold(holder)) continue
    let said = match.said.denied ? match.said.stance : turned(scene, match.said.stance, verb)
    // "is unlikely to win support from Chile"
    if (said !== undefined && scene.tokens[verb.to]?.lower === 'unlikely') said = negated(said)
    const stance = said !== undefined && issue.sign < 0 ? (said === 'opposes' ? 'supports' : 'opposes') : said
    if (stance === undefined || stance === 'accepts') continue
    if (isHeldByOne(found, holder.codes, issue.about)) continue
    const to = scene.clauses.chunks.findIndex((chunk) => chunk.from >= match.to)
    add(scene, found, {
      holder,
      stance,
      about: issue.about,
      noun: issue.noun,
      verb,
      rule: `reversed:${match.said.stance}`,
      to: to < 0 ? verb.index : to,
    })
  }
}

function matchAt(scene: Scene, verb: VerbChunk): Said<Reversed> | undefined {
  const alone = verb.passive ? undefined : longerAt(scene, verb, verbs, verb.at, undefined)
  const match = longerAt(scene, verb, wordings, verb.at, alone)
  return BEING.hasVerb(verb) || verb.passive ? longestFrom(scene, verb, wordings, verb.from, match) : match
}

/** What the subject is about, through "the idea of", "talk of", "any mention of". */
function issueOf(scene: Scene, verb: VerbChunk): Issue | undefined {
  let at = scene.clauses.chunks.indexOf(verb.subject as NounChunk)
  // "talk of war"
  if (scene.tokens[verb.subject?.head ?? 0]?.lower === 'talk' && scene.clauses.chunks[at + 1]?.kind === 'preposition')
    at += 2
  const issue = at < 0 ? undefined : issueFrom(scene.clauses.chunks.slice(0, verb.index), at, scene.tokens)
  return issue === undefined || (issue.weak && issue.about === 'sanctions') ? undefined : issue
}

/** The state right behind the wording; a capital stands for it there. */
function holderBehind(scene: Scene, from: number): Entity | undefined {
  const noun = scene.clauses.chunks.find((chunk) => chunk.to > from)
  if (noun?.kind !== 'noun' || noun.from > from + 2) return undefined
  return noun.entity !== undefined && noun.entity.codes.length > 0
    ? noun.entity
    : noun.owned === undefined
      ? noun.owner
      : undefined
}
