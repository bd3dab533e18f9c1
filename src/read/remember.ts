import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import type { NounChunk } from './chunk.js'
import type { About } from './claim.js'
import { canHold, type Entity, isSame, silentOne } from './entity.js'
import { mayBe } from './gender.js'
import { billIn, chamberIn } from './measure-national.js'
import type { Memory } from './memory.js'
import type { Scene } from './scene.js'
import { SEVERAL } from './several.js'
import { areMany } from './tokens.js'
import { WordSet } from './wordset.js'

/** The first thing at issue that a sentence names plainly. */
function topicOf(scene: Scene): About | undefined {
  for (const chunk of scene.clauses.chunks) {
    const issue = chunk.kind === 'noun' ? aboutOf(chunk, scene.tokens) : undefined
    if (issue !== undefined && !issue.weak && issue.about !== 'implementation') return issue.about
  }
  return undefined
}

/** "issued a statement", "a statement by the Council", "said in a statement": whose words "the statement" will be. */
function statementOf(scene: Scene): Entity | undefined {
  const { chunks, attribution } = scene.clauses
  for (let at = 0; at < chunks.length; at++) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun' || scene.tokens[noun.head]?.lower !== 'statement') continue
    const by = chunks[at + 2]
    const whose =
      noun.owner ??
      (by?.kind === 'noun' && (by.preposition === 'by' || by.preposition === 'from') ? by.entity : undefined) ??
      (noun.preposition === 'in' ? attribution : undefined) ??
      issuerOf(scene, at)
    if (canHold(whose)) return whose
  }
  return undefined
}

function issuerOf(scene: Scene, before: number): Entity | undefined {
  const verb = scene.clauses.verbs.findLast((each) => each.index < before && ISSUES.hasVerb(each))
  return verb?.subject === undefined ? undefined : actorOf(scene, verb.subject)
}

const ISSUES = new WordSet([
  'issue',
  'release',
  'adopt',
  'approve',
  'agree',
  'publish',
  'make',
  'read',
  'endorse',
  'back',
  'pass',
])

/** Those who met, for "both sides" and "the two". */
export function rememberParties(parties: readonly string[], memory: Memory): void {
  if (parties.length > memory.lastParties.length || !parties.every((code) => memory.lastParties.includes(code)))
    memory.lastParties = parties
  memory.partiesAt = memory.sentences
  if (parties.length === 2) memory.lastPair = parties
}

/** The same of those whom one phrase names together, who may be found again by their number. */
function rememberGroup(codes: readonly string[], memory: Memory): void {
  memory.lastParties = codes
  memory.groups.set(codes.length, codes)
  rememberParties(codes, memory)
}

/** The last person named in a sentence who does not speak in it. */
function toldIn({ clauses }: Scene): Entity | undefined {
  let told: Entity | undefined
  for (const chunk of clauses.chunks) {
    if (chunk.kind !== 'noun') continue
    const { entity, owner } = chunk
    if (isOne(entity) && entity.pronoun !== true && !isSame(entity, clauses.attribution)) told = entity
    else if (isOne(owner) && owner.pronoun !== true && !isSame(owner, clauses.attribution)) told = owner
  }
  return told
}

function meetPerson(person: Entity, memory: Memory): void {
  memory.lastPerson = person
  if (mayBe(person, true)) memory.lastWoman = person
  if (mayBe(person, false)) memory.lastMan = person
}

/** "Hague said the League should act": the League. */
function innerOf({ clauses }: Scene): Entity | undefined {
  const verb = clauses.verbs.find((each) => each.reported !== undefined && canHold(each.subject?.entity))
  const entity = verb?.subject?.entity
  return entity === undefined || entity.pronoun === true || isSame(entity, clauses.attribution) ? undefined : entity
}

/** One person, whether speaking for a state or for none. */
function isOne(entity: Entity | undefined): entity is Entity {
  if (entity?.person !== true || entity.crowd === true) return false
  return entity.codes.length === 1 || entity.silent === true || entity.unnamed === true
}

