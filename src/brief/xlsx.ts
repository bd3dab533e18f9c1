import { PenholderError } from '../errors.js'
import type { Brief } from './brief.js'

export async function briefXlsx(_: Brief): Promise<Uint8Array> {
  throw new PenholderError({ code: 'unsupported', what: 'this format is not written yet' })
}
