import { aboutOf } from './about.js'
import type { Chunk } from './chunk.js'
import { ABOUT } from './claim.js'
import type { Signs } from './evidence.js'
import { sideHeld } from './memory.js'
import type { FoundStance, Scene } from './scene.js'
import { SIDE, SIDES } from './sides.js'
import { fixed, type Kind, type SignTable } from './sign-table.js'

/** What a sentence tells of each thing. */
export interface ThingSigns {
  /** The number of the thing that each chunk is about, below zero where it is about none. */
  readonly at: readonly number[]
  readonly quoted: boolean
  /** A bit for each thing that is named. */
  readonly named: number
  readonly strong: number
  /** What the rules found. */
  readonly found: readonly Ruled[]
}

/** A thing of which the rules found something, and the side that it was on. */
interface Ruled {
  readonly thing: number
  readonly side: number
  readonly stance: FoundStance
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
/** Signs by the number of the side. */
const bySide = (kind: Kind, of = '') => SIDES.map((side) => fixed(kind, of + side))
const HELD = bySide('held')
const RULE = bySide('rule')
const NO_RULE = fixed('rule', 'none')
const ELSEWHERE = bySide('rule elsewhere')
const OTHERS = bySide('rule of others')
const OF_OTHER = ABOUT.map((about) => bySide('rule elsewhere', `${about} `))

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
  const rules = one(NO_RULE) + anyOf(OTHERS) + (ruled ? anyOf([...ELSEWHERE, ...OF_OTHER.flat()]) : 0)
  return naming + role + anyOf([TOPIC, ...HELD]) + rules
}

/** Reads once for a sentence what it tells of each thing. */
export function thingsIn({ clauses, tokens }: Scene, all: readonly FoundStance[]): ThingSigns {
  const { chunks } = clauses
  const at: number[] = []
  let named = 0
  let strong = 0
  let quoted = false
  for (let i = 0; i < chunks.length; i++) {
    quoted ||= clauses.quotedAt(i)
    const chunk = chunks[i] as Chunk
    const issue = chunk.kind === 'noun' ? aboutOf(chunk, tokens) : undefined
    const thing = issue === undefined ? -1 : ABOUT.indexOf(issue.about)
    at.push(thing)
    if (issue === undefined) continue
    named |= 1 << thing
    if (!issue.weak) strong |= 1 << thing
  }
  const found = all.map((stance) => ({ thing: ABOUT.indexOf(stance.about), side: SIDE[stance.stance], stance }))
  return { at, quoted, named, strong, found }
}

/** The things that some chunks are about, a bit for each. */
export function thingsAmong({ at }: ThingSigns, region: readonly number[]): number {
  let bits = 0
  for (const chunk of region) {
    const thing = at[chunk] as number
    if (thing >= 0) bits |= 1 << thing
  }
  return bits
}

/** The rows of one thing for one actor: whether it is named and where, what was held of it, what the rules found. */
export function rowsOfThing(
  { memory }: Scene,
  { named, strong, found }: ThingSigns,
  thing: number,
  { actor, role, inDoing, inSaying }: Signs,
  table: SignTable,
): number[] {
  const rows: number[] = []
  const bit = 1 << thing
  let where = NOWHERE
  if ((named & bit) !== 0) {
    where = (inDoing & bit) !== 0 ? 0 : (inSaying & bit) !== 0 ? 1 : 2
    table.put(rows, (strong & bit) === 0 ? WEAK : STRONG)
    if ((inDoing & bit) !== 0) table.put(rows, IN_DOING)
    if ((inSaying & bit) !== 0) table.put(rows, IN_SAYING)
    if (named === bit) table.put(rows, ONLY)
  } else table.put(rows, UNNAMED)
  table.put(rows, ROLES[role]?.[where] as number)
  if (memory.topic === ABOUT[thing]) table.put(rows, TOPIC)
  for (const side of sideHeld(memory, actor, thing)) table.put(rows, HELD[side] as number)
  byRules(found, actor, thing, rows, table)
  return rows
}

/** What each rule's family is called with each side. */
const NAMES = new Map<string, readonly string[]>()

function namesOf(rule: string): readonly string[] {
  const known = NAMES.get(rule)
  if (known !== undefined) return known
  const [family] = rule.split(':', 1)
  const names = SIDES.map((side) => `${family} ${side}`)
  NAMES.set(rule, names)
  return names
}

/** What the rules found of the thing, of others with it, and of the actor with other things. */
function byRules(found: readonly Ruled[], actor: string, thing: number, rows: number[], table: SignTable): void {
  let mine = false
  for (const { thing: its, side, stance } of found) {
    if (its !== thing) continue
    if (!stance.actors.includes(actor)) {
      table.put(rows, OTHERS[side] as number)
      continue
    }
    mine = true
    table.put(rows, RULE[side] as number)
    table.find(rows, 'rule', namesOf(stance.rule)[side] as string)
  }
  if (mine) return
  table.put(rows, NO_RULE)
  for (const { thing: its, side, stance } of found) {
    if (!stance.actors.includes(actor)) continue
    table.put(rows, ELSEWHERE[side] as number)
    table.put(rows, OF_OTHER[its]?.[side] as number)
  }
}
