import type { Incoming } from 'penholder/record'

/** Words of the benches and of the tests of the record. */
export const STATES = [
  'Russia',
  'China',
  'France',
  'Japan',
  'Brazil',
  'Britain',
  'Turkey',
  'Germany',
  'Nigeria',
  'Mexico',
]
const TARGETS = ['Iran', 'North Korea', 'Libya', 'Syria', 'Sudan']
const SAYINGS = [
  '{a} opposes the draft resolution on {t}, its ambassador said on Monday.',
  '{a} supports tougher sanctions against {t}, a spokesman said.',
  'The foreign ministers of {a} and {b} met in Vienna on Tuesday.',
  '{a} has banned imports of coal from {t}.',
  'Diplomats said that {a} would not object to the text.',
]
export const THINGS = [
  'harvest',
  'railway',
  'library',
  'harbour',
  'glacier',
  'orchard',
  'factory',
  'museum',
  'bridge',
  'island',
  'valley',
  'market',
]
const VERBS = ['opened', 'closed', 'moved', 'grew', 'waited', 'turned', 'slept', 'shone']

/** Articles put together from sentences written for the benches, about 400 words each, no two alike; always the same ones. */
export function* articles(count: number): Generator<Incoming> {
  let state = 1
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = (from: readonly string[]) => from[random(from.length)] ?? ''
  for (let number = 0; number < count; number++) {
    const target = pick(TARGETS)
    const told = () => pick(SAYINGS).replace('{a}', pick(STATES)).replace('{b}', pick(STATES)).replace('{t}', target)
    const filler = () =>
      `The ${pick(THINGS)} ${random(10_000)} ${pick(VERBS)} near the ${pick(THINGS)} while the ${pick(THINGS)} ${pick(VERBS)}.`
    const paragraphs = Array.from({ length: 8 }, () => [told(), filler(), filler(), filler()].join(' '))
    const day = `${2006 + random(12)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
    const text = `Talks on ${target}, ${number}\n\n${paragraphs.join('\n\n')}\n`
    yield {
      article: { id: `bench-${number}`, text, published: day, publishedFrom: 'metadata' },
      got: { from: '-', at: '2026-01-01T00:00:00.000Z' },
    }
  }
}
