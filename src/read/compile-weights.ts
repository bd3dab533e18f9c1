import { z } from 'zod'
import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'
import type { Problem } from '../errors.js'
import { KINDS, type Kind, SPAN, WIDTH } from './sign-table.js'

const Numbers = z.string().regex(new RegExp(`^-?\\d+( -?\\d+){${WIDTH - 1}}$`), `expected ${WIDTH} whole numbers`)
const Weights = z.strictObject({
  stance: z.strictObject({ bias: Numbers, signs: z.partialRecord(z.enum(KINDS), z.record(z.string(), Numbers)) }),
})

/** The weights as the reader takes them: each kind of sign with its words, and the numbers of all in one list. */
export interface WeightData {
  readonly bias: readonly number[]
  readonly kinds: readonly { readonly kind: Kind; readonly words: readonly string[] }[]
  /** The numbers of each word in the order of the kinds and their words, in hundredths. */
  readonly numbers: readonly string[]
}

/** Compiles `data/weights` into `#data/weights`. */
export function compileWeights(files: readonly DataFile[]): Compiled {
  const problems: Problem[] = []
  const file = files[0]
  if (file === undefined || files.length > 1)
    return {
      value: undefined,
      problems: [
        file === undefined
          ? {
              code: 'bad-data',
              what: 'there is no file of weights',
              place: { file: 'data/weights' },
              expected: 'stances.yaml',
              todo: 'bring it back, or learn it with npm run learn',
            }
          : dataProblem(file, [], 'there is more than one file of weights', { todo: 'keep stances.yaml' }),
      ],
    }
  const parsed = parseDataFile(file, Weights)
  problems.push(...parsed.problems)
  if (parsed.value === undefined) return { value: undefined, problems }
  const { bias, signs } = parsed.value.stance
  const kinds = Object.entries(signs).map(([kind, words]) => ({ kind: kind as Kind, words: Object.keys(words) }))
  const numbers = Object.values(signs).flatMap((words) => Object.values(words))
  const most = [bias, ...numbers].reduce(
    (sums, line) => line.split(' ').map((number, at) => (sums[at] ?? 0) + Math.abs(Number(number))),
    [] as number[],
  )
  if (Math.max(...most) >= SPAN / 2)
    problems.push(
      dataProblem(file, ['stance'], 'the numbers of a side add up to more than can be summed exactly', {
        expected: `less than ${SPAN / 2} for each side`,
        todo: 'keep fewer signs',
      }),
    )
  return { value: { bias: bias.split(' ').map(Number), kinds, numbers } satisfies WeightData, problems }
}
