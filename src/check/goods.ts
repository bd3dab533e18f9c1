import { type GoodsGroup, law } from '../law/index.js'
import { type Phrases, phrasesOf } from './phrases.js'

/** What is known of goods: the groups that they are in, and the codes given or found for their name. */
export interface ClassifiedGoods {
  readonly description: string
  /** Digits only; undefined where neither given nor found. */
  readonly codes: readonly string[] | undefined
  readonly isCodeGiven: boolean
  readonly groups: ReadonlySet<string>
  /** How many barrels a tonne can make, for liquids. */
  readonly barrelsPerTonne?: { readonly from: number; readonly to: number } | undefined
  /** False where neither a code nor a word of the data says what the goods are. */
  readonly isRecognised: boolean
}

interface ReadyGroup {
  readonly group: GoodsGroup
  readonly words: Phrases | undefined
  readonly notWords: Phrases | undefined
  readonly codes: readonly string[]
}

const groups: readonly ReadyGroup[] = law.goods.groups.map((group) => ({
  group,
  words: phrasesOf(group.words),
  notWords: phrasesOf(group.notWords),
  codes: (group.practice ?? []).flatMap((practice) => practice.codes),
}))
const byId = new Map(groups.map((ready) => [ready.group.id, ready]))
const names = law.goods.names.map((name) => ({ words: phrasesOf(name.words), hs: name.hs }))

const memory = new Map<string, ClassifiedGoods>()

/** Sorts goods by their description and code (digits, dots allowed). Pure; repeated questions are remembered. */
export function classifyGoods(description: string, code?: string): ClassifiedGoods {
  const key = `${code ?? ''}|${description}`
  const known = memory.get(key)
  if (known !== undefined) return known
  const classified = classifyAfresh(description, code?.replace(/\D/g, '') || undefined)
  if (memory.size < 20_000) memory.set(key, classified)
  return classified
}

function classifyAfresh(description: string, code: string | undefined): ClassifiedGoods {
  const named = code === undefined ? names.find((name) => name.words?.test(description))?.hs : undefined
  const found = new Set<string>()
  for (const ready of groups) {
    if (isIn(ready, description, code)) addWithParents(ready, found)
  }
  const codes = code !== undefined ? [code] : (named ?? practiceCodes(found))
  return {
    description,
    codes,
    isCodeGiven: code !== undefined,
    groups: found,
    barrelsPerTonne: [...found].map((id) => byId.get(id)?.group.barrelsPerTonne).find((range) => range !== undefined),
    isRecognised: code !== undefined || named !== undefined || found.size > 0,
  }
}

function isIn(ready: ReadyGroup, description: string, code: string | undefined): boolean {
  if (ready.notWords?.test(description)) return false
  const byWords = ready.words?.test(description) ?? false
  const byCode = code !== undefined && ready.codes.some((listed) => covers(listed, code))
  if (ready.group.decides === 'words') return byWords
  if (ready.group.decides === 'either') return byWords || byCode
  return code === undefined ? byWords : byCode
}

function addWithParents(ready: ReadyGroup, found: Set<string>): void {
  let one: ReadyGroup | undefined = ready
  while (one !== undefined && !found.has(one.group.id)) {
    found.add(one.group.id)
    one = one.group.within === undefined ? undefined : byId.get(one.group.within)
  }
}

/** Codes that practice gives for the narrowest groups found, where nobody gave one. */
function practiceCodes(found: ReadonlySet<string>): string[] | undefined {
  const codes = [...found].flatMap((id) => byId.get(id)?.codes ?? [])
  return codes.length === 0 ? undefined : codes
}

/** Whether a listed code (chapter, range of chapters, heading or subheading) covers the given one. */
export function covers(listed: string, code: string): boolean {
  const dash = listed.indexOf('-')
  if (dash < 0) return code.startsWith(listed)
  const chapter = code.slice(0, 2)
  return chapter >= listed.slice(0, dash) && chapter <= listed.slice(dash + 1)
}

/** Goods as a person writes them in one line: `2710.19`, `diesel`, `2710.19 diesel`. */
export function goodsFields(text: string): { description: string; hs_code?: string } {
  const match = /^\s*(?:HS\s*)?(\d{2,4}(?:[.\s]?\d{2}){0,3})?\s*,?\s*(.*?)\s*$/i.exec(text)
  const code = match?.[1]
  return { description: match?.[2] ?? text, ...(code !== undefined && { hs_code: code.replace(/\s/g, '') }) }
}
