import { PenholderError } from '../errors.js'

/** What was typed can't be taken: what of it, and what would be. */
export function badInput(what: string, expected?: string): PenholderError {
  return new PenholderError({ code: 'bad-input', what, ...(expected !== undefined && { expected }) })
}
