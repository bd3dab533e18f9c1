import { Command, Option } from 'commander'
import { isWanted, KINDS_OF_MEASURE } from '../check/index.js'
import { isCivilDate } from '../dates.js'
import {
  type LawMeasure,
  law,
  lawAsKnown,
  lawDiff,
  type MeasureInForce,
  measuresInForce,
  type RegimeLaw,
  regimeFor,
  timelineSvg,
} from '../law/index.js'
import { badInput } from './bad-input.js'
import { knownDay, knownNote } from './known-day.js'
import { lawCsv, lawDiffText, lawMarkdown, lawText, regimesText } from './print-law.js'
import { today } from './today.js'

interface LawOptions {
  readonly on?: string
  readonly known?: string
  readonly goods?: string
  readonly kind?: string
  readonly paragraph?: string
  readonly all?: boolean
  readonly format: 'text' | 'md' | 'json' | 'csv' | 'svg'
}

const KNOWN = '--known <moment>'
const KNOWN_HELP = 'only the texts adopted by this day (or the day of this moment), and what they did'

/** `penholder law`: the measures in force on a day, and what changed between two. */
export function lawCommand(): Command {
  const root = new Command('penholder law')
    .enablePositionalOptions()
    .description('measures in force on a day, with their paragraphs, exemptions, ceilings and what replaced what')
    .argument(
      '[regime]',
      `${law.regimes.map(({ regime }) => regime.id).join(', ')}, or a state's code; none lists the regimes`,
    )
    .option('--on <date>', 'the day, such as 2017-10-20 (default: today)')
    .option(KNOWN, KNOWN_HELP)
    .option('--goods <goods>', 'only what reaches these goods: an HS code such as 2710, or a description')
    .addOption(new Option('--kind <kind>', 'only measures on this kind of activity').choices([...KINDS_OF_MEASURE]))
    .option('--paragraph <citation>', 'only this paragraph, such as "2375 14" or "S/RES/2375 (2017) para 14"')
    .option('--all', 'also measures that no longer apply or do not apply yet')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'md', 'json', 'csv', 'svg']).default('text'),
    )
    .exitOverride()
    .action((regime: string | undefined, options: LawOptions) => show(regime, options))
  root
    .command('diff <regime> <from> <to>')
    .description('what changed after the first day, up to and with the second')
    .option(KNOWN, KNOWN_HELP)
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .exitOverride()
    .action((regime: string, from: string, to: string, options: { known?: string; format: 'text' | 'json' }) => {
      const changes = lawDiff(regimeAt(regime, options.known), day(from), day(to))
      const shown = changes.map(({ measure, ...change }) => ({
        ...change,
        id: measure.id,
        citation: measure.citation,
        says: measure.says,
      }))
      process.stdout.write(options.format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : lawDiffText(changes))
    })
  return root
}

function show(name: string | undefined, options: LawOptions): void {
  if (name === undefined) {
    process.stdout.write(
      options.format === 'json' ? `${JSON.stringify(law.regimes.map(summary), null, 2)}\n` : regimesText(law.regimes),
    )
    return
  }
  const known = knownDay(options.known)
  const regime = regimeAt(name, options.known)
  const on = options.on === undefined ? today() : day(options.on)
  const inForce = measuresInForce(regime, on)
  const measures: readonly (LawMeasure | MeasureInForce)[] = (options.all === true ? regime.measures : inForce).filter(
    (measure) => isWanted(measure, options),
  )
  const until = [on, regime.regime.dataUntil].sort()[1] ?? on
  const printed = {
    text: () => knownNote(known) + lawText(regime, measures, on),
    md: () => knownNote(known) + lawMarkdown(regime, measures, on),
    json: () =>
      `${JSON.stringify({ regime: regime.regime.id, on, known, dataUntil: regime.regime.dataUntil, measures }, null, 2)}\n`,
    csv: () => lawCsv(measures),
    svg: () => timelineSvg(regime, measures, on, until),
  }[options.format]()
  process.stdout.write(printed)
}

function regimeAt(name: string, known: string | undefined): RegimeLaw {
  const regime = regimeFor(name)
  const day = knownDay(known)
  return day === undefined ? regime : lawAsKnown(regime, day)
}

function summary({ regime, instruments, measures }: RegimeLaw) {
  return {
    id: regime.id,
    name: regime.name,
    from: regime.from,
    dataUntil: regime.dataUntil,
    measures: measures.length,
    instruments: instruments.map(({ symbol, adopted, operativeParagraphs, encodedParagraphs }) => ({
      symbol,
      adopted,
      operativeParagraphs,
      encodedParagraphs,
    })),
  }
}

function day(text: string): string {
  if (isCivilDate(text)) return text
  throw badInput(`"${text}" is no date`, 'a day such as 2017-10-20')
}
