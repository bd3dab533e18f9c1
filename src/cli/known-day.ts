import { isCivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'

/** The day whose law and lists are known at `--known`: a day, or the UTC day of a moment, which is taken whole. */
export function knownDay(known: string | undefined): string | undefined {
  if (known === undefined) return undefined
  const [day = ''] = known.split('T')
  const isMoment = /^T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(known.slice(10))
  if (isCivilDate(day) && (known.length === 10 || (isMoment && !Number.isNaN(Date.parse(known)))))
    return known.length === 10 ? day : new Date(known).toISOString().slice(0, 10)
  throw new PenholderError({
    code: 'bad-input',
    what: `"${known}" is no date and no moment`,
    place: { path: '--known' },
    expected: 'a day such as 2017-11-15, or 2017-11-15T12:00:00Z',
  })
}

/** Stands above an answer that was asked as it was known; empty where nothing was said. */
export function knownNote(known: string | undefined): string {
  const day = knownDay(known)
  return day === undefined ? '' : `As known on ${day}: texts adopted later are left out, and so is what they did.\n\n`
}
