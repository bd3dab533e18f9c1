import { VERDICTS } from '../../http/view.js'
import type { Answer } from './shapes.js'

/** The answer as plain text, to be pasted into a file or a mail. */
export function answerText(answer: Answer): string {
  const { coverage } = answer
  return [
    `${answer.verdict.toUpperCase()} on ${answer.on}: ${VERDICTS[answer.verdict]}.`,
    ...(answer.citations.length > 0 ? [answer.citations.join('; ')] : []),
    ...(answer.missing.length > 0 ? ['', `Missing, and it would tell: ${answer.missing.join('; ')}`] : []),
    ...answer.findings.flatMap((finding) => [
      '',
      `${finding.verdict}: ${finding.citations.join('; ')}`,
      finding.reason,
      ...(finding.facts.length > 0 ? [`Facts: ${finding.facts.join('; ')}.`] : []),
      ...(finding.conditions.length > 0 ? [`Conditions: ${finding.conditions.join('; ')}`] : []),
      ...(finding.missing.length > 0 ? [`Missing: ${finding.missing.join('; ')}`] : []),
    ]),
    ...answer.possible.flatMap((one) => [
      '',
      `Possible match, to be looked at by a person: "${one.given}" is near ${one.listed}.`,
    ]),
    '',
    `Covered: ${coverage.regimes.map(({ name, measures, instruments, dataUntil }) => `${name}: ${measures} measures of ${instruments} instruments, data until ${dataUntil}`).join('; ')}.`,
    ...(coverage.beyondData === undefined
      ? []
      : [`The data reach only until ${coverage.beyondData}; nothing later is known.`]),
    coverage.note,
    '',
  ].join('\n')
}
