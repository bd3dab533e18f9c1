import { stringify } from 'csv-stringify/sync'
import { councilOn, presidentOn } from '../council/index.js'
import { printState } from '../states.js'
import { coloursFor, fitForTerminal } from './colours.js'
import { print } from './output.js'

export interface CouncilCommandOptions {
  readonly on?: string
  readonly format: 'text' | 'json' | 'csv'
  readonly color: boolean
}

/** `penholder council`: the members on a day. */
export async function councilCommand({ on = today(), format, color }: CouncilCommandOptions): Promise<0> {
  const council = councilOn(on)
  const president = presidentOn(on)
  const rows = council.members.map(({ state, seat, from, to, note }) => ({
    code: state,
    name: printState(state),
    seat,
    from,
    to,
    note,
  }))
  if (format === 'json')
    await print(`${JSON.stringify({ on, from: council.from, to: council.to, president, members: rows }, null, 2)}\n`)
  else if (format === 'csv') await print(stringify(rows, { header: true, escape_formulas: true }))
  else {
    const colours = coloursFor(process.stdout, color)
    const lines = rows.map(
      ({ code, name, seat, from, to = 'now', note }) =>
        `  ${code}  ${name.padEnd(34)} ${seat.padEnd(9)}  ${from} – ${to}${note === undefined ? '' : `  ${colours.dim(fitForTerminal(note))}`}`,
    )
    const presidency =
      president === undefined
        ? 'Who presided is known from January 2000 on.'
        : `President in ${on.slice(0, 7)}, by the rotation of rule 18: ${printState(president)}`
    const head = `${colours.bold(`The Security Council on ${on}`)}: ${rows.length} members, unchanged from ${council.from} to ${council.to}`
    await print(`${[head, ...lines, presidency].join('\n')}\n`)
  }
  return 0
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
