import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { ABOUT, BASES, EVENT_TYPES, MEASURE_TYPES, MODES, STANCES, STATUSES } from '../read/index.js'
import { type Connection, keepProposal, type Stamp } from '../record/index.js'
import { answering, given } from './reply.js'
import { Actor, Id, Vague } from './shapes.js'

/** Who proposes in the record's log, whatever the assistant calls itself. */
const PROPOSER = 'assistant'

/** `propose_claim`: the one tool that writes. What it keeps counts nowhere until a person accepts it. */
export function addProposeTool(
  server: McpServer,
  record: Connection,
  { now, owner }: { readonly now: () => string; readonly owner: string },
): void {
  server.registerTool(
    'propose_claim',
    {
      title: 'Propose a claim for review',
      description:
        'Proposes a claim that the reader missed on an article of the record, for a person to accept, edit or reject (`penholder review`). `quote` must be words of the article, letter by letter (five to thirty, the clause that says it). A proposal counts nowhere until a person accepts it, and this server can’t accept it.',
      inputSchema: z.strictObject({
        article: Id.describe('Id of the article in the record'),
        quote: z.string().min(1).max(2000),
        start: z
          .int()
          .nonnegative()
          .optional()
          .describe('Its UTF-16 offset, where the words stand there more than once'),
        kind: z.enum(['stance', 'contact', 'event', 'measure']),
        basis: z.enum(BASES).describe('Who vouches'),
        date: Vague.optional().describe('When it happened or was said; leave out what the text does not tell'),
        speaker: z.strictObject({ name: z.string().optional(), office: z.string().optional() }).optional(),
        actor: Actor.optional().describe('stance (wanted), event'),
        stance: z.enum(STANCES).optional(),
        about: z.enum(ABOUT).optional(),
        target: Actor.optional(),
        parties: z.array(Actor).min(2).optional().describe('contact'),
        mode: z.enum(MODES).optional().describe('contact'),
        type: z.enum(EVENT_TYPES).optional().describe('event'),
        by: Actor.optional().describe('measure'),
        against: Actor.optional().describe('measure, event'),
        types: z.array(z.enum(MEASURE_TYPES)).min(1).optional().describe('measure'),
        status: z.enum(STATUSES).optional().describe('measure'),
        instrument: z.string().max(200).optional(),
        past: z.literal(true).optional(),
        conditional: z.literal(true).optional(),
        planned: z.literal(true).optional(),
        note: z.string().trim().min(1).max(2000).optional().describe('Why, for the person who rules on it'),
      }),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    ({ quote, start, note, ...fields }) =>
      answering(async () => {
        const stamp: Stamp = { who: PROPOSER, at: now() }
        const words = { text: quote, ...given({ start }) }
        const tool = server.server.getClientVersion()?.name
        const proposal = { claim: { ...given(fields), quote: words }, for: owner, ...given({ tool, note }) }
        const { claim, isNew } = await keepProposal(record, stamp, proposal)
        return { id: claim.id, isNew, state: isNew ? 'proposed' : 'there already', claim: claim.claim }
      }),
  )
}
