import type { SaxesParser, SaxesTagPlain } from 'saxes'
import { isCivilDate } from '../dates.js'
import { PenholderError, type Problem } from '../errors.js'
import { designationFrom, type XmlEntry } from './consolidated-entry.js'
import type { Designation, ListSnapshot } from './designation.js'

/** Text or bytes (UTF-8) of a file, in pieces of any size. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** What a reading of the file leaves beside the designations. */
export interface XmlReading {
  /** For messages. */
  readonly file?: string
  /** The day on which the list was generated, as the file says. */
  generated?: string
  /** Defects of single entries, with line and column; such an entry is not yielded. */
  readonly problems: Problem[]
}

const ENTRY_TAGS = { INDIVIDUAL: 'person', ENTITY: 'entity' } as const
const PARENTS = { INDIVIDUAL: 'INDIVIDUALS', ENTITY: 'ENTITIES' } as const

/**
 * The designations of the UN's consolidated list in its published XML, one after another as the file streams by.
 * Throws `bad-input` where the XML is broken or ends early or is not such a list; what is wrong with one entry goes
 * into `reading.problems`, and the file's own date into `reading.generated`.
 */
export async function* parseConsolidatedXml(
  chunks: Chunks,
  reading: XmlReading = { problems: [] },
): AsyncGenerator<Designation, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const pieces = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  // Asked for at once, so that a stream which fails to open finds a listener; the parser is loaded when it is needed.
  const first = Promise.resolve(pieces.next())
  first.catch(() => {})
  try {
    const { SaxesParser } = await import('saxes')
    const reader = new EntryReader(reading, new SaxesParser({ xmlns: false, position: true }))
    for (let piece = await first; piece.done !== true; piece = await pieces.next()) {
      const { value } = piece
      yield* reader.write(typeof value === 'string' ? value : decode(decoder, value, reading, true))
    }
    yield* reader.write(decode(decoder, new Uint8Array(), reading, false))
    reader.close()
  } finally {
    await pieces.return?.()
  }
}

/**
 * The whole file as a snapshot with its date. Throws with every defect, and then there is no snapshot: a list that
 * lacks a name is worse than none. `asOf` replaces the file's own date, and is needed where the file has none.
 */
export async function readConsolidatedXml(
  chunks: Chunks,
  options: { readonly asOf?: string; readonly file?: string; readonly list?: string } = {},
): Promise<ListSnapshot> {
  const { file, list = 'un-consolidated' } = options
  const reading: XmlReading = { ...(file === undefined ? {} : { file }), problems: [] }
  const designations: Designation[] = []
  for await (const designation of parseConsolidatedXml(chunks, reading)) designations.push(designation)
  const asOf = options.asOf ?? reading.generated
  const problems = [...reading.problems]
  if (asOf === undefined || !isCivilDate(asOf)) {
    problems.push({
      code: 'bad-input',
      what: asOf === undefined ? 'the file does not say when it was generated' : `"${asOf}" is no date`,
      ...(file === undefined ? {} : { place: { file } }),
      expected: 'a date such as 2026-02-27 in dateGenerated',
      todo: 'give the date with --as-of',
    })
  }
  if (problems.length > 0 || asOf === undefined) throw new PenholderError(problems)
  const title = 'United Nations Security Council Consolidated List'
  return { list, title, asOf, sources: [`${title} (XML), generated ${reading.generated ?? asOf}`], designations }
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  reading: XmlReading,
  isMore: boolean,
): string {
  try {
    return decoder.decode(bytes, { stream: isMore })
  } catch (cause) {
    const place = reading.file === undefined ? {} : { place: { file: reading.file } }
    throw new PenholderError(
      { code: 'bad-input', what: 'the file is not UTF-8', ...place, expected: 'XML in UTF-8' },
      { cause },
    )
  }
}

/** Holds the one entry that is being read, and nothing else of the file. */
class EntryReader {
  private readonly path: string[] = []
  private entry: XmlEntry | undefined
  private ready: Designation[] = []

  constructor(
    private readonly reading: XmlReading,
    private readonly parser: SaxesParser<{ xmlns: false; position: true }>,
  ) {
    this.parser.on('error', (error) => {
      throw this.broken(error.message.replace(/^\S*?\d+:\d+:\s*/, ''))
    })
    this.parser.on('opentag', (tag) => this.open(tag))
    this.parser.on('text', (text) => this.text(text))
    this.parser.on('cdata', (text) => this.text(text))
    this.parser.on('closetag', () => this.closeTag())
  }

  write(text: string): Designation[] {
    this.ready = []
    if (text !== '') this.parser.write(text)
    return this.ready
  }

  close(): void {
    this.parser.close()
  }

  private open(tag: SaxesTagPlain): void {
    const { name } = tag
    if (this.path.length === 0) this.root(tag)
    else if (this.entry !== undefined) this.entry.open(name)
    else if (name in ENTRY_TAGS && this.path.at(-1) === PARENTS[name as keyof typeof PARENTS]) {
      const kind = ENTRY_TAGS[name as keyof typeof ENTRY_TAGS]
      this.entry = newEntry(kind, this.parser.line, this.parser.column)
    }
    this.path.push(name)
  }

  private root({ name, attributes }: SaxesTagPlain): void {
    if (name !== 'CONSOLIDATED_LIST') throw this.broken(`the root is <${name}>`, '<CONSOLIDATED_LIST>')
    const generated = attributes.dateGenerated?.slice(0, 10)
    if (generated !== undefined) this.reading.generated = generated
  }

  private text(text: string): void {
    this.entry?.text(text)
  }

  private closeTag(): void {
    const name = this.path.pop()
    const { entry } = this
    if (entry === undefined) return
    if (name !== undefined && name in ENTRY_TAGS && !entry.isInside()) {
      this.entry = undefined
      const { designation, problems } = designationFrom(entry)
      const place = {
        ...(this.reading.file === undefined ? {} : { file: this.reading.file }),
        line: entry.line,
        column: entry.column,
      }
      this.reading.problems.push(...problems.map((problem) => ({ ...problem, place: { ...place, ...problem.place } })))
      if (designation !== undefined) this.ready.push(designation)
    } else entry.close()
  }

  private broken(what: string, expected?: string): PenholderError {
    const file = this.reading.file === undefined ? {} : { file: this.reading.file }
    return new PenholderError({
      code: 'bad-input',
      what: `the list cannot be read: ${what}`,
      place: { ...file, line: this.parser.line, column: this.parser.column },
      expected: expected ?? 'the consolidated list as the United Nations publishes it, whole',
      todo: 'download it again',
    })
  }
}

function newEntry(kind: XmlEntry['kind'], line: number, column: number): XmlEntry {
  const root: XmlEntry['fields'] = []
  const stack = [{ name: '', text: '', children: root }]
  return {
    kind,
    line,
    column,
    fields: root,
    isInside: () => stack.length > 1,
    open: (name) => {
      const field = { name, text: '', children: [] }
      stack.at(-1)?.children.push(field)
      stack.push(field)
    },
    text: (text) => {
      const top = stack.at(-1)
      if (top !== undefined) top.text += text
    },
    close: () => {
      stack.pop()
    },
  }
}
