import { z } from 'zod'
import { type DataFile, parseDataFile } from '../datafiles.js'
import type { Problem } from '../errors.js'

const Names = z.array(z.coerce.string()).default([])
const Day = z.coerce.string().optional()
const State = z.looseObject({
  code: z.string(),
  names: Names,
  demonyms: Names,
  capitals: Names,
  governments: Names,
  descriptions: Names,
  contextual: Names,
  cities: Names,
  media: Names,
  beside: z.string().optional(),
  bare: z.array(z.looseObject({ name: z.string(), from: Day, to: Day })).default([]),
  from: Day,
  to: Day,
})
const Body = z.looseObject({
  code: z.string().optional(),
  group: z.string().optional(),
  'any-case': z.boolean().default(false),
  names: Names,
  contextual: Names,
  demonyms: Names,
  members: z.array(z.string()).optional(),
  matter: z.string().optional(),
  governments: Names,
  capitals: Names,
})
const Person = z.looseObject({
  name: z.string(),
  also: Names,
  surname: z.string().optional(),
  surnames: Names,
  state: z.string().optional(),
  body: z.string().optional(),
  offices: z.array(z.looseObject({ office: z.string().optional(), from: Day, to: Day })).default([]),
})
const Office = z.looseObject({
  office: z.string(),
  names: z.array(z.union([z.string(), z.looseObject({ text: z.string(), state: z.string().optional() })])).default([]),
  'speaks-for-state': z.boolean().default(true),
  alone: z.string().optional(),
  prefix: z.boolean().optional(),
  organ: z.boolean().optional(),
})
const NotActors = z.array(z.union([z.string(), z.looseObject({ names: Names })]))

export interface ActorsData {
  states: z.infer<typeof State>[]
  bodies: z.infer<typeof Body>[]
  groups: z.infer<typeof Body>[]
  persons: z.infer<typeof Person>[]
  offices: z.infer<typeof Office>[]
  notActors: string[]
}

/** Reads `data/lexicon/actors`: states, bodies, groups, offices, persons, and names that look like actors and are none. */
export function compileActors(files: readonly DataFile[]): { value: ActorsData; problems: Problem[] } {
  const value: ActorsData = { states: [], bodies: [], groups: [], persons: [], offices: [], notActors: [] }
  const problems: Problem[] = []
  const take = <T>(file: DataFile, schema: z.ZodType<T>, into: (value: T) => void) => {
    const parsed = parseDataFile(file, schema)
    problems.push(...parsed.problems)
    if (parsed.value !== undefined) into(parsed.value)
  }
  for (const file of files) {
    if (/persons[\\/]/.test(file.file)) take(file, z.array(Person), (list) => value.persons.push(...list))
    else if (/states\.yaml$/.test(file.file)) take(file, z.array(State), (list) => value.states.push(...list))
    else if (/bodies\.yaml$/.test(file.file)) take(file, z.array(Body), (list) => value.bodies.push(...list))
    else if (/groups\.yaml$/.test(file.file)) take(file, z.array(Body), (list) => value.groups.push(...list))
    else if (/offices\.yaml$/.test(file.file)) take(file, z.array(Office), (list) => value.offices.push(...list))
    else if (/not-actors\.yaml$/.test(file.file))
      take(file, NotActors, (list) =>
        value.notActors.push(...list.flatMap((each) => (typeof each === 'string' ? [each] : each.names))),
      )
  }
  return { value, problems }
}
