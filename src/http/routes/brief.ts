import { z } from 'zod'
import { BRIEF_FORMATS, type BriefFormat, briefOf, renderBrief } from '../../brief/index.js'
import { type Context, type Reply, route, seqAt } from '../route.js'
import { Day, Id, Known, OfMatter } from '../shapes/parameters.js'

const BriefQuery = z.strictObject({ on: Day.optional(), since: Day.optional(), known: Known.optional() })
const FORMATS = Object.keys(BRIEF_FORMATS) as [BriefFormat, ...BriefFormat[]]
/** A brief in HTML carries its style within itself; it may run nothing and load nothing. */
const HTML_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox allow-modals"

async function briefFor(context: Context, matter: string, query: z.infer<typeof BriefQuery>) {
  const seq = await seqAt(context, query.known)
  const { on, since } = query
  return context.remember(`brief ${JSON.stringify([matter, on, since, seq])}`, () =>
    briefOf(context.record, matter, {
      seq,
      ...(on === undefined ? {} : { on }),
      ...(since === undefined ? {} : { since }),
    }),
  )
}

export const briefRoutes = {
  brief: route({
    summary:
      'A brief: what is on the table, who stands where, what changed, the count, and what is not known; every line cited',
    tag: 'matters',
    role: 'reader',
    path: OfMatter,
    query: BriefQuery,
    answer: z.looseObject({
      matter: z.looseObject({ id: z.string(), title: z.string() }),
      on: Day,
      basis: z.looseObject({ articles: z.int(), claims: z.int(), digest: z.string() }),
      texts: z.array(z.looseObject({ label: z.string(), status: z.string() })),
      columns: z.array(z.looseObject({ key: z.string(), label: z.string() })),
      members: z.array(z.looseObject({ code: z.string(), name: z.string(), stands: z.array(z.looseObject({})) })),
      changes: z.array(z.looseObject({ day: z.string(), what: z.string() })),
      doubts: z.array(z.looseObject({ what: z.string() })),
      unknown: z.array(z.string()),
      sources: z.array(z.looseObject({ number: z.int(), article: z.string(), title: z.string() })),
    }),
    cached: 'record',
    isKept: true,
    handle: ({ path, query }, context) => briefFor(context, path.matter, query),
  }),
  briefFile: route({
    summary: 'The same as a file: text, Markdown, HTML, DOCX, XLSX or JSON',
    tag: 'matters',
    role: 'reader',
    path: z.strictObject({ matter: Id, format: z.enum(FORMATS) }),
    query: BriefQuery,
    files: FORMATS.map((format) => BRIEF_FORMATS[format].type.split(';')[0] ?? ''),
    cached: 'record',
    isKept: true,
    handle: async ({ path: { matter, format }, query }, context): Promise<Reply> => {
      const brief = await briefFor(context, matter, query)
      const { type, ending } = BRIEF_FORMATS[format]
      const name = `brief-${brief.matter.id.replace(/[^\w-]/g, '')}-${brief.on}.${ending}`
      return {
        reply: true,
        type,
        body: await renderBrief(brief, format),
        headers: {
          'content-disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`,
          ...(format === 'html' ? { 'content-security-policy': HTML_POLICY } : {}),
        },
      }
    },
  }),
}
