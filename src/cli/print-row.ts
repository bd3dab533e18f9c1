import type { Cited, Flag } from '../read/index.js'
import { type Colours, fitForTerminal, wrap } from './colours.js'

export interface PrintOptions {
  readonly colours: Colours
  /** Characters in a line. */
  readonly width: number
  /** Names the rule and the words that fired. */
  readonly verbose: boolean
}

const LABEL = 13

/** A title and its lines; nothing where there are no lines. */
export function section(title: string, lines: readonly string[], { colours }: PrintOptions): string[] {
  return lines.length === 0 ? [] : [[` ${colours.underline(title)}`, ...lines].join('\n')]
}

/** A label in a column of its own and words beside it, wrapped. */
export function row(
  label: string,
  text: string,
  options: PrintOptions,
  paint: (label: string) => string = String,
): string[] {
  const [first = '', ...rest] = wrap(text, Math.max(30, options.width - LABEL - 2))
  const gap = ' '.repeat(Math.max(1, LABEL - label.length))
  return [`  ${paint(label)}${gap}${first}`, ...rest.map((line) => ' '.repeat(LABEL + 2) + line)]
}

/** The words of a claim, where they stand and who vouches for them; with the rule that made it where that is wanted. */
export function quoted({ claim, line }: Cited, { colours, verbose }: PrintOptions): string {
  const said = [claim.speaker?.name ?? claim.speaker?.office, claim.basis].filter((each) => each !== undefined)
  const source = [...new Set(said)].join(', ')
  const why = verbose && claim.why !== undefined ? ` [${claim.why.rule}: ${claim.why.words.join(' … ')}]` : ''
  return `“${fitForTerminal(claim.quote.text)}” ${colours.dim(fitForTerminal(`${claim.article}:${line}, ${source}${why}`))}`
}

export function printFlag(flag: Flag, options: PrintOptions): string[] {
  const { colours } = options
  const quotes = flag.quotes.flatMap(({ quote, article, line }) =>
    row('', `“${fitForTerminal(quote.text)}” ${colours.dim(`${fitForTerminal(article)}:${line}`)}`, options),
  )
  return [`  ${colours.yellow('!')} ${flag.what}`, ...quotes]
}

/** `asset-freeze` is asset freeze. */
export function plain(code: string): string {
  return code.replaceAll('-', ' ')
}

export { printActor as nameOf } from '../states.js'
