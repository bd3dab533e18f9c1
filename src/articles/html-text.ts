import { Parser } from 'htmlparser2'

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'head',
  'title',
  'button',
  'audio',
  'video',
  'canvas',
  'datalist',
  'figcaption',
])
const FURNITURE = new Set(['nav', 'header', 'footer', 'aside', 'dialog', 'menu'])
/** Elements without an end tag, or that need none. */
const UNNESTED =
  /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr|tbody|thead|tfoot|option)$/
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'picture',
  'source',
  'nobr',
])

export interface HtmlText {
  /** Blocks as paragraphs with a blank line between them; white space is made uniform. */
  readonly text: string
  /** Elements and pieces of text. */
  readonly nodes: number
  /** How deeply elements nest at most, about. */
  readonly depth: number
}

/** A page that nests more deeply than this is no page: its tags are cut out without a look at what they mean. */
export const ABSURD_DEPTH = 1000

/**
 * The words of a page or a part of one, in reading order, in linear time however deeply it nests.
 * `furniture: false` leaves out what frames an article: navigation, headers, footers, asides, forms.
 */
export function htmlText(html: string, options: { furniture?: boolean } = {}): HtmlText {
  const depth = depthOf(html)
  return depth > ABSURD_DEPTH ? { text: withoutTags(html), nodes: 0, depth } : { ...parsedText(html, options), depth }
}

/** How deeply open tags pile up, counted in one pass. */
export function depthOf(html: string): number {
  let [depth, deepest] = [0, 0]
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (UNNESTED.test(name.toLowerCase())) continue
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}

function withoutTags(html: string): string {
  const words = withoutScripts(html).replace(/<[^<>]*>/g, '\n')
  return words
    .split(/\s*\n\s*/)
    .filter((line) => line !== '')
    .join('\n\n')
}

/** One that never closes takes the rest of the page with it, as in a browser. */
function withoutScripts(html: string): string {
  const kept: string[] = []
  const opening = /<(script|style)\b/gi
  let from = 0
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    kept.push(html.slice(from, open.index))
    const closing = new RegExp(`</${open[1]}\\s*>`, 'gi')
    closing.lastIndex = open.index
    if (closing.exec(html) === null) return kept.join('')
    from = closing.lastIndex
    opening.lastIndex = from
  }
  return `${kept.join('')}${html.slice(from)}`
}

function parsedText(html: string, options: { furniture?: boolean }): { text: string; nodes: number } {
  const paragraphs: string[] = []
  let current: string[] = []
  let nodes = 0
  let silent = 0
  let preformatted = 0
  const hushes = (name: string) => SILENT.has(name) || (options.furniture === false && FURNITURE.has(name))
  const endParagraph = () => {
    if (current.length > 0) paragraphs.push(...paragraphsIn(current.join('')))
    current = []
  }
  const parser = new Parser({
    onopentag(name) {
      nodes++
      if (name === 'pre') preformatted++
      if (hushes(name)) silent++
      else if (name === 'br') current.push('\n')
      else if (!INLINE.has(name)) endParagraph()
    },
    ontext(text) {
      nodes++
      if (silent === 0) current.push(preformatted > 0 ? text : text.replaceAll('\n', ' '))
    },
    onclosetag(name) {
      if (hushes(name)) silent--
      else if (!INLINE.has(name) && name !== 'br') endParagraph()
      if (name === 'pre') preformatted--
    },
  })
  parser.end(html)
  endParagraph()
  return { text: paragraphs.join('\n\n'), nodes }
}

/** A block's paragraphs: an empty line, from two `br` or in `pre`, begins a new one. */
function paragraphsIn(block: string): string[] {
  const lines = block.split('\n').map((line) => line.replace(/[ \t\r\f\u00a0]+/g, ' ').trim())
  const paragraphs: string[] = []
  let open = false
  for (const line of lines) {
    if (line !== '' && open) paragraphs.push(`${paragraphs.pop()}\n${line}`)
    else if (line !== '') paragraphs.push(line)
    open = line !== ''
  }
  return paragraphs
}
