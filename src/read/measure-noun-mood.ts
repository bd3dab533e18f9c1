import { entriesAt } from './asked-acts.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import { ROLES } from './lexicon.js'
import { FAILING, headOf, type Mood, moodOf, THOUGHTS, WISHING } from './measure-mood.js'
import { isMooted, isTabled } from './measure-mooted.js'
import { isText } from './measure-owners.js'
import { BRINGING } from './measure-prospects.js'
import { DELIBERATING } from './measure-weighed.js'
import { isNone, isWeighed } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Words before a measure by which it is none yet. */
const ANY = new Set('any no possible potential further additional future such'.split(' '))

/** How a measure that a noun phrase names stands to what is, by what governs it. */
export function moodOfNoun(scene: Scene, noun: NounChunk, index: number): Mood {
  const { chunks, verbs } = scene.clauses
  const first = scene.tokens[noun.from]?.lower ?? ''
  const told = verbs.find((verb) => verb.subject === noun && verb.index > index)
  if (first === 'no' && told !== undefined && told.modal === undefined && told.form === 'finite') return 'denied'
  // "there is no oil embargo"
  const over = chunks[index - 1]
  if (first === 'no' && over?.kind === 'verb' && over.copula && over.modal === undefined) return 'denied'
  if (isTabled(scene, index) || isInPrinciple(scene, noun)) return 'open'
  if (ANY.has(first) || (told?.copula === true && isMooted(scene))) return 'open'
  if (told !== undefined && told.form === 'finite' && told.modal !== undefined && told.modal !== 'will') return 'open'
  let at = index
  for (let steps = 0; steps < 8; steps++) {
    const before = chunks[at - 1]
    if (before?.kind === 'verb') return before.copula && isMooted(scene) ? 'open' : governs(scene, before)
    if (before?.kind === 'conjunction' || before?.kind === 'comma') {
      if (chunks[at - 2]?.kind !== 'noun') return 'told'
      at -= 2
      continue
    }
    if (before?.kind !== 'preposition') return 'told'
    // "would use other means, including an embargo": as what it is one of
    const such = before.word === 'as' && isSuch(scene, chunks[at - 2])
    const over = chunks[such || (before.word === 'including' && chunks[at - 2]?.kind === 'comma') ? --at - 2 : at - 2]
    // "the existing sanctions, including an embargo"
    if (before.word === 'including' && over?.kind === 'noun' && STANDING.stands(scene.tokens, over.from, over.to))
      return 'told'
    // "split over", "wrangling over", "deadlocked over a no-fly zone"
    if (before.word === 'over' || before.word === 'towards' || before.word === 'toward') return 'open'
    if (over?.kind === 'verb') return governs(scene, over)
    // "would be subject to", "are liable to"
    if (over?.kind === 'adjective' && chunks[at - 3]?.kind === 'verb')
      return governs(scene, chunks[at - 3] as VerbChunk)
    if (over?.kind === 'adverb' && chunks[at - 3]?.kind === 'verb') return governs(scene, chunks[at - 3] as VerbChunk)
    // "squeeze the North further with a cap on oil"
    if (over?.kind === 'adverb' && chunks[at - 3]?.kind === 'noun' && chunks[at - 4]?.kind === 'verb')
      return governs(scene, chunks[at - 4] as VerbChunk)
    if (over?.kind === 'preposition' && chunks[at - 3]?.kind === 'verb')
      return governs(scene, chunks[at - 3] as VerbChunk)
    if (over?.kind !== 'noun') return 'told'
    if (IMPOSITIONS.has(scene.tokens[over.to - 1]) && isSupposed(scene, over)) return 'open'
    // "put off a decision on travel bans"
    if (before.word === 'on' && /^decisions?$/.test(headOf(scene, over))) return 'open'
    if (THOUGHTS.has(headOf(scene, over)) || isProspective(scene, over)) return 'open'
    at -= 2
  }
  return 'told'
}

/** "the imposition of sanctions would help": told of as what may be */
function isSupposed(scene: Scene, noun: NounChunk): boolean {
  const verb = scene.clauses.verbs.find((each) => each.subject === noun)
  return verb?.modal !== undefined && verb.modal !== 'will'
}
const IMPOSITIONS = new WordSet(['imposition', 'enforcement', 'creation', 'establishment'])

