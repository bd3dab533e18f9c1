import { z } from 'zod'
import { isVagueDate } from '../../dates.js'
import { PenholderError } from '../../errors.js'
import { designationLists, listFor, parseImo, screen } from '../../lists/index.js'
import { route } from '../route.js'
import { KindOfParty, Lists, Screenings } from '../shapes/check.js'
import { Day } from '../shapes/parameters.js'

const Short = z.string().trim().min(1).max(400)
const Several = z.array(Short).max(50)

const Party = z.strictObject({
  name: Short.optional(),
  names: Several.optional(),
  kind: KindOfParty.optional(),
  references: Several.optional(),
  birthDate: z.string().refine(isVagueDate, 'expected 1944-10-13, 1944-10 or 1944').optional(),
  imo: z
    .string()
    .refine((text) => parseImo(text) !== undefined, 'expected seven digits whose last checks the others')
    .optional(),
  documents: Several.optional(),
  bic: Short.optional(),
  on: Day,
  list: Short.optional(),
})

export const listRoutes = {
  lists: route({
    summary: 'The designation lists that are here, and up to which day they reach',
    tag: 'lists',
    role: 'reader',
    answer: Lists,
    cached: 'data',
    handle: () => ({
      items: designationLists.map(({ list, title, asOf, designations }) => ({
        list,
        title,
        asOf,
        designations: designations.length,
      })),
    }),
  }),
  searchLists: route({
    summary: 'A name or number in the designation lists, as they stood on a day',
    tag: 'lists',
    role: 'reader',
    body: Party,
    answer: Screenings,
    cached: 'no',
    handle: ({ body }) => {
      const { on, list: id, ...stated } = body
      const party = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
      if (!['name', 'names', 'references', 'imo', 'documents', 'bic'].some((field) => field in party))
        throw new PenholderError({
          code: 'bad-input',
          what: 'nothing to look up',
          place: { path: 'body' },
          expected: 'a name, a reference, an IMO number or a document',
        })
      const one = id === undefined ? undefined : listFor(id)
      if (id !== undefined && one === undefined)
        throw new PenholderError({
          code: 'not-found',
          what: `there is no list "${id}"`,
          place: { path: 'body.list' },
          expected: designationLists.map(({ list }) => list).join(', '),
        })
      const lists = one === undefined ? designationLists : [one]
      return { items: lists.map((list) => ({ list: list.list, on, asOf: list.asOf, ...screen(party, list, on) })) }
    },
  }),
}
