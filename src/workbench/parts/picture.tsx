import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { copyText, download, pngOf, standaloneSvg } from './export-picture.js'

export type Row = readonly (string | number | undefined)[]

interface Props {
  /** Names the file that a copy becomes. */
  readonly name: string
  readonly title: string
  /** Says what the picture does not show. */
  readonly caption: ComponentChildren
  readonly csv: () => readonly Row[]
  readonly children: (width: number) => ComponentChildren
  readonly least?: number
}

/** A picture drawn for the width at hand, with its caption, and copies as SVG, PNG and CSV. */
export function Picture({ name, title, caption, csv, children, least = 320 }: Props) {
  const figure = useRef<HTMLElement>(null)
  const words = useRef<HTMLElement>(null)
  const width = useWidth(figure, least)
  const [said, setSaid] = useState('')
  const svg = () => {
    const found = figure.current?.querySelector<SVGSVGElement>('svg.drawing')
    return found == null ? undefined : standaloneSvg(found, title, words.current?.textContent ?? '')
  }
  const copied = async (what: string, copy: () => Promise<'copied' | 'saved'>) => {
    setSaid((await copy()) === 'copied' ? `${what} copied` : `${what} saved as a file`)
    setTimeout(() => setSaid(''), 4000)
  }
  const asSvg = () =>
    copied('SVG', async () => {
      const drawn = svg()
      return drawn === undefined ? 'saved' : copyText(drawn.text, `${name}.svg`, 'image/svg+xml')
    })
  const asPng = () =>
    copied('PNG', async () => {
      const drawn = svg()
      if (drawn === undefined) return 'saved'
      const blob = await pngOf(drawn)
      try {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
        return 'copied'
      } catch {
        download(blob, `${name}.png`)
        return 'saved'
      }
    })
  const asCsv = () => copied('CSV', () => copyText(csvText(csv()), `${name}.csv`, 'text/csv'))
  return (
    <figure class="picture" ref={figure}>
      {width === 0 ? null : children(width)}
      <figcaption>
        <span ref={words}>{caption}</span>
        <span class="copies">
          <button type="button" onClick={asSvg} aria-label={`Copy ${title} as SVG`}>
            SVG
          </button>
          <button type="button" onClick={asPng} aria-label={`Copy ${title} as PNG`}>
            PNG
          </button>
          <button type="button" onClick={asCsv} aria-label={`Copy ${title} as CSV`}>
            CSV
          </button>
          <span role="status">{said}</span>
        </span>
      </figcaption>
    </figure>
  )
}

function useWidth(of: { readonly current: HTMLElement | null }, least: number): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = of.current
    if (element === null) return
    const measure = () => setWidth(Math.max(least, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [of, least])
  return width
}

/** Rows as CSV; a leading sign that a spreadsheet would compute is kept from it by an apostrophe. */
export function csvText(rows: readonly Row[]): string {
  const field = (value: string | number | undefined) => {
    if (typeof value === 'number') return String(value)
    const text = value ?? ''
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}
