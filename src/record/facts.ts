import anyAscii from 'any-ascii'
import { z } from 'zod'
import { printSymbol, symbolFor } from '../cite/index.js'
import { isVagueDate, spanOf } from '../dates.js'
import { PenholderError, type Problem } from '../errors.js'
import { stateFor } from '../states.js'

const LETTERS = ['Y', 'N', 'A', 'X'] as const

const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'expected small letters, figures and hyphens, at most 60, such as dprk-missiles')

const Words = z.string().trim().min(1, 'is empty').max(500, 'is longer than 500 characters')

/** A state by code or name; kept as its ISO 3166-1 alpha-3 code. */
const State = z.string().transform((text, context) => {
  const state = stateFor(text)
  if (state !== undefined) return state.code
  context.addIssue(`"${text}" is no state; expected an ISO 3166-1 code such as JPN, or a United Nations name`)
  return z.NEVER
})

/** A document symbol in any of its spellings; kept as the United Nations print it. */
const SymbolText = z.string().transform((text, context) => {
  const symbol = symbolFor(text)
  if (symbol !== undefined) return printSymbol(symbol)
  context.addIssue(`"${text}" is no document symbol; expected one such as S/2006/488 or S/RES/1695 (2006)`)
  return z.NEVER
})

const Day = z.string().refine(isVagueDate, { error: ({ input }) => `"${input}" is no date; expected YYYY-MM-DD` })

/** What a matter is: the case before the Council that articles, claims and drafts belong to. */
export const MatterFacts = z.strictObject({
  id: Slug.refine((id) => !TAKEN.has(id), 'is a word that commands use; choose another'),
  title: Words,
  /** The state concerned, ISO 3166-1 alpha-3. */
  target: State.optional(),
  /** Where given, an article must have one of them in its title or text. */
  keywords: z.array(Words).default([]),
  /** Id of a regime of the law data. */
  regime: Words.optional(),
  /** First and last day of its articles; open where left out. */
  from: Day.optional(),
  to: Day.optional(),
  note: Words.optional(),
})

/** Kinds of question that `count --matter` takes too, and "none". */
const TAKEN = new Set(['none', 'substantive', 'procedural'])

const Version = z.strictObject({ label: Words, date: Day.optional(), note: Words.optional() })

const Cast = z.strictObject(
  Object.fromEntries(LETTERS.map((letter) => [letter, z.array(State).optional()])) as Record<
    (typeof LETTERS)[number],
    z.ZodOptional<z.ZodArray<typeof State>>
  >,
)

/** What a draft is: one text before the Council, with its versions, and how it ended. */
export const DraftFacts = z.strictObject({
  id: Slug,
  /** Id of its matter. */
  matter: Slug,
  /** What people call it, such as "Japan's draft". */
  label: Words.optional(),
  /** Once it is put in blue. */
  symbol: SymbolText.optional(),
  /** In the order in which they came. */
  versions: z.array(Version).default([]),
  sponsors: z.array(State).default([]),
  /** Ids of drafts of the same matter that stand against it. */
  rivals: z.array(Slug).default([]),
  tabled: Day.optional(),
  /** `text`: symbol or id of the vote on record; `cast`: who voted how, where the record does not have it. */
  vote: z.strictObject({ date: Day, text: Words.optional(), cast: Cast.optional() }).optional(),
  /** Symbol of the resolution that it became. */
  adopted: SymbolText.optional(),
  note: Words.optional(),
})

export type MatterFacts = z.infer<typeof MatterFacts>
export type MatterInput = z.input<typeof MatterFacts>
export type DraftFacts = z.infer<typeof DraftFacts>
export type DraftInput = z.input<typeof DraftFacts>

/** The value as the schema gives it back; throws `bad-input` with every problem found and its path. */
export function checkedFacts<Schema extends z.ZodType>(schema: Schema, value: unknown, file: string): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new PenholderError(
    result.error.issues.map((issue): Problem => {
      const path = [...issue.path, ...('keys' in issue ? issue.keys : [])].map(String).join('.')
      return { code: 'bad-input', what: issue.message, place: { file, ...(path === '' ? {} : { path }) } }
    }),
  )
}

/** Throws `bad-input` where one date that must not follow another does. */
export function inOrder(file: string, ...dates: readonly (readonly [name: string, date: string | undefined])[]): void {
  let before: readonly [string, string] | undefined
  for (const [name, date] of dates) {
    if (date === undefined) continue
    if (before !== undefined && spanOf(date).to < spanOf(before[1]).from) {
      const what = `${name} (${date}) lies before ${before[0]} (${before[1]})`
      throw new PenholderError({ code: 'bad-input', what, place: { file } })
    }
    before = [name, date]
  }
}

/** An id made of a title: `North's tests, 2006` gives `north-s-tests-2006`. Empty where no letter is left. */
export function slugOf(title: string): string {
  return anyAscii(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
