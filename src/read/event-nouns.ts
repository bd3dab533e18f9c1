import { isArmed, isOfRebels } from './attack-doers.js'
import { standsAt } from './before.js'
import { isBody } from './bodies.js'
import { placeIn } from './chunk.js'
import { type Chunk, type NounChunk, nounChunk } from './chunks.js'
import { type EventFamily, type FoundEvent, families } from './event-found.js'
import { namesObject } from './event-objects.js'
import { drafted, vote } from './event-texts.js'
import { isWanted } from './measure-prospects.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Words before a noun that leave open whether it ever happened. */
const OPEN = new WordSet([
  'no',
  'any',
  'further',
  'future',
  'possible',
  'another',
  'potential',
  'planned',
  'more',
  'new',
  'additional',
  'threatened',
])
/** Nouns and verbs that take an event as what they forbid, fear or plan. */
const UNREAL = new WordSet(
  'hope hopes bid ban moratorium halt freeze suspension end threats threat plans plan preparations preparation possibility prospect prevention against risk fears fear warning barring prohibiting banning prohibition prevent avoid stop halting stopping barred banned prohibits prohibit bans bars bar forbids forbid planning consider considering prepare preparing deny denied denies abandon forgo cancel postpone delay'.split(
    ' ',
  ),
)

/** Nouns that tell an event in passing: "after its nuclear test", "the North's July 5 missile tests". */
export function nounEvents(scene: Scene, into: FoundEvent[]): void {
  const { chunks } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun === undefined || (noun.kind !== 'noun' && noun.kind !== 'adjective')) continue
    for (const { entry, at, length } of scene.hits.eventNouns) {
      if (at < noun.from || at >= noun.to || at + length < noun.to || at + length > noun.to + 4) continue
      const family = families[entry.event ?? -1]
      if (family !== undefined && noun.kind === 'noun') push(scene, into, family, noun, index, [at, at + length])
      else if (family !== undefined)
        push(scene, into, family, nounChunk(noun.from, noun.to, noun.to - 1), index, [at, at + length])
    }
    if (noun.kind === 'noun') {
      deed(scene, noun, index, into)
      vote(scene, noun, index, into)
      drafted(scene, noun, index, into)
    }
  }
}

/** "resulted in the approval of a resolution" */
function resulted(governing: Chunk | undefined): boolean {
  return (
    governing?.kind === 'verb' &&
    governing.modal === undefined &&
    /^(?:result|end|lead|culminate)$/.test(governing.lemma)
  )
}

/** "following the passage of a resolution" */
function isPast(before: Chunk | undefined): boolean {
  return (
    (before?.kind === 'preposition' || before?.kind === 'subordinator') &&
    /^(?:after|since|following|with)$/.test(before.word)
  )
}

/** Families of events by a noun that heads them. */
const byHead = new Map<string, number[]>()
families.forEach((family, number) => {
  for (const head of new Set(family.heads)) byHead.set(head, [...(byHead.get(head) ?? []), number])
})

const HEADS = new WordSet(byHead.keys())

/** "the launch on Tuesday of seven missiles", "the passage of the resolution": a noun of doing with its object. */
function deed(scene: Scene, noun: NounChunk, index: number, into: FoundEvent[]): void {
  const { chunks } = scene.clauses
  const head = scene.tokens[noun.to - 1]
  if (!HEADS.has(head)) return
  for (const number of byHead.get(head?.lower ?? '') ?? []) {
    const family = families[number] as EventFamily
    for (let at = index + 1; at < Math.min(chunks.length, index + 7); at++) {
      const chunk = chunks[at]
      if (chunk?.kind === 'verb' || chunk?.kind === 'comma' || chunk?.kind === 'mark') break
      if (chunk?.kind === 'noun' && namesObject(scene, chunk, number)) {
        // "the adoption of a tough resolution": none yet
        if (
          family.actor === 'UNSC' &&
          /^(?:an?|any)$/.test(scene.tokens[chunk.from]?.lower ?? '') &&
          !resulted(chunks[index - 2]) &&
          !isPast(chunks[index - 1])
        )
          break
        push(scene, into, family, noun, index, [noun.from, noun.to], at)
        break
      }
    }
  }
}

function push(
  scene: Scene,
  into: FoundEvent[],
  family: EventFamily,
  noun: NounChunk,
  index: number,
  words: readonly [number, number],
  to = index,
): void {
  if (family.type === 'threat' || isOpen(scene, family, noun, index)) return
  // "a deal with Tehran": none yet; "his agreement with Baghdad", "the 1994 accord"
  if (family.type === 'agreement' && !isDefinite(scene, noun)) return
  if (family.type === 'attack' && isStruck(scene, noun, words)) return
  const actors = actorsOf(scene, family, noun, index)
  if (actors.length === 0) return
  if (noun.to - noun.from < 2 && family.weak === true && noun.owner === undefined) return
  into.push({
    type: family.type,
    actors: actors.slice(0, 1),
    from: index,
    to,
    passing: true,
    rule: `${family.type}:noun`,
    words,
  })
}

const WEIGHING = new WordSet(
  'oppose support back favour favor resist reject discuss consider weigh debate mull welcome block prefer include mean'.split(
    ' ',
  ),
)
const STRIKES = new WordSet(
  'strike strikes airstrike airstrikes bomb bombing bombings raid raids offensive shelling massacre attack attacks assault invasion'.split(
    ' ',
  ),
)
/** "the Mali air strikes", "an Iraq car bomb": the bare name of the one at issue tells where. */
function isStruck({ tokens, mentions, memory }: Scene, noun: NounChunk, words: readonly [number, number]): boolean {
  if (!STRIKES.has(tokens[words[1] - 1])) return false
  return mentions.some(
    ({ from, to, named }) =>
      from >= noun.from &&
      to === words[0] &&
      named.some((each) => each.kind === 'state' && each.code === memory.target),
  )
}

