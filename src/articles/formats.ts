import { basename } from 'node:path'

export type Format = 'text' | 'markdown' | 'html' | 'mail' | Many
/** Formats that hold many articles. */
export type Many = 'lines' | 'feed' | 'mbox' | 'warc' | 'table'

const ENDINGS: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'mail',
  jsonl: 'lines',
  ndjson: 'lines',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  xml: 'feed',
  mbox: 'mbox',
  warc: 'warc',
  csv: 'table',
  tsv: 'table',
}

/** The format that a file's name tells, with `.gz` looked through; undefined where it tells none. */
export function formatByName(path: string): Format | undefined {
  const name = basename(path).toLowerCase().replace(/\.gz$/, '')
  return ENDINGS[/\.([a-z]+)$/.exec(name)?.[1] ?? '']
}

/** Whether a file with this name is taken when its folder is: a table or XML may be anything, and is to be named. */
export function isTakenWithFolder(path: string): boolean {
  return formatByName(path) !== undefined && !/\.(xml|csv|tsv|rdf)(\.gz)?$/i.test(path)
}

export function holdsMany(format: Format | undefined): format is Many {
  return format === 'lines' || format === 'feed' || format === 'mbox' || format === 'warc' || format === 'table'
}

/** The format that the first bytes show; plain text where they show none. */
export function formatByBytes(head: Uint8Array): Format {
  const text = String.fromCharCode(...head.subarray(0, 4096))
    .replace(/^\xef\xbb\xbf|\0/g, '')
    .trimStart()
  if (/^(<!--.{0,500}?-->\s*)?<(!doctype html|html|head|body)[\s>]/is.test(text)) return 'html'
  if (/^\{\s*"[^"]{1,40}"\s*:/.test(text)) return 'lines'
  if (/^(<\?xml[^>]*>\s*)?(<[!?][^>]*>\s*)*<(rss|feed|rdf:RDF)[\s>]/i.test(text)) return 'feed'
  if (/^WARC\/[01]\.\d\r?\n/.test(text)) return 'warc'
  if (/^From \S+ .*\d{4}\b.*\r?\n[A-Za-z-]+:/.test(text)) return 'mbox'
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  if (/^[A-Za-z-]{2,40}:\s/.test(text) && /^(MIME-Version|Message-ID|Received|Return-Path):/im.test(headers))
    return 'mail'
  return 'text'
}

export const READ_ENDINGS = Object.keys(ENDINGS).filter((ending) => isTakenWithFolder(`x.${ending}`))
