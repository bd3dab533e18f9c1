import type { Article } from '../articles/index.js'
import { type Count, countView, membersByMark, needLines, outcomeLine } from '../council/index.js'
import { countMatters, type TallyFlag, tallyFlags } from '../penholder.js'
import type { Answer, Reading } from '../read/index.js'
import { printState } from '../states.js'
import { fitForTerminal } from './colours.js'
import { type PrintOptions, row, section } from './print-row.js'

/** What the Council adds to an answer as JSON: for each matter its count or null, and tallies that can’t be. */
export function councilJson(answer: Answer, readings: readonly Reading[], articles: readonly Article[]) {
  const counts = countMatters(answer, readings).map((count) => (count === undefined ? null : countView(count)))
  return { counts, tallyFlags: tallyFlags(articles, readings) }
}

/** The same for people; empty where no text is spoken of and no tally is wrong. */
export function printCouncil(
  answer: Answer,
  readings: readonly Reading[],
  articles: readonly Article[],
  options: PrintOptions,
): string {
  const counts = countMatters(answer, readings).filter((count) => count !== undefined)
  const flags = tallyFlags(articles, readings).flatMap((flag) => printTallyFlag(flag, options))
  const parts = [
    ...counts.flatMap((count) =>
      section(`The Council on ${count.on}: ${fitForTerminal(count.text.label)}`, countLines(count, options), options),
    ),
    ...section('Tallies that can’t be', flags, options),
  ]
  return parts.length === 0 ? '' : `\n${parts.join('\n\n')}\n`
}

function countLines(count: Count, options: PrintOptions): string[] {
  const groups = membersByMark(count).map(({ mark, members }) => {
    const names = members.map((one) => {
      const told = one.stand?.isVoteUndeclared === true && one.vote === undefined ? ' (vote undeclared)' : ''
      return `${printState(one.state)}${one.seat === 'permanent' ? '*' : ''}${told}`
    })
    return [`${mark.label} ${members.length}`, names.join(', ')] as const
  })
  return [
    ...row('', options.colours.bold(outcomeLine(count)), options),
    ...groups.flatMap(([label, names]) => row(label, names, options)),
    ...needLines(count).flatMap((line) => row('', line, options)),
    ...count.notes.flatMap((note) => row('note', fitForTerminal(note), options)),
  ]
}

function printTallyFlag({ article, quote, what }: TallyFlag, options: PrintOptions): string[] {
  const { colours } = options
  const words = `“${fitForTerminal(quote.text)}” ${colours.dim(fitForTerminal(`${article}@${quote.start}`))}`
  return [`  ${colours.yellow('!')} ${what}`, ...row('', words, options)]
}
