import type { NounChunk } from './chunks.js'
import { groupsAt } from './contact-groups.js'
import { canHold } from './entity.js'
import { lexicon } from './lexicon.js'
import { bodyOf, stateOf } from './mention-codes.js'
import { endBeforeWhen } from './near-spans.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** One side of a contact. */
export interface Side {
  readonly codes: readonly string[]
  readonly persons: readonly string[]
  /** The last chunk that names it. */
  readonly at: number
}

/** Any of the words of a telephone, from the beginning of a word. */
const PHONE = new RegExp(` (?:${lexicon.contacts.flatMap((each) => each.phone ?? []).join('|')})`)
const WITH = new Set('with to from including between alongside among'.split(' '))

/**
 * Those met: the object, the phrase after "with" or "to", and what a list adds ("with envoys from Ghana, Peru and Qatar", "with the
 * president of France and the prime minister of Japan", "his Russian counterpart, X"). `linked` wants a "with" before it.
 */
export function counterpartsFrom(
  scene: Scene,
  index: number,
  mode: string,
  linked = false,
  to = true,
): Side | undefined {
  const { chunks } = scene.clauses
  for (let at = index + 1; at < Math.min(chunks.length, index + 17); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && chunk.form === 'finite' && chunk.relative !== true) return undefined
    if (chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind === 'mark' && !/^[[\]()]$/.test(chunk.word)) return undefined
    if (chunk?.kind !== 'noun') continue
    const { preposition } = chunk
    if (preposition === undefined ? linked || at > index + 1 : !WITH.has(preposition) && !isFrom(scene, at)) {
      // "his opposite number, Hillary Clinton"
      const named = chunks[at - 2]
      const apposed =
        preposition === undefined &&
        chunks[at - 1]?.kind === 'comma' &&
        named?.kind === 'noun' &&
        isCounterpart(scene, named)
      if (!apposed) {
        if (preposition === undefined && !linked && at > index + 1 && chunks[at - 1]?.kind === 'comma') return undefined
        continue
      }
    }
    if (mode === 'letter' && preposition === 'from') continue
    // "discussions about supplies to Seoul", "discussed the standoff with Iran"
    if (!to && preposition === 'to') continue
    if (linked && preposition === 'with' && isTie(scene, at)) continue
    // "with the president of France"
    const of = chunks[at + 2]
    const owner =
      chunk.entity?.name === undefined && of?.kind === 'noun' && of.preposition === 'of' ? of.entity?.codes : undefined
    const codes = owner !== undefined && owner.length > 0 ? owner : codesOf(scene, chunk)
    const several = adjectivesFrom(scene, at)
    if (several !== undefined) return several
    if (codes.length === 0) continue
    return collect(scene, at, codes)
  }
  return undefined
}

const TIES = new WordSet(
  'standoff relations tensions crisis dispute conflict war deal ties border trade peace agreement problem confrontation row stalemate links negotiations talks situation'.split(
    ' ',
  ),
)

/** "the standoff with Iran": its other side, not the one who was spoken with. */
function isTie(scene: Scene, at: number): boolean {
  const noun = scene.clauses.chunks[at - 2]
  return noun?.kind === 'noun' && TIES.has(scene.tokens[noun.to - 1])
}

/** "South Korean, Japanese and Chinese officials": adjectives that share the noun of the last. */
function adjectivesFrom(scene: Scene, start: number): Side | undefined {
  const { chunks } = scene.clauses
  const codes: string[] = []
  for (let at = start; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'comma' || chunk?.kind === 'conjunction') continue
    if (chunk?.kind !== 'noun' || (at > start && chunk.preposition !== undefined)) return undefined
    const inside = scene.mentions.filter((each) => each.from >= chunk.from && each.to <= chunk.to)
    const mention = inside.find((each) => each.from >= chunk.from && each.from <= chunk.from + 1 && each.to <= chunk.to)
    const demonym = mention?.named.find((named) => named.kind === 'demonym')
    if (mention === undefined || demonym === undefined || !('code' in demonym)) return undefined
    for (const each of inside)
      for (const named of each.named)
        if (named.kind === 'demonym' && !codes.includes(named.code)) codes.push(named.code)
    if (mention.to < chunk.to) return codes.length > 1 ? { codes, persons: [], at } : undefined
  }
  return undefined
}

/** Those received or called: a person, "his Turkish counterpart", "her counterparts from Russia and China". */
export function counterpartAt(scene: Scene, at: number): Side | undefined {
  const chunk = scene.clauses.chunks[at]
  if (chunk?.kind !== 'noun' || !isCounterpart(scene, chunk)) return undefined
  const codes = codesOf(scene, chunk)
  return codes.length > 0 ? collect(scene, at, codes) : counterpartsFrom(scene, at, 'meeting')
}

function isCounterpart(scene: Scene, noun: NounChunk): boolean {
  return /^(?:counterparts?|numbers?|colleagues?)$/.test(
    scene.tokens[endBeforeWhen(scene.tokens, noun) - 1]?.lower ?? '',
  )
}

/** "ambassadors of/from X" behind "with". */
function isFrom(scene: Scene, at: number): boolean {
  const { chunks } = scene.clauses
  const chunk = chunks[at]
  const before = chunks[at - 2]
  if (chunk?.kind !== 'noun' || chunk.preposition !== 'of' || before?.kind !== 'noun') return false
  return before.entity === undefined && before.preposition !== undefined && WITH.has(before.preposition)
}

