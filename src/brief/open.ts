import { PenholderError } from '../errors.js'
import { type Connection, type Known, latestReadings, seqKnown, storedReadings } from '../record/index.js'
import { printActor, stateFor } from '../states.js'
import type { Brief } from './brief.js'
import { type BriefOptions, briefFrom } from './brief-from.js'
import type { BriefMaterial } from './material.js'

/**
 * The brief of a matter as the record knew it. `matter` is its id, or the code or name of a state where nobody made one:
 * then the articles about that state stand for it. Throws `not-found` where there is neither, and as `briefFrom` does.
 */
export async function briefOf(record: Connection, matter: string, options: BriefOptions & Known = {}): Promise<Brief> {
  const seq = await seqKnown(record, options)
  const material = await materialOf(record, matter, seq)
  return briefFrom(material, options)
}

async function materialOf(record: Connection, name: string, seq: number): Promise<BriefMaterial> {
  const heads = [...(await latestReadings(record, undefined, seq)).values()]
  const target = stateFor(name)?.code
  const articles = heads.filter((head) => target !== undefined && head.target === target).map(({ article }) => article)
  if (articles.length === 0 || target === undefined) {
    const targets = [...new Set(heads.flatMap((head) => head.target ?? []))].sort()
    throw new PenholderError({
      code: 'not-found',
      what: `the record has no matter "${name}"`,
      expected:
        targets.length === 0 ? 'a record with articles' : `a state that its articles are about: ${targets.join(', ')}`,
    })
  }
  const stored = await storedReadings(record, { articles, seq })
  return {
    matter: { id: target, title: printActor(target), target, isMade: false },
    drafts: [],
    articles: stored.map(({ article, reading }) => ({
      ...article,
      problems: reading.problems.map(({ what }) => what),
    })),
    claims: stored.flatMap(({ claims }) => claims.map(({ id, claim }) => ({ id, claim }))),
  }
}
