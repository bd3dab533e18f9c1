import type { Block, BriefDocument, Span, Spans, Table } from './document.js'
import { type DocxTable, docx, type Paragraph, type Run, type RunOptions } from './docx-library.js'
import { repacked } from './pack.js'

const {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} = docx

/** Twentieths of a point between the margins of an A4 page across. */
const WIDTH = 14_400
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'D8D4CA' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A brief as a Word document, A4 across. Nothing in it is random and nothing says when it was made. */
export async function documentDocx(brief: BriefDocument): Promise<Uint8Array> {
  const children: (Paragraph | DocxTable)[] = [
    new docx.Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: brief.title })] }),
    new docx.Paragraph({ children: [new TextRun({ text: brief.subtitle, color: '5A5A5A' })], spacing: { after: 200 } }),
    ...brief.sections.flatMap(({ title, blocks }) => [
      new docx.Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun({ text: title })] }),
      ...blocks.flatMap(blockDocx),
    ]),
    ...brief.foot.map(
      (line) =>
        new docx.Paragraph({
          spacing: { before: 120 },
          children: [new TextRun({ text: line, color: '5A5A5A', size: 16 })],
        }),
    ),
  ]
  const section = {
    properties: {
      page: {
        size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE },
        margin: { top: 1000, bottom: 1000, left: 1200, right: 1200 },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new docx.Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })],
          }),
        ],
      }),
    },
    children,
  }
  const document = new Document({
    title: brief.title,
    creator: 'Penholder',
    lastModifiedBy: 'Penholder',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 19 }, paragraph: { spacing: { after: 60 } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { size: 26, bold: true, color: '1B1B1B' },
          paragraph: { spacing: { before: 280, after: 100 } },
        },
      },
    },
    sections: [section],
  })
  const bytes = await Packer.toArrayBuffer(document)
  return repacked(new Uint8Array(bytes), (name, part) =>
    name === 'docProps/core.xml' ? part.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1980-01-01T00:00:00Z') : part,
  )
}

function blockDocx(block: Block): (Paragraph | DocxTable)[] {
  if (block.kind === 'picture') return []
  if (block.kind === 'line') return [paragraph(block.spans)]
  return [table(block), new docx.Paragraph({ spacing: { after: 0 }, children: [] })]
}

function table({ layout, columns, rows }: Table): DocxTable {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => Math.round((WIDTH * weight) / total))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }, at) => cell([{ text: label, style: 'strong' }], widths[at] ?? 0, 'F4F1EA')),
  })
  return new docx.Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: LINE,
      bottom: LINE,
      left: NONE,
      right: NONE,
      insideHorizontal: LINE,
      insideVertical: layout === 'grid' ? LINE : NONE,
    },
    rows: [
      head,
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((spans, at) => cell(spans, widths[at] ?? 0)) }),
      ),
    ],
  })
}

function cell(spans: Spans, width: number, fill?: string): InstanceType<typeof TableCell> {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(fill !== undefined && { shading: { fill } }),
    children: [paragraph(spans, 18)],
  })
}

function paragraph(spans: Spans, size?: number): Paragraph {
  return new docx.Paragraph({
    spacing: { after: size === undefined ? 60 : 0 },
    children: spans.map((span) => run(span, size)),
  })
}

const LOOKS: Readonly<Record<NonNullable<Span['style']>, RunOptions>> = {
  strong: { bold: true },
  quote: { italics: true },
  cite: { color: '5A5A5A', size: 16 },
  dim: { color: '5A5A5A' },
  good: { bold: true, color: '0A6B3D' },
  bad: { bold: true, color: 'A63603' },
  mixed: { bold: true, color: '6A5300' },
}

function run({ text, style }: Span, size: number | undefined): Run {
  return new TextRun({ text, ...(size !== undefined && { size }), ...(style !== undefined && LOOKS[style]) })
}
