import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fenced block of `sh` or `ts`, and the `text` block below it that holds what it prints. `sh skip` is left alone. */
const BLOCK = /(```(sh|ts)\n([\s\S]*?)```\n\n```text\n)([\s\S]*?)```/g

/** The document with what its blocks print now. Setting-up lines (`npm ci`) are not run again. */
export function runBlocks(document: string): string {
  return document.replace(BLOCK, (_, before: string, language: string, code: string) => {
    const output = language === 'sh' ? runShell(code) : runProgram(code)
    return `${before}${output.trimEnd()}\n\`\`\``
  })
}

/** How many blocks are run: a test that runs none would prove nothing. */
export function countBlocks(document: string): number {
  return [...document.matchAll(BLOCK)].length
}

function runShell(code: string): string {
  const commands = code
    .split('\n')
    .filter((line) => line !== 'npm ci')
    .map((line) => line.replace(/^(?:penholder|node dist\/cli\/main\.js)\b/, `"${process.execPath}" dist/cli/main.js`))
  return run('bash', ['-c', commands.join('\n')])
}

/** The program lies inside the package for a moment, so that `penholder/read` leads to this very build. */
function runProgram(code: string): string {
  mkdirSync('output', { recursive: true })
  const path = join('output', `readme-${process.pid}.ts`)
  writeFileSync(path, code)
  try {
    return run(process.execPath, ['--import', 'tsx', path])
  } finally {
    rmSync(path)
  }
}

function run(command: string, args: readonly string[]): string {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`a block of the README fails:\n${args.at(-1)}\n${stderr}`)
  return stdout
}
