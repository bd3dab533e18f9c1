import { Command } from 'commander'
import { type CeilingReport, ceilingFor, ceilingShares, ceilings, judgeReport } from '../check/index.js'
import { isCivilDate, isVagueDate, type Period, spanOf } from '../dates.js'
import { PenholderError } from '../errors.js'
import { parseQuantity } from '../quantities.js'
import { articleLines, type Connection, ceilingReports, keepCeilingReport, seqKnown } from '../record/index.js'
import { stateFor } from '../states.js'
import { textOrJson } from './options.js'
import { print } from './output.js'
import { ceilingList, shareText } from './print-ceiling.js'
import { onRecord, type RecordOptions, stampNow, withRecord } from './record-place.js'

interface AddOptions extends RecordOptions {
  readonly period: string
  readonly quantity: string
  readonly source: string
  readonly cited: string
  readonly factor?: string
  readonly note?: string
}

interface ShowOptions extends RecordOptions {
  readonly on?: string
  readonly known?: string
  readonly format: 'text' | 'json'
}

/** `penholder ceiling`: quantities reported for a period, and what share of the ceiling they make. */
export function ceilingCommand(): Command {
  const root = new Command('penholder ceiling')
    .exitOverride()
    .enablePositionalOptions()
    .description('quantities reported under a ceiling, by source, and the running share that they make')
  const add = root
    .command('add <measure>')
    .description('keep a reported quantity; the measure by its id, such as 2397-5 (`penholder ceiling list`)')
    .requiredOption('--period <days>', 'what it covers: 2018-05, 2018, or 2018-01..2018-05')
    .requiredOption('--quantity <amount>', 'with its unit, such as 1410t')
    .requiredOption('--source <source>', 'committee, panel, a state such as CHN, article:ID, or another name')
    .requiredOption('--cited <where>', 'where it stands: a symbol, a page, an article of the record')
    .option('--factor <factor>', 'barrels for each tonne, where the source converted with it')
    .option('--note <words>', 'a note')
    .exitOverride()
    .action((measure: string, options: AddOptions) => addReport(measure, options))
  const show = root
    .command('show [measure]', { isDefault: true })
    .description('the running share by source, between the factors of the band, with the days of the steps')
    .option('--on <date>', 'only the period of this day, and what ended by it')
    .option('--known <moment>', 'the reports as the record knew them at this moment')
    .addOption(textOrJson())
    .exitOverride()
    .action((measure: string | undefined, options: ShowOptions) => showShares(measure, options))
  root
    .command('list')
    .description('every ceiling of the law, with the id that it is called by')
    .exitOverride()
    .action(() => print(ceilingList(ceilings())))
  withRecord(add, true)
  withRecord(show)
  return root
}

async function addReport(measure: string, options: AddOptions): Promise<void> {
  const ceiling = ceilingFor(measure)
  const report = reportFrom(ceiling.measure.id, options)
  judgeReport(report, ceiling)
  await onRecord(options, async (record) => {
    await refuseUnknownArticle(record, report.source)
    const { id, isNew } = await keepCeilingReport(record, stampNow(options), report)
    await print(`${isNew ? 'kept' : 'kept already'} as ${id}\n`)
  })
}

/** What an article says must be an article of the record, so that it can be looked at. */
async function refuseUnknownArticle(record: Connection, source: string): Promise<void> {
  const [, article] = /^article:(.*)$/.exec(source) ?? []
  if (article === undefined) return
  const [found] = await articleLines(record, [article], await seqKnown(record))
  if (found !== undefined) return
  throw new PenholderError({
    code: 'not-found',
    what: `there is no article "${article}" in the record`,
    place: { path: '--source' },
    todo: 'give its whole id',
  })
}

function reportFrom(ceiling: string, options: AddOptions): Omit<CeilingReport, 'id'> {
  const factor = options.factor === undefined ? undefined : Number(options.factor)
  return {
    ceiling,
    ...spanFrom(options.period),
    source: sourceFrom(options.source),
    ...parseQuantity(options.quantity),
    ...(factor !== undefined && { factor }),
    cited: options.cited,
    ...(options.note !== undefined && { note: options.note }),
  }
}

function spanFrom(text: string): Required<Period> {
  const [from = '', to = from, ...more] = text.split('..').map((part) => part.trim())
  if (more.length === 0 && isVagueDate(from) && isVagueDate(to)) return { from: spanOf(from).from, to: spanOf(to).to }
  throw new PenholderError({
    code: 'bad-input',
    what: `"${text}" is no period`,
    place: { path: '--period' },
    expected: '2018-05, 2018, or 2018-01..2018-05',
  })
}

/** States by any of their names become codes, so that what they report is taken together. */
function sourceFrom(text: string): string {
  const source = text.trim()
  if (source === '') throw new PenholderError({ code: 'bad-input', what: 'no source', place: { path: '--source' } })
  if (/^(?:committee|panel)$/i.test(source)) return source.toLowerCase()
  return stateFor(source)?.code ?? source
}

async function showShares(measure: string | undefined, options: ShowOptions): Promise<void> {
  if (options.on !== undefined && !isCivilDate(options.on))
    throw new PenholderError({
      code: 'bad-input',
      what: `"${options.on}" is no date`,
      place: { path: '--on' },
      expected: 'a day such as 2018-06-30',
    })
  const wanted = measure === undefined ? ceilings() : [ceilingFor(measure)]
  await onRecord(options, async (record) => {
    const reports = await ceilingReports(record, options.known === undefined ? {} : { known: options.known })
    const shares = wanted.flatMap((ceiling) => ceilingShares(ceiling, reports, options.on))
    if (options.format === 'json') await print(`${JSON.stringify(shares, null, 2)}\n`)
    else if (shares.length === 0) await print('no reports are kept for that\n')
    else for (const share of shares) await print(shareText(share))
  })
}
