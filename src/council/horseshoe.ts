import { printState } from '../states.js'
import type { Count, CountedMember } from './count.js'
import { type Mark, markOf, membersByMark } from './marks.js'
import { listed, outcomeLine } from './sentences.js'

const WIDTH = 760
const CENTRE = WIDTH / 2
const RADIUS = 215
const LEG = 130
const TOP = 125
const SEAT = 25
const CHARACTERS = 108

/**
 * The Council’s table as an SVG picture: a seat for each member, permanent ones with a double ring, with colour, letter and
 * pattern by vote or position, a legend with names, and a caption that says what it does not show.
 * Seats stand in the order of English names.
 */
export function horseshoe(count: Count): string {
  const seats = [...count.members].sort((a, b) => (printState(a.state) < printState(b.state) ? -1 : 1))
  const legend = membersByMark(count).flatMap(({ mark, members }) => legendRow(mark, members))
  const captionTop = TOP + RADIUS + LEG + 70 + legend.length * 20
  const caption = captionOf(count).flatMap((line) => wrapped(line, CHARACTERS))
  const height = captionTop + caption.length * 16 + 20
  const title = `${count.text.label}, ${count.on}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="t d" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif">`,
    `<title id="t">${escaped(title)}</title>`,
    `<desc id="d">${escaped([outcomeLine(count), ...membersByMark(count).map(({ mark, members }) => `${mark.label}: ${listed(members.map((one) => one.state))}`)].join('. '))}</desc>`,
    PATTERNS,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...wrapped(title, 74)
      .slice(0, 2)
      .map((line, row) => text(CENTRE, 30 + row * 22, line, 17, 'middle', 'font-weight="600"')),
    `<path d="M${CENTRE - RADIUS} ${TOP + RADIUS + LEG} V${TOP + RADIUS} A${RADIUS} ${RADIUS} 0 0 1 ${CENTRE + RADIUS} ${TOP + RADIUS} V${TOP + RADIUS + LEG}" fill="none" stroke="#E8E4DA" stroke-width="66" stroke-linecap="round"/>`,
    ...seats.map((member, index) => seatOf(member, markOf(member, count), placeOf(index, seats.length))),
    ...middleOf(count),
    ...legend.map((row, index) => row(TOP + RADIUS + LEG + 68 + index * 20)),
    ...caption.map((line, row) => text(40, captionTop + 8 + row * 16, line, 12, 'start', 'fill="#333"')),
    '</svg>',
    '',
  ].join('\n')
}

const PATTERNS = `<defs>
<pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="7" fill="#000" opacity="0.45"/></pattern>
<pattern id="crossed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0H7M0 0V7" stroke="#000" opacity="0.4"/></pattern>
<pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.3" fill="#000" opacity="0.5"/></pattern>
</defs>`

/** Even steps along two legs and the half circle between them, from lower left to lower right. */
function placeOf(index: number, seats: number): { x: number; y: number } {
  const arc = Math.PI * RADIUS
  const along = (index / (seats - 1)) * (2 * LEG + arc)
  if (along < LEG) return { x: CENTRE - RADIUS, y: TOP + RADIUS + LEG - along }
  if (along > LEG + arc) return { x: CENTRE + RADIUS, y: TOP + RADIUS + along - LEG - arc }
  const angle = Math.PI - (along - LEG) / RADIUS
  return { x: round(CENTRE + RADIUS * Math.cos(angle)), y: round(TOP + RADIUS - RADIUS * Math.sin(angle)) }
}

