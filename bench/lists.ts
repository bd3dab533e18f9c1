/**
 * Screens a second, in one thread, against the lists that ship: `npx tsx bench/lists.ts`.
 * "new" names are met for the first time; "again" are those that come back, as parties do in a batch. A third are listed
 * names, a third near ones, a third strangers.
 */
import { designationLists, type ListSnapshot, screen } from '../src/lists/index.js'

const strangers = [
  'Meadow Trading Ltd',
  'Johanna van der Berg',
  'Harbour Lights Shipping Co',
  'Kim Min-seo',
  'MV Northern Tern',
]

/** Names that differ from round to round but mean the same: capitals here or there, another number. */
function given(list: ListSnapshot, round: number): string[] {
  return list.designations.flatMap(({ name }, at) => [
    [...name]
      .map((letter, place) => ((round >> (place % 6)) & 1 ? letter.toLowerCase() : letter.toUpperCase()))
      .join(''),
    `${name.slice(0, 4)}x${name.slice(5)} ${at * 64 + round}`,
    `${strangers[at % strangers.length]} ${at * 64 + round}`,
  ])
}

function rate(list: ListSnapshot, rounds: readonly (readonly string[])[]): number {
  const before = performance.now()
  let screens = 0
  for (const names of rounds) {
    for (const name of names) {
      screen(name, list, list.asOf)
      screens++
    }
  }
  return Math.round((screens / (performance.now() - before)) * 1000)
}

for (const list of designationLists) {
  const started = process.cpuUsage()
  screen('first', list, list.asOf)
  const built = process.cpuUsage(started).user / 1000
  const fresh = Array.from({ length: 40 }, (_, round) => given(list, round))
  rate(list, fresh.slice(0, 10))
  const names = `${list.designations.length} names, index in ${built.toFixed(0)} ms`
  const again = Array.from({ length: 200 }, () => fresh[39] ?? [])
  console.log(`${list.list}: ${names}; new ${rate(list, fresh.slice(10))}/s, again ${rate(list, again)}/s`)
}
