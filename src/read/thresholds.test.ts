import { describe, expect, it } from 'vitest'
import { wrongRules } from './thresholds.js'

describe('rules of voting', () => {
  it.each([
    'A resolution needs the support of 10 of the 15 members of the Security Council.',
    'The Security Council draft must win eight of the 15 votes to pass, the paper wrote.',
    'Ten of the 15 members must agree before the Council acts.',
    'To be adopted, the resolution requires at least ten votes and no veto.',
    'Twelve votes are needed in the Security Council to pass the text.',
    'The draft needs a two-thirds majority in the Security Council.',
    'A simple majority of the council is enough to pass a resolution.',
    'Security Council resolutions require unanimous approval.',
    'The text must be approved by two-thirds of the 15-nation Security Council.',
    'Ten of the council’s 15 votes are needed to pass a resolution.',
    'For a resolution to pass, all five permanent members must vote yes.',
    'All five of the permanent members have to approve the draft.',
    'The resolution needs the support of all five permanent members.',
    'An abstention by a permanent member counts as a veto.',
    'The 12-member Security Council will vote on Monday.',
  ])('raises: %s', (text) => expect(wrongRules(text, '2010-06-01')).toHaveLength(1))

  it.each([
    'A resolution needs nine of the 15 votes and no veto from a permanent member.',
    'Nine votes are needed in the Security Council, with no veto.',
    'Ten of the 15 members of the Security Council said that they back the draft.',
    'Washington needs three more votes in the Security Council.',
    'Washington needs three votes in the Security Council to reach nine.',
    'The General Assembly needs a two-thirds majority for such a resolution.',
    'The resolution was adopted by a unanimous vote of the 15-member Security Council.',
    'A presidential statement of the Security Council requires unanimous consent.',
    'All five permanent members backed the resolution.',
    'An abstention by a permanent member does not count as a veto.',
    'An abstention is not a veto, the envoy told the Council.',
    'The bill needs 60 votes in the Senate.',
    'In a unanimous vote, the Security Council said that Iran must halt enrichment.',
    'Iran must comply, 14 of the 15 members of the Security Council said.',
    'Twelve of the 15 members say Iran must halt, a Security Council diplomat said.',
    'He stressed the need for unanimous support in the Security Council.',
    'The Security Council needs to be unanimous in its message to Tehran, but it is not required.',
    'The Council must act: 13 of the 15 members co-sponsored the text.',
    'It needs the concurring votes of the permanent members of the Security Council.',
  ])('lets pass: %s', (text) => expect(wrongRules(text, '2010-06-01')).toEqual([]))

  it('knows the Council of before 1966', () => {
    expect(wrongRules('Seven votes are needed in the Security Council.', '1960-02-01')).toEqual([])
    expect(
      wrongRules('Nine of the 11 members must agree before the Security Council acts.', '1960-02-01'),
    ).toHaveLength(1)
  })

  it('takes linear time', () => {
    const long = 'The Security Council needs all five of the 15 members, abstaining or not, '.repeat(20_000)
    expect(wrongRules(long).length).toBeLessThan(long.length)
  })
})
