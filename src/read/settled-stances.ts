import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { affirmed, type Chunk, type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import type { About, Stance } from './claim.js'
import { canHold, type Entity } from './entity.js'
import { isSupposed } from './holders.js'
import type { Issue } from './issue.js'
import { alsoIssue } from './issues.js'
import type { Entry } from './lexicon.js'
import { isAllElse } from './opposers.js'
import { isOnText } from './pointing.js'
import { end, type FoundStance, type Scene } from './scene.js'
import { turned } from './turned.js'
import { PRAISE } from './verb-moods.js'
import { atForce, usedByOthers } from './warfare.js'
import { WordSet } from './wordset.js'

export const FOR: ReadonlySet<Stance> = new Set<Stance>(['supports', 'sponsors', 'accepts'])

/** The object of blame is a text, talks or a war, and not what someone does. */
function judgesIssue(scene: Scene, issue: Issue | undefined, objectAt: number): boolean {
  if (issue?.noun === undefined || issue.sign === -1) return false
  const object = scene.clauses.chunks[objectAt]
  const behind = object?.kind !== 'noun' || object.to !== issue.noun.to
  // "tabled a draft, but Moscow slammed it": the text, where nothing stands nearer
  if (!behind && object.to === object.from + 1 && scene.tokens[object.from]?.lower === 'it')
    return nearestAbout(scene, object) === issue.about
  if (issue.about === 'force') return !issue.weak && usedByOthers(scene, issue.noun, objectAt)
  if (behind) return false
  // "criticised the proposal"
  if (issue.weak && issue.about === 'resolution' && PROPOSALS.has(scene.tokens[object.head])) return true
  if (issue.about === 'talks') return !issue.weak
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

export function settle(
  scene: Scene,
  entry: Entry,
  holder: Entity,
  verb: VerbChunk,
  at: Issue | undefined,
  into: FoundStance[],
  objectAt: number,
  joined = false,
): void {
  const { memory, clauses } = scene
  const issue = entry.about === 'conduct' ? at : atForce(scene, at)
  const stance = entry.stance as Stance
  let about: About | undefined = issue?.about
  let sign = issue?.sign ?? 1
  // "opposed to anything but sanctions"
  if (entry.rule === 'oppose' && isAllElse(scene, issue?.noun)) sign = sign === 1 ? -1 : 1
  if (entry.rule === 'veto') {
    sign = 1
    if (about !== 'sanctions') about = 'resolution'
  }
  const object = clauses.chunks[objectAt]
  const named = object?.kind === 'noun' ? object.entity : undefined
  if (entry.about === 'conduct') {
    if (entry.target === true) {
      if (isSupposed(scene, verb) || issue?.weak === true) return
      if (about !== 'conduct') {
        // "defended the sanctions": whoever does is for them.
        if (!/^(?:defend|justify|celebrate)$/.test(entry.words)) return
      } else if (!holder.codes.includes(memory.target ?? '') || isBareViolence(scene, entry, verb, object)) return
    } else if (judgesIssue(scene, issue, objectAt)) {
      // "criticised the text", "deplored the air strikes on Libya": the thing itself.
    } else if (about === undefined || about === 'force' || issue?.weak === true || sign === -1) {
      // "condemned the regime", "accused Iran of …", "concerned that …"
      if (about === undefined && named !== undefined && named.codes.length > 0 && isWithin(named, holder)) return
      about = named?.codes.includes('UNSC') === true && !holder.codes.includes('UNSC') ? 'resolution' : 'conduct'
      sign = 1
    } else if (about === 'implementation' || about === 'talks') {
      about = 'conduct'
    }
  } else if (about === undefined && entry.about !== undefined) {
    // "was on board the frigate": of a text only where one is spoken of
    if (entry.rule === 'go-along' && LOOSE.test(entry.words) && !isOnText(scene, verb.index)) return
    about = entry.about
  }
  // "thanked the Council for its tribunal"
  if (about === undefined && PRAISE.has(entry.words) && named?.codes.includes('UNSC') && !holder.codes.includes('UNSC'))
    about = 'resolution'
  if (about === undefined) return
  // "it is wrong for the Council to threaten sanctions"; who doesn't threaten them says nothing of them
  if (entry.rule === 'threaten-with' && (verb.form !== 'finite' || verb.negated)) return
  if (entry.rule === 'take-part' && holder.codes.includes(memory.target ?? '')) return
  if (entry.only !== undefined && !entry.only.includes(about)) {
    if (entry.rule === 'accept' && about === 'conduct') {
      // "refuses to accept the annexation"
      if (turned(scene, 'supports', verb) !== 'opposes' || issue?.weak !== false) return
    } else if (entry.about !== undefined && entry.rule !== 'sponsor') about = entry.about
    else return
  }
  // "shelved its draft": one's own text is not opposed.
  if (
    stance === 'opposes' &&
    about === 'resolution' &&
    issue?.noun?.owner?.codes.some((code) => holder.codes.includes(code)) === true
  )
    return
  // "would seek no new sanctions"
  if (
    FOR.has(stance) &&
    issue?.noun !== undefined &&
    issue.noun === object &&
    scene.tokens[issue.noun.from]?.lower === 'no'
  )
    sign = sign === 1 ? -1 : 1
  let now = turned(scene, stance, entry.negated === true ? affirmed(verb) : verb)
  if (now === undefined) return
  if (
    about === 'conduct' &&
    FOR.has(stance) &&
    FOR.has(now) &&
    sign === 1 &&
    entry.target !== true &&
    (!holder.codes.includes(memory.target ?? '') ||
      issue?.noun?.owner?.codes.some((code) => !holder.codes.includes(code)) === true)
  ) {
    // Support for conduct by another than the target is rarely meant: "seeks nuclear weapons" is no stance of others.
    return
  }
  if (about === 'conduct' && FOR.has(now) && entry.rule === 'back') {
    if (isSupposed(scene, verb)) return
    // "believes that Iran is seeking the bomb": what another says of it is blame.
    const { reported } = verb
    const teller =
      clauses.speakerAt(verb.index) ??
      (reported?.subject === undefined ? undefined : (actorOf(scene, reported.subject) ?? reported.subject.owner))
    if (teller !== undefined && !teller.codes.some((code) => holder.codes.includes(code))) {
      if (canHold(teller) && holder.codes.includes(memory.target ?? ''))
        add(scene, into, teller, 'opposes', { about }, verb, { rule: 'alleged' }, verb.index + 2, {
          target: memory.target as string,
        })
      return
    }
  }
  // "declined to join in calling for him to go"
  if (sign === -1 && about === 'conduct' && entry.rule === 'oppose' && now === 'opposes' && entry.about === undefined)
    return
  if (sign === -1) {
    if (now === 'sponsors') return
    now = FOR.has(now) ? 'opposes' : about === 'conduct' ? 'opposes' : 'supports'
  }
  if (now === 'accepts' && about === 'conduct') return
  if (now === 'accepts' && (about === 'talks' || (about === 'force' && verb.lemma === 'rule'))) now = 'supports'
  const cast =
    /^(?:vote|veto|abstain|absent)/.test(entry.words) &&
    verb.form === 'finite' &&
    verb.modal === undefined &&
    !verb.negated
  const target =
    entry.about === 'conduct' &&
    named !== undefined &&
    named.codes.length === 1 &&
    !holder.codes.includes(named.codes[0] ?? '')
      ? { target: named.codes[0] as string }
      : {}
  add(scene, into, holder, now, { about, noun: issue?.noun }, verb, entry, end(scene, objectAt, issue), {
    ...target,
    ...(cast ? { cast } : {}),
  })
  const other =
    issue === undefined || cast || entry.target === true || joined
      ? undefined
      : alsoIssue(clauses.chunks, issue, scene.tokens)
  if (other !== undefined) settle(scene, entry, holder, verb, other, into, objectAt, true)
}

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
