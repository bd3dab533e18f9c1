import { PenholderError } from '../errors.js'
import { mattersSuggested, openAs } from '../matters/index.js'
import {
  type Connection,
  type Known,
  momentOf,
  type StoredMatter,
  seqKnown,
  storedMatters,
  storedReadings,
} from '../record/index.js'
import { printActor, stateFor } from '../states.js'
import type { Brief } from './brief.js'
import { type BriefOptions, briefFrom } from './brief-from.js'
import type { BriefMaterial } from './material.js'

/**
 * The brief of a matter as the record knew it. `matter` is its id, or the code or name of a state where nobody made one:
 * then all that is told about that state stands for it. Throws `not-found` where there is neither, and as `briefFrom` does.
 */
export async function briefOf(record: Connection, matter: string, options: BriefOptions & Known = {}): Promise<Brief> {
  const seq = await seqKnown(record, options)
  const meant = await matterMeant(record, matter, seq)
  const material = await materialOf(record, meant, seq)
  const { on, since, known } = options
  return briefFrom(material, {
    ...(on !== undefined && { on }),
    ...(since !== undefined && { since }),
    ...(known !== undefined && { lawKnown: momentOf(known).slice(0, 10) }),
  })
}

interface Meant {
  readonly matter: StoredMatter
  readonly isMade: boolean
}

async function materialOf(record: Connection, { matter, isMade }: Meant, seq: number): Promise<BriefMaterial> {
  const view = await openAs(record, matter, { seq })
  const ids = [...view.articles, ...view.repeats].map(({ id }) => id)
  const stored = await storedReadings(record, { articles: [...new Set(ids)], seq })
  const articles = stored.map(({ article, reading }) => ({
    ...article,
    problems: reading.problems.map(({ what }) => what),
  }))
  return { isMade, view, articles }
}

/** A matter by its id, in any case; else one that stands for a state. */
async function matterMeant(record: Connection, name: string, seq: number): Promise<Meant> {
  const made = await storedMatters(record, { seq })
  const kept = made.find(({ id }) => id === name.toLowerCase())
  if (kept !== undefined) return { matter: kept, isMade: true }
  const target = stateFor(name)?.code
  const ofState = made.filter((matter) => target !== undefined && matter.target === target)
  const suggested = await mattersSuggested(record, { seq })
  if (target !== undefined && ofState.length === 0 && suggested.some((one) => one.target === target)) {
    const facts = { id: target, title: printActor(target), target, keywords: [] }
    return { matter: { ...facts, kept: { by: '', at: '' } }, isMade: false }
  }
  const ids = (ofState.length > 0 ? ofState : made).map(({ id }) => id)
  const states = ofState.length > 0 ? [] : suggested.map((one) => one.target)
  throw new PenholderError({
    code: 'not-found',
    what: `the record has no matter "${name}"`,
    expected:
      ids.length + states.length === 0
        ? 'a record with articles that are about a state'
        : `one of ${[...ids, ...states].slice(0, 20).join(', ')}`,
  })
}
