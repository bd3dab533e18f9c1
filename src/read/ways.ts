import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { standsAt } from './before.js'
import { affirmed, placeBehind, placeFrom, placeIn, sameVerb, type VerbChunk, verbBefore, verbChunk } from './chunk.js'
import { entityOf } from './entity.js'
import { isHeldByOne } from './held-already.js'
import { issueFrom } from './issues.js'
import { type FoundStance, type Scene, speakerOf } from './scene.js'
import type { Need } from './stock.js'
import { UNCONVINCED } from './unconvinced.js'
import { WordSet } from './wordset.js'

/** "no alternative to dialogue", "the door is open to talks": whoever says so is for it. */
export function alternatives(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  for (const { entry, at, length } of scene.hits.verdictPhrases) {
    // "an end to the crisis without the need for force"
    if (tokens[at - 1]?.lower === 'without') continue
    const index = placeBehind(clauses.chunks, at + length - 1)
    if (index < 0) continue
    const verb = verbBefore(clauses.verbs, index + 1)
    const holder = speakerOf(scene, index) ?? (verb?.subject === undefined ? undefined : actorOf(scene, verb.subject))
    if (holder === undefined || holder.codes.length === 0) continue
    const issue = issueFrom(clauses.chunks, index, tokens, 6) ?? issueFrom(clauses.chunks, index + 1, tokens, 6)
    if (issue === undefined || issue.about === 'conduct' || issue.sign === -1) continue
    // "to interfere by means of sanctions": no way out; "hold them to account, including through sanctions"
    if (MEANS.test(entry.words) && issue.about !== 'talks' && standsAt(tokens, at - 1)?.lower !== 'including') continue
    // "missiles would pass through it"
    if (entry.words === 'through' && (PRONOUNS.has(tokens[at + 1]) || (verb !== undefined && PASSING.hasVerb(verb))))
      continue
    // "questioned the need for sanctions", "unconvinced of the need for them"
    const unsure = UNCONVINCED.stands(tokens, Math.max(scene.from, at - 2), at)
    const doubted =
      verb !== undefined && NEEDED.test(entry.words) && verb.negated !== (unsure || DOUBTING.hasVerb(verb))
    if (doubted && isHeldByOne(into, holder.codes, issue.about)) continue
    const carrier = verb === undefined ? verbChunk(at, at + length, at) : sameVerb(verb)
    if (doubted) carrier.negated = false
    carrier.index = verb === undefined ? index : Math.min(index, verb.index)
    add(scene, into, {
      holder,
      stance: doubted ? 'opposes' : 'supports',
      about: issue.about,
      verb: carrier,
      rule: entry.rule,
      to: index,
    })
  }
}

const SETTING = new WordSet(['instead', 'rather'], true)
/** Without one of these nothing is set aside. */
export const SETTING_ASIDE: readonly Need[] = [SETTING]

const MEANS = /^(?:by means of|through)$/
const NEEDED = /^(?:the need|in need|the importance)/
const DOUBTING = new WordSet('question doubt deny dispute reject dismiss downplay challenge query ignore'.split(' '))
const PRONOUNS = new WordSet(['it', 'them', 'him', 'us', 'there'])
const PASSING = new WordSet([
  'pass',
  'go',
  'get',
  'come',
  'let',
  'push',
  'steer',
  'break',
  'run',
  'live',
  'sit',
  'sail',
])

/** "Instead of sanctions, Beijing favours quiet diplomacy": what is set aside. */
export function setAside(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  for (let at = scene.from; at + 1 < scene.to; at++) {
    if (!SETTING.has(tokens[at])) continue
    const instead = tokens[at]?.lower === 'instead'
    if (tokens[at + 1]?.lower === (instead ? 'of' : 'than')) addSetAside(scene, placeFrom(clauses.chunks, at + 2), into)
  }
}

function addSetAside(scene: Scene, index: number, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  const noun = standsAt(clauses.chunks, index)
  if (noun?.kind !== 'noun') return
  const issue = issueFrom(clauses.chunks, index, tokens, 4)
  if (issue === undefined || issue.weak || issue.about === 'conduct') return
  const held = into.find((each) => each.stance === 'supports' && each.about !== issue.about)
  const verb = clauses.verbs.find((each) => each.from === held?.words[0])
  if (held === undefined || verb === undefined) return
  const carrier = sameVerb(verb)
  carrier.index = Math.min(index, verb.index)
  carrier.negated = false
  add(scene, into, {
    holder: entityOf(held.actors),
    stance: issue.sign === 1 ? 'opposes' : 'supports',
    about: issue.about,
    verb: carrier,
    rule: 'instead',
    to: Math.max(index, verb.index),
  })
}

