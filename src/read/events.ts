import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import { BODIES, type EventType } from './claim.js'
import { councilActs, isCouncil } from './council-acts.js'
import type { Entity } from './entity.js'
import { doerOf, forcesOf, heldBy, isForce } from './event-doers.js'
import { nounEvents } from './event-nouns.js'
import { phraseEvents } from './event-phrases.js'
import { wordedEvents } from './event-wordings.js'
import { entriesAt } from './issues.js'
import { type Entry, entryTrie, lexicon, objectTrie } from './lexicon.js'
import { stateOf } from './mention-codes.js'
import { inSpeech, operatorBetween, type Scene } from './scene.js'
import { authorsIn } from './sponsors.js'
import { threatsIn } from './threats.js'

/** An event before dates and quotes are settled. */
export interface FoundEvent {
  readonly type: EventType
  readonly actors: readonly string[]
  readonly from: number
  readonly to: number
  readonly against?: string
  readonly planned?: boolean
  readonly speaker?: Entity
  /** Told by a noun in passing, not by a verb: counts only where nothing told it before. */
  readonly passing?: boolean
  readonly rule: string
  readonly words: readonly [number, number]
}

export type EventFamily = (typeof lexicon.events)[number]
const families = lexicon.events

export function eventsIn(scene: Scene): FoundEvent[] {
  const found: FoundEvent[] = []
  for (const verb of scene.clauses.verbs) told(scene, verb, found)
  threatsIn(scene, found)
  phraseEvents(scene, found)
  councilActs(scene, found)
  wordedEvents(scene, found)
  nounEvents(scene, found)
  const stalled = found.some((each) => each.type === 'talks-stalled')
  return stalled ? found.filter((each) => each.type !== 'talks-held') : found
}

const bodies: ReadonlySet<string> = new Set(BODIES)
export function isBody(code: string): boolean {
  return bodies.has(code)
}

/** Whether a noun phrase ends in one of the objects of a family; "resolution 2371" ends in "resolution". */
export function namesObject(scene: Scene, noun: NounChunk, family: number): boolean {
  let end = noun.to
  // "forces loyal to the president"
  if (scene.tokens[end - 1]?.lower === 'loyal') end--
  while (end - 1 > noun.from && scene.tokens[end - 1]?.kind === 'number') end--
  // "a resolution next week"
  if (
    end - 2 > noun.from &&
    /^(?:next|last|this)$/.test(scene.tokens[end - 2]?.lower ?? '') &&
    /^(?:week|month|year|weekend|summer|spring|autumn|fall|winter|\w+day)$/.test(scene.tokens[end - 1]?.lower ?? '')
  )
    end -= 2
  let is = false
  for (let at = noun.from; at < end && !is; at++) {
    objectTrie.each(scene.tokens, at, end, (value, length) => {
      if (value === family && (at + length === end || length > 1)) is = true
    })
  }
  return is
}

interface Object {
  readonly noun: NounChunk
  readonly at: number
  /** The object stands as subject: a passive, or a participle that looks like a finite verb ("a statement adopted on Monday"). */
  readonly undergone: boolean
}

