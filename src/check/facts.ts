import type { CivilDate } from '../dates.js'
import type { RegimeLaw } from '../law/index.js'
import { stateFor } from '../states.js'
import type { Activity } from './activity.js'
import { type ClassifiedGoods, classifyGoods } from './goods.js'
import { type PartyFact, partiesOf, type VesselFact, vesselOf } from './parties.js'
import { type Phrases, phrasesOf } from './phrases.js'
import { conditionWords, tokensOf } from './words.js'

/** Where goods, funds or persons go, seen from the target; `other` is between third states. */
export type Direction = 'into' | 'out' | 'other'

/** What an activity states, as one regime's measures ask for it. Everything costly is worked out when first asked. */
export interface Facts {
  readonly activity: Activity
  readonly on: CivilDate
  readonly regime: RegimeLaw
  readonly lists: Lists
  /** The day as of which parties are looked up. */
  readonly screenOn: CivilDate
  readonly circumstances: Readonly<Record<string, unknown>>
  readonly direction: Direction | undefined
  /** True where the activity itself names the target, in a country, direction, flag or word. */
  readonly isLinked: boolean
  readonly goods: ClassifiedGoods | undefined
  readonly parties: readonly PartyFact[]
  readonly vessel: VesselFact | undefined
  readonly counterpart: VesselFact | undefined
  /** Free words of circumstances, roles, goods and vessel, lower case. */
  readonly text: string
  /** How a condition stands by the words and fields alone; undefined where nothing is said. */
  stated(name: string): boolean | undefined
  isTarget(country: unknown): boolean
  mentionsTarget(text: string | undefined): boolean
}

/** Lists by regime id; what a check screens parties against. */
export type Lists = (regime: string) => import('../lists/index.js').ListSnapshot | undefined

/** A field that says yes or no, and the conditions that its name is about. */
interface Flag {
  readonly conditions: ReadonlySet<string>
  readonly value: boolean
}

const fieldNames = new Map<string, ReadonlySet<string>>()

/** The conditions whose field names are all among the words of this one: `could_contribute_to_programmes` is about `could-contribute`. */
function conditionsNamed(key: string): ReadonlySet<string> {
  const known = fieldNames.get(key)
  if (known !== undefined) return known
  const tokens = tokensOf(key)
  const found = new Set<string>()
  for (const [name, { keys }] of conditionWords) {
    if (keys.some((words) => words.every((word) => tokens.some((token) => token.startsWith(word))))) found.add(name)
  }
  if (fieldNames.size < 4096) fieldNames.set(key, found)
  return found
}

const targetWords = new Map<string, Phrases | undefined>()

class ActivityFacts implements Facts {
  readonly circumstances: Readonly<Record<string, unknown>>
  readonly direction: Direction | undefined
  #goods: ClassifiedGoods | undefined | null = null
  #parties: readonly PartyFact[] | undefined
  #vessels: readonly (VesselFact | undefined)[] | undefined
  #text: string | undefined
  #isLinked: boolean | undefined
  #stated = new Map<string, boolean | undefined>()
  #flags: readonly Flag[] | undefined
  #classes: readonly string[] | undefined

  constructor(
    readonly activity: Activity,
    readonly on: CivilDate,
    readonly regime: RegimeLaw,
    readonly lists: Lists,
    readonly screenOn: CivilDate,
  ) {
    this.circumstances = activity.circumstances ?? {}
    this.direction = this.#directionOf()
  }

  get goods(): ClassifiedGoods | undefined {
    if (this.#goods === null) {
      const { goods } = this.activity
      const isGiven = goods != null && ((goods.description ?? '') !== '' || (goods.hs_code ?? '') !== '')
      const words = [goods?.description ?? '', ...listsNamed(this.circumstances)].filter(Boolean).join('; ')
      this.#goods = isGiven ? classifyGoods(words, goods.hs_code ?? undefined) : undefined
    }
    return this.#goods
  }

  get parties(): readonly PartyFact[] {
    this.#parties ??= partiesOf(this)
    return this.#parties
  }

  get vessel(): VesselFact | undefined {
    return this.#bothVessels()[0]
  }

  get counterpart(): VesselFact | undefined {
    return this.#bothVessels()[1]
  }

