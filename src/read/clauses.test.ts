import { describe, expect, it } from 'vitest'
import { readArticle } from './reading.js'

/** Stances of a text written for this test, in short. */
function stances(text: string): string[] {
  return readArticle({ id: 'test', text }).claims.flatMap((claim) =>
    claim.kind === 'stance' ? [`${claim.actor} ${claim.stance} ${claim.about}`] : [],
  )
}

describe('the subject stands where the sentence puts it', () => {
  it.each([
    ['Norway and France, permanent members of the Security Council, support the draft.', ['NOR supports resolution', 'FRA supports resolution']], // biome-ignore format: a table
    ['The Chilean envoy, who spoke after the vote, rejected the sanctions.', ['CHL opposes sanctions']],
    ['Chile and Norway, both council members with close ties to Oslo, have so far resisted sanctions.', ['CHL opposes sanctions', 'NOR opposes sanctions']], // biome-ignore format: a table
    ['Chile and Norway, both elected members, support the draft.', ['CHL supports resolution', 'NOR supports resolution']], // biome-ignore format: a table
    ['Chile, a member of the Security Council, opposed the draft, as did Norway.', ['CHL opposes resolution', 'NOR opposes resolution']], // biome-ignore format: a table
    ['Along with Chile, Norway, France and Panama all supported the resolution.', ['CHL supports resolution', 'PAN supports resolution']], // biome-ignore format: a table
    ['Chile, as well as Norway and France, opposed the Swiss and Danish draft resolution.', ['CHL opposes resolution', 'FRA opposes resolution']], // biome-ignore format: a table
    ['Over Chilean and Norwegian objections, France introduced a draft resolution.', ['CHL opposes resolution', 'NOR opposes resolution', 'FRA sponsors resolution']], // biome-ignore format: a table
    ['Chile has yet to endorse the draft resolution.', ['CHL undeclared resolution']],
    ['Chile and Norway also joined as cosponsors of the resolution.', ['CHL sponsors resolution', 'NOR sponsors resolution']], // biome-ignore format: a table
    ['While opposing sanctions, Chile voted for the resolution.', ['CHL opposes sanctions', 'CHL supports resolution']],
    ['Instead of seeking sanctions, Chile believes the two should talk.', ['CHL opposes sanctions']],
    ['The draft, circulated late Wednesday by Norway, would ban arms sales.', ['NOR sponsors resolution']],
    ['The draft was circulated on Wednesday, after two weeks of closed talks, by Norway.', ['NOR sponsors resolution']],
    ['Norway called on all sides to remain calm and resume the six-party talks.', ['NOR supports talks']],
    ['Chile urged both parties to lay down their arms and return to negotiations.', ['CHL supports talks']],
    ['Resistance from Moscow and Beijing to tougher sanctions has slowed the work.', ['RUS opposes sanctions', 'CHN opposes sanctions']], // biome-ignore format: a table
  ])('%s', (text, expected) => {
    expect(stances(text)).toEqual(expect.arrayContaining(expected))
  })
})

describe('who is no holder', () => {
  it.each([
    ['Key Security Council members balk at the draft resolution.', 'UNSC opposes resolution'],
    ['Chile vetoed a Security Council resolution that backed a plan for talks.', 'UNSC supports talks'],
    ['A Norwegian resolution criticizing the tests was put off.', 'UNSC opposes conduct'],
    ['Norway submitted a resolution condemning the launches to the Council.', 'UNSC opposes conduct'],
    ['Chile has yet to endorse the draft resolution.', 'CHL supports resolution'],
    ['Norway accused Chile of pursuing a nuclear weapons program.', 'CHL supports conduct'],
    ['Chile believes the Security Council should support dialogue.', 'UNSC supports talks'],
  ])('%s', (text, never) => {
    expect(stances(text)).not.toContain(never)
  })
})
