import { actorOf, codesOf } from './actor-of.js'
import { isBody, isOtherBody } from './bodies.js'
import type { Chunk, VerbChunk } from './chunks.js'
import { isCouncil, isDraft, isNeeded } from './council-nouns.js'
import type { Entity } from './entity.js'
import { type EventFamily, type FoundEvent, families } from './event-found.js'
import { isLarger } from './event-halls.js'
import { lexicon } from './lexicon.js'
import { type Scene, speakerOf } from './scene.js'
import { WordSet } from './wordset.js'

const VOTING = new WordSet('council resolution draft statement text vote votes voted member members nations'.split(' '))

/** "Turkey is not expected to vote for it": how one member will vote. */
function ofOne(scene: Scene, index: number): boolean {
  const told = verb(scene, index)
  if (told === undefined || told.index < index - 1) return false
  if (told.negated) return true
  const codes = codesOf(scene, told.subject)
  return codes.length > 0 && !codes.some(isBody) && /^(?:vote|expect|be|plan|due|set|schedule)$/.test(told.lemma)
}

/** "no vote is expected", "Had it been put to the vote", "seek a vote by parliament" */
function isNone({ tokens, from: first }: Scene, from: number, to: number): boolean {
  if (tokens[from - 1]?.lower === 'no') return true
  if (tokens[from - 1]?.lower === 'been')
    for (let at = from - 3; at >= Math.max(first, from - 6); at--)
      if (tokens[at]?.lower === 'had' && (at === first || tokens[at - 1]?.lower === ',')) return true
  return tokens[to]?.lower === 'by' && HOUSES.stands(tokens, to + 1, to + 3)
}

/** Wordings that count votes. */
const BALLOTS = /^votes? /
/** Wordings that tell how the vote went. */
const TALLY = /^(?:the vote was|by a vote of|vote of)/
const TALKS =
  /^(?:talks?|negotiat\w*|dialogue|diplomacy|discussions?|process|mediation|consultations|conference|summit|meeting|parley)$/

/** Wordings that tell of parties by themselves. */
const AGREEING =
  /^(?:failed to (?:reach|narrow|bridge|find|agree|make)|could not (?:agree|reach)|(?:was|were|been) unable to agree)/
const VETOING = new WordSet('veto vetoes block abstain'.split(' '))
const UNHELD = new WordSet(
  'delayed postponed put deferred expected scheduled due set called cancelled canceled planned likely to not meant supposed moved rescheduled brought'.split(
    ' ',
  ),
)
const BALLOT = new WordSet('fraud rigging buying count counting irregularities tampering counts'.split(' '))
/** Houses that vote on their own. */
const HOUSES = new WordSet([
  ...lexicon.who.parliaments,
  ...'voters house commons deputies electorate cabinet assembly committee board'.split(' '),
])

/** A deadlock of talks, not of a council. */
function ofTalks(scene: Scene): boolean {
  for (let at = scene.from; at < scene.to; at++) if (TALKS.test(scene.tokens[at]?.lower ?? '')) return true
  return false
}

function chunkIndex(scene: Scene, token: number): number {
  return scene.clauses.chunks.findIndex((chunk) => chunk.from <= token && token < chunk.to)
}

/** Wordings that tell an event by themselves: "put to a vote", "ended in deadlock". */
export function phraseEvents(scene: Scene, into: FoundEvent[]): void {
  for (const { entry, at, length } of scene.hits.eventPhrases) {
    const family = families[entry.event ?? -1]
    if (family === undefined) continue
    const index = Math.max(0, chunkIndex(scene, at))
    const told = scene.clauses.chunks[index]
    // "the resolution put to a vote"
    const past = told?.kind === 'verb' && told.form === 'participle' && told.modal === undefined
    if (family.future === true && (past || verb(scene, index)?.conditional === true)) continue
    if (
      family.type === 'talks-stalled' &&
      !AGREEING.test(entry.words) &&
      !ofTalks(scene) &&
      !isTorn(scene, entry.words, index)
    )
      continue
    // "would be forced to use their veto"
    if (
      family.type === 'threat' &&
      /forced to$/.test(entry.words) &&
      VETOING.stands(scene.tokens, at + length, Math.min(at + length + 5, scene.to))
    )
      continue
    // "flawed due to vote fraud"
    // "the vote was delayed"
    if (entry.words === 'the vote was' && UNHELD.has(scene.tokens[at + length])) continue
    if (family.type === 'vote-expected' && BALLOT.has(scene.tokens[at + length])) continue
    if (family.type === 'vote-expected' && (ofOne(scene, index) || isNone(scene, at, at + length))) continue
    if (family.future !== true && family.type !== 'threat' && !isSaid(scene, index)) continue
    if (family.type === 'vote-held' && BALLOTS.test(entry.words) && isNeeded(scene, index)) continue
    if (family.type === 'threat' && CALLED_WAR.test(entry.words) && !isForetold(scene, index)) continue
    const actors = actorsAt(scene, family, index, entry.words)
    if (actors === undefined || actors.length === 0) continue
    if (family.type === 'vote-expected' && wasPut(told)) {
      into.push({ ...HELD, from: index, to: chunkIndex(scene, at + length - 1), words: [at, at + length] })
      continue
    }
    into.push({
      type: family.type,
      actors: actors.slice(0, 1),
      from: index,
      to: Math.max(0, chunkIndex(scene, at + length - 1)),
      rule: `${family.type}:phrase`,
      words: [at, at + length],
      ...(family.future === true ? { planned: true } : {}),
      ...(family.type === 'vote-held' && !TALLY.test(entry.words) ? { passing: true } : {}),
    })
  }
}

