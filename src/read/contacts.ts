import type { NounChunk, VerbChunk } from './chunks.js'
import { entriesAt } from './issues.js'
import { entryTrie, lexicon } from './lexicon.js'
import { actorOf, operatorBetween, type Scene } from './stances.js'
import { stateOf } from './who.js'

/** A contact before dates and quotes are settled. */
export interface FoundContact {
  readonly parties: readonly string[]
  readonly mode: 'meeting' | 'call' | 'visit' | 'letter'
  readonly persons: readonly string[]
  readonly from: number
  readonly to: number
  readonly planned?: boolean
  readonly rule: string
  readonly words: readonly [number, number]
}

const phones = lexicon.contacts.flatMap((each) => each.phone ?? [])

export function contactsIn(scene: Scene): FoundContact[] {
  const found: FoundContact[] = []
  for (const verb of scene.clauses.verbs) byVerb(scene, verb, found)
  byNoun(scene, found)
  return found
}

function byVerb(scene: Scene, verb: VerbChunk, into: FoundContact[]): void {
  const match = entriesAt(scene.tokens, verb.at, scene.to, 'contact')
  if (match === undefined || verb.negated || verb.conditional === true || verb.passive) return
  if (verb.modal !== undefined && verb.modal !== 'will' && verb.modal !== 'would') return
  const subject = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (subject === undefined || subject.codes.length === 0) return
  let mode = match.entry.effect as FoundContact['mode']
  if (
    mode === 'call' &&
    /^(?:call|phone|telephone)$/.test(match.entry.words) === false &&
    !onPhone(scene) &&
    /^talk/.test(match.entry.words)
  )
    mode = 'meeting'
  const planned =
    verb.modal !== undefined ||
    (verb.form === 'to' &&
      verb.parent !== undefined &&
      /^(?:schedule|expect|plan|be|due|set|want|hope|intend|agree)$/.test(verb.parent.lemma) &&
      operatorBetween(scene, verb.parent, verb) !== undefined)
  const other = counterpart(scene, verb, mode)
  const persons = [verb.subject?.entity?.name, other?.name].filter((name): name is string => name !== undefined)
  const add = (parties: readonly string[], to: number) =>
    into.push({
      parties,
      mode,
      persons,
      from: verb.index,
      to,
      ...(planned ? { planned: true } : {}),
      rule: `contact:${mode}`,
      words: [verb.from, verb.to],
    })
  if (other === undefined) {
    const plain = /^(?:meet|hold talks|hold consultations|hold discussions|hold a trilateral meeting)$/.test(
      match.entry.words,
    )
    if (subject.codes.length > 1 && plain && mode === 'meeting') add(subject.codes, verb.index)
    return
  }
  const others = other.codes.filter((code) => !subject.codes.includes(code))
  if (others.length === 0) return
  if (mode === 'visit') {
    if (others.length === 1 && subject.codes.length === 1) add([...subject.codes, ...others], other.at)
    return
  }
  // A caller and a list of counterparts are pairs; everyone else met everyone.
  if (others.length > 1 && subject.codes.length === 1)
    for (const code of others) add([subject.codes[0] as string, code], other.at)
  else add([...subject.codes, ...others], other.at)
}

interface Counterpart {
  readonly codes: readonly string[]
  readonly at: number
  readonly name?: string | undefined
}

/** The one met: the object, the phrase after "with" or "to", or those after "ambassadors from …, including …". */
function counterpart(scene: Scene, verb: VerbChunk, mode: FoundContact['mode']): Counterpart | undefined {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 14); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && chunk.form === 'finite' && chunk.relative !== true) return undefined
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
    if (chunk?.kind !== 'noun') continue
    if (mode === 'visit') {
      const code = placeOf(scene, chunk)
      if (code !== undefined) return { codes: [code], at }
      if (at > verb.index + 4) return undefined
      continue
    }
    if (
      chunk.preposition !== undefined &&
      !/^(?:with|to|from|including|of|between|alongside|by)$/.test(chunk.preposition)
    )
      continue
    const entity = chunk.entity
    if (entity === undefined || entity.codes.length === 0 || entity.silent === true) {
      continue
    }
    if (chunk.preposition === 'of' && entity.person !== true) continue
    return { codes: entity.codes, at, name: entity.name }
  }
  return undefined
}

function placeOf(scene: Scene, noun: NounChunk): string | undefined {
  for (const mention of scene.mentions) {
    if (mention.from < noun.from || mention.to > noun.to) continue
    const state = stateOf(mention)
    if (state !== undefined && mention.to === noun.to) return state
    const city = mention.named.find((named) => named.kind === 'city')
    if (city !== undefined && 'code' in city) return city.code
  }
  return undefined
}

function onPhone(scene: Scene): boolean {
  const text = scene.tokens
    .slice(scene.from, scene.to)
    .map((token) => token.lower)
    .join(' ')
  return phones.some((phone) => text.includes(phone))
}

/** "In a phone call with Xi", "Biden's meeting with Kishida", "talks between Iran and the EU". */
function byNoun(scene: Scene, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun') continue
    for (let at = Math.max(noun.from, noun.to - 3); at < noun.to; at++) {
      let done = false
      entryTrie.each(scene.tokens, at, scene.to, (entry, length) => {
        if (done || entry.role !== 'contact' || entry.part !== 'noun' || at + length < noun.to) return
        const mode = entry.effect as FoundContact['mode']
        const other = nounAfter(scene, index)
        if (other === undefined) return
        const owner = noun.owner?.codes ?? holderNear(scene, index, noun)
        const parties =
          mode === 'visit'
            ? [...owner, ...(other.place === undefined ? [] : [other.place])]
            : [...owner, ...other.codes]
        const distinct = [...new Set(parties)].filter((code) => code !== 'SIX')
        if (distinct.length < 2) return
        const denied = scene.clauses.verbs.some(
          (verb) =>
            verb.index < index &&
            verb.index > index - 4 &&
            (verb.negated || /^(?:refuse|reject|cancel|call|urge|demand|want|seek|offer|propose)$/.test(verb.lemma)),
        )
        if (denied) return
        done = true
        into.push({
          parties: distinct,
          mode,
          persons: [],
          from: index,
          to: other.at,
          rule: `contact:${mode}-noun`,
          words: [at, at + length],
        })
      })
      if (done) break
    }
  }
}

function nounAfter(scene: Scene, index: number): { codes: readonly string[]; at: number; place?: string } | undefined {
  const { chunks } = scene.clauses
  for (let at = index + 1; at < Math.min(chunks.length, index + 4); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma') return undefined
    if (chunk?.kind !== 'noun') continue
    const place = placeOf(scene, chunk)
    return {
      codes: chunk.entity?.silent === true ? [] : (chunk.entity?.codes ?? []),
      at,
      ...(place === undefined ? {} : { place }),
    }
  }
  return undefined
}

/** Whose meeting: the subject of the clause that holds the phrase. */
function holderNear(scene: Scene, index: number, noun: NounChunk): readonly string[] {
  const verbs = scene.clauses.verbs
  const before = [...verbs].reverse().find((verb) => verb.index < index)
  const after = verbs.find((verb) => verb.index > index)
  const leading = noun.preposition !== undefined && before === undefined
  const verb = leading ? after : before
  const entity = verb?.subject === undefined ? undefined : actorOf(scene, verb.subject)
  return entity?.codes ?? []
}
