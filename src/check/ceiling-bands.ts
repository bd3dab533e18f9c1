import type { Unit } from '../quantities.js'
import type { Ceiling, CeilingReport } from './ceilings.js'

/** An amount in one unit: as the source gives it, and between the two ends of the band of factors. */
export interface Band {
  /** Undefined where the source gives another unit and no factor. */
  readonly reported?: number
  readonly low: number
  readonly high: number
}

/** One report's amount in a unit; undefined where nothing converts it. */
export function amountIn(unit: Unit, report: CeilingReport, { conversions }: Ceiling): Band | undefined {
  const isWeight = report.unit === 't' || report.unit === 'kg'
  const value = report.unit === 'kg' ? report.value / 1000 : report.value
  if (report.unit === unit || (isWeight && unit === 't')) {
    // Barrels that the source made of tonnes are no surer than its factor.
    if (unit !== 'bbl' || report.factor === undefined || conversions === undefined)
      return { reported: value, low: value, high: value }
    const tonnes = value / report.factor
    return { reported: value, low: tonnes * conversions.band.from, high: tonnes * conversions.band.to }
  }
  const band = conversions?.band
  if (isWeight && unit === 'bbl' && band !== undefined)
    return {
      ...(report.factor !== undefined && { reported: value * report.factor }),
      low: value * band.from,
      high: value * band.to,
    }
  if (report.unit === 'bbl' && unit === 't' && band !== undefined) {
    if (report.factor === undefined) return { low: value / band.to, high: value / band.from }
    return { reported: value / report.factor, low: value / report.factor, high: value / report.factor }
  }
  return undefined
}

export function added(a: Band, b: Band): Band {
  const isTold = a.reported !== undefined && b.reported !== undefined
  return {
    ...(isTold && { reported: (a.reported ?? 0) + (b.reported ?? 0) }),
    low: a.low + b.low,
    high: a.high + b.high,
  }
}

export function scaled({ reported, low, high }: Band, by: number): Band {
  return { ...(reported !== undefined && { reported: reported * by }), low: low * by, high: high * by }
}

/** To a hundredth, so that adding in another order gives the same figure. */
export function rounded({ reported, low, high }: Band): Band {
  const round = (value: number) => Math.round(value * 100) / 100
  return { ...(reported !== undefined && { reported: round(reported) }), low: round(low), high: round(high) }
}

/** `11,745 bbl`, or `10,152 to 11,985 bbl` where the source gives no factor. */
export function bandText(band: Band, unit: Unit): string {
  const number = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
  const { reported, low, high } = band
  return `${reported === undefined ? `${number(low)} to ${number(high)}` : number(reported)} ${unit}`
}
