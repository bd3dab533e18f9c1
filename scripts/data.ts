/** `npm run data`: checks every data file and brings it to canonical bytes (`--check` only says what would change). */
import { writeFileSync } from 'node:fs'
import { printProblem } from '../src/errors.js'
import { dataSets, filesOf } from './data-sets.js'

const checkOnly = process.argv.includes('--check')
let count = 0
let bad = 0
for (const set of dataSets) {
  const files = filesOf(set)
  const problems = files.flatMap((file) => file.problems)
  if (problems.length === 0) problems.push(...set.compile(files).problems)
  for (const problem of problems) console.error(printProblem(problem))
  bad += problems.length
  for (const file of files) {
    count++
    if (file.problems.length > 0) continue
    const canonical = file.canonical()
    if (canonical === file.text) continue
    if (checkOnly) {
      bad++
      console.error(`${file.file}: not in canonical form; run \`npm run data\``)
    } else writeFileSync(file.file, canonical)
  }
}
console.log(`${count} data files, ${bad} problems`)
if (bad > 0) process.exit(4)
