import type { CivilDate, Period } from '../dates.js'
import type { Goods } from './goods-schema.js'
import type { Effect, Exemption, Measure, Reading, Regime } from './schema.js'
import type { Force } from './vocabulary.js'

/** An exemption with the paragraph that opens it and its days. */
export interface LawExemption extends Exemption {
  readonly citation: string
  readonly periods: readonly Period[]
}

/** A measure with its paragraph, the days on which it applies, and what came before and after it. */
export interface LawMeasure extends Omit<Measure, 'exemptions'> {
  readonly citation: string
  readonly symbol: string
  readonly paragraph: string
  readonly verb: string
  readonly force: Force
  readonly adopted: CivilDate
  readonly periods: readonly Period[]
  readonly exemptions: readonly LawExemption[]
  /** Ids of the measures that this one put itself in the place of. */
  readonly replaces: readonly string[]
  /** Citations of the paragraphs that ended, suspended or replaced this one, with the day. */
  readonly endedBy: readonly { readonly citation: string; readonly effect: string; readonly from: CivilDate }[]
  /** Citations of paragraphs that changed a detail, with the day and what. */
  readonly amendedBy: readonly { readonly citation: string; readonly from: CivilDate; readonly gist: string }[]
}

/** A paragraph as a reader of the law sees it. */
export interface LawParagraph {
  readonly citation: string
  readonly number: string
  readonly verb: string
  readonly force: Force
  readonly gist: string
  readonly measures: readonly string[]
  readonly readings: readonly Reading[]
}

export interface LawInstrument {
  readonly symbol: string
  readonly kind: 'resolution' | 'committee-act'
  readonly adopted: CivilDate
  readonly title: string
  readonly basis: string
  /** Absent where nobody has counted them. */
  readonly operativeParagraphs?: number
  readonly encodedParagraphs: number
  readonly leftOut: readonly { readonly paragraphs: string; readonly because: string }[]
  readonly sources: readonly string[]
  readonly paragraphs: readonly LawParagraph[]
}

/** How much of the instruments' texts stands in the data. */
export interface ParagraphCoverage {
  /** Operative paragraphs of the instruments that were counted. */
  readonly paragraphs: number
  /** Of those, how many are encoded; the others are left out with a reason. */
  readonly encoded: number
  readonly leftOut: number
  /** Instruments whose paragraphs nobody has counted. */
  readonly uncounted: readonly string[]
}

/** What a paragraph does to measures or exemptions of other paragraphs, or of its own. */
export interface LawEffect {
  readonly effect: Effect
  readonly from: CivilDate
  readonly citation: string
  /** When its text was adopted. */
  readonly adopted: CivilDate
  /** Ids of the paragraph's own measures: for `replaces`, what comes in the place. */
  readonly measures: readonly string[]
}

/** One regime, compiled: what the engine and the faces work on. */
export interface RegimeLaw {
  readonly regime: Regime
  readonly coverage: ParagraphCoverage
  readonly instruments: readonly LawInstrument[]
  readonly measures: readonly LawMeasure[]
  /** Exemptions that are open from every measure of the regime. */
  readonly general: readonly LawExemption[]
  /** In the order in which they run; the lives of measures and exemptions follow from them. */
  readonly effects: readonly LawEffect[]
}

/** The whole of the data: every regime, and the goods. */
export interface Law {
  readonly regimes: readonly RegimeLaw[]
  readonly goods: Goods
}
