import { isCivilDate, isVagueDate } from '../dates.js'
import type { Problem } from '../errors.js'
import { stateFor } from '../states.js'
import { type BirthDate, Designation, type Kind } from './designation.js'

export interface XmlField {
  readonly name: string
  text: string
  readonly children: XmlField[]
}

/** One `<INDIVIDUAL>` or `<ENTITY>`, as it is read. */
export interface XmlEntry {
  readonly kind: Exclude<Kind, 'vessel'>
  /** Where it begins, counted from 1. */
  readonly line: number
  readonly column: number
  readonly fields: XmlField[]
  isInside(): boolean
  open(name: string): void
  text(text: string): void
  close(): void
}

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME', 'FIFTH_NAME']
/** Read below. */
const READ = new Set([
  ...NAME_PARTS,
  'REFERENCE_NUMBER',
  'LISTED_ON',
  'GENDER',
  'NATIONALITY',
  'DESIGNATION',
  'LAST_DAY_UPDATED',
  'NAME_ORIGINAL_SCRIPT',
  'INDIVIDUAL_ALIAS',
  'ENTITY_ALIAS',
  'INDIVIDUAL_ADDRESS',
  'ENTITY_ADDRESS',
  'INDIVIDUAL_DATE_OF_BIRTH',
  'INDIVIDUAL_PLACE_OF_BIRTH',
  'INDIVIDUAL_DOCUMENT',
  'UN_LIST_TYPE',
])
/** Left out on purpose: the publisher's bookkeeping, and prose that is his. */
const LEFT_OUT = new Set([
  'DATAID',
  'VERSIONNUM',
  'COMMENTS1',
  'LIST_TYPE',
  'SORT_KEY',
  'SORT_KEY_LAST_MOD',
  'TITLE',
  'SUBMITTED_BY',
  'SUBMITTED_ON',
  'NATIONALITY2',
  'DELISTED_ON',
])

/** What one entry of the consolidated XML says; undefined with its problems where it cannot be used. */
export function designationFrom(entry: XmlEntry): { designation?: Designation; problems: Problem[] } {
  const problems: Problem[] = []
  const reference = textOf(entry.fields, 'REFERENCE_NUMBER')
  const name = NAME_PARTS.map((part) => textOf(entry.fields, part))
    .filter(Boolean)
    .join(' ')
  const listed = textOf(entry.fields, 'LISTED_ON').slice(0, 10)
  const report = (what: string, expected?: string, code: Problem['code'] = 'bad-input') => {
    const whose = reference || name || `an ${entry.kind}`
    problems.push({ code, what: `${whose}: ${what}`, ...(expected === undefined ? {} : { expected }) })
  }
  if (reference === '') report('has no reference number', 'REFERENCE_NUMBER')
  if (name === '') report('has no name', 'FIRST_NAME')
  if (!isCivilDate(listed)) report(`"${listed}" is no date of listing`, 'LISTED_ON such as 2016-03-02')
  for (const field of entry.fields) {
    if (!READ.has(field.name) && !LEFT_OUT.has(field.name))
      report(`<${field.name}> is not known`, 'the published schema', 'unsupported')
  }
  const births = birthDates(entry.fields, report)
  if (problems.length > 0) return { problems }
  const parsed = Designation.safeParse({
    id: reference,
    reference,
    kind: entry.kind,
    name,
    ...names(entry.fields, name),
    ...some('birthDates', births),
    ...some(
      'nationalities',
      valuesOf(entry.fields, 'NATIONALITY').map((value) => stateFor(value)?.code ?? value),
    ),
    ...some('functions', valuesOf(entry.fields, 'DESIGNATION')),
    ...some('documents', documents(entry.fields)),
    ...some('addresses', addresses(entry.fields)),
    ...some('amended', unique(valuesOf(entry.fields, 'LAST_DAY_UPDATED').map((day) => day.slice(0, 10))).sort()),
    ...some('birthPlace', joined(entry.fields.find((field) => field.name === 'INDIVIDUAL_PLACE_OF_BIRTH'))),
    ...some('gender', gender(entry.fields)),
    ...some('note', textOf(entry.fields, 'UN_LIST_TYPE') && `UN list: ${textOf(entry.fields, 'UN_LIST_TYPE')}`),
    listings: [{ date: listed, consequences: [] }],
  })
  if (parsed.success) return { designation: parsed.data, problems }
  for (const issue of parsed.error.issues) report(`${issue.path.join('.')}: ${issue.message}`)
  return { problems }
}

