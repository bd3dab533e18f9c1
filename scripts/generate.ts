/** Compiles data/*.yaml into the modules that the rooms import as `#data/<name>`. Stops at the first set with a problem. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { printProblem } from '../src/errors.js'
import { dataSets, filesOf } from './data-sets.js'
import { jsonSchemaOf, jsonSchemas } from './json-schemas.js'

mkdirSync('generated', { recursive: true })
let failed = false
for (const set of dataSets) {
  const files = filesOf(set)
  const unreadable = files.flatMap((file) => file.problems)
  const { value, problems } = unreadable.length > 0 ? { value: undefined, problems: unreadable } : set.compile(files)
  for (const problem of problems) console.error(printProblem(problem))
  if (problems.length > 0) {
    failed = true
    continue
  }
  writeFileSync(
    `generated/${set.name}.js`,
    `export const ${set.name} = JSON.parse(${JSON.stringify(JSON.stringify(value))})\n`,
  )
  writeFileSync(`generated/${set.name}.d.ts`, `export declare const ${set.name}: unknown\n`)
}
mkdirSync('generated/schemas', { recursive: true })
for (const name of Object.keys(jsonSchemas)) writeFileSync(`generated/schemas/${name}.json`, jsonSchemaOf(name))
if (failed) process.exit(4)
