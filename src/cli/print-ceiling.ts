import {
  type Band,
  bandText,
  type Ceiling,
  type CeilingShare,
  type LimbShare,
  type SourceShare,
} from '../check/index.js'
import { printQuantity } from '../quantities.js'
import { fitForTerminal, wrap } from './colours.js'

/** One line for each ceiling: id, amount, period, paragraph. */
export function ceilingList(ceilings: readonly Ceiling[]): string {
  return ceilings
    .map(({ measure, regime }) => {
      const { limbs, own = '', period } = measure.cap
      const amount = limbs === undefined ? own : limbs.map(printQuantity).join(' or ')
      return `${measure.id.padEnd(16)} ${regime}  ${measure.citation}  ${amount}, ${period.replace('-', ' ')}\n`
    })
    .join('')
}

/** One period of a ceiling, by source, the Committee first. */
export function shareText({ ceiling, citation, period, factors, sources, disagreements }: CeilingShare): string {
  const lines = [
    `${ceiling}  ${citation}  ${period.from} to ${period.to}`,
    ...sources.flatMap((source) => ['', ...sourceLines(source)]),
    ...(disagreements.length > 0 ? ['', ...disagreements.map((told) => `  disagree: ${fitForTerminal(told)}`)] : []),
    ...(factors === undefined
      ? []
      : ['', ...indent(`Bands with ${factors.from} to ${factors.to} barrels a tonne. ${factors.source}.`)]),
  ]
  return `${lines.join('\n')}\n\n`
}

function sourceLines({ source, counted, left, limbs }: SourceShare): string[] {
  return [
    `  ${fitForTerminal(source)}`,
    ...limbs.flatMap((limb) => limbLines(limb, counted)),
    ...left.map(
      ({ report, why }) => `    not counted: ${report.from} to ${report.to}, ${report.value} ${report.unit}: ${why}`,
    ),
  ]
}

function limbLines({ unit, limit, running, steps }: LimbShare, counted: SourceShare['counted']): string[] {
  if (running.length === 0) return []
  const rows = running.map(({ until, report, total, percent }) => {
    const cited = counted.find(({ id }) => id === report)?.cited ?? ''
    const share = percent === undefined ? '' : `  ${percentText(percent)}`
    return `    until ${until}  ${fullBand(total, unit)}${share}  [${fitForTerminal(cited)}]`
  })
  const reached = steps.map(({ percent, reported, low, high }) => {
    const days = [...new Set([high, reported, low].map((day) => day ?? 'not yet'))]
    return `${percent} %: ${days.length === 1 ? days[0] : [days[0], days.at(-1)].join(' … ')}`
  })
  return [
    ...(limit === undefined ? [] : [`    of ${bandText({ reported: limit, low: limit, high: limit }, unit)}`]),
    ...rows,
    ...(reached.length > 0 ? [`    reached: ${reached.join('; ')}`] : []),
  ]
}

function fullBand(band: Band, unit: LimbShare['unit']): string {
  const { reported, low, high } = band
  const text = bandText(band, unit)
  return reported === undefined || low === high ? text : `${text} (${bandText({ low, high }, unit)})`
}

function percentText({ reported, low, high }: Band): string {
  const number = (value: number) => value.toFixed(1)
  const band = low === high ? '' : `${number(low)} to ${number(high)}`
  if (reported === undefined) return `${band} %`
  return band === '' ? `${number(reported)} %` : `${number(reported)} % (${band})`
}

function indent(text: string): string[] {
  return wrap(text, 98).map((line) => `  ${line}`)
}
