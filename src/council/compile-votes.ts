import { z } from 'zod'
import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'
import type { Problem } from '../errors.js'
import { type PackedExtras, type PackedRecord, type PackedSeat, RESULTS } from './packed.js'
import {
  CHOICES,
  hasTally,
  isOpenToVeto,
  type Letter,
  type Matter,
  type Modality,
  outcomeOf,
  possibleResults,
  requiredVotes,
} from './rule.js'
import { printVoteLine, readVoteLine, type VoteLine } from './vote-lines.js'

const Blocks = z.array(z.strictObject({ members: z.string(), votes: z.string() }))
const Corrections = z.array(
  z.strictObject({
    vote: z.string(),
    text: z.string(),
    field: z.enum(['date', 'member', 'member votes', 'row']),
    old: z.string(),
    new: z.string(),
    reason: z.string(),
  }),
)

/** Packs the record; every line is checked against the members of its day, its tally, the rule, and its own canonical form. */
export function compileVotes(files: readonly DataFile[], seats: readonly PackedSeat[]): Compiled {
  const problems: Problem[] = []
  const chambers = numbering()
  const titles = numbering()
  const extras = numbering()
  const votes: string[] = []
  const dates = new Map<string, string>()
  let last = ''
  for (const file of files.filter((one) => one.file.includes('votes'))) {
    const blocks = parseDataFile(file, Blocks)
    problems.push(...blocks.problems)
    blocks.value?.forEach((block, at) => {
      const first = file.locate([at, 'votes']).line
      block.votes
        .trimEnd()
        .split('\n')
        .forEach((text, offset) => {
          const defect = (what: string, expected?: string) => {
            const { place, ...problem } = dataProblem(
              file,
              [at, 'votes'],
              what,
              expected === undefined ? {} : { expected },
            )
            problems.push({ ...problem, place: { ...place, line: first + 1 + offset, column: 1 } })
          }
          const line = readVoteLine(text)
          if (typeof line === 'string') {
            defect(line)
            return
          }
          if (printVoteLine(line) !== text) defect('not in canonical form', printVoteLine(line))
          if (line.date < last) defect(`${line.id} of ${line.date} stands after one of ${last}`)
          if (dates.has(line.id)) defect(`${line.id} stands twice`)
          last = line.date
          dates.set(line.id, line.date)
          const expected = membersInOrder(seats, line.date)
          if (block.members !== expected) defect(`not the members of ${line.date}`, expected)
          for (const what of contradictions(line, sitting(seats, line.date))) defect(what)
          votes.push(packVote(line, chambers.of(block.members), titles.of(line.title), extras.of))
        })
    })
  }
  const corrections: Record<string, string[]> = {}
  for (const file of files.filter((one) => one.file.endsWith('corrections.yaml'))) {
    const list = parseDataFile(file, Corrections)
    problems.push(...list.problems)
    list.value?.forEach((row, at) => {
      if (row.vote === 'several' || (row.field === 'row' && !dates.has(row.vote))) return
      const date = dates.get(row.vote)
      if (date === undefined) problems.push(dataProblem(file, [at], `there is no vote ${row.vote}`))
      else if (row.field === 'date' && row.new !== date)
        problems.push(dataProblem(file, [at], `${row.vote} stands under ${date}`))
      const told = `${row.field}: ${row.new} instead of ${row.old} (${row.reason})`
      corrections[row.vote] = [...(corrections[row.vote] ?? []), told]
    })
  }
  const value: PackedRecord = {
    chambers: chambers.list(),
    titles: titles.list().join('~'),
    extras: extras.list().map((one) => JSON.parse(one)),
    votes: votes.join('~'),
    corrections,
  }
  return { value, problems }
}

/** Permanent members by code, then the elected ones by code. */
export function membersInOrder(seats: readonly PackedSeat[], on: string): string {
  const { permanent, elected } = sitting(seats, on)
  return [...permanent, ...elected].join(' ')
}

function sitting(seats: readonly PackedSeat[], on: string): { permanent: string[]; elected: string[] } {
  const now = seats.filter((seat) => seat.from <= on && (seat.to === undefined || on <= seat.to))
  const codes = (kind: PackedSeat['seat']) =>
    now
      .filter((seat) => seat.seat === kind)
      .map((seat) => seat.state)
      .sort()
  return { permanent: codes('permanent'), elected: codes('elected') }
}

function contradictions(line: VoteLine, { permanent, elected }: ReturnType<typeof sitting>): string[] {
  const { letters } = line
  const members = [...permanent, ...elected]
  const modality = (line.remarks.modality ?? 'vote') as Modality
  const matter = (line.remarks.matter ?? 'substantive') as Matter
  if (letters === '') return modality !== 'vote' || line.remarks.confidence === 'incomplete' ? [] : ['no letters']
  if (letters.length !== members.length) return [`${letters.length} letters for ${members.length} members`]
  const found: string[] = []
  const count = (letter: Letter) => [...letters].filter((one) => one === letter).length
  const tally = [count('Y'), count('N'), count('A'), count('X')]
  if (line.tally !== tally.slice(0, tally[3] === 0 ? 3 : 4).join('-'))
    found.push(`the letters make ${tally.join('-')}, not ${line.tally}`)
  if (!hasTally(modality)) return line.outcome === 'adopted' ? found : [...found, `${modality} is an adoption`]
  const bench = {
    permanent: permanent.length,
    required: requiredVotes(line.date, matter),
    isOpenToVeto: isOpenToVeto(matter),
  }
  const choices = [...letters].map((letter) => CHOICES[letter as Letter])
  const outcome = outcomeOf(possibleResults(choices, bench))
  const vetoes = permanent.filter((_, index) => letters[index] === 'N')
  const ruled = outcome === 'vetoed' ? `vetoed by ${vetoes.join(' ')}` : outcome
  if (line.outcome !== ruled) found.push(`the rule gives "${ruled}", the line "${line.outcome}"`)
  return found
}

function packVote(line: VoteLine, chamber: number, title: number, extrasOf: (json: string) => number): string {
  const number = /^S\/RES\/(\d+) \(\d{4}\)$/.exec(line.text)
  const meeting = /^S\/PV\.(\d+)$/.exec(line.meeting)
  const id = /^BD-(\d+)$/.exec(line.id)
  const [result = '', by] = line.outcome.split(' by ')
  const extras: PackedExtras = {
    ...line.remarks,
    ...(by !== undefined && { by }),
    ...(line.letters === '' && line.tally !== '' && { tally: line.tally.split('-').map(Number) }),
    ...(line.note !== '' && { note: line.note }),
  }
  return [
    chamber,
    line.date,
    number?.[1] ?? line.text,
    line.letters === '' ? '-' : line.letters.replace(/^Y+$/, ''),
    RESULTS.indexOf(result as 'adopted'),
    meeting?.[1] ?? line.meeting,
    id?.[1] ?? line.id,
    title,
    Object.keys(extras).length === 0 ? '' : extrasOf(JSON.stringify(extras)),
  ].join('|')
}

/** Numbers texts by first appearance. */
function numbering() {
  const places = new Map<string, number>()
  return {
    of(text: string): number {
      const place = places.get(text) ?? places.size
      places.set(text, place)
      return place
    },
    list: () => [...places.keys()],
  }
}