function seatOf(member: CountedMember, mark: Mark, { x, y }: { x: number; y: number }): string {
  const ring =
    member.seat === 'permanent'
      ? `<circle cx="${x}" cy="${y}" r="${SEAT + 5}" fill="none" stroke="#000" stroke-width="2"/>`
      : ''
  const angle = Math.atan2(Math.min(0, y - TOP - RADIUS), x - CENTRE)
  const out = SEAT + 27
  const [labelX, labelY] = [round(x + out * Math.cos(angle)), round(y + out * Math.sin(angle) + 5)]
  const name = `${printState(member.state)}: ${mark.label}${member.seat === 'permanent' ? ' (permanent member)' : ''}`
  const party = member.isParty ? ' †' : ''
  return `<g><title>${escaped(name)}</title>${ring}${disc(x, y, SEAT, mark)}${text(x, y + 6, mark.letter, 17, 'middle', `font-weight="700" fill="${mark.ink}" ${halo(mark)}`)}${text(labelX, labelY, member.state + party, 13, 'middle', 'fill="#000"')}</g>`
}

function disc(x: number, y: number, radius: number, mark: Mark): string {
  const dashed = mark.pattern === 'dashed' ? ' stroke-dasharray="4 3"' : ''
  const over =
    mark.pattern === undefined || mark.pattern === 'dashed'
      ? ''
      : `<circle cx="${x}" cy="${y}" r="${radius}" fill="url(#${mark.pattern})"/>`
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${mark.fill}" stroke="#222" stroke-width="1.5"${dashed}/>${over}`
}

/** A ring of the seat’s colour around the letter keeps it readable on a pattern. */
function halo(mark: Mark): string {
  return mark.pattern === undefined
    ? ''
    : `stroke="${mark.fill}" stroke-width="5" paint-order="stroke" stroke-linejoin="round"`
}

function middleOf(count: Count): string[] {
  const { ruling, mayBlock } = count
  const by = ruling.vetoes.length === 0 ? [] : [`by ${listed(ruling.vetoes)}`]
  const lines = [
    ...by,
    ...wrapped(outcomeLine(count).replace(/^[^:]*: /, ''), 34),
    ...(ruling.needs === undefined || mayBlock.length === 0 ? [] : wrapped(`may block: ${listed(mayBlock)}`, 34)),
  ]
  return [
    text(CENTRE, TOP + RADIUS - 50, ruling.outcome.toUpperCase(), 30, 'middle', 'font-weight="700"'),
    ...lines.map((line, row) => text(CENTRE, TOP + RADIUS - 18 + row * 19, line, 14, 'middle', 'fill="#222"')),
  ]
}

/** A swatch, the mark’s word and the names; long lists take several lines. */
function legendRow(mark: Mark, members: readonly CountedMember[]): ((y: number) => string)[] {
  const names = members.map((one) => `${printState(one.state)}${one.seat === 'permanent' ? '*' : ''}`).join(', ')
  const [first = '', ...rest] = wrapped(names, 72)
  const head = (y: number) =>
    [
      disc(50, y - 4, 8, mark),
      text(66, y, `${mark.letter}  ${mark.label} (${members.length})`, 13, 'start', 'font-weight="600"'),
      text(226, y, first, 13, 'start'),
    ].join('')
  return [head, ...rest.map((line) => (y: number) => text(226, y, line, 13, 'start'))]
}

function captionOf(count: Count): string[] {
  const shown =
    count.from === 'claims' && count.text.vote === undefined
      ? 'Positions as reported, not votes: it does not show how firm they are, what is said in private, or how anyone will vote. Unknown means that no report says; undeclared, that the member would not say. No prediction.'
      : 'Votes cast: it does not show why, who sponsored the text, or what was said in explanation of vote.'
  return [
    `* and double ring: permanent member. Seats stand in the order of English names, not as the Council sits.${count.members.some((one) => one.isParty) ? ' † party to the dispute, as given.' : ''}`,
    shown,
    ...(count.others.length === 0
      ? []
      : [`Not members that day, so not at the table: ${listed(count.others.map((one) => one.actor))}.`]),
    ...(count.collective.length === 0
      ? []
      : [
          `Said of a group and not shared out: ${count.collective.map((claim) => `“${claim.quote.text}”`).join('; ')}.`,
        ]),
  ]
}

function text(x: number, y: number, words: string, size: number, anchor: 'start' | 'middle', more = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" ${more}>${escaped(words)}</text>`
}

function wrapped(words: string, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** Text of others in XML: markup escaped, control characters that XML forbids dropped. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
