/** `npm run readme`: runs the commands and programs of README.md and writes what they print below each (`--check` only compares). */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { runBlocks } from './readme-blocks.js'

const file = 'README.md'
const text = readFileSync(file, 'utf8')
const renewed = runBlocks(text)
if (process.argv.includes('--check')) {
  if (renewed !== text) {
    console.error(`${pathToFileURL(file).pathname}: what it prints has changed; run \`npm run readme\``)
    process.exitCode = 4
  }
} else writeFileSync(file, renewed)
