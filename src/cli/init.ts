import { Command } from 'commander'
import { openRecord } from '../record/index.js'
import { print } from './output.js'
import { placeOf } from './record-place.js'

/** `penholder init`: makes an empty record; one that is there already is left as it is. */
export function initCommand(): Command {
  return new Command('penholder init')
    .exitOverride()
    .description('make an empty record: a file, or tables in a PostgreSQL database')
    .argument('[place]', 'a file or postgres://… (else PENHOLDER_RECORD, else penholder.db)')
    .option('--record <place>', 'the same')
    .action(async (place: string | undefined, options: { record?: string }) => {
      const record = await openRecord(place ?? placeOf(options), { create: true })
      try {
        const [entry] = await record.all('select seq from log limit 1')
        await print(
          entry === undefined ? `an empty record: ${record.where}\n` : `a record is there already: ${record.where}\n`,
        )
      } finally {
        await record.close()
      }
    })
}
