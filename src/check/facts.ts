import type { CivilDate } from '../dates.js'
import type { ConditionName, RegimeLaw } from '../law/index.js'
import { stateFor } from '../states.js'
import type { Activity } from './activity.js'
import type { CeilingFigures } from './ceiling-figures.js'
import type { ClassifiedGoods } from './goods.js'
import { type PartyFact, partiesOf, type VesselFact, vesselOf } from './parties.js'
import { type Phrases, phrasesOf } from './phrases.js'
import type { Stated } from './stated.js'
import { conditionNumbers, NOTHING_ASKED } from './words.js'

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
  /** The Committee's figures under ceilings, where a record has them. */
  readonly figures: CeilingFigures | undefined
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
  /** Conditions asked before, by number, with their answers. */
  readonly answers: number[]
  /** What every finding on the activity tells of it, once it was put in words. */
  inWords: readonly string[] | undefined
  /** How a condition stands by the words and fields alone; undefined where nothing is said. */
  stated(name: ConditionName): boolean | undefined
  isTarget(country: unknown): boolean
  mentionsTarget(text: string | undefined): boolean
}

/** Lists by regime id; what a check screens parties against. */
export type Lists = (regime: string) => import('../lists/index.js').ListSnapshot | undefined

const targetWords = new Map<string, Phrases | undefined>()

class ActivityFacts implements Facts {
  readonly activity: Activity
  readonly circumstances: Readonly<Record<string, unknown>>
  readonly direction: Direction | undefined
  #answers: number[] | undefined
  inWords: readonly string[] | undefined = undefined
  #parties: readonly PartyFact[] | undefined
  #vessels: readonly (VesselFact | undefined)[] | undefined
  #isLinked: boolean | undefined

  constructor(
    readonly shared: Stated,
    readonly on: CivilDate,
    readonly regime: RegimeLaw,
    readonly lists: Lists,
    readonly screenOn: CivilDate,
    readonly figures: CeilingFigures | undefined,
  ) {
    this.activity = shared.activity
    this.circumstances = shared.circumstances
    this.direction = this.#directionOf()
  }

  get answers(): number[] {
    this.#answers ??= NOTHING_ASKED.slice()
    return this.#answers
  }

  get goods(): ClassifiedGoods | undefined {
    return this.shared.goods
  }

  get text(): string {
    return this.shared.text
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

  get isLinked(): boolean {
    this.#isLinked ??= this.#linked()
    return this.#isLinked
  }

  #linked(): boolean {
    if (this.direction === 'into' || this.direction === 'out') return true
    return this.shared.states.some((state) => this.isTarget(state)) || this.mentionsTarget(this.shared.everyWord)
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
    return targetWords.get(id)?.test(text) ?? false
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

  stated(name: ConditionName): boolean | undefined {
    const number = conditionNumbers.get(name)
    return number === undefined ? undefined : this.shared.stated(number)
  }
}

export function factsOf(
  shared: Stated,
  on: CivilDate,
  regime: RegimeLaw,
  lists: Lists,
  screenOn = on,
  figures?: CeilingFigures,
): Facts {
  return new ActivityFacts(shared, on, regime, lists, screenOn, figures)
}
