import { actorOf } from './actor-of.js'
import { placeIn, verbBefore } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { bracketedAt, groupsAt } from './contact-groups.js'
import { counterpartAt, type Side, stateIn } from './counterparts.js'
import { isForce } from './event-doers.js'
import { stateOf } from './mention-codes.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "will ask China to act when meeting Xi": the one who asks meets. */
function besideSubject(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const link = scene.clauses.chunks[verb.index - 1]
  if (verb.form !== 'ing' || link?.kind !== 'subordinator' || verb.parent?.form !== 'to') return undefined
  let over: VerbChunk | undefined = verb.parent
  while (over?.form === 'to') over = over.parent
  return over?.subject
}

/** "Writing to the Secretary-General, the Turkish ambassador asked": who did the rest did that. */
function leadingSubject(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const { chunks, verbs } = scene.clauses
  if (verb.form !== 'ing' || verb.index !== 0) return undefined
  const main = verbs.find((each) => each.form === 'finite')
  const subject = main?.subject
  return subject !== undefined && chunks[placeIn(chunks, subject) - 1]?.kind === 'comma' ? subject : undefined
}

/** "As the premier, Ann Lee, met the president, …": read as what she is. */
function apposedSubject(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const { chunks } = scene.clauses
  const noun = chunks[verb.index - 2]
  if (verb.form !== 'finite' || noun?.kind !== 'noun' || chunks[verb.index - 1]?.kind !== 'comma') return undefined
  return noun.preposition === 'as' && noun.entity?.person === true ? noun : undefined
}

/** The subject, or those whom it comes from: "ministers of France and Germany". */
export function subjectOf(scene: Scene, verb: VerbChunk): Side | undefined {
  const { chunks } = scene.clauses
  const noun = besideSubject(scene, verb) ?? verb.subject ?? leadingSubject(scene, verb) ?? apposedSubject(scene, verb)
  if (noun === undefined) return undefined
  const entity = actorOf(scene, noun)
  const name = entity?.name === undefined ? [] : [entity.name]
  const at = placeIn(chunks, noun)
  const meant = entity?.pronoun === true ? bracketedAt(scene, at) : undefined
  if (meant !== undefined) return { codes: meant, persons: [], at: verb.index }
  const groups = (entity?.codes.length ?? 0) === 0 ? groupsAt(scene, noun) : []
  if (groups.length > 0) return { codes: groups, persons: [], at: verb.index }
  const linked =
    /^(?:of|from)$/.test((chunks[at + 1] as { word?: string } | undefined)?.word ?? '') && entity?.name === undefined
  if (!linked && entity !== undefined && entity.codes.length > 0)
    return { codes: entity.codes, persons: name, at: verb.index }
  const from = chunks[at + 2]
  // "a delegation led by Iran's deputy foreign minister"
  const led = chunks[at + 1]
  if (
    led?.kind === 'verb' &&
    led.form === 'participle' &&
    led.agent !== undefined &&
    /^(?:lead|head|chair)$/.test(led.lemma)
  ) {
    const leader = actorOf(scene, led.agent)
    if (leader !== undefined && leader.codes.length > 0)
      return { codes: leader.codes, persons: leader.name === undefined ? [] : [leader.name], at: verb.index }
  }
  if (!linked || from?.kind !== 'noun' || from.from > verb.from) return undefined
  const named = from.entity?.codes ?? entity?.codes ?? []
  // "envoys from six Arab nations"
  const codes = named.length > 0 ? named : groupsAt(scene, from)
  return codes.length === 0 ? undefined : { codes, persons: name, at: verb.index }
}

/** The person received, hosted or called; "called X a liar" and "welcomed the resolution" are no contacts. */
export function personMet(scene: Scene, verb: VerbChunk, words: string): Side | undefined {
  const { chunks } = scene.clauses
  const object = chunks[verb.index + 1]
  const counterpart = counterpartAt(scene, verb.index + 1)
  if (counterpart !== undefined) return counterpart
  if (object?.kind !== 'noun' || object.entity?.person !== true || object.entity.codes.length === 0) return undefined
  const next = chunks[verb.index + 2]
  if (
    words === 'call' &&
    (next?.kind === 'noun' || next?.kind === 'adjective' || next?.kind === 'open' || next?.kind === 'verb')
  )
    return undefined
  const { name, codes } = object.entity
  return { codes, persons: name === undefined ? [] : [name], at: verb.index + 1 }
}

