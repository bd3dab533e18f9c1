import type { VagueDate } from '../dates.js'
import type { About, Stance } from './claim.js'
import type { Entity } from './entity.js'
import { ABOUT } from './kinds.js'
import type { Matter } from './matter.js'
import { SIDE } from './sides.js'
import type { Token } from './tokens.js'
import { NO_NAME } from './unknown-names.js'

/** What the article has told so far about who is who. */
export interface Memory {
  readonly published: VagueDate | undefined
  readonly people: Map<string, Entity>
  lastPerson?: Entity | undefined
  /** The last who may be "she", and "he". */
  lastWoman?: Entity | undefined
  lastMan?: Entity | undefined
  /** In this sentence: the first one who acts, and the last one named. */
  here?: Entity | undefined
  near?: Entity | undefined
  /** The persons told by name so far in the sentence. */
  present: readonly Entity[]
  /** The first person in it of whom something is: "Gadhafi's speech". */
  owner?: Entity | undefined
  /** The states of the persons told by name so far, each once. */
  named?: readonly string[] | undefined
  /** Whose something is, told first in the sentence: "Egypt's wish … it". */
  whose?: Entity | undefined
  /** "it" that is read now is not the one who acts: the one named last in "gave Syria a week for it to comply", an earlier one in "the council failed after Annan asked it to act". */
  object?: 'near' | 'far' | undefined
  /** A verb stands between the one named last and here. */
  verbSince?: boolean
  /** Ministries and the like by their head noun. */
  readonly organs: Map<string, Entity>
  /** In this sentence someone was told to say something before. */
  spoke?: boolean
  /** Inside quotation marks; and whose words those are, where they go on from before. */
  quoted?: boolean
  speaking?: Entity | undefined
  /** The last person named who was not the speaker. */
  lastTold?: Entity | undefined
  /** Those without a name who were told of last, by their office: "a senior diplomat". */
  readonly voices: Map<string, Entity>
  /** Many of no name who spoke or acted in the sentence before: "activists". */
  crowd?: Entity | undefined
  /** The subject of the last sentence's main verb, and of this one's so far. */
  lastSubject?: Entity | undefined
  /** Of whom the speaker of the last sentence told first. */
  inner?: Entity | undefined
  /** The sentence before told of it. */
  subjectFresh?: boolean
  /** It was told by a noun for several: "officials". */
  officials?: boolean
  lastSpeaker?: Entity | undefined
  /** The person of whom the sentence before told, without words: may speak in this one. */
  floating?: Entity | undefined
  lastState?: string | undefined
  lastParties: readonly string[]
  /** How many sentences were read, and before how many of them those parties were told. */
  sentences: number
  partiesAt: number
  /** Those told together in the sentence before, where nobody else was its subject. */
  freshParties?: readonly string[] | undefined
  lastPair: readonly string[]
  /** Those told together last, by how many they are: "the three countries". */
  readonly groups: Map<number, readonly string[]>
  /** How often each person was the subject. */
  readonly counts: Map<string, number>
  /** What the last sentences were about. */
  topic?: About | undefined
  /** Whose statement was told of last. */
  statement?: Entity | undefined
  /** Who issues the text, where it is a statement. */
  issuers?: Entity | undefined
  target?: string | undefined
  /** State in whose capital the sentence says that someone speaks: "In Paris, the foreign ministry said". */
  place?: string | undefined
  /** State of the dateline. */
  dateline?: string | undefined
  /** Whose bill was told of last: "it would impose". */
  bill?: string | undefined
  /** Whose parliament was named last. */
  chamber?: string | undefined
  /** The article names the Security Council. */
  council?: boolean
}

/**
 * What the claims so far have told: it is behind what `Memory` knows, since who is who is settled some sentences ahead
 * of the claims. Stages that make stances ask for it by `raisedAt` and `heldEarlier`:
 * where one did, the sentence's stances are made again when its turn comes.
 */
export interface Progress {
  /** The day told last, for "the day after". */
  lastDate?: VagueDate | undefined
  /** How far the text at issue has come, as told last. */
  text?: 'draft' | 'adopted' | undefined
  /** How the vote told last came out. */
  fate?: 'passed' | 'failed' | undefined
  /** Relative dates stand in the text and can't be resolved. */
  undated?: boolean
  /** Events told so far, as type and actor. */
  readonly told: Set<string>
  /** The sides that each actor took so far, a bit for each. */
  readonly held: Map<string, number>
  /** What was put at issue last, for "the move", and how many sentences ago. */
  raised?: About | undefined
  raisedAgo: number
  /** The one thing that the sentence before told someone to hold, for "struck the same note". */
  lastHeld?: { readonly actors: readonly string[]; readonly about: About; readonly stance: Stance } | undefined
  /** A stage that makes stances asked for what the sentences before put at issue or held. */
  asked: boolean
  /** Who imposed the measures told last; a state or a bloc only until the Council is spoken of. */
  readonly imposers: { last?: readonly string[] | undefined }
  /** Where each draft was named by its authors the first time, by their codes: a token. */
  readonly drafts: Map<string, number>
}

