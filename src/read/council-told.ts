import { standsAt } from './before.js'
import { type NounChunk, placeOver, type VerbChunk } from './chunk.js'
import type { EventType } from './claim.js'
import { isCouncil, isDraft, isNeeded, PERMANENT } from './council-nouns.js'
import { DAYS } from './days.js'
import { isDone } from './done.js'
import type { FoundEvent } from './event-found.js'
import { moodOfNoun } from './measure-noun-mood.js'
import type { Scene } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

const TEXTS = new WordSet(['resolution', 'statement', 'vote', 'veto', 'vetoes', 'declaration'], true)
const OPEN = new WordSet('draft proposed new possible planned future another expected right power threat'.split(' '))

const VOTES = new WordSet(['votes', 'members', 'countries', 'nations'], true)
/** Without one of these nothing is found. */
export const TELLING: readonly Need[] = [TEXTS, VOTES]

/** What the Council did, told by a noun: "a Security Council statement that condemns it", "Saturday's resolution", "the Russian veto"; and by a tally. */
export function councilTold(scene: Scene, into: FoundEvent[]): void {
  const { chunks } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun') continue
    const type = toldBy(scene, noun, index)
    if (type !== undefined) push(scene, into, type, index, [noun.from, noun.to])
  }
  counted(scene, into)
}

function push(
  scene: Scene,
  into: FoundEvent[],
  type: EventType,
  index: number,
  words: readonly [number, number],
): void {
  if (into.some((each) => each.actors[0] === 'UNSC' && (each.type === type || each.planned === true))) return
  into.push({
    type,
    actors: ['UNSC'],
    from: index,
    to: Math.min(index + 2, scene.clauses.chunks.length - 1),
    passing: true,
    rule: `told:${type}`,
    words,
  })
}

function toldBy(scene: Scene, noun: NounChunk, index: number): EventType | undefined {
  const { tokens } = scene
  const last = tokens[noun.to - 1]
  if (!TEXTS.has(last) || OPEN.stands(tokens, noun.from, noun.to)) return undefined
  const dated = isDated(scene, noun)
  const ofCouncil = noun.owner?.codes.includes('UNSC') === true || isNamed(scene, noun)
  const head = last?.lower
  if (head === 'veto' || head === 'vetoes') {
    // "after the veto", "a veto by Russia"
    if (isDefinite(scene, noun) && isBehind(scene, index) && !isOfRight(scene, index)) return 'vetoed'
    const owner = noun.owner?.pronoun !== true && noun.owner?.codes.some((code) => PERMANENT.has(code)) === true
    if (!(dated || (owner && isDefinite(scene, noun)))) return undefined
    return moodOfNoun(scene, noun, index) === 'told' ? 'vetoed' : undefined
  }
  if (head === 'vote') return dated && isBehind(scene, index) ? 'vote-held' : undefined
  // "A Council statement carries less weight": of statements in general
  const next = scene.clauses.chunks[index + 1]
  // "language for a Council statement": none yet
  const before = standsAt(scene.clauses.chunks, index - 1)
  if (/^an?$/.test(tokens[noun.from]?.lower ?? '') && before?.kind === 'preposition' && before.word === 'for')
    return undefined
  const general = tokens[noun.from]?.lower === 'a' && next?.kind === 'verb' && next.form === 'finite' && !next.past
  if (general || !(dated || (ofCouncil && head !== 'resolution')) || moodOfNoun(scene, noun, index) !== 'told')
    return undefined
  return head === 'resolution' ? 'adopted' : 'statement-adopted'
}

/** "Saturday's U.N. resolution" */
function isDated(scene: Scene, noun: NounChunk): boolean {
  return DAYS.has(scene.tokens[noun.from]) && scene.tokens[noun.from + 1]?.key === "'s"
}

/** "the UN Security Council statement" */
function isNamed(scene: Scene, noun: NounChunk): boolean {
  for (let at = noun.from; at < noun.to - 1; at++) if (scene.tokens[at]?.lower === 'council') return true
  return (
    noun.entity?.codes[0] === 'UNSC' &&
    /^(?:the|its|a)$/.test(scene.tokens[noun.from]?.lower ?? '') &&
    noun.to - noun.from > 2
  )
}

