import type { Article } from '../articles/index.js'
import type { VagueDate } from '../dates.js'
import { type Quote, quoteAt } from '../quotes.js'
import type { Chunk } from './chunks.js'
import type { Basis, Claim } from './claim.js'
import { contactsIn } from './contacts.js'
import { eventsIn } from './events.js'
import { fallbackIn } from './fallback.js'
import { actsOnText, instrumentIn, quantityIn } from './instruments.js'
import { tellsDraft } from './measure-status.js'
import { measuresIn } from './measures.js'
import type { ReadOptions } from './reading.js'
import type { FoundStance, Scene } from './scene.js'
import type { Sentence } from './sentences.js'
import { stancesIn } from './stances.js'
import { datedIn } from './when.js'
import type { Entity } from './who.js'

/** The claims of one sentence, in the order of their kinds; the same claim twice in a sentence is one. */
export function claimsIn(scene: Scene, article: Article, sentence: Sentence, options: ReadOptions): Claim[] {
  const claims: Claim[] = []
  const { memory } = scene
  const dated = datedIn(scene, { published: memory.published, last: memory.lastDate })
  memory.lastDate = dated.last
  if (dated.unresolved) memory.undated = true
  const when = (date: VagueDate | undefined) => (date === undefined ? {} : { date })
  const seen = new Set<string>()
  const once = (key: string, claim: () => Claim) => {
    if (seen.has(key)) return
    seen.add(key)
    claims.push(claim())
  }
  const stances = stancesIn(scene)
  for (const found of [...stances, ...fallbackIn(scene, stances)]) {
    for (const actor of found.actors) {
      once(`stance ${actor} ${found.about} ${side(found.stance)}`, () => ({
        kind: 'stance',
        article: article.id,
        actor,
        stance: found.stance,
        about: found.about,
        ...(found.target === undefined ? {} : { target: found.target }),
        ...(found.past === true ? { past: true as const } : {}),
        ...(found.cast === true ? { cast: true as const } : {}),
        ...(found.conditional === true ? { conditional: true as const } : {}),
        ...when(dated.saidAt(found.from)),
        ...told(scene, sentence, found.speaker),
        quote: quoteOf(scene, article.text, sentence, found.from, found.to),
        ...why(scene, article.text, found, options),
      }))
    }
  }
  const events = eventsIn(scene)
  const adopted = events.some((each) => /^(?:adopted|statement-adopted)$/.test(each.type) && each.planned !== true)
  if (adopted) memory.text = 'adopted'
  else if (tellsDraft(scene) || events.some((each) => /^(?:vetoed|not-adopted)$/.test(each.type))) memory.text = 'draft'
  for (const found of events) {
    const date =
      dated.dateAt(found.from, found.planned === true) ?? (found.type === 'vote-expected' ? dated.ahead() : undefined)
    const known = scene.memory.told
    const key = `${found.type} ${found.actors[0]}`
    // A second mention in passing is the same event, unless it has a day of its own.
    if (found.passing === true && known.has(key) && (date === undefined || known.has(`${key} ${date}`))) continue
    for (const actor of found.actors) {
      if (!sentence.headline) {
        known.add(`${found.type} ${actor}`)
        if (date !== undefined) known.add(`${found.type} ${actor} ${date}`)
      }
      once(`event ${found.type} ${actor}`, () => {
        const quote = quoteOf(scene, article.text, sentence, found.from, found.to)
        return {
          kind: 'event',
          article: article.id,
          type: found.type,
          actor,
          ...(found.against === undefined ? {} : { against: found.against }),
          ...(found.planned === true ? { planned: true as const } : {}),
          ...(actsOnText(found.type) ? fact(quote, 'instrument', instrumentIn) : {}),
          ...when(date),
          ...told(scene, sentence, found.speaker),
          quote,
          ...why(scene, article.text, found, options),
        }
      })
    }
  }
  for (const found of measuresIn(scene)) {
    for (const by of found.by) {
      once(`measure ${by} ${found.status} ${found.types.join()}`, () => {
        const quote = quoteOf(scene, article.text, sentence, found.from, found.to)
        return {
          kind: 'measure',
          article: article.id,
          by,
          ...(found.against === undefined ? {} : { against: found.against }),
          types: [...found.types],
          status: found.status,
          ...(by === 'UNSC' ? fact(quote, 'instrument', instrumentIn) : {}),
          ...fact(
            { text: article.text.slice(quote.start, Math.min(sentence.end, quote.end + 60)) },
            'quantity',
            quantityIn,
          ),
          ...when(dated.dateAt(found.from, found.status === 'proposed')),
          ...told(scene, sentence, found.speaker),
          quote,
          ...why(scene, article.text, found, options),
        }
      })
    }
  }
  for (const found of contactsIn(scene)) {
    if (
      found.parties.length > scene.memory.lastParties.length ||
      !found.parties.every((code) => scene.memory.lastParties.includes(code))
    )
      scene.memory.lastParties = found.parties
    if (found.parties.length === 2) scene.memory.lastPair = found.parties
    once(`contact ${found.mode} ${[...found.parties].sort().join()}`, () => ({
      kind: 'contact',
      article: article.id,
      parties: [...found.parties],
      mode: found.mode,
      ...(found.persons.length === 0 ? {} : { persons: [...found.persons] }),
      ...(found.place === undefined ? {} : { place: wordsAt(scene, article.text, found.place) }),
      ...(found.planned === true ? { planned: true as const } : {}),
      ...when(dated.dateAt(found.from, found.planned === true)),
      ...told(scene, sentence, undefined),
      quote: quoteOf(scene, article.text, sentence, found.from, found.to),
      ...why(scene, article.text, found, options),
    }))
  }
  return claims
}

