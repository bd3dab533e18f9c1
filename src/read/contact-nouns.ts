import { isBody } from './bodies.js'
import type { NounChunk } from './chunks.js'
import { type FoundContact, heads, isMet, type Mode } from './contact-found.js'
import { holderNear } from './contact-sides.js'
import { counterpartsFrom, placeAfter, type Side, stateIn } from './counterparts.js'
import { canHold, type Entity } from './entity.js'
import { endBeforeWhen } from './near-spans.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "In a phone call with Xi", "Biden's meeting with Kishida", "talks between Iran and the EU", "a planned visit by X to Y". */
export function byNoun(scene: Scene, into: FoundContact[]): void {
  const { chunks } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun') continue
    const mode = modeOf(scene, noun)
    if (
      mode === undefined ||
      isTold(into, index) ||
      isUnreal(scene, noun, index) ||
      (mode === 'call' && isAppeal(scene, noun, index))
    )
      continue
    const sides = mode === 'visit' ? visitBy(scene, noun, index) : metBy(scene, noun, index, mode)
    if (sides === undefined) continue
    const parties = [...new Set(sides.codes)].filter((code) => code !== 'SIX')
    if (parties.length < 2 || isMet(into, mode, parties)) continue
    const place = placeAfter(scene, sides.at)
    const planned =
      /^(?:planned|scheduled|upcoming|forthcoming|next)$/.test(scene.tokens[noun.from + 1]?.lower ?? '') ||
      /^(?:planned|upcoming|forthcoming)$/.test(scene.tokens[noun.from]?.lower ?? '') ||
      isAhead(scene, noun)
    into.push({
      parties,
      mode: mode === 'meeting' && /phone/.test(scene.tokens[noun.to - 2]?.lower ?? '') ? 'call' : mode,
      persons: sides.persons,
      from: index,
      to: sides.at,
      ...(place === undefined || mode === 'visit' ? {} : { place }),
      ...(planned ? { planned: true } : {}),
      rule: `contact:${mode}-noun`,
      words: [noun.from, noun.to],
    })
  }
}

/** "is set for April", "will take place on Friday", "the next step would be a meeting of" */
function isAhead(scene: Scene, noun: NounChunk): boolean {
  return scene.clauses.verbs.some(
    (verb) =>
      (verb.subject === noun &&
        (verb.modal === 'will' ||
          (verb.passive && AWAITING.hasVerb(verb)) ||
          (verb.copula && scene.tokens[verb.to]?.lower === 'due'))) ||
      (verb.copula && verb.modal !== undefined && scene.clauses.chunks[verb.index + 1] === noun),
  )
}
const AWAITING = new WordSet('set schedule plan expect slate fix'.split(' '))

function isTold(found: readonly FoundContact[], index: number): boolean {
  return found.some((each) => each.from <= index && index <= each.to)
}

/** "France's call to Iran to halt it": asked, not telephoned. */
function isAppeal(scene: Scene, noun: NounChunk, index: number): boolean {
  if (!/^calls?$/.test(scene.tokens[headOf(scene, noun)]?.lower ?? '')) return false
  if (/^(?:phone|telephone|video|conference)$/.test(scene.tokens[noun.to - 2]?.lower ?? '')) return false
  const next = scene.clauses.chunks[index + 1]
  return next?.kind === 'preposition' && /^(?:to|on|upon|for)$/.test(next.word)
}

/** The last word of a noun phrase without "last month" and the like. */
function headOf(scene: Scene, noun: NounChunk): number {
  return endBeforeWhen(scene.tokens, noun) - 1
}

const HEADS = new WordSet(heads.keys())

function modeOf(scene: Scene, noun: NounChunk): Mode | undefined {
  const head = scene.tokens[headOf(scene, noun)]
  return (HEADS.has(head) ? heads.get(head?.lower ?? '') : undefined) ?? longNoun(scene, noun)
}

/** A noun of several words that tells a contact. */
function longNoun(scene: Scene, noun: NounChunk): Mode | undefined {
  let mode: Mode | undefined
  for (const { entry, at, length } of scene.hits.contactNouns)
    if (at >= noun.from && at >= noun.to - 3 && at < noun.to && at + length >= noun.to) mode = entry.effect as Mode
  return mode
}

/** "A conversation took place between …": what follows the verb belongs to the noun. */
function afterVerb(scene: Scene, noun: NounChunk, index: number): number {
  const { chunks } = scene.clauses
  const verb = chunks[index + 1]
  if (verb?.kind !== 'verb' || verb.subject !== noun) return index
  if (verb.lemma === 'take' && scene.tokens[verb.to]?.lower === 'place') return index + 2
  return /^(?:hold|conduct|occur|follow)$/.test(verb.lemma) ? index + 1 : index
}

