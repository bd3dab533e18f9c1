import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareParagraphs,
  findParagraphs,
  findSymbols,
  liesWithin,
  linkTo,
  parseCitation,
  parseParagraphs,
  parseSymbol,
  printCitation,
  printSymbol,
  symbolFor,
  yearOfResolution,
} from './index.js'

describe('a symbol', () => {
  it.each([
    ['S/RES/2375 (2017)', 'S/RES/2375 (2017)'],
    ['S/RES/2375(2017)', 'S/RES/2375 (2017)'],
    ['s/res/2375', 'S/RES/2375 (2017)'],
    ['resolution 2375', 'S/RES/2375 (2017)'],
    ['Resolution 2375 (2017)', 'S/RES/2375 (2017)'],
    ['UNSCR 2375', 'S/RES/2375 (2017)'],
    ['UNSC Resolution 1718', 'S/RES/1718 (2006)'],
    ['Security Council resolution 82 (1950)', 'S/RES/82 (1950)'],
    ['S/2017/769', 'S/2017/769'],
    ['S/2006/488/rev.1', 'S/2006/488/Rev.1'],
    ['S/13729', 'S/13729'],
    ['S/PV.8042', 'S/PV.8042'],
    ['S/PV.4072 (Resumption 1)', 'S/PV.4072 (Resumption 1)'],
    ['S/PRST/2006/41', 'S/PRST/2006/41'],
    ['SC/15324', 'SC/15324'],
    ['A/RES/60/1', 'A/RES/60/1'],
    ['A/RES/2758 (XXVI)', 'A/RES/2758 (XXVI)'],
    ['A/72/PV.3', 'A/72/PV.3'],
    ['A/72/5', 'A/72/5'],
  ])('reads %s', (text, printed) => {
    expect(printSymbol(parseSymbol(text))).toBe(printed)
    expect(parseSymbol(printed)).toEqual(parseSymbol(text))
  })

  it.each(['', 'resolution', 'S/RES/', 'S/RES/12345', '2375', 'resolution of 2017', 'A/B/C', 'S/RES/2375 (217)'])(
    'refuses "%s"',
    (text) => {
      expect(symbolFor(text)).toBeUndefined()
      expect(() => parseSymbol(text)).toThrow(/no document symbol/)
    },
  )

  it('knows a resolution’s year and refuses another', () => {
    expect([1, 15, 16, 82, 1695, 1718, 2811].map(yearOfResolution)).toEqual([1946, 1946, 1947, 1950, 2006, 2006, 2025])
    expect(yearOfResolution(9000)).toBeUndefined()
    expect(() => parseSymbol('S/RES/1718 (2007)')).toThrow(/1718 is of 2006, not of 2007/)
  })

  it('links to the United Nations', () => {
    expect(linkTo(parseSymbol('resolution 2375'))).toBe('https://undocs.org/S/RES/2375(2017)')
    expect(linkTo(parseSymbol('S/PRST/2006/41'))).toBe('https://undocs.org/S/PRST/2006/41')
    expect(linkTo(parseSymbol('SC/15324'))).toBeUndefined()
  })

  it('never throws anything but bad input', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const symbol = symbolFor(text)
        if (symbol !== undefined) expect(symbolFor(printSymbol(symbol))).toEqual(symbol)
      }),
    )
  })
})

