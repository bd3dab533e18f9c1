import { expect, it } from 'vitest'
import { readArticle } from './index.js'

/** Sentences written for the project. */
const stancesOf = (sentence: string) =>
  readArticle({ id: 'x', text: `Council weighs Sudan\n\nThe Council met on Sudan on Monday.\n\n${sentence}` })
    .claims.flatMap((claim) => (claim.kind === 'stance' ? [`${claim.actor} ${claim.stance} ${claim.about}`] : []))
    .filter((each) => !each.startsWith('UNSC'))

it.each([
  ['Russia is ready to support sanctions.', 'RUS supports sanctions'],
  ['Russia is not ready to support sanctions.', 'RUS opposes sanctions'],
  ['France is prepared to back the resolution.', 'FRA supports resolution'],
  ['Kenya has yet to endorse the text.', 'KEN undeclared resolution'],
  ['Sudan would not accept U.N. peacekeepers.', 'SDN opposes force'],
  ['Ghana and Benin want a convincing response from the Security Council.', 'GHA supports resolution'],
])('%s', (sentence, stance) => {
  expect(stancesOf(sentence)).toContain(stance)
})
