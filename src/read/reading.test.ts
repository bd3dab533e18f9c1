import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from './claim.js'
import { readArticle } from './reading.js'

/** Claims of a text written for this test, in short: `JPN supports resolution`. */
function stances(text: string): string[] {
  return readArticle({ id: 'test', text }).claims.flatMap((claim) =>
    claim.kind === 'stance' ? [`${claim.actor} ${claim.stance} ${claim.about}`] : [],
  )
}
const all = (text: string): readonly Claim[] => readArticle({ id: 'test', text }).claims

describe('who is meant', () => {
  it.each([
    ['Beijing opposes the draft resolution.', 'CHN opposes resolution'],
    ['The Kremlin opposes the draft resolution.', 'RUS opposes resolution'],
    ['Chinese officials oppose the draft resolution.', 'CHN opposes resolution'],
    ['Norwegian Foreign Minister Kari Testdal welcomed the resolution.', 'NOR supports resolution'],
    ['Kari Testdal, the Norwegian foreign minister, welcomed the resolution.', 'NOR supports resolution'],
    ['The foreign minister of Norway welcomed the resolution.', 'NOR supports resolution'],
  ])('%s', (text, expected) => {
    expect(stances(text)).toContain(expected)
  })

  it('knows a surname and a pronoun later on', () => {
    const text =
      'Norwegian Foreign Minister Kari Testdal met reporters on Monday. Testdal welcomed the resolution. She opposed the sanctions.'
    expect(stances(text)).toEqual(['NOR supports resolution', 'NOR opposes sanctions'])
  })

  it('does not take an analyst or a newspaper for its state', () => {
    expect(stances('A Chinese analyst opposed the draft resolution.')).toEqual([])
    expect(stances('The Washington Post opposed the draft resolution.')).toEqual([])
  })
})

describe('whom an article is about', () => {
  it.each([
    [
      'the one who fires, not the one below',
      'N Korea fires rocket over Japan\n\nTokyo asked the Council to meet.',
      'PRK',
    ],
    ['the one against whom', 'Norway wants sanctions on Myanmar\n\nOslo said so on Monday. Oslo will table it.', 'MMR'],
  ])('%s', (_, text, target) => {
    expect(readArticle({ id: 'test', text }).target).toBe(target)
  })
})

describe('headlines', () => {
  it.each([
    ['Russia, China veto UN resolution on Syria', ['RUS vetoes resolution', 'CHN vetoes resolution']],
    [
      'France, Britain, Norway oppose sanctions on Syria',
      ['FRA', 'GBR', 'NOR'].map((code) => `${code} opposes sanctions`),
    ],
  ])('%s', (text, expected) => {
    expect(stances(`${text}\n\nDiplomats met on Monday.`)).toEqual(expected)
  })
})

describe('clauses', () => {
  it.each([
    [
      'Russia and China, which also have a veto, are opposed to sanctions.',
      ['RUS opposes sanctions', 'CHN opposes sanctions'],
    ],
    ['The draft is backed by Norway and Chile.', ['NOR supports resolution', 'CHL supports resolution']],
    [
      'The draft, which has the support of Norway and Chile, is ready.',
      ['NOR supports resolution', 'CHL supports resolution'],
    ],
    ['Norway introduced a draft resolution on Monday.', ['NOR sponsors resolution']],
    ['Norway and Chile say they oppose the draft resolution.', ['NOR opposes resolution', 'CHL opposes resolution']],
    [
      'The resolution was adopted, with China and Norway abstaining.',
      ['CHN abstains resolution', 'NOR abstains resolution'],
    ],
  ])('%s', (text, expected) => {
    for (const each of expected) expect(stances(text)).toContain(each)
  })
})

describe('negation and hedges', () => {
  it.each([
    ['Norway will not object to the draft resolution.', 'NOR accepts resolution'],
    ['Norway has no reason to object to the draft resolution.', 'NOR accepts resolution'],
    ['Norway refused to back the draft resolution.', 'NOR opposes resolution'],
    ['Norway was hesitant to back the resolution.', 'NOR undeclared resolution'],
    ['Norway refused to say if it would veto or abstain from a vote.', 'NOR undeclared resolution'],
    ['China threatened to veto the draft resolution.', 'CHN vetoes resolution'],
    ['Norway eventually voted for the resolution.', 'NOR supports resolution'],
  ])('%s', (text, expected) => {
    expect(stances(text)).toEqual([expected])
  })
})

describe('requests and duties', () => {
  it.each([
    ['Norway urged Iran to return to the talks.', 'NOR supports talks'],
    ['Norway urged Iran to stop enriching uranium.', 'NOR opposes conduct'],
    ['Norway called on Iran to comply with the resolutions.', 'NOR supports implementation'],
    ['"Iran must halt its nuclear programme," the Norwegian foreign minister said.', 'NOR opposes conduct'],
    ['Norway demanded that the Security Council impose sanctions on Iran.', 'NOR supports sanctions'],
    ['"There is no alternative to dialogue," the Norwegian prime minister said.', 'NOR supports talks'],
  ])('%s', (text, expected) => {
    expect(stances(text)).toContain(expected)
  })
})

describe('what a reading promises', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'Russia and China ', 'oppose ', 'the draft resolution', ' sanctions on Iran', '. ', ', ', ' said ', '"', '“', '”', '\n', '\n\n', ' which ', ' that ', 'Mr. Lavrov ',
      'the U.S. ', ' will not ', ' urged ', ' to ', ' on Thursday', 'נגד ', '\ud800', '😀', ' and ', ' refused to say ', "'s ", ' test ', ' missiles ', ' by ', '(', ')', ' -- ',
    ), // biome-ignore format: a list
  )

  it('gives quotes that are the text’s own words, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        for (const { quote } of all(text)) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text)
          expect(quote.text.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same claims for the same article', () => {
    const text = 'Russia opposes sanctions. China backs the draft resolution, a diplomat said on Friday.'
    expect(all(text)).toEqual(all(text))
  })

  it('names the rule and the words that fired, when asked', () => {
    const [claim] = readArticle({ id: 'test', text: 'China opposes the draft resolution.' }, { why: true }).claims
    expect(claim?.why).toEqual({ rule: 'oppose', words: ['opposes'] })
    expect(all('China opposes the draft resolution.')[0]?.why).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t '],
    ['zero bytes', '\0'.repeat(1000)],
    ['a quotation that never ends', `"${'Russia opposes sanctions and '.repeat(200)}`],
    ['right-to-left text', 'רוסיה מתנגדת לסנקציות. '.repeat(50)],
    ['lone surrogates', '\ud800 \udfff Russia \ud83d opposes sanctions'.repeat(50)],
    ['brackets without end', '('.repeat(5000)],
    ['commas without end', 'Russia, '.repeat(5000)],
  ])('reads %s without harm', (_, text) => {
    expect(() => all(text)).not.toThrow()
  })

  it('says how much it read of a text that is too long', () => {
    const { problems } = readArticle({ id: 'test', text: 'x'.repeat(4_100_000) })
    expect(problems.map(({ code }) => code)).toContain('too-large')
  })
})
