#!/usr/bin/env node
import { createRequire } from 'node:module'
import { Command, CommanderError, Option } from 'commander'
import { exitCode, PenholderError } from '../errors.js'
import { addCouncilCommands } from './council-commands.js'
import { endWithReader } from './output.js'
import type { ReadCommandOptions } from './read.js'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** The commands; each is imported only when it is called, so that `--help` stays quick. */
export function program(): Command {
  const root = new Command('penholder')
    .description('One dated, cited record of the UN Security Council’s sanctions, from headline to decision')
    .version(version)
    .showHelpAfterError('(penholder --help lists the commands)')
    .enablePositionalOptions()
    .exitOverride()
  addRead(root)
  addCouncilCommands(root)
  addLazy(root, 'list', 'look names up in designation lists; keep the UN list as a snapshot', async () =>
    (await import('./list.js')).listCommand(),
  )
  addLazy(root, 'law', 'measures in force on a day, with paragraphs, exemptions and what replaced what', async () =>
    (await import('./law.js')).lawCommand(),
  )
  addLazy(root, 'check', 'an activity against law and lists of a day: findings with their paragraphs', async () =>
    (await import('./check.js')).checkCommand(),
  )
  addRecordCommands(root)
  addLazy(root, 'answers', 'kept checks: list them, show one, answer them again and see what differs', async () =>
    (await import('./answers.js')).answersCommand(),
  )
  addLazy(root, 'ceiling', 'quantities reported under a ceiling, and the share that they make', async () =>
    (await import('./ceiling.js')).ceilingCommand(),
  )
  addLazy(root, 'mcp', 'serve the tools to a language-model assistant (Model Context Protocol, stdio)', async () =>
    (await import('./mcp.js')).mcpCommand(),
  )
  return root
}

function addRecordCommands(root: Command): void {
  addLazy(root, 'init', 'make an empty record', async () => (await import('./init.js')).initCommand())
  addLazy(root, 'add', 'keep articles in the record, with their claims', async () =>
    (await import('./add.js')).addCommand(),
  )
  addLazy(root, 'brief', 'one matter on a day, each line cited: text, Markdown, HTML, DOCX, XLSX', async () =>
    (await import('./brief.js')).briefCommand(),
  )
  addLazy(root, 'reread', 'read kept articles again with a newer reader, and show what changed', async () =>
    (await import('./reread.js')).rereadCommand(),
  )
  addLazy(root, 'serve', 'serve the workbench and the API from the record', async () =>
    (await import('./serve.js')).serveCommand(),
  )
  addLazy(root, 'matter', 'matters that claims and drafts belong to: add, list, show, edit, move claims', async () =>
    (await import('./matter.js')).matterCommand(),
  )
  addLazy(
    root,
    'draft',
    'drafts of a matter, with versions, sponsors, rivals and votes: add, list, show, edit',
    async () => (await import('./draft.js')).draftCommand(),
  )
  addLazy(root, 'review', 'accept, edit or reject what was read, claim by claim', async () =>
    (await import('./review.js')).reviewCommand(),
  )
  addLazy(root, 'account', 'who may sign in to `penholder serve`, and tokens for programs', async () =>
    (await import('./account.js')).accountCommand(),
  )
  addLazy(root, 'verify', 'see that nothing in the record was changed', async () =>
    (await import('./verify.js')).verifyCommand(),
  )
  addLazy(root, 'export', 'write the whole record as JSON Lines', async () =>
    (await import('./export.js')).exportCommand(),
  )
  addLazy(root, 'import', 'restore an export into a new record', async () =>
    (await import('./import.js')).importCommand(),
  )
}

function addRead(root: Command): void {
  root
    .command('read')
    .description('read news articles: who stands where, contacts, events, measures, flags; each with its exact words')
    .argument(
      '<input...>',
      'files (text, Markdown, HTML, EML, JSON Lines, RSS, Atom, mbox, WARC, CSV, gzip of these), folders, web addresses, or - for standard input',
    )
    .option('--published <date>', 'day of publication of all the articles: YYYY-MM-DD, YYYY-MM or YYYY')
    .option('--encoding <name>', 'encoding of all the texts, where it is not found out')
    .option('--fetch', 'allow web addresses (http and https, public addresses only)')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json', 'jsonl', 'csv']).default('text'),
    )
    .option('--verbose', 'name the rule and the words that made each claim')
    .option('--no-color', 'no colour on a terminal')
    .action(async (inputs: string[], options: ReadCommandOptions) => {
      const { readCommand } = await import('./read.js')
      process.exitCode = await readCommand(inputs, options)
    })
}

/** A command that is loaded, with its options and its help, only when it is called. */
function addLazy(root: Command, name: string, description: string, load: () => Promise<Command>): void {
  root
    .command(name)
    .description(description)
    .argument('[arguments...]')
    .helpOption(false)
    .passThroughOptions()
    .allowUnknownOption()
    .action(async (given: readonly string[]) => {
      await (await load()).parseAsync([...given], { from: 'user' })
    })
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

endWithReader()
process.exitCode = await main(process.argv.slice(2))
