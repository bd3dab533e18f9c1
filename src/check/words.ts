import { activityWords } from '#data/activityWords'
import { type Act, CONDITIONS, law } from '../law/index.js'
import type { ActivityWords } from './compile.js'
import { type Phrases, phrasesOf, type ReadyText } from './phrases.js'

const words = activityWords as ActivityWords

/** What a verb can stand for beside the acts of the law: `none` is an act that a duty wants or that no measure touches. */
export type Deed = Act | 'none'

type Step = readonly string[]
interface VerbPhrase {
  readonly act: Deed
  readonly meets: string | undefined
  readonly kinds: readonly string[] | undefined
  readonly steps: readonly Step[]
}

const phrases: readonly VerbPhrase[] = words.verbs.flatMap((verb) =>
  verb.phrases.map((phrase) => ({
    act: verb.act as Deed,
    meets: verb.meets,
    kinds: verb.kinds,
    steps: phrase.split(' ').map((word): Step => words.classes[word] ?? [word.toLowerCase()]),
  })),
)
const omissions = words.classes.OMIT ?? []
const endings = words.classes.END ?? []

/** What an activity's kind stands for when its verb says nothing that is known. */
const BY_KIND: Readonly<Record<string, readonly Deed[]>> = {
  trade: ['supply', 'procure'],
  finance: ['pay'],
  asset_freeze: ['deal-with-assets'],
  aviation: ['let-fly'],
  travel: ['admit'],
  work: ['permit-work'],
  service: ['give-technical-help'],
  training: ['teach'],
  cooperation: ['cooperate-in-science'],
  investment: ['open-venture'],
}

export interface ReadVerb {
  readonly acts: readonly Deed[]
  /** Acts whose omission a duty is against and that the verb fulfils. */
  readonly meets: readonly string[]
  /** False where the verb was not known and the kind alone decided. */
  readonly isKnown: boolean
}

const memory = new Map<string, Map<string, ReadVerb>>()
const targets = new Set(law.regimes.flatMap(({ regime }) => regime.aliases))
/** Acts that need a vessel: without one they are not what an ambiguous verb means. */
const WITH_VESSEL: ReadonlySet<string> = new Set([
  'service-vessel',
  'use-flagged-vessel',
  'class-vessel',
  'insure-vessel',
  'take-flag',
  'admit-vessel',
  'register-again',
])

/**
 * The acts that a free verb such as `process_payment` or `omit_inspection` stands for, within its kind of activity. The
 * phrase that explains most of the verb decides; several that explain it equally are all taken.
 */
export function readVerb(kind: string, action: string, hasVessel: boolean): ReadVerb {
  const isWithVessel = hasVessel || kind === 'vessel'
  const place = isWithVessel ? `${kind} with vessel` : kind
  let verbs = memory.get(place)
  if (verbs === undefined) {
    verbs = new Map()
    memory.set(place, verbs)
  }
  const known = verbs.get(action)
  if (known !== undefined) return known
  const read = readAfresh(kind, action, isWithVessel)
  if (verbs.size < 10_000) verbs.set(action, read)
  return read
}

function readAfresh(kind: string, action: string, hasVessel: boolean): ReadVerb {
  const tokens = tokensOf(action).map((token) => (targets.has(token) ? 'target' : token))
  const isOmission = tokens.some((token) => startsWithAny(token, omissions))
  const scored = phrases
    .map((phrase) => ({ phrase, score: scoreOf(phrase, kind, tokens, isOmission) }))
    .filter(({ phrase, score }) => score > 0 && (hasVessel || !WITH_VESSEL.has(phrase.act)))
  const best = Math.max(...scored.map(({ score }) => score))
  const chosen = scored.filter(({ score }) => score === best).map(({ phrase }) => phrase)
  const acts = [...new Set(chosen.map(({ act }) => act))]
  const meets = [...new Set(chosen.flatMap((phrase) => phrase.meets ?? []))]
  if (acts.length > 0) return { acts, meets, isKnown: true }
  return { acts: BY_KIND[kind] ?? [], meets: [], isKnown: false }
}

function scoreOf(phrase: VerbPhrase, kind: string, tokens: readonly string[], isOmission: boolean): number {
  if (phrase.kinds !== undefined && !phrase.kinds.includes(kind)) return 0
  // What is left undone is never the deed itself.
  if (isOmission && !phrase.steps.some((step) => step === omissions)) return 0
  const [first = ''] = tokens
  if (startsWithAny(first, endings) && !phrase.steps.some((step) => startsWithAny(first, step))) return 0
  const open = [...tokens]
  let score = 0
  for (const step of phrase.steps) {
    const at = open.findIndex((token) => startsWithAny(token, step))
    if (at < 0) return 0
    open.splice(at, 1)
    score += 2
  }
  // A phrase for this kind of activity says more than one for any kind, and the first token more than the last.
  const leads = startsWithAny(tokens[0] ?? '', phrase.steps[0] ?? []) ? 0.6 : 0
  return (
    score + leads + (phrase.kinds === undefined ? 0 : 0.3) - (phrase.steps.length === 1 && isLoose(phrase) ? 0.1 : 0)
  )
}

function isLoose(phrase: VerbPhrase): boolean {
  return (phrase.steps[0]?.length ?? 0) > 1
}

function startsWithAny(token: string, stems: readonly string[]): boolean {
  return stems.some((stem) => (stem.length < 4 ? token === stem : token.startsWith(stem)))
}

export function tokensOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '')
}

/** How one condition is read: field names, class values, phrases. */
export interface ConditionWords {
  readonly keys: readonly (readonly string[])[]
  readonly values: ReadonlySet<string>
  readonly words: Phrases | undefined
  readonly notWords: Phrases | undefined
}

const wordsByName: ReadonlyMap<string, ConditionWords> = new Map(
  words.conditions.map((condition) => [
    condition.name,
    {
      keys: (condition.keys ?? []).map(tokensOf),
      values: new Set(condition.values ?? []),
      words: phrasesOf(condition.words),
      notWords: phrasesOf(condition.notWords),
    },
  ]),
)

/** The number of each condition: answers to conditions are kept in arrays, since a check asks a dozen. */
export const conditionNumbers: ReadonlyMap<string, number> = new Map(
  [...new Set([...Object.keys(CONDITIONS), ...wordsByName.keys()])].map((name, number) => [name, number]),
)

/** How each condition is read, by its number; undefined where the data have no words for it. */
export const conditionWords: readonly (ConditionWords | undefined)[] = [...conditionNumbers.keys()].map((name) =>
  wordsByName.get(name),
)

/** What a condition's answer is, as a number: an array of them is copied and read quickly. */
export const UNASKED = 0
const YES = 1
const NO = 2
const OPEN = 3

/** No condition asked yet; to be copied. */
export const NOTHING_ASKED: readonly number[] = conditionWords.map(() => UNASKED)

export function toldOf(answer: boolean | undefined): number {
  return answer === undefined ? OPEN : answer ? YES : NO
}

export function answerOf(told: number): boolean | undefined {
  return told === YES ? true : told === NO ? false : undefined
}

/** What each condition's words find in the text, filled in as they are asked; kept with the text. */
export function wordsToldBy(text: ReadyText): number[] {
  text.told ??= NOTHING_ASKED.slice()
  return text.told
}