/** The person told before by the last of these words that names one. */
export function knownPerson(tokens: readonly Token[], from: number, to: number, memory: Memory): Entity | undefined {
  for (let at = to - 1; at >= from; at--) {
    const known = memory.people.get(tokens[at]?.lower ?? '')
    if (known !== undefined) return known
  }
  return undefined
}

const ARTICLE = /^(?:al|el|as|ash|ar|ad|an|at|az)-(.{3,})$/

/** Remembers a person by each of the words; common parts of names are left out. */
export function keep(entity: Entity, keys: readonly string[], memory: Memory): void {
  if (memory.people.size > 500) return
  for (const key of keys) {
    const lower = key.toLowerCase()
    if (lower.length < 2 || NO_NAME.has(lower)) continue
    memory.people.set(lower, entity)
    // "Nabil al-Arabi … Mr Arabi"
    const bare = ARTICLE.exec(lower)?.[1]
    if (bare !== undefined) memory.people.set(bare, entity)
  }
}

const SIDES: Readonly<Record<Stance, number>> = {
  supports: 0, sponsors: 0, opposes: 1, vetoes: 1, accepts: 2, undeclared: 3, abstains: 4,
} // biome-ignore format: a table

/** The side of a thing that an actor took: one bit. */
function sideOf(about: About, stance: Stance): number {
  return 1 << (ABOUT.indexOf(about) * 5 + SIDES[stance])
}

/** Whether an actor took that side of a thing before. */
export function heldBefore(progress: Progress, actor: string, about: About, stance: Stance): boolean {
  return ((progress.held.get(actor) ?? 0) & sideOf(about, stance)) !== 0
}

const SIDES_HELD: readonly (readonly number[])[] = Array.from({ length: 32 }, (_, bits) => [
  ...((bits & 1) === 0 ? [] : [SIDE.supports]),
  ...((bits & 2) === 0 ? [] : [SIDE.opposes]),
  ...(bits < 4 ? [] : [SIDE.accepts]),
])
const NONE_HELD: readonly number[] = []

/** The numbers of the sides of a thing (a place in `ABOUT`) that an actor took before. */
export function sideHeld(progress: Progress, actor: string, thing: number): readonly number[] {
  const held = progress.held.get(actor)
  return held === undefined ? NONE_HELD : (SIDES_HELD[(held >> (thing * 5)) & 31] as readonly number[])
}

/** Remembers who held what. */
export function hold(
  stances: readonly { readonly actors: readonly string[]; readonly about: About; readonly stance: Stance }[],
  progress: Progress,
): void {
  const { held } = progress
  const [first] = stances
  const plain = stances.every((each) => each.about === first?.about && each.stance === first.stance)
  progress.lastHeld = plain ? first : undefined
  for (const { actors, about, stance } of stances)
    for (const actor of actors) held.set(actor, (held.get(actor) ?? 0) | sideOf(about, stance))
}

/** What an article remembers before its first sentence is read; all fields stand there from the start, so that it keeps one shape. */
export function startMemory(published: Memory['published'], matter: Matter): Memory & Progress {
  return {
    published,
    people: new Map(),
    lastPerson: undefined,
    lastWoman: undefined,
    lastMan: undefined,
    here: undefined,
    near: undefined,
    whose: undefined,
    named: undefined,
    present: [],
    owner: undefined,
    place: undefined,
    verbSince: false,
    spoke: false,
    object: undefined,
    inner: undefined,
    quoted: false,
    speaking: undefined,
    lastTold: undefined,
    subjectFresh: false,
    officials: false,
    crowd: undefined,
    voices: new Map(),
    organs: new Map(),
    lastSubject: undefined,
    lastSpeaker: undefined,
    floating: undefined,
    lastState: undefined,
    lastParties: [],
    sentences: 0,
    partiesAt: 0,
    freshParties: undefined,
    lastDate: undefined,
    text: undefined,
    undated: false,
    lastPair: [],
    groups: new Map(),
    told: new Set(),
    counts: new Map(),
    held: new Map(),
    raised: undefined,
    raisedAgo: 0,
    asked: false,
    fate: undefined,
    lastHeld: undefined,
    drafts: new Map(),
    imposers: {},
    chamber: undefined,
    bill: undefined,
    issuers: undefined,
    statement: undefined,
    topic: undefined,
    target: matter.target,
    dateline: matter.dateline,
    council: matter.council,
  }
}
