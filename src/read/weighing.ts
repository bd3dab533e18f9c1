import { ABOUT, type About, type Stance } from './claim.js'
import { type Evidence, evidenceIn, wordsOf } from './evidence.js'
import type { FoundStance, Scene } from './scene.js'
import { WIDTH } from './sign-table.js'
import { SIDED, type Sided } from './thing-signs.js'
import { type Weights, weights } from './weights.js'
import { WordSet } from './wordset.js'

/** What the grammar found is dropped where the signs make it less likely than this. */
const KEEP = 0.15
/** What it didn't find is taken where they make it at least so likely. */
const TAKE = 0.5
const SIDES: readonly Sided[] = ['+', '~', '-']
/** Chunks of a quote, and those before it that are taken in. */
const LONGEST = 14
const LEAD = 5
const NOT_BLOCKING = new WordSet(['object', 'oppose', 'block', 'veto', 'obstruct', 'resist', 'stand'])
const ABSTAINING = new WordSet(['abstain', 'abstained', 'abstaining', 'abstains', 'abstention'])
const VETOING = new WordSet(['veto', 'vetoed', 'vetoes', 'vetoing'])

/**
 * The stances of a sentence after the signs in it were weighed (`data/weights/stances.yaml`): of those that the grammar found the unlikely
 * are left out, and likely ones that it didn't find are added. The weights give, for an actor and a thing, the chances of its being for it, open, or against it.
 */
export function weighed(scene: Scene, found: readonly FoundStance[]): FoundStance[] {
  if (scene.headline) return [...found]
  const known = weights()
  const words = sum(known, Float64Array.from(known.bias), wordsOf(scene, known.table))
  const kept = [...found]
  const added: FoundStance[] = []
  for (const evidence of evidenceIn(scene, found, known.table)) {
    const points = sum(known, words.slice(), evidence.rows)
    for (let thing = 0; thing < ABOUT.length; thing++) {
      const chances = chancesOf(known, points, thing, evidence)
      const about = ABOUT[thing] as About
      if (!drop(kept, evidence.actor, about, chances)) continue
      const best = bestOf(chances)
      if ((chances[best] as number) >= TAKE) added.push(stanceOf(scene, evidence, about, SIDES[best] as Sided))
    }
  }
  return [...kept, ...added]
}

/** Adds the rows to the points of all things; a sign counts once. */
function sum({ rows, seen }: Weights, into: Float64Array, found: readonly number[]): Float64Array {
  const mark = ++seen.mark
  for (let i = 0; i < found.length; i++) {
    const row = found[i] as number
    if (seen.at[row] === mark) continue
    seen.at[row] = mark
    const first = row * WIDTH
    for (let at = 0; at < WIDTH; at++) into[at] = (into[at] as number) + (rows[first + at] as number)
  }
  return into
}

/** The chances of the three sides of one thing; what is left to one is that of holding nothing. */
function chancesOf({ rows }: Weights, points: Float64Array, thing: number, { things }: Evidence): readonly number[] {
  const at = thing * 3
  let forIt = points[at] as number
  let open = points[at + 1] as number
  let against = points[at + 2] as number
  const found = things[thing] ?? []
  for (let i = 0; i < found.length; i++) {
    if (found.indexOf(found[i] as number) < i) continue
    const first = (found[i] as number) * WIDTH + at
    forIt += rows[first] as number
    open += rows[first + 1] as number
    against += rows[first + 2] as number
  }
  const [a, b, c] = [Math.exp(forIt), Math.exp(open), Math.exp(against)]
  const all = 1 + a + b + c
  return [a / all, b / all, c / all]
}

/** Leaves out what the grammar found of an actor and a thing and is unlikely; whether nothing is left of it. */
function drop(kept: FoundStance[], actor: string, about: About, chances: readonly number[]): boolean {
  let left = false
  for (let at = kept.length - 1; at >= 0; at--) {
    const each = kept[at] as FoundStance
    if (each.about !== about || !each.actors.includes(actor)) continue
    if (each.collective !== undefined || (chances[SIDES.indexOf(SIDED[each.stance])] as number) >= KEEP) left = true
    else if (each.actors.length === 1) kept.splice(at, 1)
    else kept[at] = { ...each, actors: each.actors.filter((code) => code !== actor) }
  }
  return !left
}

function bestOf(chances: readonly number[]): number {
  let best = 0
  for (let at = 1; at < chances.length; at++) if ((chances[at] as number) > (chances[best] as number)) best = at
  return best
}

function stanceOf(scene: Scene, { actor, from: first, to, speaker }: Evidence, about: About, side: Sided): FoundStance {
  const { target } = scene.memory
  // Words cut off right behind the sentence's beginning read like a slip.
  const from = first <= LEAD ? 0 : first
  const word = scene.clauses.chunks[from]?.from ?? scene.from
  return {
    actors: [actor],
    stance: named(scene, side),
    about,
    from,
    to: Math.min(to, from + LONGEST),
    speaker,
    rule: `weighed:${about}`,
    words: [word, word + 1],
    ...(target === undefined || target === actor ? {} : { target }),
  }
}

/** The name of a side by the words of the sentence. */
function named({ tokens, from, to }: Scene, side: Sided): Stance {
  if (side === '+') return 'supports'
  if (side === '-') return VETOING.stands(tokens, from, to) ? 'vetoes' : 'opposes'
  if (ABSTAINING.stands(tokens, from, to)) return 'abstains'
  return NOT_BLOCKING.stands(tokens, from, to) ? 'accepts' : 'undeclared'
}
