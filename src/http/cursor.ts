import type { z } from 'zod'
import { PenholderError } from '../errors.js'

/** Where a list goes on, as text that nobody need understand. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place that a cursor holds; throws `bad-input` for a text that is none. */
export function placeOfCursor<T>(schema: z.ZodType<T>, cursor: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new PenholderError(
      {
        code: 'bad-input',
        what: 'this is no cursor of this list',
        place: { path: 'query.cursor' },
        expected: '`next` of the page before',
      },
      { cause },
    )
  }
}
