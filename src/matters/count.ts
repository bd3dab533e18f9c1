import { type Count, countClaims, countText, countVotes, type Matter, NEGOTIATION_DAYS } from '../council/index.js'
import { addDays, type CivilDate, spanOf } from '../dates.js'
import { PenholderError } from '../errors.js'
import type { Connection, StoredDraft } from '../record/index.js'
import type { MatterView } from './claim.js'
import { type MatterQuery, openMatter } from './open.js'
import { claimsBeside, settledOf, vantageOf } from './positions.js'
import { textOfDraft } from './text.js'
import { endAmong, endOf, gatheredVotes, talkedOfFrom } from './vote.js'

export interface MatterCountOptions {
  readonly on: CivilDate
  /** Id of a draft; the one at issue that day where it is left out. */
  readonly draft?: string
  /** What is voted on; a substantive matter where it is left out. */
  readonly question?: Matter
  readonly parties?: readonly string[]
}

/**
 * Counts a draft of the matter on a day against Article 27. Without `draft`: the draft at issue that day, and where none
 * of those kept is, the text that the claims tell of. A vote that people keep is counted as such. Throws `not-found`
 * for a draft of another matter or none, `bad-input` for a day whose members are not known.
 */
export function countOf(view: MatterView, { on, draft: wanted, question, parties }: MatterCountOptions): Count {
  const draft = wanted === undefined ? draftAtIssue(view.drafts, on) : draftNamed(view, wanted)
  const asked = {
    ...vantageOf(view, on),
    matter: question ?? 'substantive',
    ...(parties === undefined ? {} : { parties }),
  }
  if (draft === undefined) {
    const own = view.claims.filter((one) => one.draft === undefined)
    const claims = own.map(({ claim }) => claim)
    return told(view, countClaims(claims, { ...asked, settled: settledOf(own, undefined) }))
  }
  const own = claimsBeside(view, draft)
  const text = textOfDraft(draft, view.drafts, view.claims, asked)
  const count = countText(
    own.map(({ claim }) => claim),
    text,
    { ...asked, settled: settledOf(own, draft.id) },
  )
  return told(view, withKeptVotes(count, draft))
}

/** The same, from the record. */
export async function matterCount(
  record: Connection,
  id: string,
  query: MatterQuery & MatterCountOptions,
): Promise<Count> {
  return countOf(await openMatter(record, id, query), query)
}

/** The draft that was opened last by a day and not decided before it; else the one decided last, unless that is long ago. */
export function draftAtIssue(drafts: readonly StoredDraft[], on: CivilDate): StoredDraft | undefined {
  const opened = drafts
    .filter((draft) => talkedOfFrom(draft) <= on)
    .sort((a, b) => (talkedOfFrom(a) < talkedOfFrom(b) ? -1 : 1))
  const ended = (draft: StoredDraft) => endAmong(draft, drafts) ?? '~'
  const open = opened.findLast((draft) => ended(draft) > on && addDays(lastDay(draft), 2 * NEGOTIATION_DAYS) >= on)
  if (open !== undefined) return open
  // Of a draft and the rival that gave way to it, the one that was decided comes last.
  const last = (draft: StoredDraft) => `${ended(draft)} ${endOf(draft) === undefined ? 0 : 1}`
  const done = opened.filter((draft) => ended(draft) <= on).sort((a, b) => (last(a) < last(b) ? -1 : 1))
  return done.findLast((draft) => addDays(ended(draft), NEGOTIATION_DAYS) >= on)
}

function lastDay({ tabled, versions }: StoredDraft): string {
  const days = [tabled, ...versions.map(({ date }) => date)]
  return (
    days
      .flatMap((day) => (day === undefined ? [] : [spanOf(day).to]))
      .sort()
      .at(-1) ?? '9000-01-01'
  )
}

function draftNamed({ drafts, matter }: MatterView, id: string): StoredDraft {
  const found = drafts.find((draft) => draft.id === id || draft.symbol === id)
  if (found !== undefined) return found
  throw new PenholderError({
    code: 'not-found',
    what: `the matter "${matter.id}" has no draft "${id}"`,
    ...(drafts.length === 0 ? {} : { expected: `one of ${drafts.map((draft) => draft.id).join(', ')}` }),
  })
}

/** Votes that people keep, where the Council's record has none: they are counted, and positions shown beside. */
function withKeptVotes(count: Count, draft: StoredDraft): Count {
  const votes = gatheredVotes(draft.vote)
  if (count.text.vote !== undefined || votes === undefined || draft.vote === undefined) return count
  const day = spanOf(draft.vote.date).to
  if (day > count.on) return count
  const counted = countVotes(votes, { on: day, matter: count.matter })
  const letters = new Map(counted.members.map(({ state, vote }) => [state, vote]))
  return {
    ...count,
    ruling: counted.ruling,
    mayBlock: [],
    members: count.members.map((member) => {
      const vote = letters.get(member.state)
      return vote === undefined ? member : { ...member, vote }
    }),
    notes: [
      ...count.notes,
      'The votes are those that were kept with the draft; the Council’s record has none that fits.',
    ],
  }
}

function told(view: MatterView, count: Count): Count {
  return {
    ...count,
    ...(view.known === undefined ? {} : { known: view.known }),
    notes: [...count.notes, ...view.notes],
  }
}
