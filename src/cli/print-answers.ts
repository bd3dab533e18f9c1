import type { Difference, KeptAnswer, Reason, Rerun } from '../answers/index.js'
import type { Finding } from '../check/index.js'
import { printProblem } from '../errors.js'
import { fitForTerminal, wrap } from './colours.js'

/** A kept check on one line, without its parties. */
export function keptLine({ id, at, who, on, label, answer, note }: KeptAnswer): string {
  const words = [id, at.slice(0, 19), `on ${on}`, answer.verdict, answer.citations[0], `by ${who}`]
  const more = [label === undefined ? undefined : `(${label})`, note === undefined ? undefined : `“${note}”`]
  return `${[...words, ...more]
    .flatMap((word) => word ?? [])
    .map(fitForTerminal)
    .join('  ')}\n`
}

/** What a list shows of a kept check: not the activity, which may name parties. */
export function keptJson({ activity: _, answer, versions, figures: __, ...kept }: KeptAnswer) {
  return { ...kept, verdict: answer.verdict, citations: answer.citations, versions }
}

export function rerunJson({ kept, is, ...rerun }: Rerun) {
  const { id, on, known, label, at, versions, answer } = kept
  return { id, on, known, label, at, versions, ...rerun, was: answer, is }
}

export function rerunText({ kept, is, problems, differs, differences, why }: Rerun): string {
  const head = `${kept.id}  on ${kept.on}  kept ${kept.at.slice(0, 10)}`
  if (!differs) return `${head}: the same, ${kept.answer.verdict}\n`
  const lines = [
    `${head}: ${kept.answer.verdict}, today ${is?.verdict ?? 'refused'}`,
    ...differences.flatMap(differenceLines).map(indented),
    ...(problems ?? []).map((problem) => indented(printProblem(problem))),
    ...(why.length > 0
      ? why.flatMap(reasonLines)
      : ['  why: the data and the program are the same; this can’t be told']),
  ]
  return `${lines.join('\n')}\n\n`
}

function indented(text: string): string {
  return `  ${fitForTerminal(text)}`
}

function differenceLines(difference: Difference): string[] {
  switch (difference.field) {
    case 'verdict':
      return [`verdict: ${difference.was}, today ${difference.is}`]
    case 'order':
      return [`order: ${difference.was.join('; ')}`, `today: ${difference.is.join('; ')}`]
    case 'finding':
      return findingLines(difference)
    default:
      return [
        ...difference.gone.map((one) => `${difference.field}: no longer ${one}`),
        ...difference.added.map((one) => `${difference.field}: now ${one}`),
      ]
  }
}

function findingLines({ measure, was, is }: Extract<Difference, { field: 'finding' }>): string[] {
  const told = (finding: Finding) => `${finding.verdict} by ${finding.citations[0]} (${measure})`
  if (was === undefined || is === undefined)
    return [was === undefined ? `finding: now ${is && told(is)}` : `finding: no longer ${told(was)}`]
  const fields = (['verdict', 'citations', 'reason', 'facts', 'conditions', 'missing'] as const).filter(
    (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  )
  return [`finding: ${told(is)}: ${fields.join(', ')} changed`]
}

function reasonLines({ kind, what, isSure }: Reason): string[] {
  const [first = '', ...more] = wrap(fitForTerminal(`${isSure ? 'because' : 'perhaps because'} (${kind}) ${what}`), 98)
  return [`  ${first}`, ...more.map((line) => `    ${line}`)]
}
