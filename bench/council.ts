/** `npx tsx bench/council.ts`: outcomes for a second of CPU time on one core, over the whole record; the best of five rounds. */
import { outcome, recordedVotes, votesByMember } from '../src/council/index.js'

const votes = recordedVotes().filter((vote) => vote.letters !== '')
const questions = votes.map(({ date, matter, modality }) => ({ on: date, matter, modality }))
const named = votes.map(votesByMember)

/** Outcomes a second; `check` keeps the work from being optimised away and must come out right. */
function rate(work: (index: number) => string): number {
  let best = 0
  for (let round = 0; round < 5; round++) {
    let adopted = 0
    let done = 0
    const before = process.cpuUsage()
    while (done < 1_000_000) {
      for (let index = 0; index < votes.length; index++) if (work(index) === 'adopted') adopted++
      done += votes.length
    }
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    const expected = votes.filter((vote) => vote.outcome === 'adopted').length * (done / votes.length)
    if (adopted !== expected) throw new Error(`${adopted} adopted, expected ${expected}`)
    best = Math.max(best, done / seconds)
  }
  return best
}

const row = (name: string, perSecond: number) =>
  console.log(`${name.padEnd(28)} ${Math.round(perSecond).toLocaleString('en')} outcomes/s`)
console.log(`${votes.length} votes with a breakdown, node ${process.version}`)
row(
  'as letters',
  rate((index) => outcome(votes[index]?.letters ?? '', questions[index] as (typeof questions)[0]).outcome),
)
row(
  'as members and letters',
  rate((index) => outcome(named[index] ?? {}, questions[index] as (typeof questions)[0]).outcome),
)
