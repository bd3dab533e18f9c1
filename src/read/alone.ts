import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { isOfUN } from './bodies.js'
import type { Chunk, VerbChunk } from './chunk.js'
import type { About, Stance } from './claim.js'
import { entityOf } from './entity.js'
import { holderOf } from './holders.js'
import type { Issue } from './issue.js'
import { issueFrom } from './issues.js'
import { inflected, lexicon } from './lexicon.js'
import { heldEarlier, raisedAt, raisedIn } from './pointing.js'
import { asks } from './reporting.js'
import { longerAt, longestFrom, type Said } from './said.js'
import type { FoundStance, Scene } from './scene.js'
import type { Need } from './stock.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { turned } from './turned.js'
import { hasOwnDoer, isPersuadable } from './verb-moods.js'
import { WordSet } from './wordset.js'

interface Alone {
  readonly stance: Stance
  readonly votes: boolean
  /** What it is held of, where the wording tells it. */
  readonly about: About | undefined
  /** Only where it is denied: "did not object". */
  readonly denied: boolean
}

const verbs = new Trie<Alone>()
const adjectives = new Trie<Alone>()
for (const each of lexicon.alone) {
  if (each.stance === 'same') continue
  for (const words of each.verbs ?? []) {
    const denied = words.startsWith('not ')
    for (const keys of inflected(denied ? words.slice(4) : words))
      verbs.add(keys, { stance: each.stance, votes: each.votes === true, about: each.about, denied })
  }
  for (const words of each.adjectives ?? []) {
    const denied = words.startsWith('not ')
    adjectives.add(keysOf(denied ? words.slice(4) : words), {
      stance: each.stance,
      votes: each.votes === true,
      about: each.about,
      denied,
    })
  }
}

const OBJECTIONS = new WordSet(['opposition', 'objections', 'objection', 'resistance', 'reservations', 'veto'])

/** Who is asked to give its objections up holds to them. */
function isStillHeld({ tokens }: Scene, verb: VerbChunk, to: number): boolean {
  return (
    verb.form === 'to' && hasOwnDoer(verb) && asks(verb.parent as VerbChunk) && OBJECTIONS.stands(tokens, verb.to, to)
  )
}

const BEING = new WordSet('be remain stay seem appear look become sound grow feel stand'.split(' '))

/** Without one of these nothing is found. */
export const ALONE: readonly Need[] = [verbs, adjectives]

/** "Russia balked", "Kuwait is on board": what it is held of was raised before. */
export function aloneIn(scene: Scene, found: FoundStance[]): void {
  if (scene.headline) return
  for (const verb of scene.clauses.verbs) {
    if (
      verb.conditional === true ||
      isPersuadable(verb) ||
      verb.form === 'participle' ||
      (verb.passive && verb.agent !== undefined)
    )
      continue
    const match = matchAt(scene, verb)
    if (match === undefined || (match.said.denied && !verb.negated)) continue
    const holder = verb.passive ? verb.subject && actorOf(scene, verb.subject) : holderOf(scene, verb)
    if (holder === undefined || holder.codes.length === 0 || holder.codes.some(isOfUN)) continue
    if (
      found.some(
        (each) =>
          (match.said.about === undefined || each.about === match.said.about) &&
          each.actors.some((code) => holder.codes.includes(code)),
      )
    )
      continue
    const named = match.said.about === undefined ? issueBehind(scene, match.to) : undefined
    if (match.said.about === undefined && named === undefined && !endsAt(scene, match.to)) continue
    const about = match.said.about ?? named?.about ?? topicOf(scene, verb, match.said)
    if (about === undefined || about === 'conduct') continue
    if (AJAR.has(scene.tokens[match.to - 1]) && opensElsewhere(scene, match.to)) continue
    // "urged Chile to drop its objections": it has not
    if (isStillHeld(scene, verb, match.to)) {
      add(scene, found, {
        holder: entityOf(holder.codes),
        stance: 'opposes',
        about,
        verb,
        rule: 'alone:opposes',
        to: verb.index + 1,
      })
      continue
    }
    const said = match.said.denied ? match.said.stance : turned(scene, match.said.stance, verb)
    const stance = said === undefined || named?.sign !== -1 ? said : TURNED[said]
    if (stance === undefined) continue
    // "Britain pushed back": whose text it is, is against what others make of it
    if (stance === 'opposes' && holder.codes.every((code) => heldEarlier(scene, code, about, 'sponsors'))) continue
    add(
      scene,
      found,
      {
        holder: entityOf(holder.codes),
        stance,
        about,
        verb,
        rule: `alone:${match.said.stance}`,
        to: indexAt(scene, match.to) - 1,
      },
      {
        ...(match.said.stance === 'abstains' && verb.form === 'finite' && verb.modal === undefined
          ? { cast: true }
          : {}),
      },
    )
  }
}