/** A further key of a claim, where its quote tells it. */
function fact<Key extends string>(
  quote: Pick<Quote, 'text'>,
  key: Key,
  find: (text: string) => string | undefined,
): { [K in Key]?: string } {
  const value = find(quote.text)
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string })
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

function why(
  scene: Scene,
  text: string,
  found: { rule: string; words: readonly [number, number] },
  options: ReadOptions,
) {
  if (options.why !== true) return {}
  const [from, to] = found.words
  const start = scene.tokens[from]?.start ?? 0
  const end = scene.tokens[Math.max(from, to - 1)]?.end ?? start
  return { why: { rule: found.rule, words: [text.slice(start, end)] } }
}

/** Basis and speaker. */
export function told(
  scene: Scene,
  sentence: Sentence,
  speaker: Entity | undefined,
): { basis: Basis; speaker?: { name?: string; office?: string } } {
  if (sentence.headline) return { basis: 'headline' }
  const named = speaker?.name !== undefined || speaker?.office !== undefined
  const who =
    named && speaker !== undefined
      ? {
          speaker: {
            ...(speaker.name === undefined ? {} : { name: speaker.name }),
            ...(speaker.office === undefined ? {} : { office: speaker.office }),
          },
        }
      : {}
  if (speaker === undefined) return { basis: scene.memory.issuers === undefined ? 'media' : 'document' }
  if (speaker.office !== undefined && /spokes|press secretary/.test(speaker.office))
    return { basis: 'spokesperson', ...who }
  if (speaker.name !== undefined) return { basis: 'on-record', ...who }
  if (speaker.unnamed === true) return { basis: 'unnamed', ...who }
  return { basis: scene.memory.issuers === undefined ? 'media' : 'document', ...who }
}

/** The clause that says it: from the holder's phrase to the issue, five to thirty words, cut at chunk edges. */
export function quoteOf(scene: Scene, text: string, sentence: Sentence, from: number, to: number) {
  const { chunks } = scene.clauses
  const subject = chunks[from]
  let first = from
  if (subject?.kind === 'verb' && subject.subject !== undefined && subject.subject.from < subject.from) {
    const index = chunks.findIndex(
      (chunk) => chunk.from <= (subject.subject?.from ?? 0) && (subject.subject?.from ?? 0) < chunk.to,
    )
    if (index >= 0 && from - index < 10) first = index
  }
  let last = Math.max(to, from)
  const size = () => (chunks[last]?.to ?? 0) - (chunks[first]?.from ?? 0)
  while (size() > 30 && first < from) first++
  while (last < chunks.length - 1 && size() < 9 && !ends(chunks[last + 1])) last++
  while (first > 0 && size() < 5 && !ends(chunks[first - 1])) first--
  while (last < chunks.length - 1 && chunks[last + 1]?.kind === 'close') last++
  const startToken = chunks[first]?.from ?? sentence.from
  const endToken = Math.min((chunks[last]?.to ?? sentence.to) - 1, startToken + 40)
  const start = scene.tokens[startToken]?.start ?? sentence.start
  const end = scene.tokens[Math.max(startToken, endToken)]?.end ?? sentence.end
  return quoteAt(text, start, end)
}

function ends(chunk: Chunk | undefined): boolean {
  return chunk === undefined || (chunk.kind === 'mark' && chunk.word !== '(' && chunk.word !== ')')
}