/** What the verb does it to; `end` is the token after the words that tell the event ("refuse to take part in"). */
function objectOf(scene: Scene, verb: VerbChunk, family: number, end: number): Object | undefined {
  const { chunks } = scene.clauses
  let before = chunks[verb.index - 1]
  // "The statement, read to reporters, …"
  if (before?.kind === 'comma' && verb.form === 'participle') before = chunks[verb.index - 2]
  const own = verb.subject ?? (before?.kind === 'noun' ? before : undefined)
  const subject = own === undefined || namesObject(scene, own, family) ? own : leadOf(scene, own)
  if (
    subject !== undefined &&
    namesObject(scene, subject, family) &&
    (verb.passive ||
      verb.form === 'participle' ||
      (subject.entity?.office === undefined && takesNone(scene, verb, end)))
  )
    return { noun: subject, at: verb.index, undergone: true }
  if (verb.passive) return undefined
  let onlyOf = false
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 7); at++) {
    const chunk = chunks[at]
    if (chunk !== undefined && chunk.to <= end) continue
    if (chunk?.kind === 'noun') {
      if (onlyOf && chunk.preposition !== 'of' && !goesOn(chunks[at - 1], chunk) && !sent(families[family], chunk))
        continue
      if (namesObject(scene, chunk, family)) return { noun: chunk, at, undergone: false }
      // "left the door open for talks": past an object of its own, only what hangs on it by "of".
      if (families[family]?.type === 'attack' && at === verb.index + 1 && isPlace(scene, chunk))
        return { noun: chunk, at, undergone: false }
      if (chunk.preposition === undefined && chunk.entity === undefined && !isNumber(scene, chunk)) onlyOf = true
    } else if (chunk?.kind === 'verb') {
      if (chunk.form !== 'to' && chunk.form !== 'ing') return undefined
    } else if (chunk?.kind === 'subordinator') {
      if (chunk.word !== 'that' || at > verb.index + 1) return undefined
    } else if (chunk?.kind === 'relative' || chunk?.kind === 'mark') return undefined
  }
  return undefined
}

/** "Talks between Iran and six powers": the noun that a phrase begins with. */
function leadOf(scene: Scene, noun: NounChunk): NounChunk {
  const { chunks } = scene.clauses
  let at = chunks.indexOf(noun)
  let lead = noun
  while (at > 1 && (chunks[at - 1]?.kind === 'conjunction' || chunks[at - 1]?.kind === 'preposition')) {
    const before = chunks[at - 2]
    if (before?.kind !== 'noun') break
    lead = before
    at -= 2
  }
  return lead
}

/** A state, city or capital as what is attacked. */
function isPlace(scene: Scene, noun: NounChunk): boolean {
  return (
    noun.entity?.person !== true &&
    scene.mentions.some(
      (mention) =>
        mention.from >= noun.from &&
        mention.to <= noun.to &&
        noun.to - mention.to < 2 &&
        (stateOf(mention) !== undefined || mention.named.some((named) => named.kind === 'city')),
    )
  )
}

/** A further object of the same verb: "two earlier resolutions", "long- and medium-range missiles". */
function goesOn(before: Chunk | undefined, noun: NounChunk): boolean {
  return (
    noun.preposition === undefined &&
    (before?.kind === 'conjunction' || before?.kind === 'dash' || before?.kind === 'adverb')
  )
}

/** "referred the situation in Darfur to the Council" */
function sent(family: EventFamily | undefined, noun: NounChunk): boolean {
  return family?.type === 'referral' && noun.preposition === 'to'
}

function isNumber(scene: Scene, noun: NounChunk): boolean {
  return noun.to - noun.from === 1 && scene.tokens[noun.from]?.kind === 'number'
}

/** A past verb without an object of its own: "the resolution passed by 13 votes", "a text submitted to the council". */
function takesNone(scene: Scene, verb: VerbChunk, end: number): boolean {
  if (verb.form !== 'finite' || !(verb.past || verb.perfect) || verb.modal !== undefined) return false
  const { chunks } = scene.clauses
  // "hit a dead end": past the words that tell it
  let at = verb.index + 1
  while (at < chunks.length && (chunks[at]?.to ?? end + 1) <= end) at++
  const next = chunks[at]
  return (
    next === undefined ||
    next.kind === 'preposition' ||
    next.kind === 'adverb' ||
    next.kind === 'comma' ||
    next.kind === 'dash' ||
    next.kind === 'mark'
  )
}

/** What governs the verb beyond its own helpers: "will fire and test" shares its modal. */
function modalOf(scene: Scene, verb: VerbChunk): string | undefined {
  if (verb.modal !== undefined || verb.form !== 'finite' || verb.past) return verb.modal
  const { chunks, verbs } = scene.clauses
  if (chunks[verb.index - 1]?.kind !== 'conjunction' || scene.tokens[verb.at]?.lower !== verb.lemma) return undefined
  const before = verbs[verbs.indexOf(verb) - 1]
  if (before === undefined || before.subject !== verb.subject) return undefined
  return before.modal ?? (before.form === 'to' ? 'should' : undefined)
}

