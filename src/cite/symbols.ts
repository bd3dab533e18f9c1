import { PenholderError } from '../errors.js'
import { yearOfResolution } from './years.js'

/** A United Nations document symbol, taken apart. */
export type DocumentSymbol =
  /** `S/RES/2375 (2017)`; the year is absent only for a number that the record does not reach and the text does not date. */
  | { readonly kind: 'resolution'; readonly number: number; readonly year?: number }
  /** `A/RES/60/1` (session 60) or, until 1976, `A/RES/2758 (XXVI)`; a session that the text leaves out is absent. */
  | { readonly kind: 'assembly-resolution'; readonly number: number; readonly session?: string }
  /** `S/PRST/2006/41` */
  | { readonly kind: 'presidential-statement'; readonly year: number; readonly number: number }
  /** `S/PV.8042`, `S/PV.8042 (Resumption 1)`, `A/72/PV.3` */
  | {
      readonly kind: 'meeting'
      readonly body: 'S' | 'A'
      readonly number: number
      readonly session?: string
      readonly resumption?: number
    }
  /** Any other document, such as a draft: `S/2017/769`, `S/3502`, `S/2006/488/Rev.1`, `A/72/5`. */
  | {
      readonly kind: 'document'
      readonly body: 'S' | 'A'
      readonly number: number
      readonly series?: string
      readonly suffix?: string
    }
  /** A press release of the United Nations: `SC/15324`. */
  | { readonly kind: 'press-release'; readonly series: string; readonly number: number }

const FORMS: readonly [RegExp, (m: RegExpExecArray) => DocumentSymbol][] = [
  [
    /^S\/RES\/(\d{1,4})(?:\s*\(((?:19|20)\d\d)\))?$/i,
    (m) => resolution(Number(m[1]), m[2] === undefined ? undefined : Number(m[2])),
  ],
  [
    /^A\/RES\/(\d{1,3})\/(\d{1,3})$/i,
    (m) => ({ kind: 'assembly-resolution', number: Number(m[2]), session: m[1] ?? '' }),
  ],
  [
    /^A\/RES\/(\d{1,4})\s*(?:\((S-[IVX]+|E?S?-?[IVXL]+)\))?$/i,
    (m) => ({ kind: 'assembly-resolution', number: Number(m[1]), ...(m[2] && { session: m[2].toUpperCase() }) }),
  ],
  [
    /^S\/PRST\/((?:19|20)\d\d)\/(\d{1,3})$/i,
    (m) => ({ kind: 'presidential-statement', year: Number(m[1]), number: Number(m[2]) }),
  ],
  [
    /^S\/PV\.(\d{1,5})(?:\s*\(Resumption\s*(\d+)\))?$/i,
    (m) => ({ kind: 'meeting', body: 'S', number: Number(m[1]), ...(m[2] && { resumption: Number(m[2]) }) }),
  ],
  [
    /^A\/(\d{1,3}|ES-\d{1,2})\/PV\.(\d{1,4})$/i,
    (m) => ({ kind: 'meeting', body: 'A', number: Number(m[2]), session: (m[1] ?? '').toUpperCase() }),
  ],
  [
    /^S\/(?:((?:19|20)\d\d)\/)?(\d{1,5})((?:\/(?:Rev|Add|Corr)\.\d{1,2})*)$/i,
    (m) => ({ kind: 'document', body: 'S', number: Number(m[2]), ...(m[1] && { series: m[1] }), ...suffix(m[3]) }),
  ],
  [
    /^A\/(\d{1,3}|ES-\d{1,2})\/(\d{1,4})((?:\/(?:Rev|Add|Corr)\.\d{1,2})*)$/i,
    (m) => ({ kind: 'document', body: 'A', number: Number(m[2]), series: (m[1] ?? '').toUpperCase(), ...suffix(m[3]) }),
  ],
  [
    /^(SC|SG\/SM|GA|DC)\/(\d{3,5})$/i,
    (m) => ({ kind: 'press-release', series: (m[1] ?? '').toUpperCase(), number: Number(m[2]) }),
  ],
  [
    /^(?:UNSCR|SCR|(?:(?:UN|UNSC)\s+)?(?:Security\s+Council\s+)?Res(?:olution|\.)?)\s*(?:No\.?\s*)?(\d{1,4})(?:\s*\(((?:19|20)\d\d)\))?$/i,
    (m) => resolution(Number(m[1]), m[2] === undefined ? undefined : Number(m[2])),
  ],
]

/** The symbol, or undefined where the text is none. Also reads `resolution 2375`, `UNSCR 2375`. Case and the space before the year don't matter. */
export function symbolFor(text: string): DocumentSymbol | undefined {
  const key = text.trim().replace(/\s+/g, ' ')
  for (const [form, make] of FORMS) {
    const match = form.exec(key)
    if (match !== null) return make(match)
  }
  return undefined
}

/** Like `symbolFor`, but throws `bad-input` where the text is no symbol or a resolution's year is not the one of its number. */
export function parseSymbol(text: string): DocumentSymbol {
  const symbol = symbolFor(text)
  if (symbol === undefined) {
    throw new PenholderError({
      code: 'bad-input',
      what: `"${text}" is no document symbol`,
      expected: 'a form such as S/RES/2375 (2017), S/2017/769, S/PV.8042, S/PRST/2006/41 or "resolution 2375"',
    })
  }
  const year = symbol.kind === 'resolution' ? yearOfResolution(symbol.number) : undefined
  if (symbol.kind === 'resolution' && year !== undefined && symbol.year !== year) {
    throw new PenholderError({
      code: 'bad-input',
      what: `resolution ${symbol.number} is of ${year}, not of ${symbol.year}`,
      expected: printSymbol({ ...symbol, year }),
    })
  }
  return symbol
}

/** The one printed form: `S/RES/2375 (2017)`. `parseSymbol(printSymbol(s))` gives `s` back. */
export function printSymbol(symbol: DocumentSymbol): string {
  switch (symbol.kind) {
    case 'resolution':
      return `S/RES/${symbol.number}${symbol.year === undefined ? '' : ` (${symbol.year})`}`
    case 'assembly-resolution':
      if (symbol.session === undefined) return `A/RES/${symbol.number}`
      return /^\d/.test(symbol.session)
        ? `A/RES/${symbol.session}/${symbol.number}`
        : `A/RES/${symbol.number} (${symbol.session})`
    case 'presidential-statement':
      return `S/PRST/${symbol.year}/${symbol.number}`
    case 'meeting': {
      const session = symbol.session === undefined ? '' : `${symbol.session}/`
      return `${symbol.body}/${session}PV.${symbol.number}${symbol.resumption === undefined ? '' : ` (Resumption ${symbol.resumption})`}`
    }
    case 'document':
      return `${symbol.body}/${symbol.series === undefined ? '' : `${symbol.series}/`}${symbol.number}${symbol.suffix ?? ''}`
    case 'press-release':
      return `${symbol.series}/${symbol.number}`
  }
}

/** The same document, whatever the spelling. */
export function isSameSymbol(a: DocumentSymbol, b: DocumentSymbol): boolean {
  return printSymbol(a) === printSymbol(b)
}

function resolution(number: number, stated: number | undefined): DocumentSymbol {
  const year = stated ?? yearOfResolution(number)
  return { kind: 'resolution', number, ...(year !== undefined && { year }) }
}

function suffix(text = ''): { suffix?: string } {
  if (text === '') return {}
  return { suffix: text.toLowerCase().replace(/\/([a-z])/g, (_, letter: string) => `/${letter.toUpperCase()}`) }
}
