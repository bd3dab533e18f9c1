import type { Chunk } from './chunk.js'
import { ABOUT } from './claim.js'
import type { Scene } from './scene.js'
import { fixed, KIND, type Kind, type RunKinds, type SignTable } from './sign-table.js'
import type { ThingSigns } from './thing-signs.js'
import type { Token } from './tokens.js'
import { BLAME, PRAISE } from './tones.js'

/** The signs of what someone does, or says: numbers of kinds and of fixed signs. */
interface Region {
  readonly verb: number
  readonly not: number
  readonly may: Kind
  readonly noun: number
  /** As what the words of any phrase are taken, and those of a verb. */
  readonly words: RunKinds
  readonly verbs: RunKinds
  readonly denied: number
  readonly target: number
  readonly council: number
  readonly self: number
  readonly other: number
  readonly things: readonly number[]
  readonly praise: readonly number[]
  readonly blame: readonly number[]
}

function regionOf(how: 'does it' | 'says'): Region {
  const is = (word: string) => fixed(`${how} is`, word)
  const pair = KIND[`${how} pair`]
  return {
    verb: KIND[how], not: KIND[`${how} not`], may: `${how} may`, noun: KIND[`${how} noun`], words: { bare: KIND[`${how} word`], pair }, verbs: { bare: -1, pair },
    denied: is('denied'), target: is('target'), council: is('council'), self: is('self'), other: is('other'),
    things: ABOUT.map(is), praise: [is('praise 1'), is('praise 2')], blame: [is('blame 1'), is('blame 2')],
  } // biome-ignore format: a table
}
/** The signs of what someone does. */
export const DOES = regionOf('does it')
/** The signs of what someone says. */
export const SAYS = regionOf('says')

/** The words of what an actor does or says. */
export function readRegion(
  scene: Scene,
  region: readonly number[],
  actor: string,
  things: ThingSigns,
  signs: Region,
  rows: number[],
  table: SignTable,
): void {
  const { clauses, memory, stock, tokens } = scene
  const toned = PRAISE.mayStandIn(stock) || BLAME.mayStandIn(stock)
  let good = 0
  let bad = 0
  let end = -1
  for (const at of region) {
    const chunk = clauses.chunks[at] as Chunk
    if (chunk.kind === 'verb') {
      table.take(rows, chunk.negated ? signs.not : signs.verb, chunk.root)
      if (chunk.modal !== undefined) table.find(rows, signs.may, chunk.modal)
      if (chunk.negated) table.put(rows, signs.denied)
    } else if (chunk.kind === 'noun') {
      table.take(rows, signs.noun, (tokens[chunk.head] as Token).word)
      const codes = chunk.entity?.codes
      if (codes !== undefined && codes.length > 0) {
        if (memory.target !== undefined && codes.includes(memory.target)) table.put(rows, signs.target)
        else if (codes.includes('UNSC')) table.put(rows, signs.council)
        else table.put(rows, codes.includes(actor) ? signs.self : signs.other)
      }
      const thing = things.at[at] as number
      if (thing >= 0) table.put(rows, signs.things[thing] as number)
    }
    table.takeRun(rows, tokens, chunk, end === chunk.from, chunk.kind === 'verb' ? signs.verbs : signs.words)
    end = chunk.to
    if (!toned) continue
    for (let i = chunk.from; i < chunk.to; i++) {
      if (PRAISE.has(tokens[i])) good++
      if (BLAME.has(tokens[i])) bad++
    }
  }
  if (good > 0) table.put(rows, signs.praise[Math.min(good, 2) - 1] as number)
  if (bad > 0) table.put(rows, signs.blame[Math.min(bad, 2) - 1] as number)
}
