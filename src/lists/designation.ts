import { z } from 'zod'
import { type CivilDate, isCivilDate, isVagueDate } from '../dates.js'
import { parseImo } from './imo.js'

export const KINDS = ['person', 'entity', 'vessel'] as const
/** What can follow from a listing. `de-flag`: the flag State strikes the vessel off its register. */
export const CONSEQUENCES = ['asset-freeze', 'travel-ban', 'port-ban', 'de-flag', 'arms-embargo'] as const

const Day = z.string().refine(isCivilDate, 'expected a date such as 2016-03-02')
const Text = z
  .string()
  .min(1)
  .refine((text) => text.trim() === text, 'has blanks at its ends')

/** One day, month or year, or a span of years `1955/1958`; `circa` where the list itself is not sure. */
export const BirthDate = z.strictObject({
  date: z
    .string()
    .refine(
      (text) => isVagueDate(text) || /^\d{4}\/\d{4}$/.test(text),
      'expected 1944-10-13, 1944-10, 1944 or 1955/1958',
    ),
  circa: z.literal(true).optional(),
})

/** What follows from a listing, the paragraph that says so, and others that say so with it. */
export const Consequence = z.strictObject({
  kind: z.enum(CONSEQUENCES),
  paragraph: Text,
  also: z.array(Text).optional(),
})

/** One act that put the name on the list; a name may be listed more than once, for different consequences. */
export const Listing = z.strictObject({
  date: Day,
  /** The paragraph or decision that lists the name, such as `S/RES/2270 (2016) para 10`; absent where the source is silent. */
  instrument: Text.optional(),
  /** The document that holds the list or tells the decision, such as `S/2009/222`. */
  document: Text.optional(),
  /** Empty where the source does not say (the consolidated XML doesn't). */
  consequences: z.array(Consequence),
  /** The first day on which the listing no longer holds. */
  removed: Day.optional(),
  removedBy: Text.optional(),
})

/** One listed person, entity or vessel, as published. */
export const Designation = z.strictObject({
  /** Unique in its list: the reference, or for vessels without one `imo:8628597` or `vessel:<name>`. */
  id: Text,
  /** Permanent reference number, such as `KPi.001`. */
  reference: Text.optional(),
  kind: z.enum(KINDS),
  name: Text,
  aliases: z.array(Text).optional(),
  /** Names that the publisher itself marks as of low quality: they give possible matches only. */
  weakAliases: z.array(Text).optional(),
  formerNames: z.array(Text).optional(),
  originalScript: z.array(Text).optional(),
  birthDates: z.array(BirthDate).optional(),
  birthPlace: Text.optional(),
  gender: z.enum(['female', 'male']).optional(),
  /** ISO 3166-1 alpha-3; the words as published where they name no State that we know. */
  nationalities: z.array(Text).optional(),
  functions: z.array(Text).optional(),
  documents: z
    .array(z.strictObject({ type: Text, number: Text, country: Text.optional(), expires: z.string().optional() }))
    .optional(),
  /** The ship's number, its check digit verified. */
  imo: z
    .string()
    .refine((text) => parseImo(text) === text, 'is no IMO number: the check digit is wrong')
    .optional(),
  /** IMO company number. */
  companyImo: z
    .string()
    .regex(/^\d{7}$/)
    .optional(),
  bic: z
    .string()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/)
    .optional(),
  addresses: z.array(Text).optional(),
  note: Text.optional(),
  listings: z.array(Listing).min(1),
  /** Days on which the publisher changed the entry. */
  amended: z.array(Day).optional(),
})

/** A list as its publisher had it on `asOf`. */
export const ListSnapshot = z.strictObject({
  /** The list's id, such as `un-consolidated`. */
  list: Text,
  title: Text,
  /** The day up to which the data reach. */
  asOf: Day,
  /** Which system spells these names, where one does for all of them; otherwise nationality decides. */
  romanisation: Text.optional(),
  /** Words that may stand before or after a listed name and leave it the same, such as "of the Republic". */
  qualifiers: z.strictObject({ before: z.array(Text).optional(), after: z.array(Text).optional() }).optional(),
  sources: z.array(Text),
  designations: z.array(Designation),
})

export type Kind = (typeof KINDS)[number]
export type ConsequenceKind = (typeof CONSEQUENCES)[number]
export type BirthDate = z.infer<typeof BirthDate>
export type Consequence = z.infer<typeof Consequence>
export type Listing = z.infer<typeof Listing>
export type Designation = z.infer<typeof Designation>
export type ListSnapshot = z.infer<typeof ListSnapshot>

/** A consequence in force on a day: since when, and by which instrument. */
export interface ConsequenceInForce extends Consequence {
  readonly since: CivilDate
  readonly instrument?: string
}

export function isListingInForce(listing: Listing, on: CivilDate): boolean {
  return listing.date <= on && (listing.removed === undefined || on < listing.removed)
}

export function listingsOn(designation: Designation, on: CivilDate): Listing[] {
  return designation.listings.filter((listing) => isListingInForce(listing, on))
}

/** What follows from the listing on that day, oldest first; a kind that two listings impose appears with the older one. */
export function consequencesOn(designation: Designation, on: CivilDate): ConsequenceInForce[] {
  const inForce = listingsOn(designation, on)
  const [only] = inForce
  if (only !== undefined && inForce.length === 1)
    return only.consequences.map((consequence) => since(consequence, only))
  const found = new Map<ConsequenceKind, ConsequenceInForce>()
  for (const listing of inForce.sort((a, b) => (a.date < b.date ? -1 : 1))) {
    for (const consequence of listing.consequences) {
      if (!found.has(consequence.kind)) found.set(consequence.kind, since(consequence, listing))
    }
  }
  return [...found.values()]
}

function since(consequence: Consequence, { date, instrument }: Listing): ConsequenceInForce {
  return instrument === undefined ? { ...consequence, since: date } : { ...consequence, since: date, instrument }
}

/** The list as it stood on a day: only what was listed then. A day after `asOf` is answered with the last that is known. */
export function asOf(list: ListSnapshot, on: CivilDate): ListSnapshot {
  return { ...list, designations: list.designations.filter((designation) => listingsOn(designation, on).length > 0) }
}

/** The newest snapshot of a list that is not later than the day; undefined where all are later. */
export function snapshotOn(snapshots: readonly ListSnapshot[], on: CivilDate): ListSnapshot | undefined {
  let found: ListSnapshot | undefined
  for (const snapshot of snapshots) {
    if (snapshot.asOf <= on && (found === undefined || snapshot.asOf > found.asOf)) found = snapshot
  }
  return found
}