const IDEAS = new Set(
  'possibility risk threats threat idea prospect chance hope option aim goal way ways purpose point talk fear danger'.split(
    ' ',
  ),
)
const SITTING = new Set('hold meet vote gather convene manage move act assemble go proceed'.split(' '))
const CAUSING = new Set('prompt lead cause force drive push'.split(' '))

/** Whether the verb tells something that is, was or will be, and not what is asked, feared or denied. */
function isTold(scene: Scene, verb: VerbChunk, entry: Entry, family: EventFamily): boolean {
  if (
    verb.conditional === true ||
    (verb.negated && entry.negated !== true) ||
    (!verb.negated && entry.negated === true)
  )
    return false
  // "demanded that Eritrea withdraw its troops"
  const { reported } = verb
  if (
    reported !== undefined &&
    verb.form === 'finite' &&
    !verb.past &&
    scene.tokens[verb.at]?.lower === verb.lemma &&
    /^(?:demand|insist|urge|request|propose|recommend|ask|require|suggest|order)$/.test(reported.lemma)
  )
    return false
  const modal = modalOf(scene, verb)
  if (modal !== undefined && modal !== 'will' && modal !== 'would' && modal !== "'ll") return false
  // "Had the text been adopted": the helper stands before the subject.
  if (verb.passive && verb.form === 'finite' && /^been$/.test(scene.tokens[verb.from]?.lower ?? '')) return false
  const { parent } = verb
  if (family.type === 'talks-held' && verb.form !== 'finite' && verb.form !== 'participle') return false
  if (verb.form === 'to') {
    const holder = heldBy(scene, verb)
    if (holder !== undefined) return true
    if (parent === undefined || parent.negated || parent.conditional === true) return false
    const done = parent.form === 'finite' && parent.modal === undefined
    if (done && family.actor === 'UNSC' && SITTING.has(parent.lemma)) return true
    if (done && /^(?:vote|decide)$/.test(parent.lemma)) return true
    if (done && CAUSING.has(parent.lemma)) return true
    if (!parent.passive && entriesAt(scene.tokens, parent.at, scene.to, 'request') !== undefined) return false
    if (parent.modal !== undefined && parent.modal !== 'will' && parent.modal !== 'would') return false
    return operatorBetween(scene, parent, verb) === 'keep'
  }
  if (verb.form === 'ing' && parent !== undefined) {
    const before = scene.clauses.chunks[verb.index - 1]
    if (/^(?:stop|refrain|halt|avoid|prevent|ban|prohibit|suspend|cease|bar|forgo)$/.test(parent.lemma)) return false
    if (before?.kind === 'preposition' && /^(?:from|against|without|than)$/.test(before.word)) return false
    const idea = scene.clauses.chunks[verb.index - 2]
    if (before?.kind === 'preposition' && idea?.kind === 'noun' && IDEAS.has(scene.tokens[idea.to - 1]?.lower ?? ''))
      return false
  }
  return true
}

export function isFuture(verb: VerbChunk): boolean {
  return verb.modal !== undefined || verb.form === 'to'
}

