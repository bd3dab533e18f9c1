import { createRequire } from 'node:module'
import { Command } from 'commander'
import { serveMcp } from '../mcp/index.js'
import { openRecord } from '../record/index.js'
import { type RecordOptions, stampNow, withRecord } from './record-place.js'

interface McpCommandOptions extends RecordOptions {
  readonly readOnly?: boolean
}

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** `penholder mcp`: the tools for language-model assistants, over standard input and output. */
export function mcpCommand(): Command {
  const command = new Command('penholder mcp')
    .exitOverride()
    .description(
      'serve read, count, law, check, and with a record search, brief and proposals of claims, to an assistant over the Model Context Protocol (stdio)',
    )
    .option('--read-only', 'offer no tool that writes: no proposals')
  return withRecord(command, true).action(run)
}

async function run(options: McpCommandOptions): Promise<void> {
  const place = options.record ?? process.env.PENHOLDER_RECORD
  const record = place ? await openRecord(place) : undefined
  // Standard output is the protocol's alone.
  if (record === undefined) process.stderr.write('penholder: no record: tools that need one are left out\n')
  try {
    await serveMcp({
      version,
      now: () => stampNow(options).at,
      owner: stampNow(options).who,
      isReadOnly: options.readOnly === true,
      onFailure: (error) => process.stderr.write(`penholder: ${error.message}\n`),
      ...(record !== undefined && { record }),
    })
  } finally {
    await record?.close()
  }
}
