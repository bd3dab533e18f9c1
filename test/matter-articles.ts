import type { Article } from '../src/articles/index.js'

/** Reports on one draft on Iran, written for these tests; `day` is in June 2010. */
export function story(name: string, day: number, sentences: readonly string[], more: Partial<Article> = {}): Article {
  const published = `2010-06-${String(day).padStart(2, '0')}`
  const filler = Array.from({ length: 24 }, (_, at) => `${name}${(at * 37) % 101}`).join(' ')
  const text = `NEW YORK, June ${day}, 2010 - ${sentences.join(' ')}\n\nThis report was written for the tests of Penholder. ${filler}.\n`
  return { id: `${name}.txt`, text, published, publishedFrom: 'given', ...more }
}

export const TABLED = story('tabled', 2, [
  'France tabled a draft resolution on Wednesday that would impose sanctions on Iran.',
  'Russia opposes the draft resolution, its ambassador said.',
])
export const SOFTER = story('softer', 4, [
  'France circulated a softer version of the draft resolution on sanctions against Iran.',
  'Russia will support the draft resolution, its ambassador said on Friday.',
  'Japan supports the draft resolution, a diplomat said on Friday.',
])
export const RIVAL = story('rival', 5, [
  'Brazil tabled its own draft resolution on Iran on Saturday.',
  'Turkey supports the Brazilian draft resolution, its ambassador said on Saturday.',
])
export const ELSEWHERE = story('elsewhere', 5, [
  'China opposes a draft resolution that would impose sanctions on Libya, its ambassador said.',
  'The Security Council is to vote on Libya next week. Libya said that sanctions on Libya would not work.',
])
export const ALL = [TABLED, SOFTER, RIVAL, ELSEWHERE]
