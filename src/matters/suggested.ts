import { spanOf } from '../dates.js'
import { type Connection, type Known, latestReadings, seqKnown, slugOf, storedMatters } from '../record/index.js'
import { printState } from '../states.js'

/** Articles of one state for which no matter was made. */
export interface SuggestedMatter {
  /** An id and a title that a matter of them may take. */
  readonly id: string
  readonly title: string
  readonly target: string
  /** Days of publication, where any is known. */
  readonly from?: string
  readonly to?: string
  readonly articles: readonly string[]
}

/** What matters could be made: the articles of each state that none is about, most articles first. */
export async function mattersSuggested(record: Connection, known: Known = {}): Promise<SuggestedMatter[]> {
  const seq = await seqKnown(record, known)
  const made = await storedMatters(record, { seq })
  const heads = [...(await latestReadings(record, undefined, seq)).values()]
  const byTarget = new Map<string, { id: string; published: string | undefined }[]>()
  for (const { target, published, article } of heads) {
    if (target === undefined || made.some((matter) => matter.target === target)) continue
    const own = byTarget.get(target)
    if (own === undefined) byTarget.set(target, [{ id: article, published }])
    else own.push({ id: article, published })
  }
  return [...byTarget]
    .map(([target, own]) => {
      const spans = own.flatMap(({ published }) => (published === undefined ? [] : [spanOf(published)]))
      const from = spans.map((span) => span.from).sort()[0]
      const to = spans
        .map((span) => span.to)
        .sort()
        .at(-1)
      const title = printState(target)
      return {
        id: slugOf(title),
        title,
        target,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        articles: own.map(({ id }) => id).sort(),
      }
    })
    .sort((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1))
}
