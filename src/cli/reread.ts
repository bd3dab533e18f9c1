import { Command, Option } from 'commander'
import { printProblem } from '../errors.js'
import { type ReadingChange, readingDiff, rereadArticles } from '../record/index.js'
import { fitForTerminal } from './colours.js'
import { print } from './output.js'
import { counted, onRecord, type RecordOptions, stampNow, withRecord } from './record-place.js'
import { sayClaim } from './say-claim.js'

interface RereadOptions extends RecordOptions {
  readonly all?: boolean
  readonly format: 'text' | 'jsonl'
}

/** `penholder reread`: reads again what an older reader read, and shows what changed; the older claims stay. */
export function rereadCommand(): Command {
  const command = new Command('penholder reread')
    .exitOverride()
    .description('read the kept articles again where this program’s reader is newer; show how their readings differ')
    .option('--all', 'also what this version of the reader has read: a change of its words may go without a new number')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'jsonl']).default('text'))
  return withRecord(command, true).action(async (options: RereadOptions) => {
    process.exitCode = await onRecord(options, async (record) => {
      const done = await rereadArticles(record, stampNow(options), { again: options.all === true })
      for (const problem of done.problems) process.stderr.write(`penholder: ${printProblem(problem)}\n`)
      for (const change of await readingDiff(record)) {
        if (options.format === 'jsonl') await print(`${JSON.stringify(change)}\n`)
        else if (change.gone.length + change.come.length > 0) await print(printChange(change))
      }
      if (options.format === 'text') {
        await print(`${counted(done.reread, 'article')} read again, ${counted(done.claims, 'new claim')}\n`)
      }
      return done.problems.length > 0 ? 2 : 0
    })
  })
}

function printChange({ name, before, after, gone, come }: ReadingChange): string {
  const lines = [
    `${fitForTerminal(name)}: reader ${before.reader} to ${after.reader}${dateChange(before.published, after.published)}`,
    ...gone.map(({ claim }) => `  - ${sayClaim(claim)}`),
    ...come.map(({ claim }) => `  + ${sayClaim(claim)}`),
  ]
  return `${lines.join('\n')}\n`
}

function dateChange(before: string | undefined, after: string | undefined): string {
  return before === after ? '' : `, published ${before ?? 'on an unknown day'} to ${after ?? 'on an unknown day'}`
}
