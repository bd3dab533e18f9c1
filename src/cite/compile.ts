import { z } from 'zod'
import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'

const Years = z.array(z.strictObject({ year: z.int(), first: z.int().positive(), last: z.int().positive() }))

/** Checks that the years and the numbers run on without a gap. */
export function compileResolutionYears(files: readonly DataFile[]): Compiled {
  const file = files[0]
  if (file === undefined) return { value: [], problems: [] }
  const { value = [], problems } = parseDataFile(file, Years)
  value.forEach((row, index) => {
    const before = value[index - 1]
    const runsOn =
      before === undefined ? row.first === 1 : row.year === before.year + 1 && row.first === before.last + 1
    if (!runsOn || row.last < row.first)
      problems.push(dataProblem(file, [index], `${row.year} doesn’t run on from the year before`))
  })
  return { value: value.map((row) => [row.year, row.first, row.last]), problems }
}
