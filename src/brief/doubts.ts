import { KNOWN_DAYS, lastRecordedDay, listed } from '../council/index.js'
import type { RegimeLaw } from '../law/index.js'
import { isOnText } from '../matters/index.js'
import { type TallyFlag, tallyFlags, tieMeasure } from '../penholder.js'
import type { Flag, MeasureClaim, Reading } from '../read/index.js'
import { printActor } from '../states.js'
import type { Brief, Doubt, Words } from './brief.js'
import type { CountedText } from './counted.js'
import type { Gathered } from './gather.js'
import { plural } from './wording.js'

/** What is doubtful: sources that disagree, headlines that go too far, tallies that can’t be, measures of another text. */
export function doubtsIn(
  flags: readonly Flag[],
  readings: readonly Reading[],
  measures: readonly MeasureClaim[],
  gathered: Gathered,
): Doubt[] {
  const published = new Map(gathered.articles.map((article) => [article.id, article.published]))
  const wrong = measures.flatMap((claim): Doubt[] => {
    const tied = tieMeasure(claim, published.get(claim.article))
    if (tied?.wrong === undefined) return []
    return [{ what: tied.wrong, words: [gathered.wordsOf(claim)], law: tied.paragraphs }]
  })
  return [
    ...flags.map(({ what, quotes }) => ({ what: spelt(what), words: quotes.map((quote) => quoted(quote, gathered)) })),
    ...tallyFlags(gathered.articles, readings).map((flag) => ({ what: flag.what, words: [quoted(flag, gathered)] })),
    ...once(wrong),
  ]
}

/** A flag names states by their codes. */
function spelt(what: string): string {
  return what.replace(/\b[A-Z]{2,4}\b/g, (code) => printActor(code))
}

function quoted({ article, quote }: Pick<TallyFlag, 'article' | 'quote'>, { sources }: Gathered): Words {
  const source = sources.find((one) => one.article === article)?.number ?? 0
  return { text: quote.text, cite: { source, start: quote.start, end: quote.end }, basis: 'media' }
}

function once(doubts: readonly Doubt[]): Doubt[] {
  const seen = new Set<string>()
  return doubts.filter(({ what, words: [first] }) => {
    const key = `${what}|${first?.cite.source}|${first?.cite.start}`
    return !seen.has(key) && seen.add(key)
  })
}

/** What the brief can’t tell, in whole sentences. */
export function notKnown(
  brief: Pick<Brief, 'matter' | 'on' | 'members' | 'basis' | 'events'>,
  texts: readonly CountedText[],
  regime: RegimeLaw | undefined,
  gathered: Gathered,
): string[] {
  const { matter, on, members } = brief
  const notes: string[] = []
  const shown = texts.at(-1)
  if (shown === undefined) notes.push('No draft and no decision is spoken of.')
  else if (shown.count.text.vote === undefined) {
    const isUnknown = ({ stands }: Brief['members'][number]) => !stands.some(({ column }) => column === shown.key)
    const silent = members.filter(isUnknown)
    if (silent.length > 0)
      notes.push(
        `Where they stand on the text, no report says: ${listed(silent.map(({ code }) => code))} (${silent.length} of ${members.length}).`,
      )
    const undeclared = members.filter(({ stands }) =>
      stands.some(
        (stand) =>
          stand.column === shown.key && (stand.stance === 'undeclared' || stand.marks.includes('vote undeclared')),
      ),
    )
    if (undeclared.length > 0)
      notes.push(`Said not to say how they will vote: ${listed(undeclared.map(({ code }) => code))}.`)
  }
  for (const { count, isOnTheTable, asOf } of texts) {
    const isOpen = count.text.status === 'expected' || count.text.status === 'tabled'
    if (isOpen && !isOnTheTable)
      notes.push(
        `What became of ${count.text.status === 'expected' ? 'the text that was expected' : count.text.label} is not told after ${asOf}.`,
      )
    if (count.text.vote === undefined && !isOpen && count.text.candidates.length > 1)
      notes.push(
        `Which vote is meant by “${count.text.label}” can’t be told: ${count.text.candidates.map(({ text }) => text).join('; ')} fit.`,
      )
  }
  const loose = gathered.view.claims.filter(({ claim, draft }) => draft === undefined && isOnText(claim)).length
  if (gathered.view.drafts.length > 0 && loose > 0)
    notes.push(
      `On none of the drafts that are kept, or it can’t be told on which: ${plural(loose, 'claim')} on a text.`,
    )
  const undated = brief.events.filter(({ date }) => date === undefined).length
  if (undated > 0)
    notes.push(`${plural(undated, 'event')} without a day of their own: told at the day of their report.`)
  for (const article of gathered.articles)
    if (article.problems.length > 0) notes.push(`${article.title ?? article.name}: ${article.problems.join('; ')}.`)
  const textless = gathered.articles.filter(({ hasText }) => !hasText).length
  if (textless > 0)
    notes.push(`Kept without the full text, so not looked over for doubts: ${plural(textless, 'article')}.`)
  if (matter.target === undefined) notes.push('The matter names no state that it concerns.')
  if (regime === undefined)
    notes.push(
      `No sanctions regime of the data fits${matter.target === undefined ? '' : ` ${printActor(matter.target)}`}: what is in force can’t be told.`,
    )
  else {
    if (on > regime.regime.dataUntil)
      notes.push(`The law data reach until ${regime.regime.dataUntil}; nothing later is known.`)
    const { encoded, paragraphs } = regime.coverage
    if (encoded < paragraphs)
      notes.push(
        `${encoded} of ${paragraphs} operative paragraphs of ${regime.regime.name} are encoded; the others are left out with their reasons (penholder law ${regime.regime.id}).`,
      )
  }
  if (on > lastRecordedDay()) notes.push(`The record of votes ends on ${lastRecordedDay()}.`)
  if (on < KNOWN_DAYS.from || on > KNOWN_DAYS.to)
    notes.push('The members of the Council on that day are not in the data.')
  return notes
}
