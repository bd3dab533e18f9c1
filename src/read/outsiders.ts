import type { VagueDate } from '../dates.js'
import type { Person } from './actors.js'
import { isBody } from './bodies.js'
import type { Chunk, NounChunk } from './chunk.js'
import { belongs } from './companions.js'
import { canHold, type Entity, silentOne, withCodes } from './entity.js'
import { holdsOffice } from './offices.js'
import type { Office } from './phrase.js'
import { areMany, type Token } from './tokens.js'
import { wordsOf } from './unknown-names.js'
import { WordSet } from './wordset.js'

/** Words for those who speak for no state: who is of them, or theirs, has no state's voice. */
const NO_STATE = new WordSet(
  'opposition rebel rebels insurgent insurgents dissident dissidents separatist separatists militia militias militant militants guerrilla guerrillas islamist islamists protester protesters protestors demonstrators activist activists exiles refugees victims families tribe tribes tribal rights watch group groups institute institution university college school centre center foundation observatory society newspaper magazine broadcaster network party movement brotherhood brigade brigades coordination charity charities thinktank tank bank company firm airline church congressional republican republicans democrats democratic'.split(
    ' ',
  ),
)

/** Before an office: "opposition officials", "a rebel spokesman", "one Arab ambassador". */
const OUTSIDE = new WordSet(
  'opposition rebel insurgent dissident separatist militia militant guerrilla islamist tribal'.split(' '),
)

/** Parts of names that a state's own houses bear: "a Revolutionary Guards commander". */
const STATELY = new WordSet(
  'ministry department council agency organisation organization security revolutionary guard guards army navy force forces office command commission treasury presidency house embassy mission assembly staff court general national state royal republican federal supreme'.split(
    ' ',
  ),
)

const FOLLOWERS = new WordSet(
  'supporters supporter critics critic opponents opponent foes loyalists sympathisers sympathizers protesters protestors demonstrators dissidents exiles expatriates refugees'.split(
    ' ',
  ),
)

type Span = { readonly from: number; readonly to: number } | undefined

/** "former U.S. ambassador John Bolton": once, and no longer; not where the person holds another office on the day. */
export function formerOne(
  tokens: readonly Token[],
  office: Office | undefined,
  person: Person | undefined,
  unknown: Span,
  on: VagueDate | undefined,
): Entity | undefined {
  if ((office === undefined && person === undefined) || (person !== undefined && holdsOffice(person, on)))
    return undefined
  const one = silentOne()
  one.person = true
  one.name = person?.name ?? (unknown === undefined ? undefined : wordsOf(tokens, unknown.from, unknown.to))
  return one
}

/** The office that a phrase tells of: where it ends, and whose it may be. */
interface Told {
  readonly to: number
  readonly office: Office | undefined
  readonly armed: boolean
  readonly stateless: boolean
}

/** One of no state whom the words mean: "Assad supporters", "opposition officials", "a Muslim Brotherhood leader", "Hamas official Ahmed Yusuf". */
export function outsiderIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  told: Told,
  unknown: Span,
): Entity | undefined {
  const one = silentOne()
  if (to - from > 1 && FOLLOWERS.has(tokens[to - 1])) {
    one.crowd = true
    return one
  }
  if (told.office?.speaks !== true) return undefined
  if (!told.armed && !isOutside(tokens, from, told.to, told.stateless ? unknown : undefined)) return undefined
  one.office = told.office.office
  if (unknown === undefined || unknown.from < told.to) return one
  one.person = true
  one.name = wordsOf(tokens, unknown.from, unknown.to)
  return one
}

/** The words before the end of an office tell that it is none of a state. */
function isOutside(tokens: readonly Token[], from: number, officeTo: number, name: Span): boolean {
  if (OUTSIDE.stands(tokens, from, officeTo)) return true
  if (name === undefined || name.to >= officeTo) return false
  return !STATELY.stands(tokens, name.from, name.to)
}

/** Told to be another state's. */
export function isForeign({ code }: Person, owner: Entity | undefined): boolean {
  const [whose] = owner?.codes ?? []
  return owner?.pronoun !== true && whose !== undefined && !isBody(whose) && !isBody(code) && whose !== code
}

/** "a spokesman for the rebels", "an official at the foreign ministry": whose an office is that no name stands before. */
export function settleOffices(chunks: readonly Chunk[], tokens: readonly Token[]): void {
  for (let at = 0; at + 2 < chunks.length; at++) {
    const noun = chunks[at]
    const link = chunks[at + 1]
    const of = chunks[at + 2]
    if (noun?.kind !== 'noun' || link?.kind !== 'preposition' || of?.kind !== 'noun' || !LINKS.has(link.word)) continue
    // "the head of the main opposition party"
    if (noun.entity === undefined && LEADERS.has(tokens[noun.head]) && noun.owner === undefined) {
      if (isStateless(of, tokens) || OUTSIDE.stands(tokens, of.from, of.to))
        noun.entity = outsiderOf(silentOne(), noun, tokens)
      continue
    }
    if (noun.entity === undefined || noun.entity.silent === true) continue
    if (noun.entity.office === undefined && noun.entity.unnamed !== true) continue
    if (isStateless(of, tokens)) {
      if (noun.owner === undefined) noun.entity = outsiderOf(noun.entity, noun, tokens)
    } else if (link.word === 'at' || (link.word === 'in' && of.entity?.office !== undefined)) {
      // an envoy "at the United Nations" is not the organisation's
      if (canHold(of.entity) && of.entity.person !== true && !isBody(of.entity.codes[0] ?? '') && isPlain(noun, tokens))
        noun.entity = withCodes(noun.entity, of.entity.codes)
    } else if ((of.entity?.codes.length ?? 0) === 1) belongs(noun, link, of, tokens)
  }
}

/** Nothing in the phrase tells whose the office is. */
function isPlain({ entity, owner, from, to }: NounChunk, tokens: readonly Token[]): boolean {
  if (owner !== undefined || (entity?.name !== undefined && entity.pronoun !== true)) return false
  for (let at = from + 1; at < to; at++) if (tokens[at]?.capital === true) return false
  return true
}

const LEADERS = new WordSet(
  'head leader chief chairman chairwoman chairperson founder member spokesman spokeswoman'.split(' '),
)

const LINKS = new Set(['of', 'for', 'with', 'from', 'at', 'in'])

function isStateless({ entity, owner, from, to }: NounChunk, tokens: readonly Token[]): boolean {
  if (entity !== undefined) return entity.silent === true && entity.codes.length === 0
  if (owner !== undefined) return false
  return NO_STATE.stands(tokens, from, to)
}

function outsiderOf({ office, name }: Entity, { head }: NounChunk, tokens: readonly Token[]): Entity {
  const one = silentOne()
  one.person = !areMany(tokens[head])
  one.office = office
  one.name = name
  return one
}
