import type { Article } from '../articles/index.js'
import type { VagueDate } from '../dates.js'
import type { Quote } from '../quotes.js'
import type { Basis, Claim, ContactClaim, EventClaim, MeasureClaim, StanceClaim } from './claim.js'
import type { Collective } from './collectives.js'
import type { FoundContact } from './contact-found.js'
import type { Entity } from './entity.js'
import type { FoundEvent } from './event-found.js'
import { actsOnText, instrumentIn, quantityIn } from './instruments.js'
import type { FoundMeasure } from './measure-found.js'
import { quoteOf } from './quoting.js'
import type { FoundStance, Scene } from './scene.js'
import type { Sentence } from './sentences.js'
import type { Dated } from './when.js'

/** The claims of one sentence by kind, and what they are made with. */
export interface Making {
  readonly scene: Scene
  readonly article: Article
  readonly sentence: Sentence
  readonly dated: Dated
  /** Whether claims name the words that made them. */
  readonly why: boolean
  readonly stances: StanceClaim[]
  readonly events: EventClaim[]
  readonly measures: MeasureClaim[]
  readonly contacts: ContactClaim[]
}

/** A claim for each actor who holds it and of whom the sentence does not say it yet. */
export function addStances(making: Making, found: FoundStance): void {
  const { scene, article, dated, stances } = making
  const held = side(found.stance)
  for (const actor of found.actors) {
    if (stances.some((each) => each.actor === actor && each.about === found.about && side(each.stance) === held))
      continue
    const claim = {
      kind: 'stance',
      article: article.id,
      actor,
      stance: found.stance,
      about: found.about,
    } as StanceClaim
    if (found.target !== undefined) claim.target = found.target
    if (found.past === true) claim.past = true
    if (found.cast === true) claim.cast = true
    if (found.conditional === true) claim.conditional = true
    if (found.collective !== undefined) claim.collective = collectiveOf(article.text, scene, found.collective)
    complete(
      making,
      claim,
      dated.saidAt(found.from),
      found.speaker,
      quoteOf(scene, article.text, making.sentence, found.from, found.to),
      found,
    )
    stances.push(claim)
  }
}

/** The group in the article's words. */
function collectiveOf(
  text: string,
  { tokens }: Scene,
  { from, to, count }: Collective,
): NonNullable<StanceClaim['collective']> {
  const words = text.slice(tokens[from]?.start, tokens[to - 1]?.end)
  return count === undefined ? { text: words } : { text: words, count }
}

/** A claim for each actor; a second mention in passing tells nothing. */
export function addEvents(making: Making, found: FoundEvent): void {
  const { scene, article, dated, sentence, events } = making
  const { told } = scene.memory
  const date =
    dated.dateAt(found.from, found.planned === true) ?? (found.type === 'vote-expected' ? dated.ahead() : undefined)
  if (found.passing === true) {
    // A second mention in passing is the same event, unless it has a day of its own.
    const key = `${found.type} ${found.actors[0]}`
    const day = date ?? dated.monthAt(found.from)
    if (told.has(key) && (day === undefined || told.has(`${key} ${day}`))) return
  }
  for (const actor of found.actors) {
    if (!sentence.headline) {
      told.add(`${found.type} ${actor}`)
      const day = date ?? dated.monthAt(found.from)
      if (day !== undefined) told.add(`${found.type} ${actor} ${day}`)
    }
    if (events.some((each) => each.type === found.type && each.actor === actor)) continue
    const quote = quoteOf(scene, article.text, sentence, found.from, found.to)
    const claim = { kind: 'event', article: article.id, type: found.type, actor } as EventClaim
    if (found.against !== undefined) claim.against = found.against
    if (found.planned === true) claim.planned = true
    const instrument = actsOnText(found.type) ? instrumentIn(quote.text) : undefined
    if (instrument !== undefined) claim.instrument = instrument
    complete(making, claim, date, found.speaker, quote, found)
    events.push(claim)
  }
}

