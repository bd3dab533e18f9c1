import { readdirSync, statSync } from 'node:fs'
import { basename, join, normalize, relative, sep } from 'node:path'
import type { ErrorCode, Problem } from '../errors.js'
import { isTakenWithFolder, READ_ENDINGS } from './formats.js'

/** One thing to open: a file with the id that its article gets, an address, or standard input. */
export type Source =
  | { readonly kind: 'file'; readonly path: string; readonly id: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'problem'; readonly problem: Problem }

/**
 * What the inputs name, in their order: folders are taken with all articles below them, sorted, hidden files and
 * other endings left out; a file named twice is taken once. An id is the base name, or the path where two share one.
 */
export function sourcesOf(inputs: readonly string[]): Source[] {
  const found = inputs.flatMap((input): Source[] => {
    if (input === '-') return [{ kind: 'stdin' }]
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) return [{ kind: 'url', url: input }]
    return filesAt(normalize(input), true)
  })
  const seen = new Set<string>()
  const once = found.filter((source) => {
    const key = source.kind === 'file' ? source.path : source.kind === 'stdin' ? '-' : undefined
    if (key === undefined || !seen.has(key)) return key === undefined || Boolean(seen.add(key))
    return false
  })
  return distinct(once)
}

function filesAt(path: string, named: boolean): Source[] {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return filesIn(path, named)
    if (stat.isFile() || named) return [{ kind: 'file', path, id: basename(path) }]
    return []
  } catch (error) {
    return [{ kind: 'problem', problem: fileProblem(error, path) }]
  }
}

function filesIn(folder: string, named: boolean): Source[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const files = entries.flatMap((entry) => {
    // A linked folder may lead back to this one: only linked files are followed.
    if (entry.isDirectory()) return filesAt(join(folder, entry.name), false)
    if (!isTakenWithFolder(entry.name)) return []
    const below = filesAt(join(folder, entry.name), false)
    return entry.isSymbolicLink()
      ? below.filter((source) => source.kind !== 'file' || statSync(source.path).isFile())
      : below
  })
  if (files.length > 0 || !named) return files
  const expected = `files ending in ${READ_ENDINGS.join(', ')}, or these with .gz`
  return [
    {
      kind: 'problem',
      problem: { code: 'not-found', what: 'no article in the folder', place: { file: folder }, expected },
    },
  ]
}

function distinct(sources: readonly Source[]): Source[] {
  const counts = new Map<string, number>()
  for (const source of sources) if (source.kind === 'file') counts.set(source.id, (counts.get(source.id) ?? 0) + 1)
  return sources.map((source) =>
    source.kind === 'file' && (counts.get(source.id) ?? 0) > 1 ? { ...source, id: portable(source.path) } : source,
  )
}

function portable(path: string): string {
  const near = relative('.', path)
  return (near.startsWith('..') ? path : near).split(sep).join('/')
}

/** A file system error in the project's words. */
export function fileProblem(error: unknown, path: string): Problem {
  const { code = '', message } = error as { code?: string; message: string }
  const known: Readonly<Record<string, readonly [ErrorCode, string, string?]>> = {
    ENOENT: ['not-found', 'no such file', 'check the name'],
    EACCES: ['bad-input', 'may not be read', 'check its permissions'],
    EPERM: ['bad-input', 'may not be read', 'check its permissions'],
    EISDIR: ['bad-input', 'is a folder'],
    ELOOP: ['bad-input', 'a link that leads to itself'],
  }
  const [kind, what, todo] = known[code] ?? ['bad-input', message]
  return { code: kind, what, place: { file: path }, ...(todo === undefined ? {} : { todo }) }
}
