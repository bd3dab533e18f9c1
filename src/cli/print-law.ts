import { isWithin } from '../dates.js'
import type { Cap, LawChange, LawInstrument, LawMeasure, RegimeLaw } from '../law/index.js'
import { printQuantity } from '../quantities.js'

const NOTE = 'United Nations measures as encoded, in our own words; national law may be stricter. No legal advice.'

export function regimesText(regimes: readonly RegimeLaw[]): string {
  const lines = regimes.flatMap(({ regime, coverage, instruments, measures }) => [
    `${regime.id}  ${regime.name}`,
    `  from ${regime.from}; data until ${regime.dataUntil}; ${measures.length} measures; ${coverage.encoded} of ${coverage.paragraphs} operative paragraphs encoded, the rest left out with reasons`,
    ...instruments.map((one) => `  ${one.symbol}  ${one.adopted}  ${paragraphsOf(one)}`),
  ])
  return `${lines.join('\n')}\n`
}

function paragraphsOf(one: LawInstrument): string {
  if (one.kind === 'committee-act') return 'an act of the committee'
  if (one.operativeParagraphs === undefined)
    return `${one.encodedParagraphs} encoded of a text whose paragraphs nobody has counted`
  return `${one.encodedParagraphs} of ${one.operativeParagraphs} operative paragraphs encoded`
}

export function lawText(regime: RegimeLaw, measures: readonly LawMeasure[], on: string): string {
  const head = `${regime.regime.name}: ${measures.length} measure${measures.length === 1 ? '' : 's'} in force on ${on}`
  return `${[head, '', ...measures.flatMap((measure) => [...block(regime, measure, on), '']), tail(regime, on)].join('\n')}\n`
}

function block(regime: RegimeLaw, measure: LawMeasure, on: string): string[] {
  const lines = [`${measure.citation}  [${measure.force}]`, `  ${measure.says}`, `  applies ${life(measure)}`]
  if (measure.hs !== undefined) lines.push(`  HS codes in the text: ${measure.hs.join(', ')}`)
  if (measure.cap !== undefined) lines.push(`  ceiling: ${ceiling(measure.cap)}`)
  for (const exemption of measure.exemptions) {
    if (!exemption.periods.some((period) => isWithin(on, period))) continue
    const by = exemption.citation === measure.citation ? '' : ` (${exemption.citation})`
    lines.push(`  except, by ${exemption.gate === 'itself' ? 'its own terms' : exemption.gate}: ${exemption.gist}${by}`)
  }
  for (const report of measure.reports ?? []) lines.push(`  to report: ${report.what}`)
  if (measure.replaces.length > 0) lines.push(`  replaced ${named(regime, measure.replaces)}`)
  for (const end of measure.endedBy)
    lines.push(`  ${end.effect === 'replaces' ? 'replaced' : end.effect} by ${end.citation} on ${end.from}`)
  for (const amended of measure.amendedBy)
    lines.push(`  amended by ${amended.citation} on ${amended.from}: ${amended.gist}`)
  return lines
}

function life(measure: LawMeasure): string {
  if (measure.periods.length === 0) return 'never'
  return measure.periods
    .map((period) => `from ${period.from}${period.to === undefined ? '' : ` to ${period.to}`}`)
    .join(', ')
}

function ceiling(cap: Cap): string {
  const amount = cap.limbs === undefined ? cap.own : cap.limbs.map(printQuantity).join(' or ')
  const steps = cap.notices === undefined ? '' : `; the committee tells states at ${cap.notices.join(', ')} %`
  const stop = cap.stopAt === undefined ? '' : `; nothing more after the notice at ${cap.stopAt} %`
  const per =
    cap.period === 'standing' || cap.period === 'term'
      ? ''
      : ` in each ${cap.period === 'calendar-year' ? 'calendar year' : 'twelve months'}`
  return `${amount}${per}, ${cap.counted === 'all-states' ? 'all states together' : 'each state for itself'}${steps}${stop}`
}

function named(regime: RegimeLaw, ids: readonly string[]): string {
  const citations = ids.map((id) => regime.measures.find((measure) => measure.id === id)?.citation ?? id)
  return [...new Set(citations)].join(', ')
}

function tail(regime: RegimeLaw, on: string): string {
  const late =
    on > regime.regime.dataUntil ? ` The data reach until ${regime.regime.dataUntil}; nothing later is known.` : ''
  const general = regime.general.filter((one) => one.periods.some((period) => isWithin(on, period)))
  return [...general.map((one) => `General exemption, ${one.citation}: ${one.gist}`), `${NOTE}${late}`].join('\n')
}

export function lawMarkdown(regime: RegimeLaw, measures: readonly LawMeasure[], on: string): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const rows = measures.map((measure) => {
    const exceptions = measure.exemptions
      .filter((one) => one.periods.some((period) => isWithin(on, period)))
      .map((one) => one.gist)
      .join(' ')
    return `| ${measure.citation} | ${measure.force} | ${cell(measure.says)} | ${life(measure)} | ${cell(exceptions)} |`
  })
  return `## ${regime.regime.name}: measures in force on ${on}\n\n| paragraph | force | measure | applies | except |\n|---|---|---|---|---|\n${rows.join('\n')}\n\n${tail(regime, on)}\n`
}

export function lawCsv(measures: readonly LawMeasure[]): string {
  const head = [
    'id',
    'citation',
    'force',
    'duty',
    'says',
    'from',
    'to',
    'flow',
    'acts',
    'goods',
    'hs',
    'replaces',
    'ended_by',
  ]
  const rows = measures.flatMap((measure) =>
    (measure.periods.length === 0 ? [{ from: '', to: '' }] : measure.periods).map((period) => [
      measure.id,
      measure.citation,
      measure.force,
      measure.duty,
      measure.says,
      period.from,
      period.to ?? '',
      measure.flow,
      measure.acts.join(' '),
      (measure.goods ?? []).join(' '),
      (measure.hs ?? []).join(' '),
      measure.replaces.join(' '),
      measure.endedBy.map((end) => end.citation).join('; '),
    ]),
  )
  return [head, ...rows]
    .map((row) => row.map(field).join(','))
    .join('\r\n')
    .concat('\r\n')
}

/** A CSV field; a leading sign that a spreadsheet would compute is kept from it by an apostrophe. */
export function field(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const WORDS = {
  began: 'begins',
  ended: 'ends',
  amended: 'is amended',
  'exemption-opened': 'gains an exemption',
  'exemption-closed': 'loses an exemption',
} as const

export function lawDiffText(changes: readonly LawChange[]): string {
  if (changes.length === 0) return 'Nothing changed.\n'
  const lines: string[] = []
  let day = ''
  for (const change of changes) {
    if (change.day !== day) {
      day = change.day
      lines.push(lines.length === 0 ? day : `\n${day}`)
    }
    const by = change.by === change.measure.citation ? '' : ` (${change.by})`
    lines.push(
      `  ${change.measure.citation} ${WORDS[change.change]}${by}: ${change.exemption?.gist ?? change.gist ?? change.measure.says}`,
    )
  }
  return `${lines.join('\n')}\n`
}
