import { aboutOf } from './about.js'
import type { Chunk } from './chunk.js'
import { ABOUT, type About } from './claim.js'
import { sideHeld } from './memory.js'
import type { FoundStance, Scene } from './scene.js'
import { SIDED, type Sided } from './sides.js'
import { fixed, type Kind, type SignTable } from './sign-table.js'

/** What a sentence tells of each thing. */
export interface ThingSigns {
  /** The number of the thing that each chunk is about, below zero where it is about none. */
  readonly at: Int8Array
  readonly quoted: boolean
  /** A bit for each thing that is named. */
  readonly named: number
  /** The rows of one thing for one actor: whether it is named and where, what was held of it, what the rules found. */
  rowsOf(
    thing: number,
    actor: string,
    role: number,
    does: readonly number[],
    says: readonly number[],
    table: SignTable,
  ): number[]
}

const sign = (word: string) => fixed('thing', word)
const STRONG = sign('strong')
const WEAK = sign('weak')
const UNNAMED = sign('unnamed')
const IN_DOING = sign('in what it does')
const IN_SAYING = sign('in what it says')
const ONLY = sign('only one')
const TOPIC = sign('topic')
const WHERE = ['in what it does', 'in what it says', 'elsewhere', 'nowhere']
const NOWHERE = WHERE.indexOf('nowhere')
/** For a speaker, one who acts, one who owns, one who is but named: where the thing stands. */
const ROLES = ['speaker', 'acting', 'owner', 'named'].map((role) => WHERE.map((where) => sign(`${role}, ${where}`)))
const bySide = (kind: Kind) => ({ '+': fixed(kind, '+'), '~': fixed(kind, '~'), '-': fixed(kind, '-') })
const HELD = bySide('held')
const RULE = bySide('rule')
const NO_RULE = fixed('rule', 'none')
const ELSEWHERE = bySide('rule elsewhere')
const OTHERS = bySide('rule of others')
const OF_OTHER = Object.fromEntries(
  ABOUT.map((about) => {
    const side = (sided: Sided) => fixed('rule elsewhere', `${about} ${sided}`)
    return [about, { '+': side('+'), '~': side('~'), '-': side('-') }]
  }),
) as Readonly<Record<About, Readonly<Record<Sided, number>>>>

/**
 * The most that the rows of a thing can add for an actor of whom the rules found nothing of that thing: where a sentence names the thing
 * or not, and where they found something else of the actor or not. `adds` tells what a row adds.
 */
export function mostOf(named: boolean, ruled: boolean, adds: (row: number) => number, table: SignTable): number {
  const one = (sign: number) => adds(table.rowOf(sign))
  const oneOf = (signs: readonly number[]) => Math.max(...signs.map(one))
  const anyOf = (signs: readonly number[]) => signs.reduce((sum, each) => sum + Math.max(0, one(each)), 0)
  const naming = named ? oneOf([STRONG, WEAK]) + anyOf([IN_DOING, IN_SAYING, ONLY]) : one(UNNAMED)
  const role = oneOf(ROLES.flatMap((places) => (named ? places.slice(0, NOWHERE) : places.slice(NOWHERE))))
  const elsewhere = [ELSEWHERE, ...Object.values(OF_OTHER)].flatMap((sides) => Object.values(sides))
  const rules = one(NO_RULE) + anyOf(Object.values(OTHERS)) + (ruled ? anyOf(elsewhere) : 0)
  return naming + role + anyOf([TOPIC, ...Object.values(HELD)]) + rules
}

/** Reads once for a sentence what it tells of each thing. */
export function thingsIn({ clauses, memory, tokens }: Scene, found: readonly FoundStance[]): ThingSigns {
  const { chunks } = clauses
  const at = new Int8Array(chunks.length).fill(-1)
  let named = 0
  let strong = 0
  let quoted = false
  for (let i = 0; i < chunks.length; i++) {
    quoted ||= clauses.quotedAt(i)
    const chunk = chunks[i] as Chunk
    const issue = chunk.kind === 'noun' ? aboutOf(chunk, tokens) : undefined
    if (issue === undefined) continue
    const thing = ABOUT.indexOf(issue.about)
    at[i] = thing
    named |= 1 << thing
    if (!issue.weak) strong |= 1 << thing
  }
  const isIn = (region: readonly number[], thing: number) => region.some((chunk) => at[chunk] === thing)
  return {
    at,
    quoted,
    named,
    rowsOf(thing, actor, role, does, says, table) {
      const rows: number[] = []
      const bit = 1 << thing
      let where = NOWHERE
      if ((named & bit) !== 0) {
        const inDoing = isIn(does, thing)
        const inSaying = isIn(says, thing)
        where = inDoing ? 0 : inSaying ? 1 : 2
        table.put(rows, (strong & bit) === 0 ? WEAK : STRONG)
        if (inDoing) table.put(rows, IN_DOING)
        if (inSaying) table.put(rows, IN_SAYING)
        if (named === bit) table.put(rows, ONLY)
      } else table.put(rows, UNNAMED)
      table.put(rows, ROLES[role]?.[where] as number)
      const about = ABOUT[thing]
      if (about === undefined) return rows
      if (memory.topic === about) table.put(rows, TOPIC)
      for (const side of sideHeld(memory, actor, about)) table.put(rows, HELD[side])
      byRules(found, actor, thing, rows, table)
      return rows
    },
  }
}

/** What the rules found of the thing, of others with it, and of the actor with other things. */
function byRules(found: readonly FoundStance[], actor: string, thing: number, rows: number[], table: SignTable): void {
  const about = ABOUT[thing]
  let mine = false
  for (const each of found) {
    if (each.about !== about) continue
    const side = SIDED[each.stance]
    if (!each.actors.includes(actor)) {
      table.put(rows, OTHERS[side])
      continue
    }
    mine = true
    table.put(rows, RULE[side])
    table.find(rows, 'rule', `${each.rule.split(':')[0]} ${side}`)
  }
  if (mine) return
  table.put(rows, NO_RULE)
  for (const each of found) {
    if (!each.actors.includes(actor)) continue
    table.put(rows, ELSEWHERE[SIDED[each.stance]])
    table.put(rows, OF_OTHER[each.about][SIDED[each.stance]])
  }
}
