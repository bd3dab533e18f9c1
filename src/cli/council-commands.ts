import { type Command, Option } from 'commander'
import type { CouncilCommandOptions } from './council.js'
import type { CountCommandOptions } from './count.js'
import type { VotesCommandOptions } from './votes.js'

const MATTERS = ['substantive', 'procedural', 'preliminary question', 'article 109 (3)']

/** Declares `count`, `council` and `votes`; each is imported only when it is called. */
export function addCouncilCommands(root: Command): void {
  root
    .command('count')
    .description(
      'count votes or reported positions on a text against Article 27: who is for, who may block, what is unknown',
    )
    .argument(
      '[text]',
      'a symbol of the record, such as "S/RES/1695 (2006)" or S/2022/431, or the id of a vote, such as BD-2994',
    )
    .option('--from <path...>', 'articles (files, folders, or - for standard input) whose positions are counted')
    .option(
      '--draft <text>',
      'with --from: the draft that is meant, by its symbol or by the state that tabled it; with --matter: its id',
    )
    .option('--target <state>', 'with --from: the state concerned; that of the latest article where it is left out')
    .option('--on <date>', 'the day of the count, YYYY-MM-DD; the day of the latest article where it is left out')
    .option(
      '--known <date>',
      'with --from: take only articles that were out by this day; with --matter: as the record knew it',
    )
    .option('--published <date>', 'with --from: day of publication of all the articles')
    .option('--yes <members>', 'votes given by hand, as codes or names with commas')
    .option('--no <members>', 'against')
    .option('--abstain <members>', 'abstaining')
    .option('--absent <members>', 'absent, or present and not participating')
    .option('--matter <matter>', 'a matter of the record, whose positions are counted; or, as --question')
    .addOption(
      new Option('--question <kind>', 'what is voted on; it can’t be told from a text (substantive)').choices(MATTERS),
    )
    .option('--record <place>', 'with --matter: the record (else PENHOLDER_RECORD, else penholder.db)')
    .option('--party <members>', 'parties to the dispute: marked, without effect on the count')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'csv', 'svg']).default('text'))
    .option('--no-color', 'no colour on a terminal')
    .action(async (text: string | undefined, options: CountCommandOptions) => {
      const { countCommand } = await import('./count.js')
      process.exitCode = await countCommand(text, options)
    })
  root
    .command('council')
    .description('the members of the Security Council on a day, from 1946')
    .option('--on <date>', 'the day, YYYY-MM-DD; today where it is left out')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'csv']).default('text'))
    .option('--no-color', 'no colour on a terminal')
    .action(async (options: CouncilCommandOptions) => {
      const { councilCommand } = await import('./council.js')
      process.exitCode = await councilCommand(options)
    })
  root
    .command('votes')
    .description('search the votes of the Security Council since 1946')
    .argument('[words...]', 'words that all stand in the symbol or title')
    .option('--member <state>', 'a member that day')
    .addOption(new Option('--cast <letter>', 'how the member voted').choices(['Y', 'N', 'A', 'X']))
    .option('--from <date>', 'first day: YYYY-MM-DD, YYYY-MM or YYYY')
    .option('--to <date>', 'last day')
    .option('--year <year>', 'one year')
    .addOption(new Option('--outcome <outcome>', 'how it ended').choices(['adopted', 'vetoed', 'not adopted']))
    .option('--vetoed-by <state>', 'a permanent member whose No defeated it')
    .addOption(new Option('--matter <matter>', 'what was voted on').choices(MATTERS))
    .option('--limit <number>', 'at most so many votes, the latest ones; 0 for all', '40')
    .option('--vetoes', 'instead: vetoes of the votes found, by member and decade')
    .option('--alike <states>', 'instead: how often two members voted alike in the votes found, such as CHN,RUS')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'csv']).default('text'))
    .action(async (words: string[], options: VotesCommandOptions) => {
      const { votesCommand } = await import('./votes.js')
      process.exitCode = await votesCommand(words, options)
    })
}
