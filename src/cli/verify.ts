import { Command } from 'commander'
import { printProblem } from '../errors.js'
import { verifyFiles, verifyRecord } from '../record/index.js'
import { textOrJson } from './options.js'
import { print } from './output.js'
import { counted, onRecord, type RecordOptions, withRecord } from './record-place.js'

interface VerifyOptions extends RecordOptions {
  readonly head?: string
  readonly files: boolean
  readonly format: 'text' | 'json'
}

/** `penholder verify`: holds the record against itself and against the files that it was made from. */
export function verifyCommand(): Command {
  const command = new Command('penholder verify')
    .exitOverride()
    .description('see that nothing in the record was changed: the log’s chain, each row, text, quote and file')
    .option('--head <hash>', 'a hash that an earlier verify printed: the log must still hold it')
    .option('--no-files', 'leave the original files alone')
    .addOption(textOrJson())
  return withRecord(command).action(async (options: VerifyOptions) => {
    process.exitCode = await onRecord(options, async (record) => {
      const found = await verifyRecord(record, options.head === undefined ? {} : { head: options.head })
      const files = options.files ? await verifyFiles(record) : undefined
      const problems = [...found.problems, ...(files?.problems ?? [])]
      if (options.format === 'json') await print(`${JSON.stringify({ ...found, files, problems })}\n`)
      else {
        for (const problem of problems) process.stderr.write(`penholder: ${printProblem(problem)}\n`)
        const told = [
          counted(found.entries, 'entry').replace('entrys', 'entries'),
          counted(found.articles, 'article'),
          counted(found.claims, 'claim'),
        ]
        await print(
          `${told.join(', ')}: ${problems.length === 0 ? 'nothing was changed' : counted(problems.length, 'problem')}\n`,
        )
        if (found.withoutText > 0)
          await print(`${counted(found.withoutText, 'article')} without text: quotes not held against it\n`)
        if (files !== undefined) await print(`files: ${files.same} as they were, ${files.gone} no longer there\n`)
        await print(`head ${found.head || '(empty)'}\n`)
      }
      return problems.length > 0 ? 4 : 0
    })
  })
}