const DROPPED = new WordSet([
  'drop',
  'remove',
  'delete',
  'leave',
  'omit',
  'soften',
  'water',
  'strip',
  'cut',
  'weaken',
  'exclude',
  'take',
  'tone',
  'dilute',
  'scrap',
  'abandon',
  'shelve',
])
const INSISTENCE = new WordSet(
  ['insistence', 'request', 'behest', 'urging', 'demand', 'instigation', 'prompting'],
  true,
)

/** Without one of these nobody insists. */
export const INSISTING: readonly Need[] = [INSISTENCE]

/** "The embargo was dropped at Beijing's insistence": who insists is against it. */
export function atInsistence(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  for (let index = 0; index < clauses.chunks.length; index++) {
    const noun = clauses.chunks[index]
    if (noun?.kind !== 'noun' || noun.preposition !== 'at' || !INSISTENCE.has(tokens[noun.head])) continue
    const of = clauses.chunks[index + 2]
    const holder = noun.owner ?? (of?.kind === 'noun' && of.preposition === 'of' ? of.entity : undefined)
    const verb = droppedBefore(clauses.verbs, index)
    if (holder === undefined || holder.codes.length === 0 || verb === undefined) continue
    const at = verb.passive && verb.subject !== undefined ? placeIn(clauses.chunks, verb.subject) : verb.index + 1
    const issue = at < 0 ? undefined : issueFrom(clauses.chunks, at, tokens, 5)
    if (issue === undefined || issue.about === 'conduct' || issue.about === 'talks') continue
    const carrier = sameVerb(verb)
    carrier.negated = false
    add(scene, into, { holder, stance: 'opposes', about: issue.about, verb: carrier, rule: 'insistence', to: index })
  }
}

function droppedBefore(verbs: readonly VerbChunk[], index: number): VerbChunk | undefined {
  return verbs.findLast((each) => each.index < index && DROPPED.hasVerb(each))
}

const NEEDS = new WordSet([
  'talk',
  'question',
  'need',
  'reason',
  'reasons',
  'case',
  'grounds',
  'ground',
  'basis',
  'justification',
  'room',
  'place',
  'call',
  'point',
  'cause',
  'necessity',
  'urgency',
  'sense',
  'use',
])
const EXCUSES = new WordSet(['excuse', 'justification', 'pretext', 'impunity', 'tolerance'])

/** What one would have to use force. */
const MINDS = new WordSet(
  'plan plans intention intentions appetite desire wish will interest enthusiasm support stomach consensus consideration question talk thought discussion role prospect'.split(
    ' ',
  ),
)

/** "there is only a diplomatic solution", "there is no military solution". */
export function existential(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  if (!verb.copula || verb.subject === undefined || tokens[verb.subject.from]?.lower !== 'there') return
  const speaker = speakerOf(scene, verb.index)
  const noun = clauses.chunks[verb.index + 1]
  if (speaker === undefined || speaker.codes.length === 0 || noun === undefined) return
  const no = tokens[noun.from]?.lower === 'no' || verb.negated
  if (no && noun.kind === 'noun' && EXCUSES.has(tokens[noun.head])) {
    if (!speaker.codes.includes(scene.memory.target ?? ''))
      add(scene, into, {
        holder: speaker,
        stance: 'opposes',
        about: 'conduct',
        verb: affirmed(verb),
        rule: 'no-excuse',
        to: verb.index + 3,
      })
    return
  }
  // "no talk of renewing the sanctions"
  const spoken = noun.kind === 'noun' && /^(?:talk|question)$/.test(tokens[noun.head]?.lower ?? '') ? 2 : 0
  const issue = issueFrom(clauses.chunks, verb.index + 1 + spoken, tokens, 5)
  if (issue === undefined) return
  if (
    noun.kind === 'noun' &&
    NEEDS.has(tokens[noun.head]) &&
    issue.about !== 'conduct' &&
    issue.about !== 'implementation'
  ) {
    const wanted = no !== (issue.sign === 1)
    add(scene, into, {
      holder: speaker,
      stance: wanted ? 'supports' : 'opposes',
      about: issue.about,
      verb: affirmed(verb),
      rule: 'there-is-need',
      to: verb.index + 3,
    })
    return
  }
  if (issue.about === 'talks' && !no && tokens[noun.from]?.lower === 'only')
    add(scene, into, {
      holder: speaker,
      stance: 'supports',
      about: 'talks',
      verb,
      rule: 'there-is',
      to: verb.index + 2,
    })
  else if (
    issue.about === 'force' &&
    no &&
    noun.kind === 'noun' &&
    (noun === issue.noun || MINDS.has(tokens[noun.head]))
  )
    add(scene, into, { holder: speaker, stance: 'opposes', about: 'force', verb, rule: 'there-is', to: verb.index + 2 })
}
