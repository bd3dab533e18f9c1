import { type Answer, type Finding, VERDICTS } from '../check/index.js'
import { fitForTerminal, wrap } from './colours.js'

export const FORMATS = ['text', 'md', 'json', 'jsonl', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** For people: the strictest finding first, every other below it, and what the answer covers. */
export function answerText(answer: Answer, on: string): string {
  const lines = [`${answer.verdict.toUpperCase()} on ${on}: ${VERDICTS[answer.verdict]}.`]
  if (answer.citations.length > 0) lines.push(...indent(answer.citations.join('; '), 2))
  if (answer.missing.length > 0)
    lines.push('', 'Missing, and it would tell:', ...answer.missing.map((field) => `  ${field}`))
  for (const finding of answer.findings) lines.push('', ...findingLines(finding))
  for (const one of answer.possible)
    lines.push(
      '',
      `Possible match, to be looked at by a person: "${fitForTerminal(one.given)}" is near ${one.listed}${one.reference === undefined ? '' : ` (${one.reference})`}.`,
    )
  lines.push('', ...coverageLines(answer))
  return `${lines.join('\n')}\n`
}

function findingLines(finding: Finding): string[] {
  const lines = [`${finding.verdict}  ${finding.citations.join('; ')}`, ...indent(finding.reason, 2)]
  if (finding.facts.length > 0) lines.push(...indent(`Facts: ${finding.facts.map(fitForTerminal).join('; ')}.`, 2))
  if (finding.conditions.length > 0) lines.push(...indent(`Conditions: ${finding.conditions.join('; ')}`, 2))
  if (finding.missing.length > 0) lines.push(...indent(`Missing: ${finding.missing.join('; ')}`, 2))
  return lines
}

function coverageLines(answer: Answer): string[] {
  const { coverage } = answer
  const regimes = coverage.regimes.map(
    (one) => `${one.name}: ${one.measures} measures of ${one.instruments} instruments, data until ${one.dataUntil}`,
  )
  const left = coverage.regimes.flatMap((one) => one.notEncoded)
  return [
    ...indent(`Covered: ${regimes.join('; ')}.`, 0),
    ...(left.length > 0 ? indent(`Not encoded: ${left.join('; ')}.`, 0) : []),
    ...(coverage.beyondData === undefined
      ? []
      : [`The data reach only until ${coverage.beyondData}; nothing later is known.`]),
    ...indent(coverage.note, 0),
  ]
}

function indent(text: string, by: number): string[] {
  return wrap(text, 100 - by).map((line) => `${' '.repeat(by)}${line}`)
}

export function answerMarkdown(answer: Answer, on: string): string {
  const cell = (text: string) => fitForTerminal(text).replaceAll('|', '\\|')
  const rows = answer.findings.map(
    (one) =>
      `| ${one.verdict} | ${one.citations.join('; ')} | ${cell(one.reason)} | ${cell(one.conditions.join('; '))} | ${cell(one.missing.join('; '))} |`,
  )
  const table =
    rows.length === 0
      ? []
      : ['| finding | paragraphs | reason | conditions | missing |', '|---|---|---|---|---|', ...rows, '']
  return [
    `**${answer.verdict}** on ${on}: ${VERDICTS[answer.verdict]}.`,
    '',
    ...table,
    coverageLines(answer).join(' '),
    '',
  ].join('\n')
}

export function answerJson(answer: Answer, format: 'json' | 'jsonl', id?: unknown): string {
  const value = id === undefined ? answer : { id, ...answer }
  return format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : `${JSON.stringify(value)}\n`
}
