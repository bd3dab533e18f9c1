import type { BriefDocument } from './document.js'

export async function documentDocx(_: BriefDocument): Promise<Uint8Array> {
  throw new Error('to come')
}