/** People of a country who do not speak for it. */
const ORDINARY = new WordSet(
  'businessmen businesspeople executives companies troops soldiers students journalists refugees workers families relatives residents citizens survivors'.split(
    ' ',
  ),
)

function codesOf(scene: Scene, noun: NounChunk): readonly string[] {
  // "his Iranian counterpart": the adjective's state, not the possessor's.
  if (isCounterpart(scene, noun)) {
    const codes: string[] = []
    for (let at = noun.from; at < noun.to; at++) if (scene.tokens[at]?.lower === 'european') codes.push('EU')
    for (const mention of scene.mentions) {
      if (mention.from < noun.from || mention.to > noun.to) continue
      const code = stateOf(mention) ?? bodyOf(mention)
      if (code !== undefined && !codes.includes(code)) codes.push(code)
    }
    return codes
  }
  if (ORDINARY.has(scene.tokens[noun.to - 1])) return []
  const { entity } = noun
  if (entity === undefined || entity.silent === true || entity.crowd === true || entity.codes.length === 0)
    return groupsAt(scene, noun)
  return entity.codes
}

/** The list that a counterpart begins: "and the prime minister of Japan", ", Sergei Lavrov". */
function collect(scene: Scene, start: number, first: readonly string[]): Side {
  const { chunks } = scene.clauses
  const codes = [...first]
  const persons: string[] = []
  const name = (noun: NounChunk) => {
    if (noun.entity?.name !== undefined && noun.entity.person === true && !persons.includes(noun.entity.name))
      persons.push(noun.entity.name)
  }
  name(chunks[start] as NounChunk)
  let last = start
  for (let at = start + 1; at < chunks.length; ) {
    const link = chunks[at]
    let next = at + 1
    if (link?.kind === 'comma' && chunks[next]?.kind === 'conjunction') next++
    // ", as well as with the Chinese minister"
    const aswell = link?.kind === 'comma' ? next : at
    if (isAsWell(scene, aswell)) {
      const more = chunks[aswell + 3]?.kind === 'preposition' ? aswell + 4 : aswell + 3
      const also = chunks[more]
      if (also?.kind === 'noun' && canHold(also.entity)) {
        for (const code of also.entity.codes) if (!codes.includes(code)) codes.push(code)
        name(also)
        last = more
        at = more + 1
        continue
      }
    }
    const noun = chunks[next]
    if (noun?.kind !== 'noun') break
    if (link?.kind === 'preposition' && (noun.preposition === 'of' || noun.preposition === 'from')) {
      last = next
    } else if (
      (link?.kind === 'comma' || link?.kind === 'conjunction') &&
      noun.entity?.person === true &&
      noun.preposition === undefined
    ) {
      const after = chunks[next + 1]
      if (after?.kind === 'verb' && after.form === 'finite' && link.kind === 'conjunction') break
      for (const code of noun.entity.codes) if (!codes.includes(code)) codes.push(code)
      name(noun)
      last = next
    } else break
    at = next + 1
  }
  return { codes, persons, at: last }
}

function isAsWell(scene: Scene, at: number): boolean {
  const chunk = scene.clauses.chunks[at]
  return (
    chunk !== undefined && scene.tokens[chunk.from]?.lower === 'as' && scene.tokens[chunk.from + 1]?.lower === 'well'
  )
}

/** The state of a place that a noun phrase names: a state, capital or city in it. */
export function stateIn(scene: Scene, noun: NounChunk): string | undefined {
  for (const mention of scene.mentions) {
    if (mention.from < noun.from || mention.from >= noun.to) continue
    const state = stateOf(mention)
    const city = mention.named.find((named) => named.kind === 'city')
    const adjective = mention.named.some((named) => named.kind === 'demonym') && mention.to < noun.to
    if (state !== undefined && !adjective) return state
    if (city !== undefined && 'code' in city) return city.code
  }
  return undefined
}

/** Tokens of the place told next: "in Geneva". */
export function placeAfter(scene: Scene, index: number): readonly [number, number] | undefined {
  const { chunks } = scene.clauses
  for (let at = index + 1; at < Math.min(chunks.length, index + 5); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator' || chunk?.kind === 'relative') return undefined
    if (chunk?.kind !== 'noun' || (chunk.preposition !== 'in' && chunk.preposition !== 'at')) continue
    for (const mention of scene.mentions)
      if (mention.from >= chunk.from && mention.to <= chunk.to && stateIn(scene, chunk) !== undefined)
        return [mention.from, mention.to]
    return chunk.preposition === 'in' && scene.tokens[chunk.from]?.capital === true && chunk.to - chunk.from < 4
      ? [chunk.from, chunk.to]
      : undefined
  }
  return undefined
}

/** Whether words of a telephone stand in the clause of a chunk. */
export function onPhone(scene: Scene, index: number): boolean {
  const { chunks, verbs } = scene.clauses
  const next = verbs.find((verb) => verb.index > index && verb.form === 'finite')
  const first = verbs.find((verb) => verb.form === 'finite')
  // "In a telephone call, X and Y discussed …": the words may lead the sentence.
  const from = first === undefined || first.index >= index ? scene.from : (chunks[index]?.from ?? scene.from)
  const to = next === undefined ? scene.to : next.from
  let text = ''
  for (let at = from; at < to; at++) text += ` ${scene.tokens[at]?.lower ?? ''}`
  return PHONE.test(text)
}
