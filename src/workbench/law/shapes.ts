import { type CivilDate, isWithin, type LawExemption, type LawMeasure } from '../../http/view.js'

export interface RegimeSummary {
  readonly id: string
  readonly name: string
  readonly target: string
  readonly from: string
  readonly dataUntil: string
  readonly measures: number
  readonly instruments: readonly {
    readonly symbol: string
    readonly title: string
    readonly adopted: string
    readonly operativeParagraphs?: number
    readonly encodedParagraphs: number
  }[]
}

export type Measure = LawMeasure & { readonly inForce: boolean }

export function isOn(measure: Measure, on: CivilDate): boolean {
  return measure.periods.some((period) => isWithin(on, period))
}

export interface LawOnDay {
  readonly regime: string
  readonly name: string
  readonly on: string
  readonly dataUntil: string
  readonly measures: readonly Measure[]
}

export interface Change {
  readonly change: 'began' | 'ended' | 'amended' | 'exemption-opened' | 'exemption-closed'
  readonly day: string
  readonly by: string
  readonly id: string
  readonly citation: string
  readonly says: string
  readonly exemption?: LawExemption
  readonly gist?: string
}

export interface GoodsFound {
  readonly isRecognised: boolean
  readonly codes: readonly string[]
  readonly groups: readonly { readonly id: string; readonly name: string; readonly meaning: string }[]
  readonly barrelsPerTonne?: { readonly from: number; readonly to: number }
}

/** One rung of the ladder: an instrument and the measures that its paragraphs hold. */
export interface Rung {
  readonly symbol: string
  readonly title: string
  readonly adopted: string
  readonly measures: readonly Measure[]
}

export function rungsOf(regime: RegimeSummary, measures: readonly Measure[]): Rung[] {
  return regime.instruments
    .map(({ symbol, title, adopted }) => ({
      symbol,
      title,
      adopted,
      measures: measures.filter((measure) => measure.symbol === symbol),
    }))
    .filter((rung) => rung.measures.length > 0)
}

export const FORCE_WORDS = {
  binding: 'binding',
  'called-for': 'called for',
  interpretive: 'says what another means',
} as const
