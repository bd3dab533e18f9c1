import type { Activity } from './activity.js'
import { fieldsLike } from './field-names.js'
import { type ClassifiedGoods, classifyGoods } from './goods.js'
import { ready } from './phrases.js'
import { answerOf, conditionWords, NOTHING_ASKED, tokensOf, toldOf, UNASKED, wordsToldBy } from './words.js'

const fieldNames = new Map<string, readonly number[]>()

/** Numbers of the conditions whose field names are all among the words of this one: `could_contribute_to_programmes` is about `could-contribute`. */
function conditionsNamed(key: string): readonly number[] {
  const known = fieldNames.get(key)
  if (known !== undefined) return known
  const tokens = tokensOf(key)
  const found: number[] = []
  for (const [number, words] of conditionWords.entries()) {
    if (words?.keys.some((wanted) => wanted.every((word) => tokens.some((token) => token.startsWith(word)))))
      found.push(number)
  }
  if (fieldNames.size < 4096) fieldNames.set(key, found)
  return found
}

const isStateField = fieldsLike(/flag|country|owner|operator|crew|manager|registry|controlled|charterer/)
const isListField = fieldsLike(/^(?!.*(?:committee|date)).*(?:list|annex|control|item)/s)
const isListFlag = fieldsLike(/^(?:on_.*list|listed(?:_item)?|control_listed|is_listed)/)
const isUnnamed = fieldsLike(/^committee_|_class$|date/)
const NO = /^(?:no|not|none|false|n\/a)\b/i
const NAME_AND_COUNTRY: ReadonlySet<string> = new Set(['name', 'country'])
const NAME_AND_FLAG: ReadonlySet<string> = new Set(['name', 'flag'])
const NAME_COUNTRY_TYPE: ReadonlySet<string> = new Set(['name', 'country', 'type'])
const NONE: ReadonlySet<string> = new Set()

/** What an activity says in words and fields, whatever the regime; worked out when first asked. */
export class Stated {
  readonly circumstances: Readonly<Record<string, unknown>>
  #goods: ClassifiedGoods | undefined | null = null
  #text: string | undefined
  #states: readonly string[] | undefined
  #everyWord: string | undefined
  #told: number[] | undefined
  #wordsTold: number[] | undefined
  #classes: readonly string[] | undefined

  constructor(readonly activity: Activity) {
    this.circumstances = activity.circumstances ?? {}
  }

  get goods(): ClassifiedGoods | undefined {
    if (this.#goods === null) {
      const { goods } = this.activity
      const isGiven = goods != null && ((goods.description ?? '') !== '' || (goods.hs_code ?? '') !== '')
      this.#goods = isGiven ? classifyGoods(this.#goodsWords(), goods.hs_code ?? undefined) : undefined
    }
    return this.#goods
  }

  #goodsWords(): string {
    return [this.activity.goods?.description ?? '', ...listsNamed(this.circumstances)].filter(Boolean).join('; ')
  }

  get text(): string {
    if (this.#text === undefined) {
      const { goods, parties, vessel, counterpart_vessel, actor } = this.activity
      const parts: string[] = []
      gatherNamed(this.circumstances, NONE, parts)
      if (goods?.description) parts.push(goods.description)
      for (const party of parties ?? []) gatherWithout(party, NAME_AND_COUNTRY, parts)
      for (const one of [vessel, counterpart_vessel]) if (one) gatherNamed(one, NAME_AND_FLAG, parts)
      if (actor) gatherWithout(actor, NAME_COUNTRY_TYPE, parts)
      this.#text = parts.join(' ; ').toLowerCase()
    }
    return this.#text
  }

  /** States that the activity names in fields made for them, as they are written; doubles left out. */
  get states(): readonly string[] {
    if (this.#states === undefined) {
      const { exporter_country, importer_country, actor, parties, vessel, counterpart_vessel } = this.activity
      const found = new Set<unknown>([exporter_country, importer_country, actor?.country])
      for (const party of parties ?? []) found.add(party.country).add(party.nationality)
      for (const one of [vessel, counterpart_vessel]) {
        for (const key in one ?? {}) if (isStateField(key)) found.add(one?.[key])
      }
      this.#states = [...found].filter((one): one is string => typeof one === 'string' && one !== '')
    }
    return this.#states
  }

  /** Everything that is said in words, names and the verb with them. */
  get everyWord(): string {
    if (this.#everyWord === undefined) {
      const names = [
        this.activity.vessel,
        this.activity.counterpart_vessel,
        this.activity.actor,
        ...(this.activity.parties ?? []),
      ]
      this.#everyWord = [this.activity.action, this.text, ...names.map((one) => String(one?.name ?? ''))].join(' ; ')
    }
    return this.#everyWord
  }

  /** How the condition of this number stands by fields, classes and words; undefined where nothing is said. */
  stated(number: number): boolean | undefined {
    this.#told ??= this.#toldByFlags()
    let told = this.#told[number] ?? UNASKED
    if (told === UNASKED) {
      told = toldOf(this.#read(number))
      this.#told[number] = told
    }
    return answerOf(told)
  }

  #read(number: number): boolean | undefined {
    const words = conditionWords[number]
    if (words === undefined) return undefined
    for (const value of this.#allClasses()) if (words.values.has(value)) return true
    this.#wordsTold ??= wordsToldBy(ready(this.text))
    let told = this.#wordsTold[number] ?? UNASKED
    if (told === UNASKED) {
      told = toldOf(words.notWords?.test(this.text) ? false : words.words?.test(this.text) ? true : undefined)
      this.#wordsTold[number] = told
    }
    return answerOf(told)
  }

  /** What fields that say yes or no tell of the conditions that their names are about; a yes outweighs a no. */
  #toldByFlags(): number[] {
    const told = NOTHING_ASKED.slice()
    for (const from of [this.circumstances, this.activity.vessel, this.activity.counterpart_vessel]) {
      for (const key in from) {
        const value = truth(key, from[key])
        if (value === undefined) continue
        for (const number of conditionsNamed(key))
          if (answerOf(told[number] ?? UNASKED) !== true) told[number] = toldOf(value)
      }
    }
    return told
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
    if (typeof value === 'string' && isListField(key)) named.push(value)
    else if (value === true && isListFlag(key)) named.push('listed item')
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
function gatherNamed(source: Readonly<Record<string, unknown>>, without: ReadonlySet<string>, into: string[]): void {
  for (const key in source) {
    if (without.has(key)) continue
    const value = source[key]
    const isNamed = typeof value === 'string' && !isUnnamed(key) && !NO.test(value)
    if (isNamed) into.push(`${key.replaceAll('_', ' ')}: ${value}`)
    else gather(value, into)
  }
}

function gatherWithout(source: Readonly<Record<string, unknown>>, without: ReadonlySet<string>, into: string[]): void {
  for (const key in source) if (!without.has(key)) gather(source[key], into)
}

function gather(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value.replaceAll('_', ' '))
  else if (Array.isArray(value)) for (const one of value) gather(one, into)
  else if (typeof value === 'object' && value !== null)
    for (const key in value) gather((value as Record<string, unknown>)[key], into)
}
