import { PenholderError } from '../errors.js'
import type { BriefDocument } from './document.js'

export async function documentDocx(_: BriefDocument): Promise<Uint8Array> {
  throw new PenholderError({ code: 'unsupported', what: 'this format is not written yet' })
}
