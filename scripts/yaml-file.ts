import { readFileSync } from 'node:fs'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { DataFile } from '../src/datafiles.js'
import type { Problem } from '../src/errors.js'

/** A data file as read from disk. */
export interface YamlFile extends DataFile {
  readonly text: string
  readonly problems: readonly Problem[]
  /** The canonical bytes. */
  canonical(): string
}

export function openDataFile(file: string, text = readFileSync(file, 'utf8')): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { version: '1.2', lineCounter: lines, uniqueKeys: true })
  const problems = document.errors.map((error): Problem => {
    const spot = lines.linePos(error.pos[0])
    return {
      code: 'bad-data',
      what: error.message.split('\n')[0] ?? error.message,
      place: { file, line: spot.line, column: spot.col },
    }
  })
  return {
    file,
    text,
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    locate: (path) => locate(document, lines, path),
    canonical: () => document.toString({ lineWidth: 110, minContentWidth: 40, flowCollectionPadding: false }),
  }
}

function locate(document: Document, lines: LineCounter, path: readonly (string | number)[]) {
  for (let depth = path.length; depth >= 0; depth--) {
    const node =
      depth === 0
        ? document.contents
        : (document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined)
    if (node?.range) {
      const spot = lines.linePos(node.range[0])
      return { line: spot.line, column: spot.col }
    }
  }
  return { line: 1, column: 1 }
}
