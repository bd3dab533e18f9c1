import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { countRecorded, countView, countVotes, gatherVotes, MATTERS, voteNamed } from '../council/index.js'
import { PenholderError } from '../errors.js'
import { matterCount } from '../matters/index.js'
import { answer, READER_VERSION, readArticle } from '../read/index.js'
import type { Connection } from '../record/index.js'
import { answering, given } from './reply.js'
import { Day, Id, Known, Vague, Words } from './shapes.js'

const Cast = z.array(z.string().max(80)).max(20).default([])
const ByHand = z.strictObject({ yes: Cast, no: Cast, abstain: Cast, absent: Cast })

/** `read` and `count`. */
export function addCouncilTools(server: McpServer, record: Connection | undefined): void {
  server.registerTool(
    'read',
    {
      title: 'Read an article',
      description:
        'Reads a news article: who stands where on what, contacts, events, measures, flags. Every claim carries the exact words that it stands on (`quote`, UTF-16 offsets into the text given). It says what the article says, not whether it is true. Nothing is kept.',
      inputSchema: z.strictObject({
        text: z.string().min(1).max(1_000_000),
        published: Vague.optional().describe('Day of publication; without it "Tuesday" stays unresolved'),
        title: Words.optional(),
        name: Words.optional().describe('What the article is called in citations'),
      }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ text, published, title, name = 'article' }) =>
      answering(() => {
        const from = published === undefined ? undefined : ('given' as const)
        const article = { id: name, text, ...given({ published, publishedFrom: from, title }) }
        const reading = readArticle(article)
        const claims = reading.claims.map(({ why: _, ...claim }) => claim)
        return { reader: READER_VERSION, ...reading, claims, answer: answer([reading], [article]) }
      }),
  )
  server.registerTool(
    'count',
    {
      title: 'Count under Article 27',
      description:
        'The members of the Council for, against and unknown, what is needed and who can block, by Article 27 of the Charter. Give one of: `text` (the symbol of a decision on record, such as S/RES/2375 (2017)), `votes` by hand with `on`, or `matter` of the record with `on`. It never guesses a vote; reported positions are no votes.',
      inputSchema: z.strictObject({
        text: Words.optional(),
        votes: ByHand.optional(),
        question: z.enum(MATTERS).optional().describe('For votes by hand: substantive (where left out) or procedural'),
        matter: Id.optional().describe('Id of a matter of the record, or the code of a state'),
        draft: Id.optional(),
        on: Day.optional(),
        known: Known.optional(),
      }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ text, votes, question = 'substantive', matter, draft, on, known }) =>
      answering(async () => {
        if ([text, votes, matter].filter((one) => one !== undefined).length !== 1)
          throw wrong('one of text, votes and matter is wanted', 'text')
        if (text !== undefined) return countView(countRecorded(voteNamed(text)))
        if (on === undefined) throw wrong('the day of the count is wanted', 'on')
        if (votes !== undefined) {
          const { yes, no, abstain, absent } = votes
          const cast = gatherVotes({ Y: yes, N: no, A: abstain, X: absent }, on)
          return countView(countVotes(cast, { on, matter: question }))
        }
        if (record === undefined) throw wrong('no record is open: matters can’t be counted', 'matter')
        return countView(await matterCount(record, matter ?? '', { on, ...given({ draft, known }) }))
      }),
  )
}

function wrong(what: string, path: string): PenholderError {
  return new PenholderError({ code: 'bad-input', what, place: { path } })
}
