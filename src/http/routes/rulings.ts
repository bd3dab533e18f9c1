import { z } from 'zod'
import { Claim } from '../../read/index.js'
import { type ClaimRuling, claimWithId, keepAttachments, keepRulings, rulingsOf } from '../../record/index.js'
import { route } from '../route.js'
import { Ruling } from '../shapes/matters.js'
import { page } from '../shapes/page.js'
import { Id } from '../shapes/parameters.js'

const Named = z.strictObject({ id: Id })
const Note = z.string().trim().min(1).max(2000).optional()

function shown({ id, verdict, edited, note, kept }: ClaimRuling) {
  return {
    id,
    verdict,
    ...(edited === undefined ? {} : { edited }),
    ...(note === undefined ? {} : { note }),
    kept,
  }
}

export const rulingRoutes = {
  rulings: route({
    summary: 'What people ruled on a claim, the first first',
    tag: 'claims',
    role: 'reader',
    path: Named,
    answer: page(Ruling),
    cached: 'record',
    handle: async ({ path }, { record, seq }) => ({
      items: (await rulingsOf(record, path.id, { seq })).map(shown),
    }),
  }),
  rule: route({
    summary: 'Accept, edit or reject a claim, or take back what was ruled; an edit is the whole claim as it should be',
    tag: 'claims',
    role: 'reviewer',
    path: Named,
    body: z.strictObject({
      verdict: z.enum(['accepted', 'edited', 'rejected', 'withdrawn']),
      edited: Claim.optional(),
      note: Note,
    }),
    answer: Ruling,
    cached: 'no',
    handle: async ({ path, body: { verdict, edited, note } }, { record, stamp }) => {
      const given = {
        claim: path.id,
        verdict,
        ...(edited === undefined ? {} : { edited }),
        ...(note === undefined ? {} : { note }),
      }
      const [ruling] = await keepRulings(record, stamp(), [given])
      if (ruling === undefined) throw new Error('a ruling that was kept is not there')
      return shown(ruling)
    },
  }),
  moveClaim: route({
    summary: 'Put a claim with a matter and a draft by hand; `matter: null` takes it out of all',
    tag: 'claims',
    role: 'coder',
    path: Named,
    body: z.strictObject({ matter: Id.nullable(), draft: Id.nullable().optional(), note: Note }),
    answer: z.strictObject({ claim: z.string(), matter: z.string().nullable(), draft: z.string().nullable() }),
    cached: 'no',
    handle: async ({ path, body: { matter, draft, note } }, { record, stamp }) => {
      const { id } = await claimWithId(record, path.id)
      await keepAttachments(record, stamp(), [
        { claim: id, matter, draft: draft ?? null, ...(note === undefined ? {} : { note }) },
      ])
      return { claim: id, matter, draft: draft ?? null }
    },
  }),
}
