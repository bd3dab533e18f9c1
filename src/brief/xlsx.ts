import writeXlsxFile, { type SheetData } from 'write-excel-file/universal'
import type { Brief } from './brief.js'
import { repacked } from './pack.js'
import { type SheetCell, type SheetTable, sheetsOf } from './sheets.js'
import { fitted } from './wording.js'

/** Excel takes no longer cell. */
const MOST_CHARACTERS = 32_000

/** A brief as an Excel workbook. Words are always written as text, so that none becomes a formula. */
export function briefXlsx(brief: Brief): Promise<Uint8Array> {
  return tablesXlsx(sheetsOf(brief))
}

/** Tables as an Excel workbook, the same bytes for the same tables. */
export async function tablesXlsx(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => {
    const head = columns.map(({ label }) => ({
      ...textCell(label),
      fontWeight: 'bold' as const,
      backgroundColor: '#F4F1EA',
    }))
    const data: SheetData = [head, ...rows.map((row) => row.map(cellOf))]
    return { sheet: name, data, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }
  })
  const blob = await writeXlsxFile(sheets).toBlob()
  // The writer splits a frozen row as if a column were frozen too, which readers that hold to the standard dislike.
  return repacked(new Uint8Array(await blob.arrayBuffer()), (name, part) =>
    name.startsWith('xl/worksheets/') ? part.replace('xSplit="0" ', '').replace('"bottomRight"', '"bottomLeft"') : part,
  )
}

function cellOf(value: SheetCell) {
  if (value === undefined || value === '') return null
  return typeof value === 'number' ? { value, type: Number, alignVertical: 'top' as const } : textCell(value)
}

function textCell(text: string) {
  const value = fitted(text)
    .slice(0, MOST_CHARACTERS)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return { value, type: String, wrap: true, alignVertical: 'top' as const }
}
