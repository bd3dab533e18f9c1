import { aboutOf, sideOf } from './about.js'
import { stepIssue } from './apposed-steps.js'
import { askedBy } from './asked.js'
import { standsAt } from './before.js'
import { doerOf, placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import type { Clauses } from './clauses.js'
import type { Collective } from './collectives.js'
import type { DateWords } from './datewords.js'
import type { Entity } from './entity.js'
import type { Hits } from './hits.js'
import { type Issue, issueOf } from './issue.js'
import type { IssueWord } from './lexicon.js'
import type { Memory, Progress } from './memory.js'
import { namesCouncil } from './mention-codes.js'
import type { Mention } from './mentions.js'
import type { Stock } from './stock.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** A stance before dates and quotes are settled. */
export interface FoundStance {
  readonly actors: readonly string[]
  readonly stance: Stance
  readonly about: About
  /** Chunks that say it. */
  readonly from: number
  readonly to: number
  readonly target?: string | undefined
  readonly speaker?: Entity | undefined
  readonly past?: boolean | undefined
  readonly cast?: boolean | undefined
  readonly conditional?: boolean | undefined
  /** Told of many together: `actors` is then the body. */
  readonly collective?: Collective | undefined
  readonly rule: string
  readonly words: readonly [number, number]
}

export interface Scene {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly clauses: Clauses
  /** What was known when the sentence was met, and what the claims before it have told. */
  readonly memory: Memory & Progress
  readonly headline: boolean
  readonly mentions: readonly Mention[]
  readonly hits: Hits
  readonly dates: readonly DateWords[]
  readonly stock: Stock
}

export function speakerOf(scene: Scene, index: number): Entity | undefined {
  const speaker = scene.clauses.speakerAt(index)
  if (speaker !== undefined) return speaker.silent === true ? undefined : speaker
  return scene.memory.issuers
}

/** The verb's subject is a text, through which the Council speaks. */
export function isText(scene: Scene, verb: VerbChunk): boolean {
  const noun = doerOf(verb)
  return noun !== undefined && noun.entity === undefined && aboutOf(noun, scene.tokens)?.about === 'resolution'
}

/** "the military action that Tokyo had demanded": what is demanded stands before. */
export function antecedentIssue(scene: Scene, relative: number): Issue | undefined {
  for (let at = relative - 1; at >= Math.max(0, relative - 7); at--) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind === 'verb' || (chunk?.kind === 'comma' && at !== relative - 1)) return undefined
    if (chunk?.kind !== 'noun') continue
    const issue = subjectIssue(scene, chunk) ?? stepIssue(scene, chunk, at)
    if (issue !== undefined) return issue
  }
  return undefined
}

export function subjectIssue(scene: Scene, noun: NounChunk): Issue | undefined {
  const done = gerundOver(scene, noun) ?? planned(scene, noun)
  if (done !== undefined) return done
  const found = held(scene, noun) ?? aboutOf(noun, scene.tokens)
  return found === undefined ? undefined : issueOf(found.about, sideOf(noun, scene.tokens, found), found.weak, noun)
}

/** "a plan to impose sanctions was rejected", "calls by Chad to lift the embargo": what is judged is what was to be done. */
function planned({ clauses: { chunks }, tokens }: Scene, noun: NounChunk): Issue | undefined {
  if (!PLANS.has(tokens[noun.head])) return undefined
  let at = placeIn(chunks, noun) + 1
  while (standsAt(chunks, at)?.kind === 'preposition' && chunks[at + 1]?.kind === 'noun') at += 2
  const verb = standsAt(chunks, at)
  if (verb?.kind !== 'verb' || verb.form !== 'to') return undefined
  const issue = askedBy(chunks, verb, tokens)
  return issue === undefined || issue.about === 'conduct' ? undefined : issue
}
const PLANS = new WordSet(
  'plan plans proposal proposals effort efforts attempt attempts bid bids move moves decision decisions call calls demand demands push idea threat threats request'.split(
    ' ',
  ),
)

/** "lifting the embargo would fuel the war": what is judged is the doing, where it opens the clause. */
function gerundOver(scene: Scene, noun: NounChunk): Issue | undefined {
  const { chunks } = scene.clauses
  const at = placeIn(chunks, noun)
  const verb = standsAt(chunks, at - 1)
  if (verb?.kind !== 'verb' || verb.form !== 'ing' || verb.to !== verb.from + 1) return undefined
  const opens = chunks[at - 2]
  if (
    opens !== undefined &&
    opens.kind !== 'subordinator' &&
    opens.kind !== 'open' &&
    !(opens.kind === 'verb' && opens.form === 'finite')
  )
    return undefined
  const next = chunks.find((each, place) => place > at && each.kind === 'verb')
  if (next?.kind !== 'verb' || next.form !== 'finite' || next.subject !== noun) return undefined
  const issue = askedBy(chunks, verb, scene.tokens)
  return issue?.sign === -1 && (issue.about === 'sanctions' || issue.about === 'force' || issue.about === 'resolution')
    ? issue
    : undefined
}

/** "the threat of sanctions", "the use of force": what is judged is what is threatened. */
function held(scene: Scene, noun: NounChunk): IssueWord | undefined {
  if (!HELD.has(scene.tokens[noun.head])) return undefined
  const { chunks } = scene.clauses
  for (let at = placeIn(chunks, noun) + 2, hops = 0; hops < 2; at += 2, hops++) {
    const next = chunks[at]
    if (next?.kind !== 'noun' || next.preposition !== 'of') return undefined
    const issue = aboutOf(next, scene.tokens)
    if (issue?.about === 'sanctions' || issue?.about === 'force' || issue?.about === 'resolution') return issue
  }
  return undefined
}

const HELD = new WordSet('threat threats menace prospect possibility spectre specter idea talk'.split(' '))

export function end(scene: Scene, at: number, issue: Issue | undefined): number {
  const noun = issue?.noun
  if (noun === undefined) return Math.min(at + 2, scene.clauses.chunks.length - 1)
  const index = scene.clauses.chunks.findIndex((chunk) => chunk.from <= noun.from && noun.from < chunk.to)
  return Math.max(at - 1, index)
}

export function councilNamed(scene: Scene): boolean {
  return namesCouncil(scene.mentions)
}

const OF_TEXT = new WordSet(['vote', 'votes', 'text', 'draft', 'measure', 'resolution', 'statement'])

/** A text, or a vote on one, is named in the sentence. */
export function ofText({ tokens, from, to }: Scene): boolean {
  return OF_TEXT.stands(tokens, from, to)
}

/** Whether a verb stands in a clause that someone is reported to say. */
export function inSpeech(scene: Scene, verb: VerbChunk): boolean {
  return scene.clauses.speakerAt(verb.index) !== undefined
}
