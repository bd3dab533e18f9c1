import { isOfUN } from './bodies.js'
import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { lexicon } from './lexicon.js'
import { ownersOf } from './measure-owners.js'
import type { Scene } from './scene.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const LAWS = new WordSet('bill bills legislation act acts law laws decree decrees'.split(' '))
const ORDERS = new WordSet(['order', 'orders'])
const BILLS = new WordSet(['bill', 'bills', 'legislation'])
const CHAMBERS = new WordSet([...lexicon.who.parliaments, 'house'])

/** What a chamber brings forth: "the House sanctions measure", "a Senate package". */
const BROUGHT_FORTH = new WordSet(['measure', 'measures', 'package', 'sanctions'])

const PANELS = new WordSet(['committee', 'panel', 'subcommittee'])

/** One of a parliament or its members; "representatives" only behind "House of", since others send theirs to talks. */
function isChamber(tokens: readonly Token[], at: number): boolean {
  if (CHAMBERS.has(tokens[at])) return true
  // "the U.S. Senate Banking Committee", "a House panel"
  if (PANELS.has(tokens[at])) return CHAMBERS.stands(tokens, at - 3, at)
  return tokens[at]?.lower === 'representatives' && tokens[at - 2]?.lower === 'house'
}

/** Whether a noun phrase is a state's law, or those who make it. */
export function isNational(scene: Scene, noun: NounChunk): boolean {
  const last = scene.tokens[noun.to - 1]
  if (isChamber(scene.tokens, noun.to - 1)) return true
  if (isBroughtForth(scene, noun)) return true
  if (ORDERS.has(last)) return scene.tokens[noun.to - 2]?.lower === 'executive'
  // "an act of aggression", "international law"
  if (!LAWS.has(last) || (scene.tokens[noun.to]?.lower === 'of' && last?.capital !== true)) return false
  return scene.tokens[noun.to - 2]?.lower !== 'international' && scene.tokens[noun.to - 2]?.lower !== 'martial'
}

function isBroughtForth({ tokens }: Scene, noun: NounChunk): boolean {
  return BROUGHT_FORTH.has(tokens[noun.to - 1]) && CHAMBERS.stands(tokens, noun.from, noun.to - 1)
}

/** A bill that is not signed yet, or the committee that sends one on. */
export function isBill(scene: Scene, noun: NounChunk): boolean {
  const last = scene.tokens[noun.to - 1]
  if (isBroughtForth(scene, noun)) return true
  return BILLS.has(last) || (PANELS.has(last) && isChamber(scene.tokens, noun.to - 1))
}

/** Whose law it is or whose chamber: its owner's, that of the lawmakers named in the sentence or before it; nobody's where none is told, and never the Council's. */
export function nationalIssuer(scene: Scene, noun: NounChunk): readonly string[] {
  const owners = ownersOf(scene, noun)
  if (owners.length > 0) return owners
  const { target } = scene.memory
  const within = chamberIn(scene, noun.from, noun.to)
  const code = within ?? chamberIn(scene, scene.from, scene.to) ?? scene.memory.chamber
  if (code !== undefined && code !== target) return [code]
  const { chunks } = scene.clauses
  const signing = chunks[placeIn(chunks, noun) - 1]
  const signer = signing?.kind === 'verb' ? signing.subject?.entity?.codes : undefined
  const told = signer ?? scene.clauses.attribution?.codes
  return told?.filter((each) => each !== target && !isOfUN(each)) ?? []
}

/** The state whose parliament or lawmakers stand between two tokens: "U.S. senators", "Congress". */
export function chamberIn(scene: Pick<Scene, 'mentions' | 'tokens'>, from: number, to: number): string | undefined {
  for (const mention of scene.mentions) {
    if (mention.from < from || mention.to > to) continue
    if (!isChamber(scene.tokens, mention.to - 1) && !isChamber(scene.tokens, mention.to)) continue
    for (const named of mention.named) if ('code' in named && named.code !== '') return named.code
  }
  return undefined
}

/** The law or the lawmakers by which a verb acts: its subject, or the noun just before "imposing", "to bar", "that would". */
export function nationalDoer(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  if (verb.subject !== undefined && isNational(scene, verb.subject)) return verb.subject
  // "U.S. senators said they agreed on"
  const { reported, subject } = verb
  const teller = reported?.subject
  if (subject !== undefined && teller !== undefined && isPronoun(scene, subject) && isNational(scene, teller))
    return teller
  const before = scene.clauses.chunks[verb.index - 1]
  return before?.kind === 'noun' && verb.form !== 'finite' && isNational(scene, before) ? before : undefined
}

function isPronoun({ tokens }: Scene, { entity, from, to }: NounChunk): boolean {
  return entity?.pronoun === true || (to === from + 1 && tokens[from]?.lower === 'they')
}

/** Whose bill a sentence tells of; kept while "it" goes on about it, gone where a text of the Council or no bill is told. */
export function billIn(
  scene: Scene,
  memory: { chamber?: string | undefined; bill?: string | undefined },
): string | undefined {
  for (const chunk of scene.clauses.chunks) {
    if (chunk.kind !== 'noun' || !(isBill(scene, chunk) || scene.tokens[chunk.to - 1]?.lower === 'act')) continue
    if (isNational(scene, chunk)) return nationalIssuer(scene, chunk)[0] ?? memory.chamber
  }
  return scene.tokens[scene.from]?.lower === 'it' ? memory.bill : undefined
}
