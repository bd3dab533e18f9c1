/** Compiles data/*.yaml into the modules that the rooms import as `#data/<name>`. Stops at the first set with a problem. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printProblem } from '../src/errors.js'
import { dataSets, filesOf } from './data-sets.js'
import { jsonSchemaOf, jsonSchemas } from './json-schemas.js'

/** The rooms and files whose code makes the answer of a check. */
const ANSWERING = ['check', 'law', 'lists', 'cite', 'dates.ts', 'quantities.ts', 'states.ts']

function hash16(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function codeOf(path: string): string {
  if (statSync(path).isFile()) return path.endsWith('.test.ts') ? '' : `${path}\n${readFileSync(path, 'utf8')}`
  return readdirSync(path)
    .sort()
    .map((name) => codeOf(join(path, name)))
    .join('')
}

function writeModule(name: string, value: unknown): void {
  writeFileSync(`generated/${name}.js`, `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))})\n`)
  writeFileSync(`generated/${name}.d.ts`, `export declare const ${name}: unknown\n`)
}

mkdirSync('generated', { recursive: true })
let failed = false
const hashes: Record<string, string> = {}
for (const set of dataSets) {
  const files = filesOf(set)
  const unreadable = files.flatMap((file) => file.problems)
  const { value, problems } = unreadable.length > 0 ? { value: undefined, problems: unreadable } : set.compile(files)
  for (const problem of problems) console.error(printProblem(problem))
  if (problems.length > 0) {
    failed = true
    continue
  }
  hashes[set.name] = hash16(JSON.stringify(value))
  writeModule(set.name, value)
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const code = hash16(ANSWERING.map((name) => codeOf(join('src', name))).join(''))
writeModule('edition', { package: version, code, data: hashes })
mkdirSync('generated/schemas', { recursive: true })
for (const name of Object.keys(jsonSchemas)) writeFileSync(`generated/schemas/${name}.json`, jsonSchemaOf(name))
if (failed) process.exit(4)
