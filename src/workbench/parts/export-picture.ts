/** A picture that stands alone, with its size in CSS pixels. */
export interface Standalone {
  readonly text: string
  readonly width: number
  readonly height: number
}

const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'fill-opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
  'visibility',
]
const MARGIN = 16
const LINE = 17

/**
 * A drawing of the page as a file: the page's style written into it (in light colours, for paper), title above and
 * caption below, so that both go where the picture goes.
 */
export function standaloneSvg(drawing: SVGSVGElement, title: string, caption: string): Standalone {
  const root = document.documentElement
  const theme = root.dataset.theme
  root.dataset.theme = 'light'
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [own, copies] = [drawing.querySelectorAll('*'), copy.querySelectorAll('*')]
  for (const [index, element] of own.entries()) writeStyle(element, copies[index])
  if (theme === undefined) delete root.dataset.theme
  else root.dataset.theme = theme
  for (const hidden of copy.querySelectorAll('[data-screen-only], foreignObject')) hidden.remove()
  for (const element of copy.querySelectorAll('a')) unwrap(element)
  const { width, height } = drawing.viewBox.baseVal
  const lines = wrapped(caption, Math.floor((width - 2 * MARGIN) / 6.2))
  const full = { width: width + 2 * MARGIN, height: height + 60 + lines.length * LINE + MARGIN }
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full.width} ${full.height}" width="${full.width}" height="${full.height}" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${MARGIN}" y="28" font-size="16" font-weight="600" fill="#111">${escaped(title)}</text>`,
    `<g transform="translate(${MARGIN} 44)">${new XMLSerializer().serializeToString(sized(copy, width, height))}</g>`,
    ...lines.map(
      (line, index) =>
        `<text x="${MARGIN}" y="${height + 68 + index * LINE}" font-size="12" fill="#333">${escaped(line)}</text>`,
    ),
    '</svg>',
    '',
  ].join('\n')
  return { text, ...full }
}

function writeStyle(from: Element, to: Element | undefined): void {
  if (to === undefined || from.closest('defs, title, desc') !== null) return
  const style = getComputedStyle(from)
  for (const name of STYLES) {
    const value = style.getPropertyValue(name)
    if (value !== '' && !value.startsWith('url(')) to.setAttribute(name, value)
  }
  to.removeAttribute('class')
  to.removeAttribute('tabindex')
}

function sized(svg: SVGSVGElement, width: number, height: number): SVGSVGElement {
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.removeAttribute('class')
  return svg
}

function unwrap(element: Element): void {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  group.append(...element.childNodes)
  element.replaceWith(group)
}

/** The picture as PNG at twice its size. */
export async function pngOf({ text, width, height }: Standalone): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob === null ? fail(new Error('no picture came of it')) : done(blob)), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** To the clipboard, or into a file where the browser does not let pages write there. */
export async function copyText(text: string, name: string, type: string): Promise<'copied' | 'saved'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    download(new Blob([text], { type }), name)
    return 'saved'
  }
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