/** A claim for each of those who restrict. */
export function addMeasures(making: Making, found: FoundMeasure): void {
  const { scene, article, dated, sentence, measures } = making
  const types = found.types.join()
  for (const by of found.by) {
    if (measures.some((each) => each.by === by && each.status === found.status && each.types.join() === types)) continue
    const quote = quoteOf(scene, article.text, sentence, found.from, found.to)
    if (measures.some((each) => each.by === by && holds(each, found.types, quote.start))) continue
    const claim = { kind: 'measure', article: article.id, by } as MeasureClaim
    if (found.against !== undefined) claim.against = found.against
    claim.types = [...found.types]
    claim.status = found.status
    const instrument = by === 'UNSC' ? instrumentIn(quote.text) : undefined
    if (instrument !== undefined) claim.instrument = instrument
    const quantity = quantityIn(article.text.slice(quote.start, Math.min(sentence.end, quote.end + 60)))
    if (quantity !== undefined) claim.quantity = quantity
    complete(
      making,
      claim,
      dated.dateAt(found.from, found.status === 'proposed' && !isPast(making.scene)),
      found.speaker,
      quote,
      found,
    )
    measures.push(claim)
  }
}

/** "imposed an embargo and froze assets": the second is a part of what the first tells. */
function holds({ types, quote }: MeasureClaim, some: FoundMeasure['types'], start: number): boolean {
  return quote.start <= start && start < quote.end && some.every((type) => types.includes(type))
}

/** A claim of those who met. */
export function addContact(making: Making, found: FoundContact): void {
  const { scene, article, dated, contacts } = making
  const { parties, mode } = found
  const key = [...parties].sort().join()
  if (contacts.some((each) => each.mode === mode && [...each.parties].sort().join() === key)) return
  const claim = { kind: 'contact', article: article.id, parties: [...parties], mode } as ContactClaim
  if (found.persons.length > 0) claim.persons = [...found.persons]
  if (found.place !== undefined) claim.place = wordsAt(scene, article.text, found.place)
  if (found.planned === true) claim.planned = true
  const quote = quoteOf(scene, article.text, making.sentence, found.from, found.to)
  complete(making, claim, dated.dateAt(found.from, found.planned === true), undefined, quote, found)
  contacts.push(claim)
}

/** The sentence tells what was. */
function isPast(scene: Scene): boolean {
  return scene.clauses.verbs.some((verb) => verb.form === 'finite' && verb.past && verb.modal === undefined)
}

/** What all claims have: date, basis, speaker, quote, and the words that made it where they are asked for. */
function complete(
  making: Making,
  claim: Claim,
  date: VagueDate | undefined,
  speaker: Entity | undefined,
  quote: Quote,
  found: { readonly rule: string; readonly words: readonly [number, number] },
): void {
  const { scene, sentence } = making
  if (date !== undefined) claim.date = date
  claim.basis = basisOf(scene, sentence, speaker)
  if (!sentence.headline && (speaker?.name !== undefined || speaker?.office !== undefined)) {
    claim.speaker = {}
    if (speaker.name !== undefined) claim.speaker.name = speaker.name
    if (speaker.office !== undefined) claim.speaker.office = speaker.office
  }
  claim.quote = quote
  if (making.why) claim.why = { rule: found.rule, words: [textOfWords(making, found.words)] }
}

/** The words of a run of tokens, as they stand in the text. */
function textOfWords({ scene, article }: Making, [from, to]: readonly [number, number]): string {
  const start = scene.tokens[from]?.start ?? 0
  return article.text.slice(start, scene.tokens[Math.max(from, to - 1)]?.end ?? start)
}

/** The words of a run of tokens, as they stand in the text, white space made one space. */
function wordsAt(scene: Scene, text: string, [from, to]: readonly [number, number]): string {
  return text.slice(scene.tokens[from]?.start ?? 0, scene.tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ')
}

function side(stance: FoundStance['stance']): string {
  if (stance === 'supports' || stance === 'sponsors') return stance
  if (stance === 'opposes' || stance === 'vetoes') return 'against'
  return stance
}

/** Who vouches for what is said. */
function basisOf(scene: Scene, sentence: Sentence, speaker: Entity | undefined): Basis {
  if (sentence.headline) return 'headline'
  if (speaker?.office !== undefined && /spokes|press secretary/.test(speaker.office)) return 'spokesperson'
  if (speaker?.name !== undefined) return 'on-record'
  if (speaker?.unnamed === true) return 'unnamed'
  return scene.memory.issuers === undefined ? 'media' : 'document'
}
