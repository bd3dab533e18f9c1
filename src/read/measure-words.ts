import { standsAt } from './before.js'
import { type NounChunk, placeBehind, placeOver, type VerbChunk } from './chunk.js'
import type { MeasureType } from './claim.js'
import { measureTrie } from './lexicon.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "sanctions", and nothing more */
export function isPlain(types: readonly MeasureType[]): boolean {
  return types.length === 1 && types[0] === 'sanctions'
}

/** "no sanctions", "no country", "none of the banks" */
export function isNone({ tokens }: Scene, noun: NounChunk | undefined): boolean {
  return noun !== undefined && NOBODY.has(tokens[noun.from])
}
const NOBODY = new WordSet(['nobody', 'none', 'no'])

/** Measures named in a stretch of chunks. */
export interface NamedTypes {
  readonly types: readonly MeasureType[]
  /** A measure's own name stands there ("sanctions", "a ban on coal"), not only goods and such. */
  readonly named: boolean
  /** The last chunk that names one. */
  readonly last: number
}

/** Nouns that make a measure of what follows: "a halt to oil supplies", "a cap on refined petroleum". */
const BANS = new WordSet(
  'bans ban halt cuts cut cut-off cutoff freezes freeze embargo embargoes suspension caps cap ceilings ceiling limits limit restrictions restriction curbs curb prohibitions prohibition boycott stop stopping restraints restraint reductions reduction constraints constraint banning cutting inspections inspection searching searches repatriation expulsion recall moratorium curtailment severing halting moratoriums'.split(
    ' ',
  ),
)
const OVER = new Set(['on', 'to', 'of', 'against', 'in', 'for'])

/** Whether a noun phrase is a ban, a limit, a halt. */
export function isBan(scene: Scene, noun: NounChunk): boolean {
  return BANS.has(scene.tokens[noun.to - 1])
}

/** Whether a noun phrase ends in a word that bans what the next phrase names. */
export function isBanOn(scene: Scene, index: number): boolean {
  const { chunks } = scene.clauses
  const chunk = chunks[index]
  const link = chunks[index + 1]
  if (chunk?.kind !== 'noun' || link?.kind !== 'preposition' || !OVER.has(link.word)) return false
  return isBan(scene, chunk)
}

/** A phrase about what someone does with the goods ("its weapons programme") bans no goods. */
const DOING = new Set(
  'programs program programmes programme tests test activity activities work ambitions development'.split(' '),
)

/** "naval assets": ships and planes */
const MILITARY = new WordSet(
  'military naval air reconnaissance surveillance intelligence nato strategic ground'.split(' '),
)

/** Those who watch over sanctions or speak of them: no measure. */
const ABOUT = new WordSet(
  'committee panel experts expert monitors monitor team chief debate busters buster busting evasion violations violation breach breaches compliance exemptions exemption waivers waiver issue question threat talks option route path track vote'.split(
    ' ',
  ),
)

/** The measures that chunks `from` to `to` name; words of goods ("coal", "ships") count only where `objects` says so. */
export function typesBetween(scene: Scene, from: number, to: number, objects: boolean): NamedTypes {
  const { chunks } = scene.clauses
  const types: MeasureType[] = []
  let named = false
  let last = from
  const start = chunks[from]?.from ?? scene.to
  const end = chunks[to]?.to ?? scene.to
  for (let at = start; at < end; at++) {
    let best = 0
    let type: MeasureType | undefined
    let name = false
    for (const { value: word, length } of measureTrie.at(scene.tokens, at)) {
      if (length <= best || at + length > end || (word.object && !objects)) continue
      best = length
      type = word.type
      name = !word.object
    }
    if (type === undefined) continue
    if (name && ABOUT.has(scene.tokens[at + best])) continue
    if (!name) {
      const holder = standsAt(chunks, placeOver(chunks, at))
      if (holder?.kind === 'noun' && DOING.has(scene.tokens[holder.to - 1]?.lower ?? '')) continue
      if (type === 'asset-freeze' && MILITARY.has(scene.tokens[at - 1])) continue
      // "its development of missiles"
      const doing =
        holder?.kind === 'noun' && holder.preposition === 'of' ? scene.tokens[holder.from - 2]?.lower : undefined
      if (doing !== undefined && DOING.has(doing)) continue
    }
    if (!types.includes(type)) types.push(type)
    named ||= name
    last = placeBehind(chunks, at + best - 1)
    at += best - 1
  }
  // "coal, iron, lead and seafood": the metal, in a list of its kind
  if (objects && (types.includes('coal') || types.includes('iron')) && !types.includes('lead'))
    for (let at = start; at < end; at++) if (scene.tokens[at]?.lower === 'lead') types.push('lead')
  // "economic sanctions" beside a named type adds nothing.
  const told = types.length > 1 ? types.filter((type) => type !== 'sanctions') : types
  return { types: told, named, last: last < 0 ? to : last }
}

/** "a referral of the crackdown to the war crimes court": the court may stand behind what is referred. */
export function isReferral(scene: Scene, index: number): boolean {
  const { chunks } = scene.clauses
  const noun = chunks[index]
  if (noun?.kind !== 'noun' || !REFERRALS.has(scene.tokens[noun.to - 1])) return false
  for (let at = index + 2; at < Math.min(chunks.length, index + 8); at += 2) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || chunks[at - 1]?.kind !== 'preposition') return false
    if (chunk.preposition === 'to') return COURT.test(textOfTokens(scene, chunk.from, Math.min(scene.to, chunk.to + 4)))
  }
  return false
}
export const REFERRALS = new WordSet(['referral', 'referrals', 'referring'], true)
const COURT = /\b(?:icc|criminal court|war[- ]crimes (?:court|tribunal)|hague)\b/

/** The lower-case words of a stretch of tokens, joined by spaces. */
export function textOfTokens(scene: Scene, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += `${at > from ? ' ' : ''}${scene.tokens[at]?.lower ?? ''}`
  return text
}

/** "the sanctions under consideration include", "the steps being discussed would ban" */
export function isWeighed(scene: Scene, { subject, from }: VerbChunk): boolean {
  if (subject === undefined || subject.to > from) return false
  return /\bunder (?:consideration|discussion|negotiation|review)\b|\bbeing (?:considered|discussed|weighed|debated|negotiated|drafted|mooted|prepared)\b|\bon the (?:table|agenda)\b/.test(
    textOfTokens(scene, subject.to, from),
  )
}
