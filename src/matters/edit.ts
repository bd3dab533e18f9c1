import { PenholderError } from '../errors.js'
import { type Quote, quoteAt } from '../quotes.js'
import { Claim } from '../read/index.js'

const COMMON = ['date', 'basis', 'speaker.name', 'speaker.office', 'quote'] as const
const FIELDS: Readonly<Record<Claim['kind'], readonly string[]>> = {
  stance: ['actor', 'stance', 'about', 'target', 'measures', 'draft', 'past', 'cast', 'conditional'],
  contact: ['parties', 'mode', 'persons', 'place', 'planned'],
  event: ['type', 'actor', 'against', 'instrument', 'planned'],
  measure: ['by', 'against', 'types', 'status', 'goods', 'quantity', 'subject', 'instrument'],
}
const LISTS = ['measures', 'parties', 'persons', 'types']
const FLAGS = ['past', 'cast', 'conditional', 'planned']

/** The fields of a kind of claim that can be edited. */
export function editableFields(kind: Claim['kind']): readonly string[] {
  return [...FIELDS[kind], ...COMMON]
}

/** What a field says now, as `editedClaim` takes it; empty where it says nothing. */
export function fieldOf(claim: Claim, field: string): string {
  if (field === 'quote') return claim.quote.text
  const [name = '', part] = field.split('.')
  const value = (claim as unknown as Record<string, unknown>)[name]
  const own = part === undefined ? value : (value as Record<string, unknown> | undefined)?.[part]
  return own === undefined ? '' : Array.isArray(own) ? own.join(', ') : String(own)
}

/**
 * A claim with some fields said anew: `{stance: 'opposes', parties: 'JPN, RUS', past: 'true'}`; an empty value takes a
 * field away. `quote` takes words of the article; those nearest to the old place are meant, and `text` (the article's)
 * is needed. Throws `bad-input` with every field that can't be so.
 */
export function editedClaim(claim: Claim, said: Readonly<Record<string, string>>, text?: string): Claim {
  const next: Record<string, unknown> = { ...claim }
  const speaker: Record<string, unknown> = { ...claim.speaker }
  for (const [field, given] of Object.entries(said)) {
    const value = given.trim()
    if (!editableFields(claim.kind).includes(field)) {
      const expected = editableFields(claim.kind).join(', ')
      throw new PenholderError({ code: 'bad-input', what: `a ${claim.kind} has no field "${field}"`, expected })
    }
    if (field === 'quote') next.quote = quoteNear(text, value, claim.quote)
    else if (field.startsWith('speaker.')) speaker[field.slice('speaker.'.length)] = value === '' ? undefined : value
    else next[field] = readValue(field, value)
  }
  next.speaker = Object.values(speaker).some((part) => part !== undefined) ? withoutEmpty(speaker) : undefined
  const result = Claim.safeParse(withoutEmpty(next))
  if (result.success) return result.data
  throw new PenholderError(
    result.error.issues.map(({ path, message }) => ({
      code: 'bad-input',
      what: message,
      place: { path: path.join('.') },
    })),
  )
}

function readValue(field: string, value: string): unknown {
  if (value === '') return undefined
  if (LISTS.includes(field)) return value.split(/\s*,\s*/).filter((part) => part !== '')
  if (!FLAGS.includes(field)) return value
  if (value === 'true') return true
  if (value === 'false') return undefined
  throw new PenholderError({ code: 'bad-input', what: `${field} is "${value}"`, expected: 'true or false' })
}

function quoteNear(text: string | undefined, words: string, before: Quote): Quote {
  if (words === before.text) return before
  let best = -1
  if (text !== undefined && words !== '') {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (best < 0 || Math.abs(at - before.start) < Math.abs(best - before.start)) best = at
    }
  }
  if (text !== undefined && best >= 0) return quoteAt(text, best, best + words.length)
  throw new PenholderError({
    code: 'bad-input',
    what: text === undefined ? 'the article’s text is not here' : 'these words do not stand in the article',
    place: { path: 'quote' },
    expected: 'words of the article, letter by letter',
  })
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