/** Those of no state who acted or spoke: "activists", "envoys from 60 nations", "other members". */
function crowdOf(
  { tokens }: Scene,
  noun: NounChunk | undefined,
  acting: Entity | undefined,
  attribution: Entity | undefined,
): Entity | undefined {
  const told = noun?.entity ?? attribution
  if (told?.silent === true) return isOne(told) ? undefined : told
  if (noun === undefined || canHold(acting) || !areMany(tokens[noun.head])) return undefined
  if (noun.entity?.pronoun === true || (noun.entity === undefined && !SEVERAL.has(tokens[noun.head]))) return undefined
  const some = silentOne()
  some.crowd = true
  return some
}

/** What later sentences may refer back to. */
export function remember(scene: Scene, memory: Memory): void {
  const { clauses } = scene
  memory.sentences++
  memory.chamber = chamberIn(scene, scene.from, scene.to) ?? memory.chamber
  memory.bill = billIn(scene, memory)
  const main = clauses.verbs.find(
    (verb) => verb.subject !== undefined && verb.form === 'finite' && verb.reported === undefined,
  )
  let together: readonly string[] | undefined
  for (const chunk of clauses.chunks) {
    if (chunk.kind !== 'noun') continue
    const { entity, owner } = chunk
    // "the Russian and Chinese vetoes"
    if (owner !== undefined && owner.pronoun !== true && owner.codes.length > 1) rememberGroup(owner.codes, memory)
    if (entity === undefined || entity.codes.length === 0) continue
    if (entity.codes.length === 1 && entity.pronoun !== true) memory.lastState = entity.codes[0]
    if (
      entity.person === true &&
      entity.codes.length === 1 &&
      entity.pronoun !== true &&
      chunk.preposition === undefined
    )
      meetPerson(entity, memory)
    if (entity.codes.length > 1 && entity.pronoun !== true) {
      if (chunk.preposition === undefined) together = entity.codes
      rememberGroup(entity.codes, memory)
    }
  }
  const subject = main?.subject === undefined ? undefined : actorOf(scene, main.subject)
  memory.subjectFresh = canHold(subject)
  // "Efforts by France were blocked by Russia and China. They …"
  const agent = main?.passive === true ? main.agent?.entity : undefined
  if (canHold(agent) && agent.codes.length > 1) together = agent.codes
  memory.officials = canHold(subject) && areMany(scene.tokens[main?.subject?.head ?? -1])
  memory.freshParties = (subject?.codes.length ?? 0) < 2 && !memory.officials ? together : undefined
  if (subject !== undefined && subject.codes.length > 0) {
    memory.lastSubject = subject
    if (subject.person === true && subject.codes.length === 1) meetPerson(subject, memory)
    if (subject.name !== undefined) memory.counts.set(subject.name, (memory.counts.get(subject.name) ?? 0) + 1)
  }
  const attribution = clauses.inPassing && canHold(subject) ? undefined : clauses.attribution
  memory.inner = innerOf(scene)
  memory.lastTold = toldIn(scene) ?? memory.lastTold
  memory.topic = topicOf(scene) ?? memory.topic
  memory.statement = statementOf(scene) ?? memory.statement
  // "Rice explained the vote. "We decided …"": who was told of speaks next.
  memory.floating =
    attribution === undefined && subject?.person === true && subject.codes.length === 1 ? subject : undefined
  // "…, analyst Ann Hall said. "We …" … he said": their words are no state's, and "he" is not who spoke before.
  if (attribution !== undefined) memory.lastSpeaker = attribution
  else if (clauses.quotedAt(0)) memory.lastSpeaker = clauses.speakerAt(0) ?? memory.lastSpeaker
  // "Senator Hall wrote to the president. He said": the senator
  const acting = main?.subject?.entity
  if (acting?.silent === true && acting.pronoun !== true && isOne(acting)) meetPerson(acting, memory)
  if (isOne(attribution)) meetPerson(attribution, memory)
  memory.crowd = crowdOf(scene, main?.subject, subject, attribution)
  if (attribution !== undefined && attribution.codes.length > 0) {
    if (subject === undefined || subject.codes.length === 0 || attribution.person !== true)
      memory.lastSubject = attribution
  }
}
