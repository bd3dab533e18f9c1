import type { Answer, CeilingFigures } from '../check/index.js'
import { isCivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'

/** An answered check, on its way into the record. */
export interface ToKeep {
  readonly activity: unknown
  readonly on: string
  readonly known: string | undefined
  readonly answer: Answer
  /** The id of its line in a batch. */
  readonly label?: string
}

/** What a check asks besides law and lists, and where it keeps its answers. */
export interface Asking {
  /** The Committee's figures under ceilings, as the record knew them at a moment (now where absent). */
  readonly figuresAt?: (known: string | undefined) => Promise<CeilingFigures>
  /** Absent where nothing is kept. */
  readonly keep?: (answered: ToKeep) => Promise<void>
}

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
