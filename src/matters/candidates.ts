import { articlesAbout, type Connection, latestReadings, type MatterFacts } from '../record/index.js'
import { isBetween } from './belongs.js'

/** Ids of articles that can hold claims of a matter; texts and claims are loaded for these alone. */
export async function candidateArticles(
  record: Connection,
  matter: MatterFacts,
  byHand: readonly string[],
  seq: number,
): Promise<string[]> {
  const about = matter.target === undefined ? undefined : await articlesAbout(record, matter.target, seq)
  const heads = await latestReadings(record, about, seq)
  const found = [...heads.values()]
    .filter(({ published }) => published === undefined || isBetween(matter, published))
    .map(({ article }) => article)
  return [...new Set([...found, ...byHand])].sort()
}
