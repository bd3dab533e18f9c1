/** Rows of a CSV text, quotes and line breaks within them understood. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]
    if (isQuoted) {
      if (sign !== '"') field += sign
      else if (text[index + 1] === '"') {
        field += '"'
        index++
      } else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',' || sign === '\n') {
      row.push(field.replace(/\r$/, ''))
      field = ''
      if (sign === '\n') {
        rows.push(row)
        row = []
      }
    } else field += sign
  }
  if (field !== '' || row.length > 0) rows.push([...row, field])
  return rows.filter((each) => each.length > 1 || each[0] !== '')
}
