import { aboutOf, isAccord } from './about.js'
import { type Chunk, type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import type { About } from './claim.js'
import type { Entity } from './entity.js'
import { isSupposed } from './holders.js'
import type { Issue } from './issue.js'
import type { Entry } from './lexicon.js'
import { isAllElse } from './opposers.js'
import { isOnText } from './pointing.js'
import type { Scene } from './scene.js'
import { turned } from './turned.js'
import { PRAISE } from './verb-moods.js'
import { usedByOthers } from './warfare.js'
import { WordSet } from './wordset.js'

/** A wording of an attitude as it stands: who holds it, by which verb, and the chunk where its object begins. */
export interface Held {
  readonly scene: Scene
  readonly entry: Entry
  readonly holder: Entity
  readonly verb: VerbChunk
  readonly objectAt: number
}

/** What it is held of, and whether that is turned over. */
export interface HeldOf {
  readonly about: About
  readonly sign: 1 | -1
}

/** The same while it is being found out. */
interface Sought {
  about: About | undefined
  sign: HeldOf['sign']
}

/** What an attitude is held of; undefined where it is of nothing that counts. */
export function heldOf(held: Held, issue: Issue | undefined): HeldOf | undefined {
  const { scene, entry, verb } = held
  const of: Sought = { about: issue?.about, sign: issue?.sign ?? 1 }
  // "opposed to anything but sanctions"
  if (entry.rule === 'oppose' && isAllElse(scene, issue?.noun)) of.sign = of.sign === 1 ? -1 : 1
  if (entry.rule === 'veto') {
    of.sign = 1
    if (of.about !== 'sanctions') of.about = 'resolution'
  }
  if (entry.about === 'conduct') {
    if (entry.target === true ? isNoOwnConduct(held, issue, of.about) : !blames(held, issue, of)) return undefined
  } else if (of.about === undefined && entry.about !== undefined) {
    // "was on board the frigate": of a text only where one is spoken of
    if (entry.rule === 'go-along' && LOOSE.test(entry.words) && !isOnText(scene, verb.index)) return undefined
    of.about = entry.about
  }
  // "thanked the Council for its tribunal"
  if (of.about === undefined && PRAISE.has(entry.words) && isCouncilOfOthers(held)) of.about = 'resolution'
  const about = of.about === undefined || isUnmeant(held) ? undefined : allowed(held, of.about, issue)
  return about === undefined ? undefined : { about, sign: of.sign }
}

/** The noun that the object begins with names someone. */
export function namedIn({ scene, objectAt }: Held): Entity | undefined {
  const object = scene.clauses.chunks[objectAt]
  return object?.kind === 'noun' ? object.entity : undefined
}

function isCouncilOfOthers(held: Held): boolean {
  return namedIn(held)?.codes.includes('UNSC') === true && !held.holder.codes.includes('UNSC')
}

/** Words of holding to one's own ways, where they tell of none: "defended the sanctions", "resumed its shelling". */
function isNoOwnConduct(held: Held, issue: Issue | undefined, about: About | undefined): boolean {
  const { scene, entry, holder, verb, objectAt } = held
  const accord = issue?.noun !== undefined && isAccord(issue.noun, scene.tokens)
  if (isSupposed(scene, verb) || (issue?.weak === true && !accord)) return true
  // "defended the sanctions": whoever does is for them.
  if (about !== 'conduct') return !/^(?:defend|justify|celebrate)$/.test(entry.words)
  if (!holder.codes.includes(scene.memory.target ?? '')) return true
  return isBareViolence(scene, entry, verb, scene.clauses.chunks[objectAt])
}

/** Words of blame: what they blame, which is told in `of`; false where one blames only oneself. */
function blames(held: Held, issue: Issue | undefined, of: Sought): boolean {
  // "criticised the text", "deplored the air strikes on Libya": the thing itself.
  if (judgesIssue(held, issue)) return true
  if (isOfHome(held)) return false
  if (of.about === undefined || of.about === 'force' || issue?.weak === true || of.sign === -1) {
    // "condemned the regime", "accused Iran of …", "concerned that …"
    const named = namedIn(held)
    if (of.about === undefined && named !== undefined && named.codes.length > 0 && isWithin(named, held.holder))
      return false
    of.about = isCouncilOfOthers(held) ? 'resolution' : 'conduct'
    of.sign = 1
  } else if (of.about === 'implementation' || of.about === 'talks') of.about = 'conduct'
  return true
}

/** "criticised the newspaper", "blasted Senator Lee", "slammed the world body": a quarrel at home or with those who judge, and no state's doing. */
function isOfHome({ scene, objectAt }: Held): boolean {
  const object = scene.clauses.chunks[objectAt]
  if (object?.kind !== 'noun') return false
  return HOME.stands(scene.tokens, object.from, object.to)
}
const HOME = new WordSet(
  'senator senators congressman congressmen congresswoman lawmakers democrats democrat republicans republican governor judge judges court courts newspaper newspapers media press reporters journalists critics predecessor predecessors body bureaucracy'.split(
    ' ',
  ),
)

/** "it is wrong for the Council to threaten sanctions"; who doesn't threaten them says nothing of them; the target takes no part in what is done to it. */
function isUnmeant({ scene, entry, holder, verb }: Held): boolean {
  if (entry.rule === 'threaten-with' && (verb.form !== 'finite' || verb.negated)) return true
  return entry.rule === 'take-part' && holder.codes.includes(scene.memory.target ?? '')
}

/** The thing that the wording may be held of; undefined where it is for others only. */
function allowed({ scene, entry, verb }: Held, about: About, issue: Issue | undefined): About | undefined {
  if (entry.only === undefined || entry.only.includes(about)) return about
  // "approved the deal"
  if (entry.rule === 'approve' && about === 'talks' && issue?.noun !== undefined && isAccord(issue.noun, scene.tokens))
    return about
  if (entry.rule === 'accept' && about === 'conduct')
    // "refuses to accept the annexation"
    return turned(scene, 'supports', verb) === 'opposes' && issue?.weak === false ? about : undefined
  return entry.about !== undefined && entry.rule !== 'sponsor' ? entry.about : undefined
}

/** The object of blame is a text, talks or a war, and not what someone does. */
function judgesIssue({ scene, objectAt, holder }: Held, issue: Issue | undefined): boolean {
  if (issue?.noun === undefined || issue.sign === -1) return false
  const object = scene.clauses.chunks[objectAt]
  const behind = object?.kind !== 'noun' || object.to !== issue.noun.to
  // "tabled a draft, but Moscow slammed it": the text, where nothing stands nearer
  if (!behind && object.to === object.from + 1 && scene.tokens[object.from]?.lower === 'it')
    return nearestAbout(scene, object) === issue.about || holder.codes.includes(scene.memory.target ?? '')
  if (issue.about === 'force') return !issue.weak && usedByOthers(scene, issue.noun, objectAt)
  if (behind) return false
  // "criticised the proposal"
  if (issue.weak && issue.about === 'resolution' && PROPOSALS.has(scene.tokens[object.head])) return true
  if (issue.about === 'talks') return !issue.weak || isAccord(object, scene.tokens)
  if (issue.about === 'resolution') {
    const { noun } = issue
    return noun.owner === undefined && TEXTS.has(scene.tokens[noun.head])
  }
  return false
}

/** What the last noun before another is about. */
export function nearestAbout(scene: Scene, noun: NounChunk): About | undefined {
  const { chunks } = scene.clauses
  for (let at = placeIn(chunks, noun) - 1; at >= 0; at--) {
    const chunk = chunks[at]
    // "passed a text condemning it": not the text
    if (chunk?.kind === 'verb' && chunk.form === 'ing') return undefined
    const issue = chunk?.kind === 'noun' ? aboutOf(chunk, scene.tokens) : undefined
    if (issue !== undefined && (!issue.weak || issue.about !== 'resolution')) return issue.about
  }
  return undefined
}

const PROPOSALS = new WordSet([
  'proposal',
  'proposals',
  'idea',
  'ideas',
  'plan',
  'initiative',
  'suggestion',
  'suggestions',
])

const TEXTS = new WordSet(['text', 'draft', 'version', 'wording', 'document'])

function isWithin(some: Entity, all: Entity): boolean {
  return some.codes.every((code) => all.codes.includes(code))
}

/** What one may do with more than a text: "on board the frigate", "close ranks". */
const LOOSE = /board|aboard|onside|on side|ranks|line$|into step|^sign |bandwagon|round$|around$|won over|green light/

const GOING_ON = new WordSet(['continue', 'resume', 'expand', 'accelerate', 'step'])
const VIOLENCE = new WordSet(
  'attack attacks assault assaults offensive offensives shelling bombardment bombing bombings killing killings strikes airstrikes raids raid fire fighting siege slaughter massacre massacres advance torture'.split(
    ' ',
  ),
)

/** "resumed its shelling of the town": a deed, with which nothing is held. "vowed to continue its offensive" holds to it. */
function isBareViolence(scene: Scene, entry: Entry, verb: VerbChunk, object: Chunk | undefined): boolean {
  return (
    GOING_ON.hasVerb(verb) &&
    entry.words !== 'vow to continue' &&
    verb.form === 'finite' &&
    verb.modal === undefined &&
    object?.kind === 'noun' &&
    VIOLENCE.has(scene.tokens[object.head])
  )
}
