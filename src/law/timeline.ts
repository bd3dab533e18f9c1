import { type CivilDate, dayNumber } from '../dates.js'
import type { LawMeasure, RegimeLaw } from './measures.js'

/** Colours of Okabe and Ito, told apart in grey by their pattern as well. */
const LOOKS = {
  binding: { fill: '#0072b2', label: 'binding' },
  'called-for': { fill: 'url(#called-for)', label: 'called for' },
  interpretive: { fill: 'url(#interpretive)', label: 'says what another paragraph means' },
} as const
const ROW = 18
const LEFT = 260
const WIDTH = 1100

/** The lives of measures as a picture (SVG): one bar for each period, the day asked as a line. Deterministic. */
export function timelineSvg(
  regime: RegimeLaw,
  measures: readonly LawMeasure[],
  on: CivilDate,
  until: CivilDate,
): string {
  const from =
    measures.flatMap((measure) => measure.periods.map((period) => period.from)).sort()[0] ?? regime.regime.from
  const [first, last] = [dayNumber(from), Math.max(dayNumber(until), dayNumber(on), dayNumber(from) + 365)]
  const at = (day: CivilDate) =>
    LEFT + ((Math.min(Math.max(dayNumber(day), first), last) - first) / (last - first)) * (WIDTH - LEFT - 30)
  const top = 70
  const height = top + measures.length * ROW + 90
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, index) => `${Number(from.slice(0, 4)) + index}-01-01`,
  ).filter((day) => day >= from)
  const grid = years.map(
    (day) =>
      `<line x1="${x(at(day))}" y1="${top - 8}" x2="${x(at(day))}" y2="${top + measures.length * ROW}" stroke="#ddd"/><text x="${x(at(day))}" y="${top - 12}" font-size="10" text-anchor="middle">${day.slice(0, 4)}</text>`,
  )
  const rows = measures.map((measure, index) => {
    const y = top + index * ROW
    const bars = measure.periods.map((period) => {
      const end = period.to ?? until
      const width = Math.max(2, at(end) - at(period.from))
      return `<rect x="${x(at(period.from))}" y="${y + 3}" width="${x(width)}" height="${ROW - 7}" fill="${LOOKS[measure.force].fill}" stroke="#333" stroke-width="0.5"><title>${escaped(`${measure.citation}: ${measure.says} ${period.from} to ${period.to ?? 'open'}`)}</title></rect>`
    })
    const none =
      measure.periods.length === 0 ? `<text x="${LEFT}" y="${y + 13}" font-size="9">never applied</text>` : ''
    return `<text x="${LEFT - 8}" y="${y + 13}" font-size="10" text-anchor="end">${escaped(shortCitation(measure))}</text>${bars.join('')}${none}`
  })
  const legend = Object.values(LOOKS).map(
    (look, index) =>
      `<rect x="${LEFT + index * 200}" y="${height - 62}" width="22" height="11" fill="${look.fill}" stroke="#333" stroke-width="0.5"/><text x="${LEFT + index * 200 + 28}" y="${height - 53}" font-size="11">${look.label}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" fill="#111">
<title>${escaped(`${regime.regime.name}: measures over time`)}</title>
<defs><pattern id="called-for" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M0 6L6 0" stroke="#e69f00" stroke-width="2"/></pattern><pattern id="interpretive" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/><circle cx="2.5" cy="2.5" r="1.2" fill="#009e73"/></pattern></defs>
<rect width="100%" height="100%" fill="#fff"/>
<text x="20" y="26" font-size="16" font-weight="bold">${escaped(regime.regime.name)}</text>
<text x="20" y="44" font-size="11">${measures.length} measures of the Council; the red line is ${on}</text>
${grid.join('\n')}
${rows.join('\n')}
<line x1="${x(at(on))}" y1="${top - 8}" x2="${x(at(on))}" y2="${top + measures.length * ROW}" stroke="#d55e00" stroke-width="1.5" stroke-dasharray="4 2"/>
${legend.join('\n')}
<text x="20" y="${height - 26}" font-size="10">A bar that reaches the right edge is open. Not shown: exemptions, ceilings, listed parties, national measures, and whether anybody complied.</text>
<text x="20" y="${height - 12}" font-size="10">Data of Penholder up to ${until}; own words, no legal advice.</text>
</svg>
`
}

function shortCitation(measure: LawMeasure): string {
  const word = measure.id.split('.').slice(1).join('.')
  return `${measure.citation.replace('S/RES/', '')}${word === '' ? '' : ` · ${word.replaceAll('-', ' ')}`}`
}

function x(value: number): string {
  return value.toFixed(1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
