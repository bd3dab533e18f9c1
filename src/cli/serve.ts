import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { currentVersions } from '../answers/index.js'
import { PenholderError } from '../errors.js'
import { serve } from '../http/index.js'
import { idOf, openRecord } from '../record/index.js'
import { badInput } from './bad-input.js'
import { print } from './output.js'
import { placeOf, type RecordOptions, stampNow, withRecord } from './record-place.js'

interface ServeCommandOptions extends RecordOptions {
  readonly port: number
  readonly host: string
  readonly url?: string
  readonly quiet?: boolean
}

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** `penholder serve`: the workbench and the API, from the record, on this machine. */
export function serveCommand(): Command {
  const command = new Command('penholder serve')
    .exitOverride()
    .description('serve the workbench and the API from the record, until it is stopped (Ctrl+C)')
    .option('--port <number>', 'the port; 0 takes one that is free', portNumber, 8642)
    .option('--host <address>', 'the address to listen on; another one than this machine’s needs accounts', '127.0.0.1')
    .option('--url <url>', 'the address that people use, where a proxy stands before it (https://…)', publicUrl)
    .option('--quiet', 'write no line for each request')
  return withRecord(command, true).action(async (options: ServeCommandOptions) => {
    await run(options)
  })
}

async function run(options: ServeCommandOptions): Promise<void> {
  const record = await openRecord(placeOf(options))
  const owner = stampNow(options).who
  const { url, needsSignIn, stop } = await serve({
    record,
    version,
    data: idOf(currentVersions()).slice(0, 12),
    owner,
    now: Date.now,
    host: options.host,
    port: options.port,
    pages: fileURLToPath(new URL('../workbench/', import.meta.url)),
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(options.quiet === true ? {} : { log: (line: string) => void process.stderr.write(`${line}\n`) }),
    onFailure: (error) => process.stderr.write(`penholder: ${error instanceof Error ? error.stack : String(error)}\n`),
  }).catch(async (error: unknown) => {
    await record.close()
    throw error
  })
  await print(`${url}\n`)
  process.stderr.write(
    needsSignIn
      ? 'penholder: everybody signs in with an account; Ctrl+C stops\n'
      : `penholder: no accounts: everybody on this machine may do everything, as ${owner}; Ctrl+C stops\n`,
  )
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  await stop()
  await record.close()
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port
  throw badInput(`--port "${text}"`, 'a number from 0 to 65535')
}

function publicUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/') return text
  throw new PenholderError({
    code: 'bad-input',
    what: `--url "${text}"`,
    expected: 'such as https://penholder.example.org',
  })
}
