import { describe, expect, it } from 'vitest'
import { readArticle } from './reading.js'

/** Type, actor (and "planned") of each event in sentences written for this test; the frame makes North Korea the matter. */
function events(
  text: string,
  frame = 'The Council met over sanctions against North Korea and North Korea’s nuclear programme. ',
) {
  const { claims } = readArticle({ id: 'x', text: frame + text, published: '2017-09-13' })
  return claims.flatMap((claim) =>
    claim.kind === 'event' && claim.quote.start >= frame.length
      ? [`${claim.type} ${claim.actor}${claim.planned === true ? ' planned' : ''}`]
      : [],
  )
}

describe('events told by verbs', () => {
  it.each([
    ['North Korea fired two missiles into the sea.', ['missile-launch PRK']],
    ['Two missiles were fired by North Korea.', ['missile-launch PRK']],
    ['Pyongyang said on Monday that it had tested a nuclear device.', ['nuclear-test PRK']],
    ['The Security Council passed Resolution 2371 in August.', ['adopted UNSC']],
    ['Resolution 2371 was passed by the Council.', ['adopted UNSC']],
    ['The Council held a late session to adopt a resolution.', ['adopted UNSC']],
    ['The Security Council did not adopt a draft resolution.', ['not-adopted UNSC']],
    ['Russia vetoed the draft resolution.', ['vetoed UNSC']],
    ['The resolution, drafted by Mexico, is short.', ['draft-tabled MEX']],
    ['France and Germany circulated a draft resolution.', ['draft-tabled FRA', 'draft-tabled DEU']],
    ['Envoys from France and Germany were circulating a draft.', ['draft-tabled FRA', 'draft-tabled DEU']],
    ['Japan plans to circulate a draft resolution.', ['draft-expected JPN planned']],
    ['Britain is expected to draft a resolution next week.', ['draft-expected GBR planned']],
    ['In a statement adopted on Monday the Council deplored it.', ['statement-adopted UNSC']],
    ['Adopting a new resolution by 14 votes, the Council extended the mandate.', ['adopted UNSC']],
    ['Japan lodged a protest with Beijing.', ['protest JPN']],
  ])('%s', (text, expected) => {
    expect(events(text)).toEqual(expect.arrayContaining(expected))
  })
  it.each([
    'North Korea should stop and return to talks.',
    'Japan urged North Korea not to fire missiles.',
    'Had the resolution been adopted, it would have helped.',
    'If North Korea fires a missile, Japan will act.',
    'It is wrong to threaten others, said the envoy.',
    'The Arab League voted in favour of a resolution.',
  ])('tells nothing: %s', (text) => {
    expect(events(text)).toEqual([])
  })
})

describe('events told by nouns', () => {
  it('gives a test to the one whose tests the article is about, and not to the pronoun’s nearest name', () => {
    expect(events('Japan and China spoke after its nuclear test.')).toEqual(['nuclear-test PRK'])
  })
  it('reads a noun of doing with its object', () => {
    expect(events('North Korea’s launch on Tuesday of at least seven missiles worried Tokyo.')).toContain(
      'missile-launch PRK',
    )
  })
  it('reads two tests in one phrase', () => {
    expect(events('Tokyo spoke of its nuclear and missile tests.')).toEqual(['nuclear-test PRK', 'missile-launch PRK'])
  })
  it('counts a second mention in passing only with a day of its own', () => {
    const text = 'North Korea conducted a nuclear test on September 3. Tokyo spoke after its nuclear test. '
    expect(events(text)).toEqual(['nuclear-test PRK'])
    expect(events(`${text}Seoul recalled its nuclear test in 2006.`)).toEqual(['nuclear-test PRK', 'nuclear-test PRK'])
  })
  it('does not read what is banned or feared as done', () => {
    expect(events('The Council spoke of a moratorium on missile tests and the threat of a nuclear test.')).toEqual([])
  })
})

describe('threats', () => {
  it('reads what the one at issue says it will do', () => {
    expect(events('North Korea said it will expel all inspectors.')).toContain('threat PRK')
    expect(events('North Korea threatened to strike back.')).toContain('threat PRK')
  })
  it('does not read a promise or a vote as a threat', () => {
    expect(events('China vowed to help the talks.')).toEqual([])
    expect(events('Russia threatened to veto the draft.')).toEqual([])
  })
})