function told(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  const seen = new Set<number>()
  entryTrie.each(scene.tokens, verb.at, scene.to, (entry, length) => {
    if (entry.role !== 'event' || entry.part !== 'verb' || entry.event === undefined || seen.has(entry.event)) return
    const family = families[entry.event]
    if (family === undefined || family.type === 'threat') return
    if (family.type === 'adopted' && verb.passive && /^(?:authori[sz]e|agree)$/.test(verb.lemma)) return
    const refused = verb.negated && family.type === 'adopted' && verb.form === 'finite' && verb.modal === undefined
    if (!refused && !isTold(scene, verb, entry, family)) return
    if (family.type === 'missile-launch' && verb.modal === 'would' && !inSpeech(scene, verb)) return
    const object = family.objects === undefined ? bare(verb) : objectOf(scene, verb, entry.event, verb.at + length)
    if (object === undefined || scene.tokens[object.noun.from]?.lower === 'no') return
    const ahead =
      isFuture(verb) && !(verb.form === 'to' && family.actor === 'UNSC' && SITTING.has(verb.parent?.lemma ?? ''))
    const made = actorsFor(scene, verb, entry, family, object, ahead)
    if (made === undefined || made.actors.length === 0) return
    seen.add(entry.event)
    const speaker = scene.clauses.speakerAt(verb.index)
    const against = againstOf(scene, family, object, verb, made.actors)
    into.push({
      type: refused ? 'not-adopted' : made.type,
      actors: ONE.has(made.type) ? made.actors.slice(0, 1) : made.actors,
      from: verb.index,
      to: Math.max(object.at, verb.index),
      ...(against === undefined ? {} : { against }),
      ...(ahead ? { planned: true } : {}),
      ...(speaker === undefined ? {} : { speaker }),
      // "for firing the rocket", "after testing a bomb": in passing
      ...(TESTS.has(family.type) && verb.form !== 'finite' ? { passing: true } : {}),
      rule: family.type,
      words: [verb.from, verb.to],
    })
  })
}

/** A verb that tells the event alone ("walked out"). */
function bare(verb: VerbChunk): Object | undefined {
  return verb.subject === undefined ? undefined : { noun: verb.subject, at: verb.index, undergone: false }
}

/** What several do together is one event of the first. */
const ONE: ReadonlySet<EventType> = new Set<EventType>([
  'agreement',
  'draft-expected',
  'talks-held',
  'talks-agreed',
  'talks-stalled',
  'report',
  'referral',
  'inspection',
])
const TESTS: ReadonlySet<EventType> = new Set<EventType>(['nuclear-test', 'missile-launch'])

function actorsFor(
  scene: Scene,
  verb: VerbChunk,
  entry: Entry,
  family: EventFamily,
  object: Object,
  ahead: boolean,
): { type: EventType; actors: readonly string[] } | undefined {
  const { target } = scene.memory
  const entity = doerOf(scene, verb, object)
  let actors = entity?.codes ?? []
  if (family.type === 'attack') {
    // An ambassador who attacks a text, a minister who launches an attack: words.
    if (!object.undergone && saysIt(scene, verb, entity)) return undefined
    if (actors.length === 0 && !object.undergone) actors = forcesOf(scene, verb.subject)
    // Bodies that only meet attack no one.
    actors = actors.filter((code) => code.length === 3 || code === 'NATO' || !isBody(code))
  }
  if (family.subjects !== undefined) {
    // "the 15-member council", "Council members"
    if (actors.length === 0 && isCouncil(scene, verb.subject)) actors = ['UNSC']
    const fits = actors.some((code) => family.subjects?.includes(code))
    if (!fits && !(object.undergone && actors.length === 0)) return undefined
    if (ahead) return undefined
  }
  if (family.future === true && !ahead && !/expect|be /.test(entry.words)) return undefined
  if (family.actor === 'UNSC')
    return family.subjects === undefined && ahead ? undefined : { type: family.type, actors: ['UNSC'] }
  if (actors.length === 0 && family.type === 'inspection' && !object.undergone)
    actors = verb.subject?.owner?.codes ?? []
  if (TESTS.has(family.type)) {
    // Rebels and other groups are no state, and not the one at issue either.
    if (!object.undergone && verb.subject?.entity?.silent === true) return undefined
    // A pronoun, or a voice without a state, leaves the one whose tests the article is about.
    const loose = entity?.pronoun === true || (verb.form === 'ing' && verb.subject === undefined)
    actors = loose && target !== undefined ? [target] : actors.filter((code) => !isBody(code))
  }
  // "a drone fired rockets at a convoy": no one's test
  if (TESTS.has(family.type) && aimed(scene, object)) return undefined
  if (TESTS.has(family.type) && actors.length === 0 && !object.undergone && nobody(scene, verb)) return undefined
  if (family.type === 'agreement' && verb.lemma === 'negotiate' && isProgressive(scene, verb))
    return { type: 'talks-held', actors: actors.length > 0 ? actors : target === undefined ? [] : [target] }
  if (family.type === 'agreement' && ahead && verb.lemma === 'negotiate') return undefined
  if (actors.length === 0 && family.fallback === 'target' && target !== undefined)
    actors = [object.noun.owner?.codes[0] ?? target]
  if (family.type === 'draft-tabled' && object.undergone && actors.length === 0) actors = authorsIn(scene, object.noun)
  if (family.type === 'draft-tabled' && (ahead || isUnderWay(scene, verb)))
    return verb.form === 'to' || verb.modal === 'will' || !ahead || (verb.modal === 'would' && inSpeech(scene, verb))
      ? { type: 'draft-expected', actors: actors.length === 0 ? ['UNSC'] : actors.slice(0, 1) }
      : undefined
  if (family.weak === true && verb.form !== 'finite' && verb.form !== 'participle') return undefined
  return { type: family.type, actors }
}

