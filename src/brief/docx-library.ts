import * as library from 'docx'

declare const kind: unique symbol
type Made<Name extends string> = { readonly [kind]: Name }
type Maker<Name extends string, Options> = new (options: Options) => Made<Name>

export type Run = Made<'run'>
export type Paragraph = Made<'paragraph'>
export type DocxTable = Made<'table'>

interface RunLook {
  readonly bold?: boolean
  readonly italics?: boolean
  /** RGB in hexadecimal. */
  readonly color?: string
  /** Half points. */
  readonly size?: number
  readonly font?: string
}

export interface RunOptions extends RunLook {
  readonly text?: string
  readonly children?: readonly string[]
}

interface ParagraphOptions {
  readonly heading?: string
  readonly keepNext?: boolean
  readonly alignment?: string
  readonly spacing?: { readonly before?: number; readonly after?: number }
  readonly children: readonly Run[]
}

interface Edge {
  readonly style: string
  readonly size: number
  readonly color: string
}

interface Width {
  readonly size: number
  readonly type: string
}

interface Docx {
  readonly TextRun: Maker<'run', RunOptions>
  readonly Paragraph: Maker<'paragraph', ParagraphOptions>
  readonly TableCell: Maker<
    'cell',
    {
      readonly width: Width
      readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
      readonly shading?: { readonly fill: string }
      readonly children: readonly Paragraph[]
    }
  >
  readonly TableRow: Maker<
    'row',
    { readonly tableHeader?: boolean; readonly cantSplit: boolean; readonly children: readonly Made<'cell'>[] }
  >
  readonly Table: Maker<
    'table',
    {
      readonly layout: string
      readonly width: Width
      readonly columnWidths: readonly number[]
      readonly borders: Readonly<Record<string, Edge>>
      readonly rows: readonly Made<'row'>[]
    }
  >
  readonly Footer: Maker<'footer', { readonly children: readonly Paragraph[] }>
  readonly Document: Maker<
    'document',
    {
      readonly title: string
      readonly creator: string
      readonly lastModifiedBy: string
      readonly styles: {
        readonly default: Readonly<
          Record<string, { readonly run: RunLook; readonly paragraph: Pick<ParagraphOptions, 'spacing'> }>
        >
      }
      readonly sections: readonly {
        readonly properties: object
        readonly footers: { readonly default: Made<'footer'> }
        readonly children: readonly (Paragraph | DocxTable)[]
      }[]
    }
  >
  readonly Packer: { toArrayBuffer(document: Made<'document'>): Promise<ArrayBuffer> }
  readonly BorderStyle: Readonly<Record<'SINGLE' | 'NONE', string>>
  readonly HeadingLevel: Readonly<Record<'TITLE' | 'HEADING_1', string>>
  readonly AlignmentType: Readonly<Record<'RIGHT', string>>
  readonly PageNumber: Readonly<Record<'CURRENT' | 'TOTAL_PAGES', string>>
  readonly PageOrientation: Readonly<Record<'LANDSCAPE', string>>
  readonly TableLayoutType: Readonly<Record<'FIXED', string>>
  readonly WidthType: Readonly<Record<'DXA', string>>
}

/** What of the library `docx` is used here: its own types name files in a way that strict module resolution does not follow. */
export const docx = library as unknown as Docx
