import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parseSymbol } from '../cite/index.js'
import type { StanceClaim } from '../read/index.js'
import { type Count, countClaims, countRecorded, countVotes } from './count.js'
import { horseshoe } from './horseshoe.js'
import { MARKS } from './marks.js'
import { votesOnText } from './record.js'

/** Names of the elements, in order; throws where the picture is no well-formed XML. */
function elements(svg: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => names.push(tag.name))
  parser.write(svg).close()
  return names
}

function recorded(symbol: string): Count {
  const [vote] = votesOnText(parseSymbol(symbol))
  if (vote === undefined) throw new Error(`no vote on ${symbol}`)
  return countRecorded(vote)
}

const seats = (svg: string) => elements(svg).filter((name) => name === 'g').length

describe('the horseshoe', () => {
  it('has a seat for each member of the day', () => {
    expect(seats(horseshoe(recorded('S/2022/431')))).toBe(15)
    expect(seats(horseshoe(recorded('S/RES/82')))).toBe(11)
    expect(seats(horseshoe(countVotes({}, { on: '1980-01-06', matter: 'substantive' })))).toBe(14)
  })

  it('marks the permanent members, and says how each seat voted', () => {
    const svg = horseshoe(recorded('S/2022/431'))
    expect(svg.match(/\(permanent member\)/g)).toHaveLength(5)
    expect(svg).toMatch(/<title>China: against \(permanent member\)<\/title>/)
    expect(svg).toMatch(/<title>Kenya: in favour<\/title>/)
    expect(svg).toMatch(/vetoed by China and Russia: 13–2–0/)
  })

  it('says what it does not show', () => {
    expect(horseshoe(recorded('S/RES/1695'))).toMatch(/it does not show why/)
    expect(horseshoe(countClaims([], { on: '2006-07-08', matter: 'substantive' }))).toMatch(/how firm they are/)
  })

  it('shows an adoption without a vote as one', () => {
    expect(horseshoe(recorded('S/RES/1'))).toMatch(/no vote taken/)
  })

  it('keeps words of others out of its markup', () => {
    const words = '<script>alert(1)</script> & "x" \u0000\ud800'
    const claim: StanceClaim = {
      kind: 'stance',
      article: 'x',
      quote: { text: words, start: 0, end: words.length },
      basis: 'media',
      actor: 'UNSC',
      stance: 'supports',
      about: 'resolution',
      collective: { text: words },
    }
    const label = `${words} ]]>`
    const svg = horseshoe(countClaims([claim], { on: '2006-07-08', matter: 'substantive' }))
    expect(elements(svg)).not.toContain('script')
    expect(elements(horseshoe(countVotes({}, { on: '2006-07-08', matter: 'substantive', label })))).not.toContain(
      'script',
    )
  })

  it('tells every mark by a letter of its own within votes and within positions', () => {
    const [votes, positions] = [MARKS.slice(0, 5), MARKS.slice(5)]
    for (const marks of [votes, positions]) {
      expect(new Set(marks.map((mark) => mark.letter)).size).toBe(marks.length)
      expect(new Set(marks.map((mark) => `${mark.fill} ${mark.pattern}`)).size).toBe(marks.length)
    }
  })

  it('keeps letters readable: contrast of at least 4.5 to 1', () => {
    for (const mark of MARKS)
      expect(contrast(mark.fill, mark.ink), mark.label).toBeGreaterThan(mark.pattern === 'stripes' ? 3 : 4.5)
  })
})

/** Contrast ratio of two colours after WCAG 2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
