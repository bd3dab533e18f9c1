import { KIND_OF_ACT, type LawMeasure } from '../law/index.js'
import { classifyGoods } from './goods.js'
import { isAmong } from './scope.js'

/** Which measures a reader of the law wants to see; everything that is given must hold. */
export interface MeasureQuery {
  /** An HS code such as `2710.19`, or a description. */
  readonly goods?: string
  /** A kind of activity that the measure is on. */
  readonly kind?: string
  /** `S/RES/2375 (2017) para 14`, `2375 14` and `2375 para 14` all mean that paragraph and its limbs. */
  readonly paragraph?: string
}

/** Kinds of activity by which measures can be asked for. */
export const KINDS_OF_MEASURE: readonly string[] = [...new Set(Object.values(KIND_OF_ACT))]

export function isWanted(measure: LawMeasure, query: MeasureQuery): boolean {
  if (query.kind !== undefined && !measure.acts.some((act) => KIND_OF_ACT[act] === query.kind)) return false
  if (query.paragraph !== undefined && !isParagraph(measure, query.paragraph)) return false
  if (query.goods === undefined) return true
  if (measure.goods === undefined && measure.hs === undefined) return false
  const isCode = /^[\d. ]+$/.test(query.goods)
  return isAmong(isCode ? classifyGoods('', query.goods) : classifyGoods(query.goods), measure) === true
}

function isParagraph(measure: LawMeasure, text: string): boolean {
  const match = /(\d{3,4})(?:\s*\(\d{4}\))?[\s,]*(?:paragraph|para|OP)?\.?\s*(\d.*)?$/i.exec(text.trim())
  if (match === null) return measure.citation === text
  const [, resolution = '', paragraph] = match
  const wanted = paragraph?.replace(/\s/g, '')
  return (
    measure.symbol.includes(`/${resolution} (`) &&
    (wanted === undefined || measure.paragraph === wanted || measure.paragraph.startsWith(`${wanted}(`))
  )
}
