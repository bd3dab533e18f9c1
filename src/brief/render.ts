import type { Brief } from './brief.js'
import { documentOf } from './document.js'
import type { SheetTable } from './sheets.js'

/** The formats of a brief: media type, and whether it is text that may go to a terminal. */
export const BRIEF_FORMATS = {
  text: { type: 'text/plain; charset=utf-8', ending: 'txt', isText: true },
  md: { type: 'text/markdown; charset=utf-8', ending: 'md', isText: true },
  html: { type: 'text/html; charset=utf-8', ending: 'html', isText: true },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    isText: false,
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx', isText: false },
  json: { type: 'application/json', ending: 'json', isText: true },
} as const

export type BriefFormat = keyof typeof BRIEF_FORMATS

/** The bytes of a brief in a format: the same for the same brief. What writes a format is loaded when it is asked for. */
export async function renderBrief(brief: Brief, format: BriefFormat): Promise<Uint8Array> {
  if (format === 'json') return encoded(`${JSON.stringify(brief, null, 2)}\n`)
  if (format === 'xlsx') return (await import('./xlsx.js')).briefXlsx(brief)
  const document = documentOf(brief)
  if (format === 'docx') return (await import('./docx.js')).documentDocx(document)
  if (format === 'html') return encoded((await import('./html.js')).documentHtml(document))
  if (format === 'md') return encoded((await import('./markdown.js')).documentMarkdown(document))
  return encoded((await import('./text.js')).documentText(document))
}

/** Tables of any kind as an Excel workbook: words are text there, and never become formulas. */
export async function renderTables(tables: readonly SheetTable[]): Promise<Uint8Array> {
  return (await import('./xlsx.js')).tablesXlsx(tables)
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
