import { openArticles } from '../articles/index.js'
import { symbolFor } from '../cite/index.js'
import type { Count, Matter, TextQuery } from '../council/index.js'
import { isVagueDate } from '../dates.js'
import { PenholderError, printProblem } from '../errors.js'
import { countReadings, lastDay } from '../penholder.js'
import { type Reading, readArticle } from '../read/index.js'
import { parseState } from '../states.js'

export interface CountArticlesOptions {
  readonly on?: string
  readonly target?: string
  readonly known?: string
  readonly published?: string
  readonly matter: Matter
  readonly parties: (on: string) => readonly string[]
}

/** Reads the articles and counts the positions that they tell; an article that fails is reported and the rest is counted. */
export async function countArticles(
  paths: readonly string[],
  draft: string | undefined,
  { on, known, published, target, matter, parties }: CountArticlesOptions,
): Promise<{ count: Count; hasFailed: boolean }> {
  if (published !== undefined && !isVagueDate(published)) {
    throw new PenholderError({
      code: 'bad-input',
      what: `--published "${published}" is no date`,
      expected: 'YYYY-MM-DD, YYYY-MM or YYYY',
    })
  }
  const readings: Reading[] = []
  let hasFailed = false
  for await (const each of openArticles(paths, {
    stdin: process.stdin,
    fetch: false,
    ...(published && { published }),
  })) {
    if ('problem' in each) {
      hasFailed = true
      process.stderr.write(`penholder: ${printProblem(each.problem)}\n`)
    } else readings.push(readArticle(each.article))
  }
  const concerned = target === undefined ? undefined : parseState(target).code
  const day = on ?? lastDay(readings.filter((reading) => concerned === undefined || reading.target === concerned))
  const options = {
    matter,
    ...(concerned !== undefined && { target: concerned }),
    ...(known !== undefined && { known }),
  }
  const count =
    day === undefined
      ? undefined
      : countReadings(readings, { ...options, on: day, parties: parties(day) }, queryOf(draft))
  if (count !== undefined) return { count, hasFailed }
  throw new PenholderError({
    code: 'bad-input',
    what: 'no article is dated, so it can’t be told who sat in the Council',
    expected: '--on DATE or --published DATE',
  })
}

/** A symbol, or the state that tabled the draft. */
function queryOf(draft: string | undefined): TextQuery {
  if (draft === undefined) return {}
  const symbol = symbolFor(draft)
  return symbol === undefined ? { sponsor: parseState(draft).code } : { symbol }
}