/** The two sides of a meeting, a call or a letter. */
function metBy(scene: Scene, noun: NounChunk, index: number, mode: Mode): Side | undefined {
  const { chunks } = scene.clauses
  const told = fromTo(scene, index)
  if (told !== undefined) return told
  const start = afterVerb(scene, noun, index)
  const other = counterpartsFrom(scene, start, mode)
  const of = membersOf(scene, start)
  // "Meetings of NATO, the European Union and the Arab League": each of its own
  if (other === undefined) return of !== undefined && of.codes.length > 1 && !of.codes.every(isBody) ? of : undefined
  let to = start + 1
  // "talks on Saturday between X and Y", "talks in Vienna between X and Y"
  while (isWhenOrWhere(chunks, to)) to += 2
  const link = chunks[to]
  const between = link?.kind === 'preposition' && (link.word === 'between' || link.word === 'among')
  if (between) return other.codes.length > 1 ? other : undefined
  const owned = noun.owner === undefined ? undefined : sideOf(noun.owner, index)
  const owner =
    of ?? (owned === undefined || noun.owner?.pronoun === true ? (holderNear(scene, index) ?? owned) : owned)
  if (owner === undefined) return undefined
  // "talks with Japan" is mostly policy; with a person on one side somebody met somebody.
  const loose = /^(?:talks|discussions|consultations|negotiations)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
  if (loose && other.persons.length === 0 && owner.persons.length === 0) return undefined
  return { codes: [...owner.codes, ...other.codes], persons: [...owner.persons, ...other.persons], at: other.at }
}

/** "a call from X to Y": who rang whom. */
function fromTo({ clauses: { chunks } }: Scene, index: number): Side | undefined {
  const from = chunks[index + 2]
  const to = chunks[index + 4]
  if (from?.kind !== 'noun' || from.preposition !== 'from' || to?.kind !== 'noun' || to.preposition !== 'to')
    return undefined
  if (!canHold(from.entity) || !canHold(to.entity)) return undefined
  const one = sideOf(from.entity, index + 2)
  const other = sideOf(to.entity, index + 4)
  if (one === undefined || other === undefined) return undefined
  return { codes: [...one.codes, ...other.codes], persons: [...one.persons, ...other.persons], at: index + 4 }
}

/** "on Saturday", "in Vienna" */
function isWhenOrWhere(chunks: Scene['clauses']['chunks'], at: number): boolean {
  const link = chunks[at]
  const next = chunks[at + 1]
  if (link?.kind !== 'preposition') return false
  return next?.kind === 'adverb' || (next?.kind === 'noun' && /^(?:in|on|at)$/.test(link.word))
}

/** "a meeting of the six powers with Iran": who sat in it. */
function membersOf(scene: Scene, index: number): Side | undefined {
  const { chunks } = scene.clauses
  const of = chunks[index + 2]
  // "The meeting, attended by the ministers of X and Y"
  const by = scene.clauses.verbs.find((verb) => verb.index > index && verb.index < index + 3)
  if (by?.lemma === 'attend' && by.passive && (by.agent?.entity?.codes.length ?? 0) > 1)
    return { codes: by.agent?.entity?.codes ?? [], persons: [], at: by.index + 2 }
  if (of?.kind !== 'noun' || of.preposition !== 'of' || !canHold(of.entity)) return undefined
  return { codes: of.entity.codes, persons: [], at: index + 2 }
}

function sideOf(owner: Entity, at: number): Side | undefined {
  const { codes, name, person } = owner
  return codes.length === 0 ? undefined : { codes, persons: person === true && name !== undefined ? [name] : [], at }
}

/** The visitor and the state visited. */
function visitBy(scene: Scene, noun: NounChunk, index: number): Side | undefined {
  const { chunks } = scene.clauses
  let who: readonly string[] | undefined = noun.owner?.codes
  let where: string | undefined
  const stop = /^stop(?:over)?$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
  let last = index
  for (let at = index + 1; at < Math.min(chunks.length, index + 6); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma') break
    if (chunk?.kind !== 'noun') continue
    if (chunk.preposition === 'by') who = chunk.entity?.codes
    else if (chunk.preposition === 'to' || (stop && chunk.preposition === 'in')) where = stateIn(scene, chunk)
    last = at
  }
  const codes = who ?? holderNear(scene, index)?.codes ?? []
  return where === undefined || codes.length !== 1 || codes.includes(where)
    ? undefined
    : { codes: [...codes, where], persons: [], at: last }
}

const IDEAS = new WordSet('prospect prospects possibility idea chance hope hopes offer request absence lack'.split(' '))
const OFF = new WordSet('cancel call scrap postpone shelve rule reject'.split(' '))

/** Asked for, refused or resumed talks have not been held. */
function isUnreal(scene: Scene, noun: NounChunk, index: number): boolean {
  if (/^(?:no|any|further|possible|future)$/.test(scene.tokens[noun.from]?.lower ?? '')) return true
  // "held out the prospect of a meeting"
  const link = scene.clauses.chunks[index - 1]
  const idea = scene.clauses.chunks[index - 2]
  if (link?.kind === 'preposition' && idea?.kind === 'noun' && IDEAS.has(scene.tokens[idea.to - 1])) return true
  // "her trip to Beirut was called off"
  if (scene.clauses.verbs.some((verb) => verb.subject === noun && verb.passive && OFF.hasVerb(verb))) return true
  return scene.clauses.verbs.some(
    (verb) =>
      verb.index < index &&
      verb.index > index - 4 &&
      (verb.negated ||
        verb.modal === 'could' ||
        verb.modal === 'should' ||
        /^(?:refuse|reject|cancel|call|urge|demand|want|seek|offer|propose|return|resume|request|boycott|support|hope|need|suggest|prefer|insist|rule|turn|decline|skip|scrap|postpone|delay|shun|snub|rebuff|oppose)$/.test(
          verb.lemma,
        )),
  )
}
