import { z } from 'zod'
import { changeDraft, makeDraft } from '../../matters/index.js'
import { storedDrafts, storedMatter } from '../../record/index.js'
import { route, seqAt } from '../route.js'
import { DraftChange, Drafts, NewDraft, StoredDraft } from '../shapes/drafts.js'
import { Id, Known, OfMatter } from '../shapes/parameters.js'
import { without } from '../without.js'

export const draftRoutes = {
  drafts: route({
    summary: 'The drafts of a matter',
    tag: 'matters',
    role: 'reader',
    path: OfMatter,
    query: z.strictObject({ known: Known.optional() }),
    answer: Drafts,
    cached: 'record',
    handle: async ({ path, query: { known } }, context) => {
      const { record } = context
      const seq = await seqAt(context, known)
      await storedMatter(record, path.matter, { seq })
      return { items: await storedDrafts(record, { matter: path.matter, seq }) }
    },
  }),
  addDraft: route({
    summary: 'Make a draft of a matter',
    tag: 'matters',
    role: 'coder',
    path: OfMatter,
    body: NewDraft,
    answer: StoredDraft,
    cached: 'no',
    handle: ({ path, body }, { record, stamp }) =>
      makeDraft(record, stamp(), { ...without(body), matter: path.matter }),
  }),
  changeDraft: route({
    summary: 'Change facts of a draft; lists are given whole',
    tag: 'matters',
    role: 'coder',
    path: z.strictObject({ draft: Id }),
    body: DraftChange,
    answer: StoredDraft,
    cached: 'no',
    handle: ({ path, body: { because, ...change } }, { record, stamp }) =>
      changeDraft(record, stamp(), path.draft, without(change) as never, because),
  }),
}
