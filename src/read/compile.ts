import { z } from 'zod'
import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'
import type { Problem } from '../errors.js'
import { ABOUT, EVENT_TYPES, MEASURE_TYPES, MODES, STANCES } from './claim.js'
import { compileActors } from './compile-actors.js'

const Words = z.array(z.string().min(1))
const words = {
  verbs: Words.optional(),
  adjectives: Words.optional(),
  nouns: Words.optional(),
  phrases: Words.optional(),
}

const Grammar = z.strictObject({
  words: z.record(z.string(), Words),
  abbreviations: Words,
  nounish: Words,
  verbs: Words,
  irregular: z.record(z.string(), z.tuple([z.string(), z.string(), z.string(), z.string()])),
  doubling: Words,
})
const Issues = z.array(z.strictObject({ about: z.enum(ABOUT), words: Words, weak: z.literal(true).optional() }))
const Attitudes = z.array(
  z.strictObject({
    rule: z.string(),
    stance: z.enum(STANCES),
    about: z.enum(ABOUT).optional(),
    only: z.array(z.enum(ABOUT)).optional(),
    target: z.literal(true).optional(),
    ...words,
  }),
)
const Evaluations = z.array(
  z.strictObject({
    rule: z.string(),
    stance: z.enum(STANCES),
    about: z.enum(ABOUT).optional(),
    target: z.literal(true).optional(),
    ...words,
  }),
)
const Requests = z.array(z.strictObject({ rule: z.string(), negative: z.literal(true).optional(), ...words }))
const Actions = z.array(z.strictObject({ effect: z.enum(['make', 'stop', 'comply', 'mend', 'spoil']), ...words }))
const Operators = z.array(
  z.strictObject({ rule: z.string(), turn: z.enum(['against', 'undeclared', 'keep', 'silent']), ...words }),
)
const Speech = z.strictObject({ verbs: Words, quoting: Words, phrases: Words, hearers: Words })
const Events = z.array(
  z.strictObject({
    type: z.enum(EVENT_TYPES),
    ...words,
    objects: Words.optional(),
    heads: Words.optional(),
    subjects: Words.optional(),
    actor: z.string().optional(),
    fallback: z.literal('target').optional(),
    future: z.literal(true).optional(),
    weak: z.literal(true).optional(),
  }),
)
const Measures = z.strictObject({
  types: z.array(z.strictObject({ type: z.enum(MEASURE_TYPES), nouns: Words, objects: Words })),
  verbs: z.strictObject({ ban: Words, impose: Words, lift: Words, designate: Words }),
})
const Contacts = z.array(
  z.strictObject({ mode: z.enum(MODES), verbs: Words, heads: Words.optional(), nouns: Words, phone: Words.optional() }),
)
const Who = z.strictObject({
  'stands-for-state': Words,
  parliaments: Words,
  collective: Words,
  several: Words,
  both: Words,
  'the-state': Words,
  transparent: Words,
})
/** A verdict judges what it is `of`; `council` is the Security Council itself, `prospect` what is said to come of a text, sanctions or force. */
const Verdicts = z.array(
  z.strictObject({
    of: z.array(z.enum([...ABOUT, 'council', 'prospect'])),
    side: z.enum(['for', 'against']),
    verbs: Words.optional(),
    adjectives: Words.optional(),
    nouns: Words.optional(),
  }),
)
const Sponsors = z.strictObject({
  drafted: Words,
  backed: Words,
  prefixes: z.record(z.string(), z.string()),
  authors: Words,
  giving: Words,
  texts: Words,
})
const Gaps = z.array(
  z.strictObject({ stance: z.enum(STANCES), about: z.enum(ABOUT).optional(), verb: z.string(), after: Words }),
)
const Doings = z.array(z.strictObject({ about: z.enum(ABOUT), objects: Words, alone: Words }))
const Camps = z.strictObject({
  sides: z.array(z.strictObject({ stance: z.enum(STANCES), nouns: Words })),
  listing: Words,
})
const Solutions = z.strictObject({ nouns: Words, good: Words, bad: Words, needed: Words })
const Sentiment = z.strictObject({ positive: Words, negative: Words })
const Alone = z.array(
  z.strictObject({
    stance: z.union([z.enum(STANCES), z.literal('same')]),
    votes: z.literal(true).optional(),
    about: z.enum(ABOUT).optional(),
    verbs: Words.optional(),
    adjectives: Words.optional(),
  }),
)
const Reversed = z.array(z.strictObject({ stance: z.enum(STANCES), verbs: Words, behind: Words }))
const Boilerplate = z.strictObject({ starts: Words, contains: Words, equals: Words, 'ends-text': Words })

const FirstNames = z.strictObject({ women: Words, men: Words })

