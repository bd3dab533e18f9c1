import { describe, expect, it } from 'vitest'
import { readArticle } from './reading.js'

/** Mode and parties of each contact in sentences written for this test; the frame makes Iran the matter. */
function contacts(text: string) {
  const frame = 'The Council met over Iran, and over sanctions against Iran. '
  const { claims } = readArticle({ id: 'x', text: frame + text, published: '2010-06-08' })
  return claims.flatMap((claim) =>
    claim.kind === 'contact' && claim.quote.start >= frame.length
      ? [`${claim.mode} ${claim.parties.join('+')}${claim.planned === true ? ' planned' : ''}`]
      : [],
  )
}

describe('contacts', () => {
  it.each([
    ['Japanese Foreign Minister Taro Aso met with Russian Ambassador Ivan Petrov.', ['meeting JPN+RUS']],
    [
      'Brazil’s foreign minister held separate meetings with his Chinese and Russian counterparts in Vienna.',
      ['meeting BRA+CHN', 'meeting BRA+RUS'],
    ],
    [
      'The foreign ministers of France, Britain and Germany met Iran’s negotiator in Geneva.',
      ['meeting FRA+GBR+DEU+IRN'],
    ],
    ['Sergei Lavrov and John Kerry spoke by telephone on Sunday.', ['call RUS+USA']],
    ['President Barack Obama spoke by phone with the president of France.', ['call USA+FRA']],
    ['Sergei Lavrov and John Kerry agreed in a telephone call to push for talks.', ['call RUS+USA']],
    ['Turkish Foreign Minister Ahmet Davutoglu will travel to Tehran next week.', ['visit TUR+IRN planned']],
    ['Brazil’s president flew to Tehran to meet Iran’s president.', ['visit BRA+IRN', 'meeting BRA+IRN']],
    [
      'Japan’s minister met with envoys from three countries, including Ghana, Peru and Qatar.',
      ['meeting JPN+GHA', 'meeting JPN+PER', 'meeting JPN+QAT'],
    ],
    ['A planned visit by the Chinese president to Tehran was put off.', ['visit CHN+IRN planned']],
    ['Beijing prepared for talks between Iran and the European Union in Geneva.', ['meeting IRN+EU']],
  ])('%s', (text, expected) => {
    expect(contacts(text)).toEqual(expect.arrayContaining(expected))
  })
  it.each([
    'Russia refused to meet the French envoy.',
    'Japan urged Iran to hold talks with the European Union.',
    'Brazil welcomed the resolution of the Security Council.',
    'Japan called Iran a threat to Israel.',
    'The French envoy spoke in the Council chamber.',
  ])('tells nothing: %s', (text) => {
    expect(contacts(text)).toEqual([])
  })
  it('names persons and the place', () => {
    const text =
      'On Monday the Council discussed Iran. Russian Foreign Minister Sergei Lavrov met with U.S. Secretary of State John Kerry in Vienna on Sunday.'
    const claim = readArticle({ id: 'x', text, published: '2014-11-24' }).claims.find((each) => each.kind === 'contact')
    expect(claim).toMatchObject({
      persons: [expect.stringContaining('Lavrov'), 'John Kerry'],
      place: 'Vienna',
      date: '2014-11-23',
    })
  })
})
