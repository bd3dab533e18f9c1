import type { Brief } from './brief.js'

export async function briefXlsx(_: Brief): Promise<Uint8Array> {
  throw new Error('to come')
}