const AJAR = new WordSet(['open', 'ajar'])

/** "kept the door open to more sanctions", "to sending monitors": not to talks. */
function opensElsewhere(scene: Scene, to: number): boolean {
  const { chunks } = scene.clauses
  const at = indexAt(scene, to)
  const link = chunks[at]
  if (link?.kind !== 'preposition' || (link.word !== 'to' && link.word !== 'for')) return false
  const issue = issueFrom(chunks, at + 1, scene.tokens, 5)
  if (issue !== undefined) return !issue.weak && issue.about !== 'talks'
  // "to rejoining the talks"
  const object = chunks[at + 2]
  const onTalks = object?.kind === 'noun' && aboutOf(object, scene.tokens)?.about === 'talks'
  return chunks[at + 1]?.kind === 'verb' && !onTalks
}

function matchAt(scene: Scene, verb: VerbChunk): Said<Alone> | undefined {
  const match = longerAt(scene, verb, verb.passive ? adjectives : verbs, verb.at, undefined)
  return BEING.hasVerb(verb) ? longestFrom(scene, verb, adjectives, verb.to, match) : match
}

const TURNED: Readonly<Record<Stance, Stance | undefined>> = {
  supports: 'opposes', opposes: 'supports', accepts: 'accepts', undeclared: 'undeclared', abstains: 'abstains', vetoes: undefined, sponsors: undefined,
} // biome-ignore format: a table

/** "dragged its feet on sanctions", "said no to a cease-fire". */
function issueBehind(scene: Scene, to: number): Issue | undefined {
  const { chunks } = scene.clauses
  const at = indexAt(scene, to)
  if (chunks[at]?.kind !== 'preposition' || !OPEN.has(scene.tokens[to])) return undefined
  const issue = issueFrom(chunks, at + 1, scene.tokens, 5)
  return issue === undefined || (issue.weak && issue.about !== 'resolution') ? undefined : issue
}

const OPEN = new WordSet('on to of about against with toward towards over into upon that for by'.split(' '))

/** Nothing follows that it could be held of: the clause ends, or only tells when, where and why. */
function endsAt(scene: Scene, to: number): boolean {
  const { chunks } = scene.clauses
  for (let at = indexAt(scene, to); at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'adverb') continue
    if (chunk.kind === 'noun') return isDay(scene, chunk)
    if (chunk.kind === 'verb') return chunk.form === 'ing' || chunk.form === 'finite'
    if (chunk.kind === 'preposition' || chunk.kind === 'subordinator') {
      const next = chunks[at + 1]
      return !OPEN.has(scene.tokens[chunk.from]) || (chunk.word === 'on' && next !== undefined && isDay(scene, next))
    }
    return true
  }
  return true
}

/** "balked Thursday" */
function isDay({ tokens }: Scene, noun: Chunk): boolean {
  return /(?:day|week|month|year|night)s?$/.test(tokens[noun.to - 1]?.lower ?? '')
}

function indexAt(scene: Scene, token: number): number {
  const at = scene.clauses.chunks.findIndex((chunk) => chunk.from >= token)
  return at < 0 ? scene.clauses.chunks.length : at
}

function topicOf(scene: Scene, verb: VerbChunk, said: Alone): About | undefined {
  if (said.votes || said.stance === 'undeclared') {
    // A vote is on a text, and so is what one has not decided, unless this sentence tells of something else.
    const here = said.votes ? undefined : raisedIn(scene, verb.index)
    return here === undefined || here === 'conduct' ? 'resolution' : here
  }
  const about = raisedAt(scene, verb.index)
  return about === 'conduct' ? undefined : about
}
