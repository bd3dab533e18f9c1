import { add } from './add-stance.js'
import { standsAt } from './before.js'
import type { VerbChunk } from './chunk.js'
import type { Stance } from './claim.js'
import { canHold, type Entity, entityOf } from './entity.js'
import { holderOf } from './holders.js'
import { inflected, lexicon } from './lexicon.js'
import { longerAt, longestFrom } from './said.js'
import type { FoundStance, Scene } from './scene.js'
import type { Need } from './stock.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

const SAID = { denied: false } as const
const verbs = new Trie<typeof SAID>()
const adjectives = new Trie<typeof SAID>()
for (const each of lexicon.alone) {
  if (each.stance !== 'same') continue
  for (const words of each.verbs ?? []) for (const keys of inflected(words)) verbs.add(keys, SAID)
  for (const words of each.adjectives ?? []) adjectives.add(keysOf(words), SAID)
}

const SO = new WordSet(['so'], true)

/** Without one of these nothing is found. */
export const SAME_LINE: readonly Need[] = [verbs, adjectives, SO]

const BEING = new WordSet(['be'])

/** "Indonesia struck the same note", "Peru followed suit": it holds what the one told of before does. */
export function sameLine(scene: Scene, found: FoundStance[]): void {
  if (scene.headline) return
  for (const verb of scene.clauses.verbs) {
    if (verb.form !== 'finite' || verb.negated || verb.passive || verb.conditional === true) continue
    if (verb.modal !== undefined && verb.modal !== 'will') continue
    const same = sameAt(scene, verb)
    if (same === undefined) continue
    const codes = same.holder?.codes ?? []
    if (codes.length === 0 || found.some(({ actors }) => actors.some((code) => codes.includes(code)))) continue
    const model = found.findLast((each) => each.from < verb.index && each.about !== 'conduct') ?? heldBefore(scene)
    if (model === undefined || model.actors.some((code) => codes.includes(code))) continue
    const stance = SHARED[model.stance] ?? model.stance
    const to = scene.clauses.chunks.findLastIndex((chunk) => chunk.to <= same.to)
    add(scene, found, { holder: entityOf(codes), stance, about: model.about, verb, rule: 'same-line', to })
  }
}

/** Who holds the same as one that vetoes or sponsors a text casts no veto and tables nothing by that. */
const SHARED: Partial<Record<Stance, Stance>> = { vetoes: 'opposes', sponsors: 'supports' }

/** Who holds the same, and the token behind the words that say so. */
interface Same {
  readonly holder: Entity | undefined
  readonly to: number
}

function sameAt(scene: Scene, verb: VerbChunk): Same | undefined {
  const alone = longerAt(scene, verb, verbs, verb.at, undefined)
  const match = BEING.hasVerb(verb) ? longestFrom(scene, verb, adjectives, verb.to, alone) : alone
  if (match === undefined) return soDid(scene, verb)
  // "took the same line as Beijing", "shares the view that it is too soon": whose line it is stands behind
  return TELLING.has(scene.tokens[match.to]) ? undefined : { holder: holderOf(scene, verb), to: match.to }
}
const TELLING = new WordSet(['as', 'that', 'of', 'to'])

/** "So did China." */
function soDid({ clauses: { chunks }, tokens }: Scene, verb: VerbChunk): Same | undefined {
  if (!HELPING.hasVerb(verb) || verb.to !== verb.from + 1 || standsAt(tokens, verb.from - 1)?.lower !== 'so')
    return undefined
  const noun = chunks[verb.index + 1]
  const after = chunks[verb.index + 2]
  if (noun?.kind !== 'noun' || !canHold(noun.entity)) return undefined
  const ends = after === undefined || after.kind === 'mark' || after.kind === 'comma'
  return ends ? { holder: noun.entity, to: noun.to } : undefined
}
const HELPING = new WordSet(['do', 'have', 'be'])

function heldBefore({ memory }: Scene): Pick<FoundStance, 'actors' | 'stance' | 'about'> | undefined {
  memory.asked = true
  return memory.lastHeld
}
