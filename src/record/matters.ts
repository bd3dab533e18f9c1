import { PenholderError } from '../errors.js'
import type { Connection } from './connection.js'
import { checkedFacts, inOrder, MatterFacts, type MatterInput } from './facts.js'
import { canonicalJson } from './hash.js'
import { type Known, seqKnown } from './known.js'
import { keep, type Stamp } from './log.js'

/** Who kept the row, and the moment when the record learned it. */
export interface Kept {
  readonly by: string
  readonly at: string
}

export interface StoredMatter extends MatterFacts {
  readonly kept: Kept
}

interface MatterRow {
  readonly id: string
  readonly body: string
  readonly who: string
  readonly at: string
}

/** The matters as the record knew them, by id. */
export async function storedMatters(connection: Connection, known: Known = {}): Promise<StoredMatter[]> {
  const rows = await connection.all<MatterRow>(
    `select matter.id, matter.body, log.who, log.at from matter join log on log.seq = matter.seq
     where matter.seq = (select max(later.seq) from matter later where later.id = matter.id and later.seq <= ?)
     order by matter.id`,
    [await seqKnown(connection, known)],
  )
  return rows.map(({ body, who, at }) => ({ ...(JSON.parse(body) as MatterFacts), kept: { by: who, at } }))
}

/** Throws `not-found` where the record knew no such matter. */
export async function storedMatter(connection: Connection, id: string, known: Known = {}): Promise<StoredMatter> {
  const all = await storedMatters(connection, known)
  const found = all.find((matter) => matter.id === id)
  if (found !== undefined) return found
  const ids = all.map((matter) => matter.id)
  throw new PenholderError({
    code: 'not-found',
    what: `there is no matter "${id}"`,
    ...(ids.length === 0 ? {} : { expected: `one of ${ids.slice(0, 20).join(', ')}` }),
    todo: 'make it with `penholder matter add`',
  })
}

/**
 * Keeps a matter: a new one, or with `change` another version of one that is there. Throws `bad-input` with every
 * problem of the facts, `conflict` for an id that is taken, `not-found` for a change of none. A change that says what
 * the record says already keeps nothing.
 */
export async function keepMatter(
  connection: Connection,
  stamp: Stamp,
  input: MatterInput,
  options: { readonly change?: boolean; readonly note?: string } = {},
): Promise<StoredMatter> {
  const matter = checkedFacts(MatterFacts, input, `matter ${input.id}`)
  inOrder(`matter ${matter.id}`, ['from', matter.from], ['to', matter.to])
  const body = canonicalJson(matter)
  await connection.transaction(async () => {
    const rows = await connection.all<{ body: string }>('select body from matter where id = ? order by seq', [
      matter.id,
    ])
    if (options.change === true) {
      if (rows.length === 0) await storedMatter(connection, matter.id)
      if (rows.at(-1)?.body === body) return
    } else if (rows.length > 0) throw taken('matter', matter.id)
    const about = { matter: matter.id, ...(options.note === undefined ? {} : { note: options.note }) }
    const act = options.change === true ? 'change a matter' : 'make a matter'
    await keep(connection, stamp, act, { matter: [{ id: matter.id, body }] }, about)
  })
  return storedMatter(connection, matter.id)
}

export function taken(what: 'matter' | 'draft', id: string): PenholderError {
  return new PenholderError({
    code: 'conflict',
    what: `there is a ${what} "${id}" already`,
    todo: `give another with --id, or change it with \`penholder ${what} edit ${id}\``,
  })
}
