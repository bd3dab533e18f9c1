import { stringify } from 'csv-stringify/sync'
import type { Claim } from '../read/index.js'

const COLUMNS = [
  'article',
  'kind',
  'date',
  'actor',
  'stance',
  'about',
  'type',
  'by',
  'against',
  'target',
  'types',
  'measures',
  'status',
  'parties',
  'mode',
  'persons',
  'place',
  'draft',
  'instrument',
  'goods',
  'quantity',
  'subject',
  'collective',
  'past',
  'cast',
  'conditional',
  'planned',
  'basis',
  'speaker_name',
  'speaker_office',
  'start',
  'end',
  'quote',
  'rule',
  'words',
] as const

/** The first line of the table. */
export function csvHead(): string {
  return stringify([[...COLUMNS]])
}

/** Claims as lines of RFC 4180; lists are joined by `; `, and a cell that a spreadsheet would take for a formula gets a leading quote mark. */
export function csvRows(claims: readonly Claim[]): string {
  return stringify(claims.map(cells), { columns: [...COLUMNS], escape_formulas: true })
}

function cells(claim: Claim): Record<string, unknown> {
  const flat = Object.fromEntries(
    Object.entries(claim).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join('; ') : value === true ? 'true' : value,
    ]),
  )
  return {
    ...flat,
    collective: claim.kind === 'stance' ? claim.collective?.text : undefined,
    speaker_name: claim.speaker?.name,
    speaker_office: claim.speaker?.office,
    start: claim.quote.start,
    end: claim.quote.end,
    quote: claim.quote.text,
    rule: claim.why?.rule,
    words: claim.why?.words.join('; '),
  }
}
