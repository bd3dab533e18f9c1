import { articlesNaming, type Connection, latestReadings, type MatterFacts } from '../record/index.js'

/** Ids of articles that can hold claims of a matter; texts are loaded for these alone. */
export async function candidateArticles(
  record: Connection,
  { target }: MatterFacts,
  byHand: readonly string[],
  seq: number,
): Promise<string[]> {
  const heads = await latestReadings(record, undefined, seq)
  if (target === undefined) return [...heads.keys()].sort()
  const about = [...heads.values()].filter((head) => head.target === target).map(({ article }) => article)
  const named = await articlesNaming(record, target, seq)
  return [...new Set([...about, ...named, ...byHand])].sort()
}