/** Fired at someone, not into the sea. */
function aimed(scene: Scene, object: Object): boolean {
  const { chunks } = scene.clauses
  const at = chunks[object.at + 1]
  const whom = chunks[object.at + 2]
  if (
    object.undergone ||
    at?.kind !== 'preposition' ||
    whom?.kind !== 'noun' ||
    !/^(?:at|into|on|against)$/.test(at.word)
  )
    return false
  for (let i = whom.from; i < whom.to; i++)
    if (/^(?:seas?|ocean|waters?|space|orbit|pacific|site|base|range|coast)$/.test(scene.tokens[i]?.lower ?? ''))
      return false
  return !/day$/.test(scene.tokens[whom.from]?.lower ?? '') && scene.tokens[whom.from]?.kind !== 'number'
}

/** A subject that is told and is of no state: "a drone", "gunmen". */
function nobody(scene: Scene, verb: VerbChunk): boolean {
  const { subject } = verb
  return (
    subject !== undefined &&
    subject.entity === undefined &&
    subject.owner === undefined &&
    /^(?:drones?|gunmen|militants?|rebels?|fighters?|insurgents?|men|boats?|plane)$/.test(
      scene.tokens[subject.to - 1]?.lower ?? '',
    )
  )
}

function isProgressive(scene: Scene, verb: VerbChunk): boolean {
  return verb.form === 'finite' && scene.tokens[verb.at]?.lower.endsWith('ing') === true
}

/** Words, not arms: "the ambassador attacked the draft". */
function saysIt(scene: Scene, verb: VerbChunk, entity: Entity | undefined): boolean {
  if (verb.subject !== undefined && isForce(scene, verb.subject)) return false
  return entity?.person === true || entity?.unnamed === true
}

/** "are drafting a resolution", "have begun drafting": not tabled yet. */
function isUnderWay(scene: Scene, verb: VerbChunk): boolean {
  if (!/^(?:draft|draw)$/.test(verb.lemma) || !scene.tokens[verb.at]?.lower.endsWith('ing')) return false
  return verb.form === 'finite' || /^(?:begin|start|finish|be)$/.test(verb.parent?.lemma ?? '')
}

/** Against whom: the state in or after the object ("attacked Lebanon", "a protest with Seoul"), never the actor. */
function againstOf(
  scene: Scene,
  family: EventFamily,
  object: Object,
  verb: VerbChunk,
  actors: readonly string[],
): string | undefined {
  if (!/^(?:attack|protest|threat)$/.test(family.type)) return undefined
  const { chunks } = scene.clauses
  for (let at = object.undergone ? verb.index : object.at; at < Math.min(chunks.length, object.at + 4); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && at > object.at) return undefined
    if (chunk?.kind !== 'noun') continue
    const code = chunk.owner?.codes[0] ?? chunk.entity?.codes[0]
    if (code !== undefined && !isBody(code) && !actors.includes(code)) return code
  }
  return undefined
}