/** "arrived in New York": a town where bodies meet, not a state that is visited. */
function seatOnly(scene: Scene, noun: NounChunk): boolean {
  const named = scene.mentions
    .filter((mention) => mention.from >= noun.from && mention.to <= noun.to)
    .flatMap((mention) => mention.named)
  return (
    named.length > 0 &&
    named.every((each) => each.kind === 'city') &&
    !named.some((each) => 'code' in each && each.code === scene.memory.target)
  )
}

/** "arrived in the country": the one at issue. */
function countryMeant({ tokens, memory }: Scene, noun: NounChunk): string | undefined {
  const theOne =
    noun.to === noun.from + 2 && tokens[noun.from]?.lower === 'the' && tokens[noun.to - 1]?.lower === 'country'
  return theOne && noun.entity?.codes[0] === memory.target ? memory.target : undefined
}

/** "in Cairo, where he met the president": one without a name or a state is of that place. */
export function whereMet(scene: Scene, verb: VerbChunk, other: Side): Side {
  const { chunks } = scene.clauses
  if (verb.subject === undefined) return other
  const link = placeIn(chunks, verb.subject) - 1
  const where = chunks[link]
  if (where?.kind !== 'relative' || where.word !== 'where') return other
  const met = chunks[other.at]
  // named by nothing but an office
  if (met?.kind !== 'noun' || met.entity?.unnamed !== true || met.entity.office === undefined) return other
  if (scene.mentions.some((each) => each.from >= met.from && each.to <= met.to && stateOf(each) !== undefined))
    return other
  const place = chunks[link - 1]?.kind === 'comma' ? link - 2 : link - 1
  const there = place < 1 ? undefined : visited(scene, verb, place - 1)
  return there === undefined || there.at !== place ? other : { codes: there.codes, persons: [], at: other.at }
}

const GOING = new WordSet(['travel', 'fly', 'go', 'head', 'return'])
/** "will travel together to Moscow", "flew on Thursday to Paris", "is due to leave Riyadh on Tuesday for Egypt": the chunk before the place. */
export function leavesFor(scene: Scene, verb: VerbChunk): number | undefined {
  const goes = GOING.hasVerb(verb)
  if (verb.lemma !== 'leave' && verb.lemma !== 'depart' && !goes) return undefined
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + (goes ? 5 : 8)); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind !== 'noun') continue
    if (chunk.preposition === (goes ? 'to' : 'for')) return stateIn(scene, chunk) === undefined ? undefined : at - 1
    if (goes) return undefined
  }
  return undefined
}

/** The state gone to. */
export function visited(scene: Scene, verb: VerbChunk, from = verb.index): Side | undefined {
  const { chunks } = scene.clauses
  for (let at = from + 1; at < Math.min(chunks.length, from + 5); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
    if (chunk?.kind !== 'noun') continue
    const code =
      !/^(?:visit|tour)$/.test(verb.lemma) && seatOnly(scene, chunk)
        ? undefined
        : (stateIn(scene, chunk) ?? countryMeant(scene, chunk))
    const several =
      chunk.entity?.person !== true && (chunk.entity?.codes.length ?? 0) > 1 ? chunk.entity?.codes : undefined
    return code === undefined ? undefined : { codes: several ?? [code], persons: [], at }
  }
  return undefined
}

/** Whose meeting: the subject of the clause that holds the phrase. */
export function holderNear(scene: Scene, index: number): Side | undefined {
  const { verbs } = scene.clauses
  const before = verbBefore(verbs, index)
  const after = verbs.find((verb) => verb.index > index && verb.form === 'finite')
  const leading = before === undefined
  const verb = leading ? after : before
  const entity = verb?.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (entity === undefined || entity.codes.length === 0) return undefined
  return { codes: entity.codes, persons: entity.name === undefined ? [] : [entity.name], at: index }
}

const CARRIERS = new WordSet(
  'carrier ship ships convoy convoys fleet warship warships destroyer frigate plane planes jet jets arms weapons refugees migrants'.split(
    ' ',
  ),
)
/** "troops crossed into", "when it comes to Iraq", "some Iraqis returned from": nobody who speaks for a state. */
export function isNoGuest(scene: Scene, noun: NounChunk): boolean {
  if (isForce(scene, noun) || CARRIERS.has(scene.tokens[noun.to - 1])) return true
  if (scene.tokens[noun.from]?.lower === 'it' && noun.to === noun.from + 1) return true
  return actorOf(scene, noun)?.crowd === true
}
