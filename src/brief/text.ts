import type { Block, BriefDocument, Spans, Table } from './document.js'

/** A brief for a terminal or a mail: lines of at most `width` characters, no colour, no markup. */
export function documentText({ title, subtitle, sections, foot }: BriefDocument, width = 100): string {
  const parts = [
    [title, ...wrapped(subtitle, width)],
    ...sections.map((section) => [
      section.title.toUpperCase(),
      '',
      ...section.blocks.flatMap((block) => blockLines(block, width)),
    ]),
    foot.flatMap((line) => wrapped(line, width)),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n\n')}\n`
}

function blockLines(block: Block, width: number): string[] {
  if (block.kind === 'picture') return []
  if (block.kind === 'line') return wrapped(words(block.spans), width)
  if (block.layout === 'grid') return grid(block, width)
  return block.rows.flatMap((row, at) => {
    // Who speaks several times is named once.
    const isSame = words(block.rows[at - 1]?.[0] ?? []) === words(row[0] ?? []) && block.columns[0]?.label === 'Who'
    return rowLines(isSame ? [[], ...row.slice(1)] : row, width)
  })
}

/** The first cell in a column of its own, the others one after the other. */
function rowLines([first = [], ...rest]: readonly Spans[], width: number): string[] {
  const label = words(first)
  const text = rest
    .map(words)
    .filter((each) => each !== '')
    .join('  ')
  const indent = ' '.repeat(LABEL)
  const lines = wrapped(text, width - LABEL)
  if (label.length < LABEL)
    return [`${label.padEnd(LABEL)}${lines[0] ?? ''}`, ...lines.slice(1).map((line) => indent + line)].map((line) =>
      line.trimEnd(),
    )
  return [label, ...lines.map((line) => indent + line)]
}

const LABEL = 20

/** Columns as wide as their words allow; long cells and heads take several lines. */
function grid({ columns, rows }: Table, width: number): string[] {
  const cells = [columns.map(({ label }) => label), ...rows.map((row) => row.map(words))]
  const wish = columns.map((_, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)))
  const room = Math.max(
    8,
    Math.floor((width - 2 * columns.length - Math.min(18, wish[0] ?? 0)) / Math.max(1, columns.length - 1)),
  )
  const widths = wish.map((each, at) => (at === 0 ? Math.min(each, 18) : Math.min(each, room)))
  const printed = cells.map((row) => {
    const lines = row.map((cell, at) => wrapped(cell, widths[at] ?? 8))
    const height = Math.max(...lines.map((each) => each.length))
    return Array.from({ length: height }, (_, line) =>
      lines
        .map((each, at) => (each[line] ?? '').padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  })
  const rule = widths.map((each) => '-'.repeat(each)).join('  ')
  return [...(printed[0] ?? []), rule, ...printed.slice(1).flat()]
}

export function words(spans: Spans): string {
  return spans
    .map(({ text }) => text)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** A word longer than the line stands alone. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
