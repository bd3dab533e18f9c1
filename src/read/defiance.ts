import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { standsAt } from './before.js'
import { type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import { holderOf } from './holders.js'
import { issueFrom } from './issues.js'
import type { FoundStance, Scene } from './scene.js'
import { turned } from './turned.js'
import { toldByOthers } from './verb-moods.js'
import { WordSet } from './wordset.js'

/** What is laid at someone's door. */
const CHARGES = several('charge accusation allegation claim suspicion assertion contention insinuation')
/** What is wanted of someone. */
export const BIDS = several(
  'demand call ultimatum deadline order appeal request plea requirement pressure condition precondition prerequisite',
)
/** What one says to have had no part in. */
const PARTS = new WordSet('role part involvement responsibility complicity link links connection hand'.split(' '))

function several(words: string): WordSet {
  return new WordSet(words.split(' ').flatMap((word) => [word, `${word}s`]))
}

const DENYING = new WordSet('deny reject dismiss refute rebut repudiate dispute contest rebuff'.split(' '))
const SPURNING = new WordSet('reject dismiss rebuff spurn ignore defy flout disregard resist'.split(' '))
const HEEDING = new WordSet(
  'heed obey meet honour honor accept satisfy bow yield submit bend give comply respond'.split(' '),
)
/** "shrugged off the demand", "brushed aside the charges", "scoffed at the deadline" */
const OFF = new WordSet('shrug brush wave sweep push laugh scoff sneer'.split(' '))
const AWAY = new WordSet(['off', 'aside', 'away', 'at'])

/** "denies the charge", "rejected UN demands that it stop", "refused to heed the deadline": the one at issue stands by what it does. */
export function defied(scene: Scene, verb: VerbChunk, into: FoundStance[]): boolean {
  const kind = kindOf(scene, verb)
  if (kind === undefined) return false
  const clause = verb.lemma === 'deny' && isOwnDeed(scene, verb)
  const thing = clause ? undefined : thingOf(scene, verb)
  if (!clause && (thing === undefined || !isMeant(scene, thing, kind))) return false
  const holder = holderOf(scene, verb)
  const { target } = scene.memory
  // "both deny that gas was used": who stands by it, too
  if (target === undefined || holder?.codes.includes(target) !== true || (!clause && holder.codes.length !== 1))
    return false
  // "said Iran had ignored its demands": blame, and another's
  if (kind !== 'denies' && toldByOthers(scene, verb)) return false
  if (turned(scene, 'supports', verb) !== (kind === 'heeds' ? 'opposes' : 'supports')) return false
  add(scene, into, {
    holder,
    stance: 'supports',
    about: 'conduct',
    verb,
    rule: 'defy',
    to: Math.max(verb.index + 1, thing === undefined ? 0 : placeIn(scene.clauses.chunks, thing)),
  })
  return true
}

/** "denies that gas was used", "denies arming the rebels": what it is said to have done, and not its view of a text, of talks or of sanctions. */
function isOwnDeed({ clauses: { chunks }, tokens }: Scene, verb: VerbChunk): boolean {
  const that = chunks[verb.index + 1]
  // "denies arming the rebels"
  if (that?.kind === 'verb' && that.form === 'ing') {
    const done = askedBy(chunks, that, tokens, false)?.about
    return done === undefined || done === 'conduct'
  }
  if (that?.kind !== 'subordinator' || that.word !== 'that') return false
  const about = issueFrom(chunks, verb.index + 2, tokens)?.about
  return about === undefined || about === 'conduct'
}

type Kind = 'denies' | 'spurns' | 'heeds' | 'both'

function kindOf({ tokens }: Scene, verb: VerbChunk): Kind | undefined {
  if (HEEDING.hasVerb(verb)) return 'heeds'
  const spurns = SPURNING.hasVerb(verb) || (OFF.hasVerb(verb) && AWAY.has(tokens[verb.at + 1]))
  if (spurns) return DENYING.hasVerb(verb) || OFF.hasVerb(verb) ? 'both' : 'spurns'
  return DENYING.hasVerb(verb) ? 'denies' : undefined
}

/** What is denied or spurned: the object, the subject of a passive, or what a relative clause stands behind. */
function thingOf({ clauses: { chunks } }: Scene, verb: VerbChunk): NounChunk | undefined {
  if (verb.passive) return verb.subject
  if (verb.antecedent !== undefined) {
    const before = chunks[verb.antecedent - 1]
    const noun = before?.kind === 'comma' ? standsAt(chunks, verb.antecedent - 2) : before
    if (noun?.kind === 'noun') return noun
  }
  for (let at = verb.index + 1; at < verb.index + 4; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun') return chunk
    if (chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb') return undefined
  }
  return undefined
}

/** A charge, or what was asked that would have its ways changed: not "calls for talks", "a demand for sanctions". */
function isMeant({ clauses, tokens }: Scene, noun: NounChunk, kind: Kind): boolean {
  const head = tokens[noun.head]
  if (kind === 'denies' || kind === 'both') {
    if (CHARGES.has(head)) return true
    if (kind === 'denies') return PARTS.has(head)
  }
  if (!BIDS.has(head)) return false
  const { chunks, verbs } = clauses
  const at = placeIn(chunks, noun)
  const link = chunks[at + 1]
  const doing = chunks[at + 2]
  const asked =
    link?.kind === 'preposition' && doing?.kind === 'verb' && doing.form === 'ing'
      ? doing
      : verbs.find(
          (each) => each.index > at && each.index <= at + REACH && (each.form === 'to' || each.form === 'finite'),
        )
  const led =
    asked?.form === 'ing' || asked?.form === 'to'
      ? isLed(chunks, at, asked.index)
      : link?.kind === 'subordinator' && link.word === 'that'
  if (asked !== undefined && led) {
    const issue = askedBy(chunks, asked, tokens)
    return issue?.about === 'conduct' && issue.sign === -1
  }
  return link?.kind !== 'preposition' || link.word === 'by' || link.word === 'from' || link.word === 'of'
}

/** So far behind a demand stands what is demanded. */
const REACH = 5

/** Nothing but prepositions and whose demand it is stands between. */
function isLed(chunks: Scene['clauses']['chunks'], at: number, to: number): boolean {
  for (let next = at + 1; next < to; next++) {
    const kind = chunks[next]?.kind
    if (kind !== 'preposition' && kind !== 'noun') return false
  }
  return true
}