/** A field that is left out where there is nothing to say. */
function some<K extends string, T extends readonly unknown[] | string | undefined>(
  key: K,
  value: T,
): { [key in K]?: T } {
  return (value === undefined || value.length === 0 ? {} : { [key]: value }) as { [key in K]?: T }
}

function names(fields: readonly XmlField[], name: string) {
  const found: Record<'aliases' | 'weakAliases' | 'formerNames' | 'originalScript', string[]> = {
    aliases: [],
    weakAliases: [],
    formerNames: [],
    originalScript: valuesOf(fields, 'NAME_ORIGINAL_SCRIPT'),
  }
  const seen = new Set([name])
  for (const { children } of all(fields, 'INDIVIDUAL_ALIAS', 'ENTITY_ALIAS')) {
    const alias = textOf(children, 'ALIAS_NAME')
    if (alias === '' || seen.has(alias)) continue
    seen.add(alias)
    found[aliasKind(textOf(children, 'QUALITY'))].push(alias)
  }
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))
}

function aliasKind(quality: string): 'aliases' | 'weakAliases' | 'formerNames' {
  const word = quality.toLowerCase()
  if (word.startsWith('low')) return 'weakAliases'
  return word.startsWith('f.k.a') ? 'formerNames' : 'aliases'
}

function birthDates(fields: readonly XmlField[], report: (what: string, expected?: string) => void): BirthDate[] {
  const found: BirthDate[] = []
  for (const { children } of all(fields, 'INDIVIDUAL_DATE_OF_BIRTH')) {
    const [from, to] = [textOf(children, 'FROM_YEAR'), textOf(children, 'TO_YEAR')]
    const date =
      textOf(children, 'DATE').slice(0, 10) || textOf(children, 'YEAR') || (from && to ? `${from}/${to}` : from || to)
    if (date === '') continue
    if (!isVagueDate(date) && !/^\d{4}\/\d{4}$/.test(date))
      report(`"${date}" is no date of birth`, '1944-10-13 or 1944')
    const isCirca = textOf(children, 'TYPE_OF_DATE').toUpperCase().startsWith('APPROX')
    if (!found.some((birth) => birth.date === date)) found.push(isCirca ? { date, circa: true } : { date })
  }
  return found
}

function documents(fields: readonly XmlField[]) {
  return all(fields, 'INDIVIDUAL_DOCUMENT').flatMap(({ children }) => {
    const number = textOf(children, 'NUMBER')
    if (number === '') return []
    const country = textOf(children, 'ISSUING_COUNTRY') || textOf(children, 'COUNTRY_OF_ISSUE')
    const type = textOf(children, 'TYPE_OF_DOCUMENT') || 'document'
    return [{ type, number, ...(country === '' ? {} : { country: stateFor(country)?.code ?? country }) }]
  })
}

function addresses(fields: readonly XmlField[]): string[] {
  return unique(all(fields, 'INDIVIDUAL_ADDRESS', 'ENTITY_ADDRESS').map((field) => joined(field)))
}

function joined(field: XmlField | undefined): string {
  const parts = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY']
  return parts
    .map((part) => textOf(field?.children ?? [], part))
    .filter(Boolean)
    .join(', ')
}

function gender(fields: readonly XmlField[]): string {
  const word = textOf(fields, 'GENDER').toLowerCase()
  return word === 'male' || word === 'female' ? word : ''
}

function all(fields: readonly XmlField[], ...wanted: readonly string[]): XmlField[] {
  return fields.filter(({ name }) => wanted.includes(name))
}

function textOf(fields: readonly XmlField[], name: string): string {
  return trimmed(fields.find((field) => field.name === name)?.text ?? '')
}

/** The `<VALUE>`s of a field, or its own text where it has none. */
function valuesOf(fields: readonly XmlField[], name: string): string[] {
  const texts = all(fields, name).flatMap(({ text, children }) =>
    children.length > 0 ? children.map((child) => child.text) : [text],
  )
  return unique(texts.map(trimmed))
}

function trimmed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(Boolean)
}
