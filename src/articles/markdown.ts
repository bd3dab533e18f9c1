import { parse } from 'yaml'
import type { Article } from './article.js'
import { metadataDate } from './metadata-date.js'

/**
 * Markdown, read as it stands: `text` is the file's, and `prose` is the same with front matter, link targets, emphasis,
 * heading and quote marks, code fences, pictures and tags blanked out. Front matter may give title, date (or published), source and url.
 */
export function articleFromMarkdown(text: string, id: string): Article {
  const front = /^---\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)
  const facts = frontMatter(front?.[1])
  const start = front?.[0].length ?? 0
  const prose = blanked(text.slice(0, start)) + withoutMarks(text.slice(start))
  const title = facts.title ?? /^ {0,3}# +(\S.{0,300}?)[ #]{0,9}$/m.exec(text)?.[1]
  const published = facts.published ?? facts.date
  const day = published === undefined ? undefined : metadataDate(published)
  return {
    id,
    text,
    prose,
    ...(title === undefined ? {} : { title }),
    ...(day === undefined ? {} : { published: day, publishedFrom: 'metadata' as const }),
    ...(facts.source === undefined ? {} : { source: facts.source }),
    ...(facts.url === undefined ? {} : { url: facts.url }),
  }
}

/** `[words](target)` and `[words][label]`: the words stay. */
const LINK =
  /\[([^[\]\n]{1,500})\](\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?: "[^"\n]{0,300}")?\)|\[[^[\]\n]{0,200}\])/g

type Facts = Partial<Record<'title' | 'date' | 'published' | 'source' | 'url', string>>

function frontMatter(text: string | undefined): Facts {
  if (text === undefined) return {}
  try {
    const value: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 0 })
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string')) as Facts
  } catch {
    return {}
  }
}

/** Blanks the marks of Markdown, one kind after the other, and keeps every other character where it is. */
function withoutMarks(text: string): string {
  const unlinked = text
    .replace(/!\[[^[\]\n]{0,300}\]\([^()\s]{0,2000}(?: "[^"\n]{0,300}")?\)/g, blanked)
    .replace(LINK, (_, words: string, target: string) => ` ${words} ${blanked(target)}`)
  return [
    /^ {0,3}(?:```|~~~).*$/gm, // fences
    /^ {0,3}\[[^[\]\n]{1,200}\]: .*$/gm, // link definitions
    /<https?:[^<>\s]{1,2000}>|<\/?[a-z][^<>\n]{0,500}>|<!--[^<>]{0,2000}-->/gi, // addresses and tags
    /^ {0,3}(?:#{1,6}(?= )|>+|[-*+](?= )|\d{1,3}[.)](?= ))/gm, // headings, quotes, lists
    /(?<=\S)[ \t]{1,9}#{1,6}[ \t]*$/gm, // ends of headings
    /^ {0,3}(?:[-*_] ?){3,}$|^ {0,3}=+ *$/gm, // rules
    /\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+/g, // emphasis and code
    /\\(?=[\\`*_{}[\]()#+.!-])/g, // escapes
  ].reduce((rest, marks) => rest.replace(marks, blanked), unlinked)
}

function blanked(marks: string): string {
  return marks.replace(/[^\r\n]/g, ' ')
}
