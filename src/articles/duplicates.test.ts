import { expect, it } from 'vitest'
import { nearDuplicates } from './duplicates.js'

// Written for the project.
const wire = `The Security Council will meet on Thursday to take up a draft that would ban the sale of arms and freeze the assets of
officials, diplomats said on Wednesday. The text was circulated by three members after weeks of talks, and two others asked for time to
consult their capitals. A vote could come before the end of the week, one envoy said, though he warned that the wording on cargo was still
open. The ministry in the capital called the draft an insult and said that it would answer in kind, without saying how.`
const other = `Farmers along the river counted their losses on Thursday after the third flood in as many years, and asked the government for
seed and fodder. The ministry of agriculture promised a first payment by the end of the month. Insurers said that few of the fields had
been covered, and the bank of the region put off the instalments of the spring. Rain is expected to last until Sunday in the hills.`

it('recognises the same wire with a new headline, place line and tail', () => {
  const reprint = `COUNCIL TO VOTE\n\nBy our staff\n\n${wire}\n\nAdditional reporting by the desk. Follow us.`
  const articles = [
    { id: 'a', text: wire },
    { id: 'b', text: other },
    { id: 'c', text: reprint },
    { id: 'd', text: wire.toUpperCase().replaceAll(',', '') },
  ]
  expect(nearDuplicates(articles)).toEqual([['a', 'c', 'd']])
})

it('keeps apart reports that share a subject or a quotation', () => {
  const quoting = `${other.slice(0, 300)} ${wire.slice(0, 160)}`
  expect(
    nearDuplicates([
      { id: 'a', text: wire },
      { id: 'b', text: other },
      { id: 'c', text: quoting },
    ]),
  ).toEqual([])
  expect(
    nearDuplicates([
      { id: 'a', text: 'too short' },
      { id: 'b', text: 'too short' },
    ]),
  ).toEqual([])
})
