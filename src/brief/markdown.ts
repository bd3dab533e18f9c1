import type { Block, BriefDocument, Span, Spans, Table } from './document.js'

/** A brief as Markdown with tables (GitHub’s dialect); what others wrote can’t become markup. */
export function documentMarkdown({ title, subtitle, sections, foot }: BriefDocument): string {
  const parts = [
    `# ${escaped(title)}`,
    escaped(subtitle),
    ...sections.flatMap((section) => [
      `## ${escaped(section.title)}`,
      ...section.blocks.map(blockMarkdown).filter((each) => each !== ''),
    ]),
    '---',
    ...foot.map(escaped),
  ]
  return `${parts.join('\n\n')}\n`
}

function blockMarkdown(block: Block): string {
  if (block.kind === 'picture') return ''
  return block.kind === 'line' ? spansMarkdown(block.spans) : table(block)
}

function table({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ label }) => escaped(label))),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(spansMarkdown))),
  ].join('\n')
}

function spansMarkdown(spans: Spans): string {
  return spans.map(spanMarkdown).join('').trim()
}

function spanMarkdown({ text, style, href }: Span): string {
  if (href?.startsWith('source-')) return `<a id="${href}"></a>${escaped(text)}`
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  if (core === '') return text
  const written = escaped(core)
  const linked =
    href !== undefined && isSafe(href) ? `[${written}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)` : written
  return `${before}${style === 'strong' ? `**${linked}**` : linked}${after}`
}

/** Only places in the document and web addresses become links. */
export function isSafe(href: string): boolean {
  return /^(?:#[\w-]+$|https?:\/\/)/.test(href)
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/, '$1\\$2')
}