  #bothVessels() {
    this.#vessels ??= [vesselOf(this, this.activity.vessel), vesselOf(this, this.activity.counterpart_vessel)]
    return this.#vessels
  }

  get text(): string {
    if (this.#text === undefined) {
      const { goods, parties, vessel, counterpart_vessel, actor } = this.activity
      const parts: string[] = []
      gatherNamed(this.circumstances, parts)
      if (goods?.description) parts.push(goods.description)
      for (const party of parties ?? []) gather({ ...party, name: undefined, country: undefined }, parts)
      for (const one of [vessel, counterpart_vessel])
        if (one) gatherNamed({ ...one, name: undefined, flag: undefined }, parts)
      if (actor) gather({ ...actor, name: undefined, country: undefined, type: undefined }, parts)
      this.#text = parts.join(' ; ').toLowerCase()
    }
    return this.#text
  }

  get isLinked(): boolean {
    this.#isLinked ??= this.#linked()
    return this.#isLinked
  }

  #linked(): boolean {
    const { activity } = this
    if (this.direction === 'into' || this.direction === 'out') return true
    const countries = [activity.exporter_country, activity.importer_country, activity.actor?.country]
    const vessels = [activity.vessel, activity.counterpart_vessel]
    for (const vessel of vessels) {
      for (const [key, value] of Object.entries(vessel ?? {})) {
        if (/flag|country|owner|operator|crew|manager|registry|controlled|charterer/.test(key))
          countries.push(String(value))
      }
    }
    for (const party of activity.parties ?? [])
      countries.push(String(party.country ?? ''), String(party.nationality ?? ''))
    if (countries.some((country) => this.isTarget(country))) return true
    if (this.mentionsTarget(activity.action.replaceAll('_', ' ')) || this.mentionsTarget(this.text)) return true
    return [...(activity.parties ?? []), ...vessels].some((one) => this.mentionsTarget(String(one?.name ?? '')))
  }

  isTarget(country: unknown): boolean {
    if (typeof country !== 'string' || country === '') return false
    const { target, aliases } = this.regime.regime
    if (country === target) return true
    const state = country.length <= 3 ? stateFor(country) : undefined
    return state !== undefined ? state.code === target : aliases.includes(country.toLowerCase().replace(/[ -]/g, '_'))
  }

  mentionsTarget(text: string | undefined): boolean {
    if (text === undefined || text === '') return false
    const { id, aliases } = this.regime.regime
    if (!targetWords.has(id)) targetWords.set(id, phrasesOf(aliases.map((alias) => alias.replaceAll('_', ' '))))
    return targetWords.get(id)?.test(text.replaceAll('_', ' ')) ?? false
  }

  #directionOf(): Direction | undefined {
    const { direction, exporter_country, importer_country } = this.activity
    const { aliases } = this.regime.regime
    if (direction) {
      const [way = '', ...rest] = direction.toLowerCase().replace(/[ -]/g, '_').split('_')
      const who = rest.join('_')
      if (way === 'to' || way === 'into') return aliases.includes(who) ? 'into' : 'other'
      if (way === 'from' || way === 'out') return aliases.includes(who) ? 'out' : 'other'
      return 'other'
    }
    if (this.isTarget(importer_country)) return 'into'
    if (this.isTarget(exporter_country)) return 'out'
    return exporter_country && importer_country ? 'other' : undefined
  }

  stated(name: string): boolean | undefined {
    if (this.#stated.has(name)) return this.#stated.get(name)
    const read = this.#read(name)
    this.#stated.set(name, read)
    return read
  }

  #read(name: string): boolean | undefined {
    const words = conditionWords.get(name)
    if (words === undefined) return undefined
    let isDenied = false
    for (const flag of this.#allFlags()) {
      if (!flag.conditions.has(name)) continue
      if (flag.value) return true
      isDenied = true
    }
    if (isDenied) return false
    if (this.#allClasses().some((value) => words.values.has(value))) return true
    if (words.notWords?.test(this.text)) return false
    return words.words?.test(this.text) ? true : undefined
  }

  #allFlags() {
    if (this.#flags === undefined) {
      const flags: Flag[] = []
      for (const from of [this.circumstances, this.activity.vessel ?? {}, this.activity.counterpart_vessel ?? {}]) {
        for (const key in from) {
          const value = truth(key, from[key])
          if (value !== undefined) flags.push({ conditions: conditionsNamed(key), value })
        }
      }
      this.#flags = flags
    }
    return this.#flags
  }

  #allClasses(): readonly string[] {
    if (this.#classes === undefined) {
      const found: string[] = []
      for (const key in this.circumstances) {
        const value = this.circumstances[key]
        if (key.endsWith('_class') && typeof value === 'string') found.push(value)
      }
      this.#classes = found
    }
    return this.#classes
  }
}

/** Lists of items that the circumstances say the goods stand on. */
function listsNamed(circumstances: Readonly<Record<string, unknown>>): string[] {
  const named: string[] = []
  for (const key in circumstances) {
    const value = circumstances[key]
    if (typeof value === 'string' && /list|annex|control|item/.test(key) && !/committee|date/.test(key))
      named.push(value)
    else if (value === true && /^(?:on_.*list|listed(?:_item)?|control_listed|is_listed)/.test(key))
      named.push('listed item')
  }
  return named
}

/** A yes or no in a field: true, false, "yes", "no"; other text says nothing here and is read as words. */
function truth(key: string, value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' || key.startsWith('committee_')) return undefined
  if (/^(?:yes|true)$/i.test(value)) return true
  if (/^(?:no|false|none)$/i.test(value)) return false
  return undefined
}

/** A name and its value say one thing together ("consent: refused"), unless the value takes it back. */
function gatherNamed(source: Readonly<Record<string, unknown>>, into: string[]): void {
  for (const key in source) {
    const value = source[key]
    const isNamed =
      typeof value === 'string' &&
      !/^committee_|_class$|date/.test(key) &&
      !/^(?:no|not|none|false|n\/a)\b/i.test(value)
    if (isNamed) into.push(`${key.replaceAll('_', ' ')}: ${value}`)
    else gather(value, into)
  }
}

function gather(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value.replaceAll('_', ' '))
  else if (Array.isArray(value)) for (const one of value) gather(one, into)
  else if (typeof value === 'object' && value !== null)
    for (const key in value) gather((value as Record<string, unknown>)[key], into)
}

export function factsOf(activity: Activity, on: CivilDate, regime: RegimeLaw, lists: Lists, screenOn = on): Facts {
  return new ActivityFacts(activity, on, regime, lists, screenOn)
}