/** "agreed in principle on an embargo" */
function isInPrinciple({ tokens }: Scene, noun: NounChunk): boolean {
  return tokens[noun.from - 2]?.lower === 'principle' && tokens[noun.from - 3]?.lower === 'in'
}

/** "steps such as a ban" */
function isSuch(scene: Scene, chunk: Chunk | undefined): boolean {
  return chunk !== undefined && chunk.to === chunk.from + 1 && scene.tokens[chunk.from]?.lower === 'such'
}

const STANDING = new WordSet(['existing', 'current', 'present', 'previous', 'earlier'])

/** What a verb makes of the measure after it. */
function governs(scene: Scene, verb: VerbChunk): Mood {
  if (isLeftOut(scene, verb)) return 'denied'
  if (verb.lemma === 'impose' || verb.lemma === 'have') return moodOf(scene, verb)
  if (WISHING.has(verb.lemma) || FAILING.has(verb.lemma)) return 'open'
  if (REJECTING.hasVerb(verb) && isNew(scene, verb)) return 'open'
  // "told them to withdraw or face sanctions"
  if (BRINGING.hasVerb(verb)) return verb.modal === undefined && verb.form !== 'to' ? 'told' : 'open'
  // "possible steps include"
  if (
    verb.lemma === 'include' &&
    verb.subject !== undefined &&
    (isProspective(scene, verb.subject) || isWeighed(scene, verb))
  )
    return 'open'
  if (!verb.passive && entriesAt(scene.tokens, verb.at, scene.to, ROLES.request) !== undefined) return 'open'
  return moodOf(scene, verb) === 'told' ? 'told' : 'open'
}

/** "vetoed an arms embargo", "turned down the imposition of one": none came of it. */
function isNew({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  // "turned down a freeze"
  const down = clauses.chunks[verb.index + 1]
  const next = down?.kind === 'noun' ? down : clauses.chunks[verb.index + 2]
  if (next?.kind !== 'noun') return false
  return /^an?$/.test(tokens[next.from]?.lower ?? '') || IMPOSITIONS.has(tokens[next.to - 1])
}
const REJECTING = new WordSet(['veto', 'reject', 'defeat', 'turn', 'block', 'rebuff'])

/** "the text lacks sanctions", "it does not call for an embargo", "nobody speaks of one", "is not weighing one" */
function isLeftOut(scene: Scene, verb: VerbChunk): boolean {
  const { subject } = verb
  if (subject === undefined) return false
  if (isNone(scene, subject)) return true
  if (!verb.negated) return LACKING.hasVerb(verb) && (isText(scene, subject) || leavesOut(scene, verb))
  if (DELIBERATING.hasVerb(verb)) return true
  return STATING.hasVerb(verb) && verb.modal !== 'should' && isText(scene, subject)
}

/** "It leaves out an embargo" */
function leavesOut({ tokens }: Scene, { lemma, subject, to }: VerbChunk): boolean {
  return lemma === 'leave' && tokens[to]?.lower === 'out' && tokens[subject?.from ?? -1]?.lower === 'it'
}
const STATING = new WordSet(
  'call include contain mention provide impose seek demand propose threaten carry have order specify refer ask'.split(
    ' ',
  ),
)
const LACKING = new WordSet(['lack', 'omit', 'exclude', 'drop', 'leave'])

function isProspective(scene: Scene, noun: NounChunk): boolean {
  return PROSPECTIVE.stands(scene.tokens, noun.from, noun.to)
}
const PROSPECTIVE = new WordSet(['possible', 'potential', 'proposed', 'planned', 'likely', 'options', 'eventual'])

/** Keeping off what may come: "to delay more sanctions", "resisted sanctions". */
const AVERTING = new Set(
  'delay avoid avert stave head prevent escape evade forestall dodge oppose resist reject refuse dilute soften water block weaken'.split(
    ' ',
  ),
)

/** Whether what governs a measure keeps it off or is against it. */
export function isAverted(scene: Scene, index: number): boolean {
  const verb = scene.clauses.verbs.findLast((each) => each.index < index && each.index > index - 6)
  return verb !== undefined && AVERTING.has(verb.lemma)
}
