import { codesOf } from './actor-of.js'
import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isDraft } from './council-nouns.js'
import { isDone } from './done.js'
import { eventAt, type FoundEvent } from './event-found.js'
import { MIGHT } from './menaces.js'
import type { Scene } from './scene.js'
import { CIVIL } from './threats.js'
import { WordSet } from './wordset.js'

/** Verbs by which one tells another what will come. */
const WARNING = new WordSet('warn threaten caution vow tell swear'.split(' '))
/** "gave it three days to comply or face sanctions" */
const ORDERING = new WordSet('give order demand urge call'.split(' '))
/** What one warns of as one's own deed. */
const WARNED_OF = new WordSet(
  'consequences consequence action strikes strike force retaliation countermeasures reprisals repercussions sanctions war attack attacks penalties punishment isolation measures steps response intervention'.split(
    ' ',
  ),
)
/** What one says one will do oneself. */
const HOSTILE = new WordSet(
  'resort use attack strike bomb invade retaliate respond act intervene impose punish hit fight launch fire expel withdraw quit leave suspend stop end resume restart block close shut destroy crush seize target cut ban bar tighten pursue take go move disarm arm defend shoot sink cancel scrap freeze'.split(
    ' ',
  ),
)
/** What is done to those who are warned. */
const UNDERGONE = new WordSet(
  'confront crush punish disarm bomb hit destroy attack shoot kill arrest isolate sanction strike eliminate hunt bury'.split(
    ' ',
  ),
)
const DYING = new WordSet('die perish burn bleed suffer regret pay drown'.split(' '))

/** "warned him that they would use force", "warned Syria of consequences", "told them to comply or face war", "gave him an ultimatum", "the text speaks of further action if". */
export function warningsIn(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (!TELLING.hasVerb(verb) || verb.negated || verb.conditional === true) continue
    if (into.some((each) => each.type === 'threat')) return
    const found = warned(scene, verb) ?? given(scene, verb) ?? foreseen(scene, verb)
    if (found === undefined || found.codes.length === 0) continue
    into.push(eventAt(scene, verb, 'threat', found.codes.slice(0, 4), found.to, 'warning'))
  }
}

interface Told {
  readonly codes: readonly string[]
  readonly to: number
}

/** Those who have means of their own: states, and bodies that act. */
function able(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => !isBody(code) || /^(?:UNSC|NATO|EU|LAS|AU)$/.test(code))
}

function warned(scene: Scene, verb: VerbChunk): Told | undefined {
  if (!isDone(verb) || verb.passive || !(WARNING.hasVerb(verb) || ORDERING.hasVerb(verb))) return undefined
  const codes = able(codesOf(scene, verb.subject))
  if (codes.length === 0) return undefined
  const { verbs } = scene.clauses
  const said = verbs.find((each) => each.reported === verb && each.form === 'finite')
  if (
    said !== undefined &&
    verb.lemma !== 'tell' &&
    WARNING.hasVerb(verb) &&
    !said.negated &&
    MIGHT.has(said.modal ?? '')
  ) {
    const own = isOneself(scene, said.subject, codes)
    if (own && !said.passive && HOSTILE.hasVerb(said)) return { codes, to: said.index + 2 }
    if (said.passive && UNDERGONE.hasVerb(said)) return { codes, to: said.index }
    const target = codes.includes(scene.memory.target ?? '')
    if (!own && !said.passive && target && DYING.hasVerb(said)) return { codes, to: said.index }
  }
  if (said !== undefined && isReady(scene, said, codes)) return { codes, to: said.index + 2 }
  return verb.lemma === 'warn' ? of(scene, verb, codes) : orElse(scene, verb, codes)
}

/** The one who warns, by name or pronoun. */
function isOneself(scene: Scene, subject: NounChunk | undefined, codes: readonly string[]): boolean {
  if (subject === undefined) return false
  if (/^(?:they|it|he|she|we|i)$/.test(scene.tokens[subject.from]?.lower ?? '') && subject.to === subject.from + 1)
    return true
  return codesOf(scene, subject).some((code) => codes.includes(code))
}

/** "warned that he was prepared to use force" */
function isReady(scene: Scene, said: VerbChunk, codes: readonly string[]): boolean {
  if (said.negated || said.modal !== undefined || !isOneself(scene, said.subject, codes)) return false
  const then = scene.clauses.verbs.find(
    (each) => each.form === 'to' && each.index > said.index && each.index < said.index + 3,
  )
  const ready = said.lemma === 'prepare' || /^(?:ready|willing|prepared)$/.test(scene.tokens[said.to]?.lower ?? '')
  return ready && then !== undefined && HOSTILE.hasVerb(then)
}

/** "warned Syria of consequences" */
function of(scene: Scene, verb: VerbChunk, codes: readonly string[]): Told | undefined {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 5); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind === 'noun' && chunk.preposition === 'of')
      return !CIVIL.stands(scene.tokens, chunk.from, chunk.to) && WARNED_OF.has(scene.tokens[chunk.to - 1])
        ? { codes, to: at }
        : undefined
  }
  return undefined
}

/** "told Damascus to comply or face military action" */
function orElse(scene: Scene, verb: VerbChunk, codes: readonly string[]): Told | undefined {
  const { chunks, verbs } = scene.clauses
  const face = verbs.find(
    (each) =>
      each.index > verb.index &&
      /^(?:face|suffer|risk|bear|meet)$/.test(each.lemma) &&
      scene.tokens[each.from - 1]?.lower === 'or',
  )
  const what = face === undefined ? undefined : chunks[face.index + 1]
  return face !== undefined && what?.kind === 'noun' && WARNED_OF.has(scene.tokens[what.to - 1])
    ? { codes, to: face.index + 1 }
    : undefined
}

const GIVING = new WordSet('give deliver issue set hand present send'.split(' '))

/** "gave the colonel an ultimatum" */
function given(scene: Scene, verb: VerbChunk): Told | undefined {
  if (!isDone(verb) || !GIVING.hasVerb(verb)) return undefined
  const { chunks } = scene.clauses
  const giver = verb.passive ? verb.agent : verb.subject
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 4); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind === 'noun' && /^ultimatums?$/.test(scene.tokens[chunk.to - 1]?.lower ?? ''))
      return { codes: codesOf(scene, giver), to: at }
  }
  return undefined
}

const SPEAKING = new WordSet(
  'refer speak hint point raise warn threaten mention allude contain include carry'.split(' '),
)
/** No other verb tells a warning. */
const TELLING = WordSet.of(WARNING, ORDERING, GIVING, SPEAKING)

/** "The resolution refers to further action if Damascus does not cooperate" */
function foreseen(scene: Scene, verb: VerbChunk): Told | undefined {
  if (verb.form !== 'finite' || verb.passive || verb.modal !== undefined || !SPEAKING.hasVerb(verb)) return undefined
  if (verb.subject === undefined || !isDraft(scene, verb.subject)) return undefined
  const { tokens } = scene
  let unless = false
  for (let at = verb.to; at < scene.to; at++) if (/^(?:if|unless)$/.test(tokens[at]?.lower ?? '')) unless = true
  if (!unless) return undefined
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 5); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind === 'noun' && WARNED_OF.has(tokens[chunk.to - 1])) return { codes: ['UNSC'], to: at }
  }
  return undefined
}
