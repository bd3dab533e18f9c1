/**
 * `npm run learn -- FOLDER… [--rows N] [--strength C] [--out FILE]`: learns the weights of `data/weights/stances.yaml` from articles
 * and gold, in folders as `npm run eval` takes them. `--rows` signs are kept; a larger `--strength` fits the gold more closely.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { exitCode, PenholderError } from '../src/errors.js'
import { learnWeights, ROWS, STRENGTH } from './learn-weights.js'
import { weightsText } from './weights-file.js'

const PRESENT = 'data/weights/stances.yaml'
const USAGE = 'npm run learn -- FOLDER… [--rows N] [--strength C] [--out FILE]'

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { rows: { type: 'string' }, strength: { type: 'string' }, out: { type: 'string' } },
    })
  } catch (error) {
    throw bad(messageOf(error).split('. ')[0] ?? '', USAGE, 'mend the command')
  }
}

function bad(what: string, expected: string, todo: string): PenholderError {
  return new PenholderError({ code: 'bad-input', what, expected, todo })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Does what writes or makes ready to; what the system refuses is told with its file. */
function toDisk(file: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    const todo = 'give another --out'
    throw new PenholderError({ code: 'unavailable', what: messageOf(error), place: { file }, expected: 'a file', todo })
  }
}

function numberOf(name: string, given: string | undefined, fallback: number, whole: boolean): number {
  if (given === undefined) return fallback
  const number = Number(given)
  if (given.trim() !== '' && number > 0 && Number.isFinite(number) && (!whole || Number.isInteger(number)))
    return number
  const kind = whole ? 'a whole number above nought' : 'a number above nought'
  throw bad(`--${name} ${given}`, kind, `leave it out for ${fallback}`)
}

try {
  const { values, positionals: folders } = asked()
  if (folders.length === 0) throw bad('no folder given', USAGE, 'name a folder with articles/ and gold/')
  const rows = numberOf('rows', values.rows, ROWS, true)
  const strength = numberOf('strength', values.strength, STRENGTH, false)
  const out = values.out ?? PRESENT
  toDisk(out, () => {
    mkdirSync(dirname(out), { recursive: true })
    if (existsSync(out)) closeSync(openSync(out, 'a'))
  })
  const began = performance.now()
  const tell = (line: string) => console.log(`${line} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  const learnt = learnWeights(folders, { rows, strength, tell })
  const text = weightsText(learnt, readFileSync(PRESENT, 'utf8'))
  toDisk(out, () => writeFileSync(out, text))
  tell(`wrote ${out}`)
} catch (error) {
  if (!(error instanceof PenholderError)) throw error
  console.error(error.message)
  process.exit(exitCode(error.code))
}
