import { codesOf } from './actor-of.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { FoundContact } from './contact-found.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const LETTERS = new WordSet(['letter', 'letters'])
const SENDING = new WordSet(
  'send hand deliver address submit write present give sign fax forward circulate transmit'.split(' '),
)

/** Letters told by the noun: "a letter from X to Y", "a letter handed to the Council by X's envoy", "received a letter from X". */
export function letters(scene: Scene, into: FoundContact[]): void {
  scene.clauses.chunks.forEach((noun, index) => {
    if (noun.kind !== 'noun' || !LETTERS.has(scene.tokens[noun.to - 1])) return
    if (into.some((each) => each.mode === 'letter')) return
    const sides = sidesOf(scene, noun, index)
    const parties = [...new Set([...sides.from, ...sides.to])]
    if (sides.from.length === 0 || sides.to.length === 0 || parties.length < 2) return
    into.push({
      parties,
      mode: 'letter',
      persons: [],
      from: index,
      to: sides.last,
      rule: 'contact:letter-noun',
      words: [noun.from, noun.to],
    })
  })
}

function sidesOf(
  scene: Scene,
  noun: NounChunk,
  index: number,
): { from: readonly string[]; to: readonly string[]; last: number } {
  const { chunks, verbs } = scene.clauses
  const before = chunks[index - 1]
  const governing = before?.kind === 'verb' ? before : undefined
  let from: readonly string[] = noun.owner?.codes ?? []
  let to: readonly string[] = []
  let last = index
  // "sent the Secretary-General a letter"
  const giving = chunks[index - 2]
  if (before?.kind === 'noun' && before.preposition === undefined && giving?.kind === 'verb' && SENDING.hasVerb(giving))
    if (!giving.negated && giving.modal === undefined && noun.preposition === undefined) {
      from = doer(scene, giving)
      to = addressee(before)
    }
  if (governing?.negated) return { from: [], to: [], last }
  for (let at = index + 1; at < Math.min(chunks.length, index + 10); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'relative') break
    if (chunk?.kind === 'verb') {
      // "a letter he received from X"
      if (/^(?:receive|get)$/.test(chunk.lemma)) to = to.length > 0 ? to : doer(scene, chunk)
      // "sent a letter urging X to"
      else if (chunk.form === 'ing' && URGING.hasVerb(chunk) && to.length === 0) to = addressee(chunks[at + 1])
      else if (!SENDING.hasVerb(chunk)) break
      else if (chunk.subject !== noun && chunk.form === 'finite' && from.length === 0) from = doer(scene, chunk)
      continue
    }
    if (chunk?.kind !== 'noun') continue
    const committee =
      /^(?:committee|panel)$/.test(scene.tokens[chunk.to - 1]?.lower ?? '') && scene.memory.council === true
    const codes = chunk.entity?.codes ?? chunk.owner?.codes ?? (committee ? ['UNSC'] : [])
    if (codes.length === 0) continue
    if (chunk.preposition === 'to' && to.length === 0) to = codes
    else if (/^(?:from|by|of)$/.test(chunk.preposition ?? '') && from.length === 0) from = codes
    else continue
    last = at
  }
  const saying =
    noun.preposition === 'in'
      ? [...verbs].reverse().find((verb) => verb.index < index && verb.form === 'finite')
      : undefined
  const main =
    governing ??
    saying ??
    verbs.find((verb) => verb.index > last && verb.form === 'finite' && verb.reported === undefined)
  if (governing !== undefined && /^(?:receive|get)$/.test(governing.lemma) && to.length === 0)
    to = doer(scene, governing)
  // "In a letter to the Council, Syria said …"
  if (
    from.length === 0 &&
    to.length > 0 &&
    main !== undefined &&
    (governing === undefined ? noun.preposition !== undefined : SENDING.hasVerb(governing))
  )
    from = doer(scene, main)
  return { from, to, last }
}

const URGING = new WordSet('urge ask request thank invite press implore tell inform warn assure'.split(' '))
function addressee(noun: Scene['clauses']['chunks'][number] | undefined): readonly string[] {
  return noun?.kind === 'noun' && noun.preposition === undefined ? (noun.entity?.codes ?? []) : []
}

function doer(scene: Scene, verb: VerbChunk): readonly string[] {
  return codesOf(scene, verb.subject)
}
