import { z } from 'zod'
import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'
import { isCivilDate } from '../dates.js'
import type { Problem } from '../errors.js'
import { Consequence, Designation, KINDS, type Kind, type Listing, ListSnapshot, listingsOn } from './designation.js'
import { NamesData } from './names-data.js'

const Day = z.string().refine(isCivilDate, 'expected a date such as 2016-03-02')
const Counts = z.strictObject({
  person: z.int().nonnegative().optional(),
  entity: z.int().nonnegative().optional(),
  vessel: z.int().nonnegative().optional(),
})

/** An act that put names on the list or took them off, with what follows from it and how many names it concerns. */
const Act = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  date: Day,
  instrument: z.string(),
  document: z.string().optional(),
  consequences: z.partialRecord(z.enum(KINDS), z.array(Consequence)).optional(),
  adds: Counts.optional(),
  removes: Counts.optional(),
  note: z.string().optional(),
})

/** `list.yaml`: one list, its acts, and how many names it held on which day. */
const ListFile = z.strictObject({
  ...ListSnapshot.omit({ designations: true }).shape,
  acts: z.array(Act).min(1),
  totals: z.array(z.strictObject({ date: Day, ...Counts.required().shape, source: z.string().optional() })).min(1),
})

const Entry = Designation.omit({ id: true, kind: true, listings: true }).extend({
  /** The acts that listed it, and where one was undone the act that did so. */
  listed: z.array(z.union([z.string(), z.strictObject({ act: z.string(), removed: z.string() })])).min(1),
})

const KIND_FILES: Readonly<Record<string, Kind>> = {
  'persons.yaml': 'person',
  'entities.yaml': 'entity',
  'vessels.yaml': 'vessel',
}

interface ActPair {
  readonly act: string
  readonly removed?: string
}

/** A designation and the acts that it names. */
interface Compiling {
  readonly designation: Designation
  readonly acts: readonly ActPair[]
}

type Act = z.infer<typeof Act>
type Entry = z.infer<typeof Entry>
type ListFile = z.infer<typeof ListFile>

