import { regimeFor } from '../law/index.js'
import {
  type Connection,
  type DraftInput,
  keepDraft,
  keepMatter,
  type MatterInput,
  type Stamp,
  type StoredDraft,
  type StoredMatter,
  slugOf,
  storedDraft,
  storedMatter,
} from '../record/index.js'
import { gatheredVotes } from './vote.js'

/** A matter's or draft's facts with some of them changed; null takes one away. */
export type Change<Input> = { readonly [Name in Exclude<keyof Input, 'id'>]?: Input[Name] | null }

/** Makes a matter; its id is made of its title where none is given. Throws as `keepMatter`, and for an unknown regime. */
export async function makeMatter(
  record: Connection,
  stamp: Stamp,
  input: Omit<MatterInput, 'id'> & { readonly id?: string },
): Promise<StoredMatter> {
  return keepMatter(record, stamp, checkedMatter({ ...input, id: input.id ?? slugOf(input.title) }))
}

/** Changes some facts of a matter; the older ones stay in the record. */
export async function changeMatter(
  record: Connection,
  stamp: Stamp,
  id: string,
  change: Change<MatterInput>,
  note?: string,
): Promise<StoredMatter> {
  const { kept: _, ...before } = await storedMatter(record, id)
  return keepMatter(record, stamp, checkedMatter(changed(before, change) as MatterInput), withNote(note))
}

/** Makes a draft; its id is made of its label or symbol where none is given. Throws as `keepDraft`, and for a voter that was no member. */
export async function makeDraft(
  record: Connection,
  stamp: Stamp,
  input: Omit<DraftInput, 'id'> & { readonly id?: string },
): Promise<StoredDraft> {
  const id = input.id ?? slugOf(input.label ?? input.symbol ?? '')
  return keepDraft(record, stamp, checkedVotes({ ...input, id }))
}

/** Changes some facts of a draft; lists are given whole. The older ones stay in the record. */
export async function changeDraft(
  record: Connection,
  stamp: Stamp,
  id: string,
  change: Change<DraftInput>,
  note?: string,
): Promise<StoredDraft> {
  const { kept: _, ...before } = await storedDraft(record, id)
  return keepDraft(record, stamp, checkedVotes(changed(before, change) as DraftInput), withNote(note))
}

function changed(before: object, change: object): object {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const all = Object.entries({ ...before, ...Object.fromEntries(given) })
  return Object.fromEntries(all.filter(([, value]) => value !== null))
}

function withNote(note: string | undefined) {
  return { change: true, ...(note === undefined ? {} : { note }) }
}

function checkedMatter(input: MatterInput): MatterInput {
  if (input.regime === undefined) return input
  return { ...input, regime: regimeFor(input.regime).regime.id }
}

/** Facts as kept have their states as codes; as given they may be names, which `keepDraft` turns into codes. */
function checkedVotes(input: DraftInput): DraftInput {
  if (input.vote !== undefined) gatheredVotes(input.vote)
  return input
}
