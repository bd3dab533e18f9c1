import { type ToldMeasure, tieMeasures } from '../penholder.js'
import type { Reading } from '../read/index.js'
import { fitForTerminal } from './colours.js'
import { type PrintOptions, row, section } from './print-row.js'

/** What the law adds to an answer as JSON: the paragraphs of each measure that is mentioned. */
export function tiedJson(readings: readonly Reading[]): { tiedMeasures: ToldMeasure[] } {
  return { tiedMeasures: tieMeasures(readings) }
}

/** The same for people; empty where no measure of the Council is mentioned. */
export function printTied(readings: readonly Reading[], options: PrintOptions): string {
  const tied = tieMeasures(readings)
  const flags = tied.flatMap((told) =>
    told.wrong === undefined
      ? []
      : [`  ${options.colours.yellow('!')} ${told.wrong}`, ...row('', wordsOf(told, options), options)],
  )
  const lines = tied
    .filter((told) => told.paragraphs.length > 0)
    .flatMap((told) => row('', `${told.paragraphs.join('; ')} ${wordsOf(told, options)}`, options))
  const parts = [
    ...section('In the law that day', lines, options),
    ...section('Measures ascribed to another text', flags, options),
  ]
  return parts.length === 0 ? '' : `\n${parts.join('\n\n')}\n`
}

function wordsOf({ article, quote }: ToldMeasure, { colours }: PrintOptions): string {
  return `“${fitForTerminal(quote.text)}” ${colours.dim(fitForTerminal(`${article}@${quote.start}`))}`
}
