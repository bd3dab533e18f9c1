import { symbolFor } from '../cite/index.js'
import { voteWithId } from '../council/index.js'
import { PenholderError } from '../errors.js'
import { regimeFor } from '../law/index.js'
import { statesNamed } from '../read/index.js'
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
import { stateFor } from '../states.js'
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
  const name = input.label ?? input.symbol
  if (name === undefined) {
    throw new PenholderError({ code: 'bad-input', what: 'a draft without a name', expected: 'a label or a symbol' })
  }
  const id = input.id ?? slugOf(name)
  return keepDraft(record, stamp, checkedDraft({ ...input, id }))
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
  return keepDraft(record, stamp, checkedDraft(changed(before, change) as DraftInput), withNote(note))
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
  const { target, regime } = input
  return {
    ...input,
    ...(target === undefined ? {} : { target: codeOf(target) }),
    ...(regime === undefined ? {} : { regime: regimeFor(regime).regime.id }),
  }
}

/** A state as newspapers call it, where the table of states does not; what names no one state is left to be refused. */
function codeOf(state: string): string {
  const named = stateFor(state) === undefined ? statesNamed(state) : []
  return named.length === 1 ? (named[0] ?? state) : state
}

/** Facts as kept have their states as codes; as given they may be names, which `keepDraft` turns into codes. */
function checkedDraft(input: DraftInput): DraftInput {
  const text = input.vote?.text
  if (text !== undefined && symbolFor(text) === undefined && voteWithId(text) === undefined) {
    const expected = 'a symbol such as S/RES/1695 (2006), or the id of a vote on record'
    throw new PenholderError({ code: 'bad-input', what: `"${text}" names no vote`, expected })
  }
  gatheredVotes(input.vote)
  return input.sponsors === undefined ? input : { ...input, sponsors: input.sponsors.map(codeOf) }
}
