import { z } from 'zod'
import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'
import { isCivilDate } from '../dates.js'
import type { Problem } from '../errors.js'
import { compileVotes } from './compile-votes.js'
import type { PackedMembers, PackedSeat } from './packed.js'

const Day = z.string().refine(isCivilDate, 'no date YYYY-MM-DD')
const Code = z.string().regex(/^[A-Z]{3}$/, 'no ISO 3166-1 alpha-3 code')
const Members = z.strictObject({
  from: Day,
  until: Day,
  seats: z.array(
    z.strictObject({
      state: Code,
      seat: z.enum(['permanent', 'elected']),
      from: Day,
      to: Day.optional(),
      note: z.string().optional(),
    }),
  ),
})
const States = z.array(z.looseObject({ code: Code }))

const Month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'no month YYYY-MM')
const Presidency = z.strictObject({
  from: Month,
  state: Code,
  names: z.record(Code, z.string()),
  checked: z.array(z.strictObject({ month: Month, state: Code })),
})

/** `#data/presidency`: a month from which the rotation is counted; what it must give is tested, not shipped. */
export function compilePresidency(files: readonly DataFile[]): Compiled {
  const file = files[0]
  if (file === undefined) return { value: undefined, problems: [] }
  const { value, problems } = parseDataFile(file, Presidency)
  return { value, problems }
}

const Words = z.array(z.string().regex(/^[a-z-]+$/)).min(1)
const Versions = z.strictObject({ earlier: Words, relative: Words, current: Words })

/** `#data/versions`: the words that tell versions of a draft apart; a word in two lists is a defect. */
export function compileVersions(files: readonly DataFile[]): Compiled {
  const file = files[0]
  if (file === undefined) return { value: undefined, problems: [] }
  const { value, problems } = parseDataFile(file, Versions)
  const all = Object.values(value ?? {}).flat()
  const twice = all.filter((word, at) => all.indexOf(word) !== at)
  problems.push(...twice.map((word) => dataProblem(file, [], `"${word}" stands twice`)))
  return { value, problems }
}

/** `#data/members`: the span in which every seat is known, and the seats. */
export function compileMembers(files: readonly DataFile[]): Compiled {
  const read = readMembers(files)
  const { from, until, seats } = read.members
  const rows = (kind: PackedSeat['seat']) =>
    seats.filter((one) => one.seat === kind).map((one) => [one.state, one.from, one.to, one.note].join('|'))
  const value: PackedMembers = { from, until, permanent: rows('permanent'), elected: rows('elected') }
  return { value, problems: read.problems }
}

/** `#data/votes`: the record, checked against members of the day, tallies, the rule and the list of corrections. */
export function compileRecord(files: readonly DataFile[]): Compiled {
  const { members, problems } = readMembers(files)
  if (problems.length > 0) return { value: undefined, problems }
  return compileVotes(files, members.seats)
}

function readMembers(files: readonly DataFile[]): {
  members: { from: string; until: string; seats: PackedSeat[] }
  problems: Problem[]
} {
  const file = files.find((one) => one.file.endsWith('members.yaml'))
  const states = files.find((one) => one.file.endsWith('states.yaml'))
  if (file === undefined || states === undefined) return { members: { from: '', until: '', seats: [] }, problems: [] }
  const { value, problems } = parseDataFile(file, Members)
  const known = new Set(parseDataFile(states, States).value?.map((state) => state.code))
  value?.seats.forEach((seat, index) => {
    const defect = (what: string) => problems.push(dataProblem(file, ['seats', index], `${seat.state}: ${what}`))
    if (!known.has(seat.state)) defect('no state of states.yaml')
    if (seat.to !== undefined && seat.to < seat.from) defect('ends before it begins')
    if (seat.to === undefined && seat.seat === 'elected') defect('an elected seat without an end')
    const twice = value.seats.findIndex(
      (other, at) =>
        at < index &&
        other.state === seat.state &&
        other.from <= (seat.to ?? '9999-12-31') &&
        seat.from <= (other.to ?? '9999-12-31'),
    )
    if (twice >= 0) defect('sits twice on one day')
  })
  const { from = '', until = '', seats = [] } = value ?? {}
  return { members: { from, until, seats }, problems }
}