describe('paragraphs', () => {
  it.each([
    ['8(a)(i)', ['8(a)(i)']],
    ['para. 8 (a) (i)', ['8(a)(i)']],
    ['OP14', ['14']],
    ['OPs 14 and 15', ['14', '15']],
    ['paragraphs 8 to 10', ['8', '9', '10']],
    ['4-5', ['4', '5']],
    ['paras 8, 9 and 11(b)', ['8', '9', '11(b)']],
    ['preambular paragraph 3', ['PP3']],
  ])('reads %s', (text, expected) => expect(parseParagraphs(text)).toEqual(expected))

  it.each(['', 'para', 'paragraphs 10 to 8', 'eight'])('refuses "%s"', (text) =>
    expect(() => parseParagraphs(text)).toThrow(/names no paragraph/),
  )

  it('sorts and nests', () => {
    const order = ['PP2', '2', '8', '8(a)', '8(a)(i)', '8(a)(iii)', '8(a)(iv)', '8(a)(x)', '8(b)', '10']
    expect([...order].reverse().sort(compareParagraphs)).toEqual(order)
    expect(liesWithin('8(a)(i)', '8(a)')).toBe(true)
    expect(liesWithin('18', '1')).toBe(false)
  })

  it('are cited with their document', () => {
    for (const text of [
      'S/RES/1718 (2006) para 8(a)(i)',
      'para. 8 (a) (i) of resolution 1718',
      'resolution 1718, paragraph 8 (a)(i)',
    ]) {
      expect(printCitation(parseCitation(text))).toBe('S/RES/1718 (2006) para 8(a)(i)')
    }
    expect(printCitation(parseCitation('UNSCR 2375 OP14'))).toBe('S/RES/2375 (2017) para 14')
    expect(printCitation(parseCitation('S/RES/2270 (2016) paras 8, 9'))).toBe('S/RES/2270 (2016) paras 8, 9')
    expect(printCitation(parseCitation('S/2017/769'))).toBe('S/2017/769')
  })
})

describe('running text', () => {
  const found = (text: string) =>
    findSymbols(text).map((one) => [printSymbol(one.symbol), text.slice(one.start, one.end)] as const)

  it('finds symbols with their words', () => {
    expect(found('Under Resolution 2375 and UNSCR 1718, draft S/2017/769 was voted (S/PV.8042).')).toEqual([
      ['S/RES/2375 (2017)', 'Resolution 2375'],
      ['S/RES/1718 (2006)', 'UNSCR 1718'],
      ['S/2017/769', 'S/2017/769'],
      ['S/PV.8042', 'S/PV.8042'],
    ])
    expect(found('resolutions 1695, 1718 (2006) and 2375 (2017) stand')).toEqual([
      ['S/RES/1695 (2006)', 'resolutions 1695'],
      ['S/RES/1718 (2006)', '1718 (2006)'],
      ['S/RES/2375 (2017)', '2375 (2017)'],
    ])
    expect(found('the Security Council’s resolution 82 of 1950.')).toEqual([
      ['S/RES/82 (1950)', 'Security Council’s resolution 82 of 1950'],
    ])
    expect(found('resolution 1718 and 1874')).toHaveLength(2)
    expect(found('UNSCR 1718, 15 members and resolution 1874, 2017 style')).toHaveLength(2)
    expect(found('General Assembly resolution 377 (V)')).toEqual([
      ['A/RES/377 (V)', 'General Assembly resolution 377 (V)'],
    ])
  })

  it('is not taken in by other resolutions and numbers', () => {
    const texts = [
      'House Resolution 1718',
      'a screen resolution 1920',
      'resolution 4 of the board',
      'resolution 1,718',
      'in 2375 cases',
    ]
    expect(texts.flatMap(found)).toEqual([])
  })

  it('tells of a wrong year', () => {
    expect(findSymbols('resolution 1718 (2007)')[0]).toMatchObject({
      symbol: { number: 1718, year: 2006 },
      wrongYear: 2007,
    })
  })

  it('finds paragraphs and their document', () => {
    const text = 'Paragraphs 8 to 10 of resolution 1718 (2006) and S/RES/2375 (2017), para. 14 differ; OP16 too.'
    expect(findParagraphs(text).map((one) => [one.paragraphs, one.symbol && printSymbol(one.symbol)])).toEqual([
      [['8', '9', '10'], 'S/RES/1718 (2006)'],
      [['14'], 'S/RES/2375 (2017)'],
      [['16'], undefined],
    ])
  })

  it('takes many symbols and paragraphs in its stride', () => {
    const text = 'Paragraph 8 (a) of resolution 1718 (2006) and S/2017/769. '.repeat(20_000)
    expect(findSymbols(text)).toHaveLength(40_000)
    expect(findParagraphs(text.slice(0, 600_000)).every((one) => one.symbol !== undefined)).toBe(true)
  })

  it('keeps its offsets whatever surrounds them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1000, max: 2811 }), (before, number) => {
        const text = `${before} UNSCR ${number}.`
        expect(findSymbols(text).map((one) => text.slice(one.start, one.end))).toContain(`UNSCR ${number}`)
      }),
    )
  })
})
