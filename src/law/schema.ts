import { z } from 'zod'
import { UNITS } from '../quantities.js'
import { ACTS } from './acts.js'
import { CONDITIONS, type ConditionName } from './condition-names.js'
import { Day, Hs, Id, Text } from './schema-fields.js'
import { BREADTHS, DUTIES, EFFECTS, FLOWS, FORCES, GATES, keysOf } from './vocabulary.js'

/**
 * The shape of `data/law/*.yaml` and `data/regimes/*.yaml` (YAML 1.2, strict: an unknown key is an error); that of
 * `data/goods.yaml` is in `goods-schema.ts`. `data/law/README.md` is the data dictionary.
 */

/** A condition by name, or several joined; `not` holds where the inner one is stated not to hold. */
export type Condition =
  | ConditionName
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly not: Condition }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.enum(keysOf(CONDITIONS)),
    z.strictObject({ any: z.array(Condition).min(2) }),
    z.strictObject({ all: z.array(Condition).min(2) }),
    z.strictObject({ not: Condition }),
  ]),
)

/** A purpose under which an exemption may be asked for; a purpose stated by the activity fits when it is among them. */
export const Purpose = z.enum([
  'livelihood',
  'humanitarian',
  'diplomatic-mission',
  'basic-expense',
  'extraordinary-expense',
  'prior-lien',
  'public-utility',
  'medical-or-safety',
  'religious-need',
  'furthers-objectives',
  'civil-aviation-safety',
])
export type Purpose = z.infer<typeof Purpose>