/** "failed to secure the nine votes", and no ceasefire. */
function isOfText({ tokens, from, to }: Scene): boolean {
  return BALLOTED.stands(tokens, from, to)
}
const GETTING = /^failed to (?:win|garner|gain|secure|obtain|muster)$/
const BALLOTED = new WordSet(
  'resolution resolutions draft text statement vote votes council majority measure motion amendment adoption passage sanctions proposal'.split(
    ' ',
  ),
)

/** "the Council remains deadlocked" */
function isTorn(scene: Scene, words: string, index: number): boolean {
  return /deadlocked$|at loggerheads$/.test(words) && isCouncil(scene, verb(scene, index)?.subject)
}

const HELD = { type: 'vote-held', actors: ['UNSC'], rule: 'vote-held:put', passing: true } as const

/** "was put to a vote on Saturday": held. */
function wasPut(told: Chunk | undefined): boolean {
  if (told?.kind !== 'verb' || !/^(?:put|bring)$/.test(told.lemma)) return false
  return (
    told.passive && told.form === 'finite' && told.modal === undefined && !told.negated && (told.past || told.perfect)
  )
}

const CALLED_WAR = /^(?:(?:all-out|total|holy|sacred) war|declaration of war|merciless)$/
/** "would mean all-out war", "threatened a holy war" */
function isForetold(scene: Scene, index: number): boolean {
  const told = verb(scene, index)
  if (told === undefined) return false
  // "is ready to deal a merciless blow"
  if (told.form === 'to') return told.parent?.copula === true
  return told.modal !== undefined || /^(?:warn|threaten|vow|promise|declare|say)$/.test(told.lemma)
}

/** The phrase's verb is told as done: no infinitive, no modal, no negation. */
function isSaid(scene: Scene, index: number): boolean {
  const chunk = scene.clauses.chunks[index]
  if (chunk?.kind !== 'verb') return true
  return (
    chunk.form !== 'to' &&
    !(chunk.form === 'ing' && chunk.parent?.modal !== undefined) &&
    !chunk.negated &&
    chunk.conditional !== true &&
    (chunk.modal === undefined || chunk.modal === 'will')
  )
}

function verb(scene: Scene, index: number) {
  return [...scene.clauses.verbs].reverse().find((each) => each.index <= index)
}

const SUFFERED = /^(?:face|bear|suffer|pay|meet|be|have)$/

/** "Syria would retaliate": who does it; "Iraq will face serious consequences": who says so, or the Council for its text. */
function menacing(
  scene: Scene,
  told: VerbChunk | undefined,
  subject: Entity | undefined,
): readonly string[] | undefined {
  const speaker = told === undefined ? undefined : speakerOf(scene, told.index)
  const own = told !== undefined && told.modal !== undefined && !SUFFERED.test(told.lemma) && !told.passive
  if (own && subject !== undefined && subject.codes.length > 0) return subject.codes
  if (speaker !== undefined) return speaker.codes
  if (subject?.codes.includes(scene.memory.target ?? '') === true && told !== undefined && SUFFERED.test(told.lemma))
    return scene.clauses.chunks.some((chunk) => chunk.kind === 'noun' && isDraft(scene, chunk)) ? ['UNSC'] : undefined
  return subject?.codes
}

function actorsAt(scene: Scene, family: EventFamily, index: number, words: string): readonly string[] | undefined {
  const told = verb(scene, index)
  const subject = told?.subject === undefined ? undefined : actorOf(scene, told.subject)
  if (family.actor === 'UNSC') {
    // Other bodies vote too, and a vote needs something to vote on.
    const other = subject?.codes.some(isOtherBody)
    if (other === true || (told?.subject !== undefined && HOUSES.has(scene.tokens[told.subject.to - 1])))
      return undefined
    if (family.type === 'not-adopted' && GETTING.test(words) && !isOfText(scene)) return undefined
    if (family.type !== 'vote-held') return ['UNSC']
    if (isLarger(scene)) return undefined
    if (VOTING.stands(scene.tokens, scene.from, scene.to)) return ['UNSC']
    return undefined
  }
  // "Mr. Ban held talks with the president": a contact
  if (family.type === 'talks-held' && subject?.person === true && subject.codes.length < 2) return undefined
  if (family.type === 'threat') return menacing(scene, told, subject)
  return told?.subject?.entity?.codes ?? (scene.memory.target === undefined ? [] : [scene.memory.target])
}
