import { ABOUT, type About, type Stance } from './claim.js'
import { type Asked, askedIn, type Signs, signsOf, wordsOf } from './evidence.js'
import { isHeld } from './held-already.js'
import type { FoundStance, Scene } from './scene.js'
import { SIDE, SIDES, type Sided } from './sides.js'
import { THINGS } from './sign-table.js'
import { rowsOfThing } from './thing-signs.js'
import { isUntold } from './untold.js'
import { anyAbove, MARK, STRIDE, unpack, type Weights, weights } from './weights.js'
import { WordSet } from './wordset.js'

/** What the grammar found is dropped where the signs make it less likely than this. */
const KEEP = 0.1
/** What it didn't find is taken where they make it at least so likely. */
const TAKE = 0.5
/** Points are hundredths of a logit. */
const HUNDREDTHS = 100
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
export function weighed(scene: Scene, found: readonly FoundStance[]): readonly FoundStance[] {
  if (scene.headline) return found
  const asked = askedIn(scene, found)
  if (asked === undefined) return found
  const known = weights()
  const { table } = known
  copy(known.bias, WORDS)
  sum(known, WORDS, wordsOf(scene, table))
  const kept = [...found]
  const added: FoundStance[] = []
  for (const each of asked.standing) {
    const signs = signsOf(scene, found, asked, each, table)
    copy(WORDS, POINTS)
    sum(known, POINTS, signs.rows)
    for (let thing = 0; thing < ABOUT.length; thing++) {
      const about = ABOUT[thing] as About
      if (!mayCount(known, asked, signs, thing) && !(signs.ruled && isHeld(found, signs.actor, about))) continue
      chancesOf(known, thing, rowsOfThing(scene, asked.things, thing, signs, table))
      const best = bestOf(CHANCES)
      const side = SIDES[best] as Sided
      const chance = CHANCES[best] as number
      // "is not opposed to it": only grammar tells that from "is opposed"
      if (side === '-' && chance >= TAKE && isNotOpposed(kept, signs.actor, about)) continue
      if (!drop(kept, signs.actor, about)) continue
      if (chance >= TAKE && !isUntold(scene, signs, about, side, chance))
        added.push(stanceOf(scene, signs, about, side))
    }
  }
  return [...kept, ...added]
}

/** The points of all things: those that a sentence's words give, and those with an actor's signs; the chances of one thing. */
const WORDS = new Float64Array(ABOUT.length)
const POINTS = new Float64Array(ABOUT.length)
const CHANCES = new Float64Array(SIDES.length)

function copy(from: Float64Array, into: Float64Array): void {
  for (let thing = 0; thing < THINGS; thing++) into[thing] = from[thing] as number
}

/** Adds the rows to the points of all things; a sign counts once. */
function sum(weights: Weights, into: Float64Array, found: readonly number[]): void {
  const { rows } = weights
  const mark = ++weights.counted
  for (let i = 0; i < found.length; i++) {
    const first = (found[i] as number) * STRIDE
    if (rows[first + MARK] === mark) continue
    rows[first + MARK] = mark
    for (let at = 0; at < THINGS; at++) into[at] = (into[at] as number) + (rows[first + at] as number)
  }
}

/** Whether a thing that the rules didn't find may be held: a chance of `TAKE` needs more points than holding nothing has. */
function mayCount({ most }: Weights, { things }: Asked, { ruled }: Signs, thing: number): boolean {
  const state = ((things.named >> thing) & 1) + (ruled ? 2 : 0)
  return anyAbove((POINTS[thing] as number) + (most[state]?.[thing] as number))
}

function isNotOpposed(found: readonly FoundStance[], actor: string, about: About): boolean {
  return found.some(
    ({ about: other, actors, rule, stance }) =>
      rule === 'oppose' && stance === 'accepts' && other === about && actors.includes(actor),
  )
}

/** The chances of the three sides of one thing; what is left to one is that of holding nothing. */
function chancesOf(weights: Weights, thing: number, found: readonly number[]): void {
  const { rows } = weights
  const mark = ++weights.counted
  let points = POINTS[thing] as number
  for (const row of found) {
    const first = row * STRIDE
    if (rows[first + MARK] === mark) continue
    rows[first + MARK] = mark
    points += rows[first + thing] as number
  }
  unpack(points, CHANCES)
  let all = 1
  for (let side = 0; side < CHANCES.length; side++) {
    CHANCES[side] = Math.exp((CHANCES[side] as number) / HUNDREDTHS)
    all += CHANCES[side] as number
  }
  for (let side = 0; side < CHANCES.length; side++) CHANCES[side] = (CHANCES[side] as number) / all
}

/** Nothing in a sentence makes these another thing: "denies the charge", "ignored the resolution", "struck the same note". */
const PLAIN: ReadonlySet<string> = new Set(['defy', 'flout', 'same-line'])

/** Leaves out what the grammar found of an actor and a thing and is unlikely; whether nothing is left of it. */
function drop(kept: FoundStance[], actor: string, about: About): boolean {
  let left = false
  for (let at = kept.length - 1; at >= 0; at--) {
    const each = kept[at] as FoundStance
    if (each.about !== about || !each.actors.includes(actor)) continue
    if (each.collective !== undefined || PLAIN.has(each.rule) || (CHANCES[SIDE[each.stance]] as number) >= KEEP)
      left = true
    else if (each.actors.length === 1) kept.splice(at, 1)
    else kept[at] = { ...each, actors: each.actors.filter((code) => code !== actor) }
  }
  return !left
}

function bestOf(chances: Float64Array): number {
  let best = 0
  for (let at = 1; at < chances.length; at++) if ((chances[at] as number) > (chances[best] as number)) best = at
  return best
}

function stanceOf(scene: Scene, signs: Signs, about: About, side: Sided): FoundStance {
  const { target } = scene.memory
  const { chunks, attribution } = scene.clauses
  const { actor, said } = signs
  const all = [...signs.means, ...signs.owns, ...signs.doing, ...said]
  // One of whom only a rule knows ("the French-drafted text") stands nowhere by itself: the sentence is quoted.
  const first = all.length === 0 ? 0 : Math.min(...all)
  const speaker = said.length > 0 ? (scene.clauses.speakerAt(said[0] as number) ?? attribution) : undefined
  // Words cut off right behind the sentence's beginning read like a slip.
  const from = first <= LEAD ? 0 : first
  const word = chunks[from]?.from ?? scene.from
  return {
    actors: [actor],
    stance: named(scene, about, side),
    about,
    from,
    to: Math.min(all.length === 0 ? chunks.length - 1 : Math.max(...all), from + LONGEST),
    speaker,
    rule: `weighed:${about}`,
    words: [word, word + 1],
    ...(target === undefined || target === actor ? {} : { target }),
  }
}

/** The name of a side by the words of the sentence. */
function named({ tokens, from, to }: Scene, about: About, side: Sided): Stance {
  if (side === '+') return 'supports'
  if (side === '-') return about !== 'conduct' && VETOING.stands(tokens, from, to) ? 'vetoes' : 'opposes'
  if (ABSTAINING.stands(tokens, from, to)) return 'abstains'
  return NOT_BLOCKING.stands(tokens, from, to) ? 'accepts' : 'undeclared'
}
