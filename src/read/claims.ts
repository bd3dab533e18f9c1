import type { Article } from '../articles/index.js'
import type { VagueDate } from '../dates.js'
import type { Quote } from '../quotes.js'
import type { Basis, Claim, ContactClaim, EventClaim, MeasureClaim, StanceClaim } from './claim.js'
import type { Collective } from './collectives.js'
import type { FoundContact } from './contact-found.js'
import { contactsIn } from './contacts.js'
import type { Entity } from './entity.js'
import type { FoundEvent } from './event-found.js'
import { eventsIn } from './events.js'
import { actsOnText, instrumentIn, quantityIn } from './instruments.js'
import { aboutOf } from './issues.js'
import { leaningsIn } from './leanings.js'
import type { FoundMeasure } from './measure-found.js'
import { tellsDraft } from './measure-status.js'
import { measuresIn } from './measures.js'
import { hold } from './memory.js'
import { point, raise } from './pointing.js'
import { quoteOf } from './quoting.js'
import type { ReadOptions } from './reading.js'
import type { FoundStance, Scene } from './scene.js'
import type { Sentence } from './sentences.js'
import { stancesIn } from './stances.js'
import { type Dated, datedIn } from './when.js'

/** What the claims of one sentence are made with. */
interface Making {
  readonly scene: Scene
  readonly article: Article
  readonly sentence: Sentence
  readonly why: boolean
  readonly claims: Claim[]
}

/** The claims of one sentence, in the order of their kinds; the same claim twice in a sentence is one. */
export function claimsIn(scene: Scene, article: Article, sentence: Sentence, options: ReadOptions): Claim[] {
  const { memory } = scene
  const making: Making = { scene, article, sentence, why: options.why === true, claims: [] }
  const dated = datedIn(scene, { published: memory.published, last: memory.lastDate })
  memory.lastDate = dated.last
  if (dated.unresolved) memory.undated = true
  const bare = namesNoOne(scene)
  if (!bare) {
    point(scene)
    const stances = stancesIn(scene)
    for (const found of stances) addStances(making, dated, found)
    for (const found of leaningsIn(scene, stances)) addStances(making, dated, found)
    if (!sentence.headline) hold(stances, memory)
    raise(scene, stances)
  }
  const events = eventsIn(scene)
  settleText(scene, events)
  for (const found of events) addEvents(making, dated, found)
  for (const found of measuresIn(scene)) addMeasures(making, dated, found)
  if (!bare) for (const found of contactsIn(scene)) addContact(making, dated, found)
  return making.claims
}

/** No one is named, meant or speaks, and no text of the Council stands for it: no one holds or meets anything. */
function namesNoOne(scene: Scene): boolean {
  const { chunks, voiced } = scene.clauses
  if (voiced || scene.mentions.length > 0 || scene.memory.issuers !== undefined) return false
  for (const chunk of chunks) {
    if (chunk.kind !== 'noun') continue
    if ((chunk.entity?.codes.length ?? 0) > 0 || (chunk.owner?.codes.length ?? 0) > 0) return false
    if (aboutOf(chunk, scene.tokens)?.about === 'resolution') return false
  }
  return true
}

/** How far the text at issue has come, as the sentence tells it. */
function settleText(scene: Scene, events: readonly FoundEvent[]): void {
  let failed = false
  for (const { type, planned } of events) {
    if ((type === 'adopted' || type === 'statement-adopted') && planned !== true) {
      scene.memory.text = 'adopted'
      return
    }
    failed ||= type === 'vetoed' || type === 'not-adopted' || type === 'vote-expected'
  }
  if (failed || tellsDraft(scene)) scene.memory.text = 'draft'
}

function addStances(making: Making, dated: Dated, found: FoundStance): void {
  const { scene, article, claims } = making
  const held = side(found.stance)
  for (const actor of found.actors) {
    if (
      claims.some(
        (each) =>
          each.kind === 'stance' && each.actor === actor && each.about === found.about && side(each.stance) === held,
      )
    )
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

function addEvents(making: Making, dated: Dated, found: FoundEvent): void {
  const { scene, article, sentence, claims } = making
  const { told } = scene.memory
  const date =
    dated.dateAt(found.from, found.planned === true) ?? (found.type === 'vote-expected' ? dated.ahead() : undefined)
  if (found.passing === true) {
    // A second mention in passing is the same event, unless it has a day of its own.
    const key = `${found.type} ${found.actors[0]}`
    if (told.has(key) && (date === undefined || told.has(`${key} ${date}`))) return
  }
  for (const actor of found.actors) {
    if (!sentence.headline) {
      told.add(`${found.type} ${actor}`)
      if (date !== undefined) told.add(`${found.type} ${actor} ${date}`)
    }
    if (claims.some((each) => each.kind === 'event' && each.type === found.type && each.actor === actor)) continue
    const quote = quoteOf(scene, article.text, sentence, found.from, found.to)
    const claim = { kind: 'event', article: article.id, type: found.type, actor } as EventClaim
    if (found.against !== undefined) claim.against = found.against
    if (found.planned === true) claim.planned = true
    const instrument = actsOnText(found.type) ? instrumentIn(quote.text) : undefined
    if (instrument !== undefined) claim.instrument = instrument
    complete(making, claim, date, found.speaker, quote, found)
  }
}

function addMeasures(making: Making, dated: Dated, found: FoundMeasure): void {
  const { scene, article, sentence, claims } = making
  const types = found.types.join()
  for (const by of found.by) {
    if (
      claims.some(
        (each) =>
          each.kind === 'measure' && each.by === by && each.status === found.status && each.types.join() === types,
      )
    )
      continue
    const quote = quoteOf(scene, article.text, sentence, found.from, found.to)
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
  }
}

function addContact(making: Making, dated: Dated, found: FoundContact): void {
  const { scene, article, claims } = making
  const { memory } = scene
  const { parties, mode } = found
  if (parties.length > memory.lastParties.length || !parties.every((code) => memory.lastParties.includes(code)))
    memory.lastParties = parties
  if (parties.length === 2) memory.lastPair = parties
  const key = [...parties].sort().join()
  if (claims.some((each) => each.kind === 'contact' && each.mode === mode && [...each.parties].sort().join() === key))
    return
  const claim = { kind: 'contact', article: article.id, parties: [...parties], mode } as ContactClaim
  if (found.persons.length > 0) claim.persons = [...found.persons]
  if (found.place !== undefined) claim.place = wordsAt(scene, article.text, found.place)
  if (found.planned === true) claim.planned = true
  const quote = quoteOf(scene, article.text, making.sentence, found.from, found.to)
  complete(making, claim, dated.dateAt(found.from, found.planned === true), undefined, quote, found)
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
  making.claims.push(claim)
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