function isDefinite(scene: Scene, noun: NounChunk): boolean {
  return (
    noun.owned !== undefined || /^(?:the|this|that|last|its|their|another)$/.test(scene.tokens[noun.from]?.lower ?? '')
  )
}

/** "after Thursday's vote", "in Saturday's vote" */
function isBehind(scene: Scene, index: number): boolean {
  const before = standsAt(scene.clauses.chunks, index - 1)
  if (before?.kind === 'subordinator') return before.word === 'after' || before.word === 'since'
  return before?.kind === 'preposition' && /^(?:after|in|since|following|of|at)$/.test(before.word)
}

/** "the use of the veto", "the threat of the veto": the power and no act; "in the wake of the veto" is one. */
function isOfRight(scene: Scene, index: number): boolean {
  const { chunks } = scene.clauses
  const before = chunks[index - 1]
  if (before?.kind !== 'preposition' || before.word !== 'of') return false
  const over = chunks[index - 2]
  return over?.kind !== 'noun' || !TIMES.has(scene.tokens[over.to - 1])
}
const TIMES = new WordSet(['wake', 'aftermath', 'day', 'days', 'time', 'night', 'morning', 'eve', 'news'])

const NUMBERS = new WordSet(
  'four five six seven eight nine ten eleven twelve thirteen fourteen fifteen 4 5 6 7 8 9 10 11 12 13 14 15'.split(' '),
)
const VOTING = new WordSet(['voting', 'voted'])
const FAVOUR = new WordSet(['favour', 'favor', 'support'])
const PASSED = new WordSet(
  'adopted approved passed endorsed cleared sailed carried voted won received rejected got garnered drew collected gathered gained mustered secured'.split(
    ' ',
  ),
)

/** "was approved by 14 votes": there was a vote. */
function counted(scene: Scene, into: FoundEvent[]): void {
  const { tokens } = scene
  for (let at = scene.from; at < scene.to - 1; at++) {
    if (!NUMBERS.has(tokens[at]) || !VOTES.has(tokens[at + 1])) continue
    // "five countries in the region"
    const inFavour = tokens[at + 2]?.lower === 'in' && FAVOUR.has(tokens[at + 3])
    if (tokens[at + 1]?.lower !== 'votes' && !VOTING.has(tokens[at + 2]) && !inFavour) continue
    if (!PASSED.stands(tokens, scene.from, scene.to)) continue
    const index = placeOver(scene.clauses.chunks, at)
    if (isNeeded(scene, index)) return
    push(scene, into, 'vote-held', Math.max(0, index - 2), [at, at + 2])
    return
  }
}

export const CARRYING = new WordSet(
  'sail breeze squeak go pass clear win get gain secure receive obtain earn muster'.split(' '),
)
const SUPPORT = new WordSet('support backing approval endorsement blessing votes'.split(' '))
const EVERYONE = new WordSet(['all', 'unanimous', 'every', 'fifteen', '15'])
const ALL = new WordSet(
  'all unanimous unanimously every nine ten eleven twelve thirteen fourteen fifteen 9 10 11 12 13 14 15'.split(' '),
)

/** "The resolution sailed through", "cleared the council", "won the support of all 15 members": adopted. */
export function carried(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || verb.passive || !CARRYING.hasVerb(verb) || !isDone(verb) || !isDraft(scene, verb.subject))
    return undefined
  const { tokens, clauses } = scene
  const { told } = scene.memory
  if (told.has('vetoed UNSC') || told.has('not-adopted UNSC')) return undefined
  const end = Math.min(verb.to + 8, scene.to)
  if (/^(?:sail|breeze|squeak|go)$/.test(verb.lemma))
    return tokens[verb.to]?.lower === 'through' ? 'adopted' : undefined
  const next = clauses.chunks[verb.index + 1]
  if (verb.lemma === 'clear' || verb.lemma === 'pass')
    return next?.kind === 'noun' && isCouncil(scene, next) ? 'adopted' : undefined
  const short = tokens.slice(verb.to, scene.to).some((token) => /^(?:short|only|just)$/.test(token.lower))
  // "received thirteen votes": a veto may stand against it
  const all = /^(?:receive|get|obtain|gain)$/.test(verb.lemma) ? EVERYONE : ALL
  return SUPPORT.stands(tokens, verb.to, end) && all.stands(tokens, verb.to, end) && !short ? 'adopted' : undefined
}