/** `data/designations/<list>/{list,persons,entities,vessels}.yaml` → the lists that ship as `#data/designations`. */
export function compileDesignations(files: readonly DataFile[]): Compiled {
  const problems: Problem[] = []
  const value: ListSnapshot[] = []
  const folders = new Map<string, DataFile[]>()
  for (const file of files) {
    const folder = file.file.split('/').slice(0, -1).join('/')
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  for (const parts of folders.values()) {
    const list = compileList(parts, problems)
    if (list !== undefined) value.push(list)
  }
  return { value, problems }
}

function compileList(files: readonly DataFile[], problems: Problem[]): ListSnapshot | undefined {
  const head = files.find(({ file }) => file.endsWith('/list.yaml'))
  if (head === undefined) {
    const [first] = files
    if (first !== undefined) problems.push(dataProblem(first, [], 'its folder has no list.yaml'))
    return undefined
  }
  const parsed = parseDataFile(head, ListFile)
  problems.push(...parsed.problems)
  if (parsed.value === undefined) return undefined
  const { acts, totals, ...list } = parsed.value
  const entries: Compiling[] = []
  for (const file of files) {
    if (file === head) continue
    const kind = KIND_FILES[file.file.split('/').at(-1) ?? '']
    if (kind === undefined)
      problems.push(dataProblem(file, [], 'no such file is expected', { expected: Object.keys(KIND_FILES).join(', ') }))
    else entries.push(...compileEntries(file, kind, acts, list.asOf, problems))
  }
  const snapshot = { ...list, designations: entries.map(({ designation }) => designation) }
  problems.push(...doubles(snapshot, head), ...miscounts(head, parsed.value, entries))
  return snapshot
}

function compileEntries(
  file: DataFile,
  kind: Kind,
  acts: readonly Act[],
  asOf: string,
  problems: Problem[],
): Compiling[] {
  const parsed = parseDataFile(file, z.array(Entry))
  problems.push(...parsed.problems)
  const found = new Map(acts.map((act) => [act.id, act]))
  return (parsed.value ?? []).map((entry, at) => {
    const report = (path: readonly (string | number)[], what: string) =>
      problems.push(dataProblem(file, [at, ...path], what))
    const pairs = entry.listed.map((one): ActPair => (typeof one === 'string' ? { act: one } : one))
    for (const id of pairs.flatMap((pair) => Object.values(pair))) {
      if (!found.has(id)) report(['listed'], `the act "${id}" is not in list.yaml`)
    }
    for (const date of entry.amended ?? []) if (date > asOf) report(['amended'], `${date} lies after the list's asOf`)
    for (const name of doubledNames(entry)) report(['aliases'], `"${name}" stands twice`)
    const listings = pairs.flatMap(({ act, removed = '' }) => listingOf(found.get(act), kind, found.get(removed)))
    if (listings.some(({ date, removed }) => removed !== undefined && removed <= date)) {
      report(['listed'], 'is removed before it is listed')
    }
    const { listed: _, ...facts } = entry
    return { designation: { id: idOf(entry), kind, ...facts, listings }, acts: pairs }
  })
}

function listingOf(act: Act | undefined, kind: Kind, removal: Act | undefined): Listing[] {
  if (act === undefined) return []
  return [
    {
      date: act.date,
      instrument: act.instrument,
      ...(act.document === undefined ? {} : { document: act.document }),
      consequences: act.consequences?.[kind] ?? [],
      ...(removal === undefined ? {} : { removed: removal.date, removedBy: removal.instrument }),
    },
  ]
}

function idOf({ reference, imo, name }: Entry): string {
  if (reference !== undefined) return reference
  return imo === undefined ? `name:${name}` : `imo:${imo}`
}

function doubledNames({ name, aliases = [], weakAliases = [], formerNames = [] }: Entry): string[] {
  const all = [name, ...aliases, ...weakAliases, ...formerNames]
  return all.filter((one, at) => all.indexOf(one) !== at)
}

function doubles(list: ListSnapshot, head: DataFile): Problem[] {
  const ids = list.designations.map(({ id }) => id)
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
  return [...twice].map((id) => dataProblem(head, [], `${id} stands twice in this list`))
}

/** What the acts and totals say against what the entries add up to. */
function miscounts(head: DataFile, { acts, totals }: ListFile, entries: readonly Compiling[]): Problem[] {
  const problems: Problem[] = []
  const compare = (path: readonly (string | number)[], kind: Kind, said: number, are: number) => {
    if (said !== are) problems.push(dataProblem(head, [...path, kind], `says ${said}, the entries have ${are}`))
  }
  for (const kind of KINDS) {
    const own = entries.filter(({ designation }) => designation.kind === kind)
    for (const [at, act] of acts.entries()) {
      const adds = own.filter((entry) => entry.acts.some((pair) => pair.act === act.id)).length
      const removes = own.filter((entry) => entry.acts.some((pair) => pair.removed === act.id)).length
      compare(['acts', at, 'adds'], kind, act.adds?.[kind] ?? 0, adds)
      compare(['acts', at, 'removes'], kind, act.removes?.[kind] ?? 0, removes)
      if (adds > 0 && act.consequences?.[kind] === undefined) {
        problems.push(dataProblem(head, ['acts', at, 'consequences'], `does not say what follows (kind: ${kind})`))
      }
    }
    for (const [at, total] of totals.entries()) {
      const onList = own.filter(({ designation }) => listingsOn(designation, total.date).length > 0)
      compare(['totals', at], kind, total[kind], onList.length)
    }
  }
  return problems
}

/** `data/names.yaml`, with no spelling in two classes of one table. */
export function compileNames(files: readonly DataFile[]): Compiled {
  const [file] = files
  if (file === undefined) return { value: undefined, problems: [] }
  const { value, problems } = parseDataFile(file, NamesData)
  for (const [at, { words, letters, near }] of (value?.romanisations ?? []).entries()) {
    for (const [table, classes] of Object.entries({ words, letters, near })) {
      const all = Object.values(classes).flat()
      for (const spelling of new Set(all.filter((one, place) => all.indexOf(one) !== place))) {
        problems.push(dataProblem(file, ['romanisations', at, table], `"${spelling}" stands in two classes`))
      }
    }
  }
  return { value, problems }
}