export const Exemption = z.strictObject({
  id: Id,
  gist: Text,
  gate: z.enum(keysOf(GATES)),
  /** All must hold for the exemption to be open at all. */
  where: z.array(Condition).optional(),
  /** Only for gate approval or notice: purposes that it serves; absent means any. */
  purposes: z.array(Purpose).min(1).optional(),
  /** True where the paragraph opens many measures at once: it is then cited after the measure's own paragraph. */
  general: z.boolean().optional(),
  /** Wind-down: a written contract before one day, import (or the act) up to another, notice up to a third; days included. */
  window: z.strictObject({ contractBefore: Day.optional(), until: Day, noticeUntil: Day.optional() }).optional(),
  /** Days that a notice must come ahead. */
  noticeDays: z.number().int().positive().optional(),
  /** Working days of silence after which a notice suffices. */
  silenceDays: z.number().int().positive().optional(),
  /** Which activities the exemption covers, where narrower than the measure: acts, goods groups, codes. */
  acts: z.array(z.enum(keysOf(ACTS))).optional(),
  goods: z.array(Id).optional(),
  exceptGoods: z.array(Id).min(1).optional(),
  /** Names that `party-exempt-bank`, `named-aircraft`, `named-project` and `via-named-port` look for. */
  names: z.array(z.string().min(2)).optional(),
  /** For `confirmed-origin`: which state must confirm. */
  confirmedBy: z.enum(['procuring', 'exporting']).optional(),
  /** Days after a refusal within which winding up is still open. */
  graceAfterRefusal: z.number().int().positive().optional(),
  /** Before whom: the committee unless said. */
  before: Text.optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type Exemption = z.infer<typeof Exemption>

export const Cap = z.strictObject({
  /** Whichever is reached first. Absent where the ceiling is a number of each state's own that the activity states. */
  limbs: z
    .array(z.strictObject({ value: z.number().positive(), unit: z.enum(UNITS) }))
    .min(1)
    .optional(),
  /** The ceiling that each state finds for itself, in our words ("the number in force on 5 August 2017"). */
  own: Text.optional(),
  unit: z.enum(UNITS).optional(),
  period: z.enum(['calendar-year', 'twelve-months', 'term', 'standing']),
  /** First day of the first period; the measure's own `from` where absent. */
  starts: Day.optional(),
  counted: z.enum(['all-states', 'each-state']),
  /** Must hold for the ceiling to be open; where one is stated not to hold, the act is prohibited. */
  where: z.array(Condition).optional(),
  /** Percentages at which the committee tells states, and the one at which supply ends for the period. */
  notices: z.array(z.number().positive().max(100)).optional(),
  stopAt: z.number().positive().max(100).optional(),
})
export type Cap = z.infer<typeof Cap>

export const Report = z.strictObject({
  what: Text,
  /** Days after the act or the month, or a fixed day. */
  withinDays: z.number().int().positive().optional(),
  by: Day.optional(),
})
export type Report = z.infer<typeof Report>

export const Measure = z.strictObject({
  id: Id,
  duty: z.enum(keysOf(DUTIES)),
  /** Only where the measure's force is another than its paragraph's. */
  force: z.enum(keysOf(FORCES)).optional(),
  breadth: z.enum(keysOf(BREADTHS)).optional(),
  /** What it stops or wants, in a short sentence that a trader understands. */
  says: Text,
  acts: z.array(z.enum(keysOf(ACTS))).min(1),
  flow: z.enum(keysOf(FLOWS)),
  /** Groups of data/goods.yaml; with `hs`, one hit in either is enough. */
  goods: z.array(Id).min(1).optional(),
  /** HS codes that the text itself states. */
  hs: z.array(Hs).min(1).optional(),
  /** Goods that the measure leaves out, by group. */
  exceptGoods: z.array(Id).min(1).optional(),
  where: z.array(Condition).min(1).optional(),
  /** The measure that this interpretive paragraph works through; it is cited first. */
  through: Id.optional(),
  /** Measures that this one widens or builds on; their paragraphs are cited after. */
  builtOn: z.array(Id).min(1).optional(),
  /** More citations to give with it, such as an annex. */
  citedWith: z.array(Text).min(1).optional(),
  cap: Cap.optional(),
  exemptions: z.array(Exemption).min(1).optional(),
  reports: z.array(Report).min(1).optional(),
  /** Names that conditions of the measure look for: fields of study, ports, aircraft. */
  names: z.array(z.string().min(2)).optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type Measure = z.infer<typeof Measure>

export const Effect = z.strictObject({
  effect: z.enum(keysOf(EFFECTS)),
  /** Measure ids, `measure/exemption` ids, or `all` for every measure of the regime (only with exempts). */
  targets: z.array(z.string().min(2)).min(1),
  from: Day.optional(),
  exemption: Exemption.optional(),
  gist: Text.optional(),
})
export type Effect = z.infer<typeof Effect>

export const Reading = z.strictObject({
  /** The open question. */
  question: Text,
  taken: Text,
  because: Text,
  otherwise: Text.optional(),
})
export type Reading = z.infer<typeof Reading>

export const Paragraph = z.strictObject({
  /** A number, an annex, or `Decision` for an act of a committee that has no numbered paragraphs. */
  number: z
    .string()
    .regex(/^(?:\d+(?:\([a-z]+\))*|Annex [IVX]+|Decision)$/, 'expected a number such as "8(a)(i)", in quotes'),
  verb: Text,
  force: z.enum(keysOf(FORCES)),
  gist: Text,
  measures: z.array(Measure).min(1).optional(),
  effects: z.array(Effect).min(1).optional(),
  readings: z.array(Reading).min(1).optional(),
})
export type Paragraph = z.infer<typeof Paragraph>

export const Instrument = z.strictObject({
  symbol: Text,
  kind: z.enum(['resolution', 'committee-act']),
  regime: Id,
  adopted: Day,
  title: Text,
  basis: Text,
  /** Operative paragraphs that the text has; absent where nobody has counted them, so that the coverage says so. */
  operativeParagraphs: z.number().int().nonnegative().optional(),
  /** Operative paragraphs that hold no measure and are left out, with the reason, by number or range ("1-3"). */
  leftOut: z.array(z.strictObject({ paragraphs: z.string().min(1), because: Text })).optional(),
  sources: z.array(Text).min(1),
  note: Text.optional(),
  paragraphs: z.array(Paragraph),
})
export type Instrument = z.infer<typeof Instrument>

export const Regime = z.strictObject({
  id: Id,
  name: Text,
  target: z.string().regex(/^[A-Z]{3}$/),
  /** Words for the target in flags and directions (`to_<alias>`), lower case. */
  aliases: z.array(z.string()).min(1),
  committee: Text,
  from: Day,
  /** Last day that the data answer for with knowledge. */
  dataUntil: Day,
  /** Purposes, words and projects by which free text of activities is read. */
  programmes: Text,
  covers: z.array(z.strictObject({ symbol: Text, file: Text })).min(1),
  notEncoded: z.array(Text).optional(),
  /** Numbers of resolutions that other files refer to and that are still to be encoded; empty in a release. */
  awaits: z.array(z.string().regex(/^[0-9a-z]+$/)).optional(),
})
export type Regime = z.infer<typeof Regime>
