#!/usr/bin/env node
import { createRequire } from 'node:module'
import { Command, CommanderError } from 'commander'
import { exitCode, PenholderError } from '../errors.js'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** The commands; each is imported only when it is called, so that `--help` stays quick. */
export function program(): Command {
  const root = new Command('penholder')
    .description('One dated, cited record of the UN Security Council’s sanctions, from headline to decision')
    .version(version)
    .showHelpAfterError('(penholder --help lists the commands)')
    .exitOverride()
  return root
}

/** Runs one command line and answers with the exit code: 0 answered, 2 bad input, 3 cannot tell, 4 bad data. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...argv], { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof PenholderError) {
      process.stderr.write(`penholder: ${error.message}\n`)
      return exitCode(error.code)
    }
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2))
