import { z } from 'zod'
import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'

/** The shape of `data/vocabulary.yaml`: how the free words of an activity are read. */
export const ActivityWords = z.strictObject({
  /** Words that stand for one another in phrases; a phrase names the class in capitals. */
  classes: z.record(z.string().regex(/^[A-Z]+$/), z.array(z.string().min(2)).min(1)),
  verbs: z.array(
    z.strictObject({
      act: z.string().min(2),
      /** For `none`: the act whose omission a duty is against and that is here met. */
      meets: z.string().optional(),
      phrases: z.array(z.string().min(2)).min(1),
      kinds: z.array(z.string()).min(1).optional(),
    }),
  ),
  conditions: z.array(
    z.strictObject({
      name: z.string().min(2),
      keys: z.array(z.string()).optional(),
      values: z.array(z.string()).optional(),
      words: z.array(z.string()).optional(),
      notWords: z.array(z.string()).optional(),
    }),
  ),
})
export type ActivityWords = z.infer<typeof ActivityWords>

/** Compiles `data/vocabulary.yaml`; a condition that stands twice is a defect. */
export function compileActivityWords(files: readonly DataFile[]): Compiled {
  const [file] = files
  if (file === undefined) return { value: undefined, problems: [] }
  const { value, problems } = parseDataFile(file, ActivityWords)
  const names = (value?.conditions ?? []).map((condition) => condition.name)
  const twice = names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [dataProblem(file, ['conditions', index], `${name} stands twice`)],
  )
  return { value, problems: [...problems, ...twice] }
}
