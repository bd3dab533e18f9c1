import { stringify } from 'csv-stringify/sync'
import { councilOn } from '../council/index.js'
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
  const rows = council.members.map(({ state, seat, from, to, note }) => ({
    code: state,
    name: printState(state),
    seat,
    from,
    to,
    note,
  }))
  if (format === 'json')
    await print(`${JSON.stringify({ on, from: council.from, to: council.to, members: rows }, null, 2)}\n`)
  else if (format === 'csv') await print(stringify(rows, { header: true, escape_formulas: true }))
  else {
    const colours = coloursFor(process.stdout, color)
    const lines = rows.map(
      ({ code, name, seat, from, to = 'now', note }) =>
        `  ${code}  ${name.padEnd(34)} ${seat.padEnd(9)}  ${from} – ${to}${note === undefined ? '' : `  ${colours.dim(fitForTerminal(note))}`}`,
    )
    const head = `${colours.bold(`The Security Council on ${on}`)}: ${rows.length} members, unchanged from ${council.from} to ${council.to}`
    await print(`${[head, ...lines, 'The presidency is not in the data.'].join('\n')}\n`)
  }
  return 0
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