/** The files of `data/lexicon` beside the actors, by name. */
const FILES = {
  grammar: Grammar,
  issues: Issues,
  attitudes: Attitudes,
  evaluations: Evaluations,
  requests: Requests,
  actions: Actions,
  operators: Operators,
  speech: Speech,
  events: Events,
  measures: Measures,
  contacts: Contacts,
  boilerplate: Boilerplate,
  who: Who,
  sentiment: Sentiment,
  verdicts: Verdicts,
  sponsors: Sponsors,
  gaps: Gaps,
  doings: Doings,
  camps: Camps,
  solutions: Solutions,
  alone: Alone,
  reversed: Reversed,
  'first-names': FirstNames,
} as const

export type LexiconData = { [Name in keyof typeof FILES]: z.infer<(typeof FILES)[Name]> } & {
  actors: ReturnType<typeof compileActors>['value']
}

/** Compiles `data/lexicon` into `#data/lexicon`; reports unknown keys, words told twice and words that contradict each other. */
export function compileLexicon(files: readonly DataFile[]): Compiled {
  const problems: Problem[] = []
  const value: Record<string, unknown> = {}
  for (const file of files.filter((each) => !/[\\/]actors[\\/]/.test(each.file))) {
    const name = /([^\\/]+)\.yaml$/.exec(file.file)?.[1] ?? ''
    const schema: z.ZodType | undefined = FILES[name as keyof typeof FILES]
    if (schema === undefined) {
      problems.push(
        dataProblem(file, [], `no lexicon file is called ${name}`, { expected: Object.keys(FILES).join(', ') }),
      )
      continue
    }
    const parsed = parseDataFile(file, schema)
    problems.push(...parsed.problems)
    if (parsed.value !== undefined) {
      value[name] = parsed.value
      problems.push(...contradictions(file, parsed.value))
    }
  }
  const actors = compileActors(files.filter((each) => /[\\/]actors[\\/]/.test(each.file)))
  problems.push(...actors.problems)
  return { value: { ...value, actors: actors.value }, problems }
}

/** The same wording twice in one file, under one part of speech: either a duplicate or two yields that contradict each other. */
function contradictions(file: DataFile, value: unknown): Problem[] {
  if (!Array.isArray(value)) return []
  if (/verdicts\.yaml$/.test(file.file)) return twoSides(file, value as z.infer<typeof Verdicts>)
  const seen = new Map<string, string>()
  const problems: Problem[] = []
  value.forEach((entry: Record<string, unknown>, index) => {
    const told = String(entry.rule ?? entry.effect ?? entry.type ?? entry.mode ?? `${entry.about}${entry.weak ?? ''}`)
    const parts = 'objects' in entry ? [] : ['verbs', 'adjectives', 'words']
    for (const part of parts) {
      const list = entry[part]
      if (!Array.isArray(list)) continue
      list.forEach((word: string, at) => {
        const key = `${part} ${word.toLowerCase()}`
        const before = seen.get(key)
        if (before !== undefined && overlap(file, before, told)) {
          const what = before === told ? `"${word}" is told twice` : `"${word}" is both ${before} and ${told}`
          problems.push(dataProblem(file, [index, part, at], what, { todo: 'keep one of them' }))
        }
        seen.set(key, told)
      })
    }
  })
  return problems
}

/** A word that judges the same thing twice, or for it and against it. */
function twoSides(file: DataFile, verdicts: z.infer<typeof Verdicts>): Problem[] {
  const seen = new Map<string, string>()
  const problems: Problem[] = []
  verdicts.forEach((each, index) => {
    for (const part of ['verbs', 'adjectives', 'nouns'] as const)
      each[part]?.forEach((word, at) => {
        for (const of of each.of) {
          const key = `${part} ${of} ${word.toLowerCase()}`
          const before = seen.get(key)
          if (before !== undefined)
            problems.push(
              dataProblem(
                file,
                [index, part, at],
                before === each.side ? `"${word}" is told twice of ${of}` : `"${word}" is both for and against ${of}`,
                { todo: 'keep one of them' },
              ),
            )
          seen.set(key, each.side)
        }
      })
  })
  return problems
}

/**
 * Requests may share a verb: "urge X to" and "urge that" are two constructions; so may actions asked of others (`mend`, `spoil`), but
 * nothing is both for and against the thing at issue (`make`, `stop`).
 */
function overlap(file: DataFile, before: string, told: string): boolean {
  if (before === told) return true
  if (/actions\.yaml$/.test(file.file)) return OPPOSED.has(before) && OPPOSED.has(told)
  return !/(requests|evaluations)\.yaml$/.test(file.file)
}

const OPPOSED: ReadonlySet<string> = new Set(['make', 'stop'])