const KILLINGS = new WordSet(
  'assassinations assassination killings killing murders murder massacres massacre slaying slayings deaths death'.split(
    ' ',
  ),
)

function actorsOf(scene: Scene, family: EventFamily, noun: NounChunk, index: number): readonly string[] {
  const { chunks } = scene.clauses
  const { target } = scene.memory
  if (family.actor === 'UNSC') return ['UNSC']
  const link = chunks[index + 1]
  let by = link?.kind === 'preposition' ? chunks[index + 2] : undefined
  // "the bombardment of Homs by Syrian troops"
  const last = chunks[index + 4]
  if (by?.kind === 'noun' && by.preposition !== 'by' && last?.kind === 'noun' && last.preposition === 'by') by = last
  const agent =
    by?.kind === 'noun' &&
    (by.preposition === 'by' ||
      (by.preposition === 'of' && family.type !== 'attack') ||
      (by.preposition === 'from' && family.type === 'report'))
      ? (by.entity ?? by.owner)
      : undefined
  // "Mr Hariri's assassination": the possessor is whom it was done to.
  const undergone = family.type === 'attack' && KILLINGS.has(scene.tokens[noun.to - 1])
  const owner = undergone ? agent : (noun.owner ?? agent ?? noun.entity)
  let codes = owner?.codes ?? []
  if (family.fallback === 'target' && target !== undefined) {
    // "its test": a pronoun means the one whose tests the article is about; bodies test nothing.
    codes = owner?.pronoun === true ? [target] : codes.filter((code) => !isBody(code))
    if (codes.length === 0) codes = [target]
  }
  if (family.type === 'attack') codes = isOfRebels(scene, noun, owner) ? [] : codes.filter(isArmed)
  if (family.subjects !== undefined) codes = codes.filter((code) => family.subjects?.includes(code))
  return codes
}

const TESTED: ReadonlySet<string> = new Set(['nuclear-test', 'missile-launch', 'withdrawal', 'attack'])

/** "pledges, which include the withdrawal of troops" */
const ASKED = new WordSet(
  'include mandate foresee envisage envision require accept propose seek stipulate involve mean'.split(' '),
)

/** What brings an event about: "to conduct its nuclear test". */
const MAKING = new WordSet(
  'conduct carry stage hold stop prevent halt avoid prepare plan deter launch make begin start refrain abandon suspend cancel delay postpone forgo freeze end resume perform ban bar'.split(
    ' ',
  ),
)

function isDefinite(scene: Scene, noun: NounChunk): boolean {
  return noun.owner !== undefined || /^(?:the|this|these|its|their|last)$/.test(scene.tokens[noun.from]?.lower ?? '')
}

function isOpen(scene: Scene, family: EventFamily, noun: NounChunk, index: number): boolean {
  const { chunks } = scene.clauses
  const { tokens } = scene
  if (OPEN.has(tokens[noun.from]) || OPEN.has(tokens[noun.from + 1])) return true
  // "a nuclear test would bring condemnation"
  if (
    /^an?$/.test(tokens[noun.from]?.lower ?? '') &&
    scene.clauses.verbs.some((verb) => verb.subject === noun && verb.modal !== undefined)
  )
    return true
  // "may follow it with a nuclear test"
  if (/^an?$/.test(tokens[noun.from]?.lower ?? '') && TESTED.has(family.type)) {
    const over = scene.clauses.verbs.findLast((verb) => verb.index < index && verb.index > index - 5)
    if (over !== undefined && /^(?:may|might|could|would|can|should|will)$/.test(over.modal ?? '')) return true
  }
  let before = standsAt(chunks, index - 1)
  // "any further nuclear test or missile launch": what governs the first governs the second.
  if (before?.kind === 'conjunction' && chunks[index - 2]?.kind === 'noun' && noun.owner === undefined)
    return isOpen(scene, family, chunks[index - 2] as NounChunk, index - 2)
  if (before?.kind === 'open') before = chunks[index - 2]
  const governing = before?.kind === 'preposition' ? chunks[placeIn(chunks, before) - 1] : before
  if (governing === undefined) return false
  if (governing.kind === 'verb') {
    if (family.type === 'withdrawal' && (isWanted(scene, governing) || ASKED.hasVerb(governing))) return true
    if (family.actor === 'UNSC' && isWanted(scene, governing)) return true
    if (family.type === 'referral' && (isWanted(scene, governing) || WEIGHING.hasVerb(governing))) return true
    if (governing.lemma === 'condemn' || governing.lemma === 'discuss') return false
    // "called off a missile test", "put off the launch"
    if (before?.kind === 'preposition' && before.word === 'off') return true
    // "how to handle the North's missile launches"
    if (governing.form === 'to' && isDefinite(scene, noun) && !MAKING.hasVerb(governing)) return false
    return governing.form === 'to' || governing.modal !== undefined || UNREAL.hasVerb(governing)
  }
  if (before?.kind === 'preposition' && before.word === 'against') return true
  if (before?.kind === 'preposition' && before.word === 'for' && family.type === 'withdrawal') return true
  if (family.actor === 'UNSC' && before?.kind === 'preposition' && /^(?:for|toward|towards|to)$/.test(before.word))
    return true
  return governing.kind === 'noun' && before?.kind === 'preposition' && UNREAL.has(tokens[governing.to - 1])
}
