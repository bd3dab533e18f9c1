import { doerOf, type NounChunk, placeIn } from './chunk.js'
import type { About } from './claim.js'
import type { Signs } from './evidence.js'
import { PRONOUNS } from './pronouns.js'
import type { Scene } from './scene.js'
import type { Sided } from './sides.js'
import type { Token } from './tokens.js'
import { BLAME } from './tones.js'
import { WordSet } from './wordset.js'

/**
 * Whether a sentence can't tell of such a side, however likely its signs make it: who is judged is not who judges, no one is against conduct in words
 * that neither blame nor ask for anything, and the number of the dead is told by whoever counts them. Where nothing is asked for and nobody is
 * quoted, words of blame tell of what happened more often than of a view of it.
 */
export function isUntold(scene: Scene, { actor }: Signs, about: About, side: Sided, chance: number): boolean {
  const { memory, tokens, from, to } = scene
  const judged = actor === memory.target
  if (about !== 'conduct' && side !== '~' && mayOnly(scene, actor)) return true
  if (about === 'force') return judged && side === '+'
  if (about !== 'conduct' || side === '+') return false
  if (judged) return !accuses(scene, actor)
  if (asks(tokens, from, to)) return false
  if (chance < TOLD && !QUOTES.stands(tokens, from, to)) return true
  return !blames(tokens, from, to)
}

/** "Chile may oppose the text": whether it will is not told. */
function mayOnly({ clauses }: Scene, actor: string): boolean {
  return clauses.verbs.some(
    (verb) =>
      (verb.modal === 'may' || verb.modal === 'might') &&
      SIDING.hasVerb(verb) &&
      doerOf(verb)?.entity?.codes.includes(actor) === true,
  )
}

const SIDING = new WordSet(
  'oppose support back veto abstain reject vote block accept agree endorse join favour favor resist object'.split(' '),
)

/**
 * Whether who is judged judges others in turn: "Damascus accuses its neighbours of arming the rebels", and not "Syrian officials accused Assad",
 * "the regime accused of crimes". Behind a pronoun may be another: "it strongly condemns".
 */
function accuses({ clauses, tokens }: Scene, actor: string): boolean {
  const { chunks, verbs } = clauses
  return verbs.some((verb) => {
    const doer = doerOf(verb)
    if (!ACCUSING.hasVerb(verb) || doer?.entity?.codes.includes(actor) !== true) return false
    if (PRONOUNS.has(tokens[doer.from]) || tokens[verb.to]?.lower === 'of') return false
    const at = placeIn(chunks, verb)
    return !chunks.slice(at + 1, at + 1 + NEAR).some((chunk) => chunk.kind === 'noun' && names(chunk, actor))
  })
}

function names({ entity, owner }: NounChunk, actor: string): boolean {
  return entity?.codes.includes(actor) === true || owner?.codes.includes(actor) === true
}

/** Whether a word asks for another conduct. */
function asks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (ASKING.has(tokens[at]) || (GIVING.has(tokens[at]) && tokens[at + 1]?.lower === 'up')) return true
  return false
}

/** Whether a word blames; beside a number those that tell of the harm done don't. */
function blames(tokens: readonly Token[], from: number, to: number): boolean {
  let harm = false
  let counted = false
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token
    counted ||= COUNTS.has(token) || (token.kind === 'number' && FIGURE.test(token.lower))
    if (OUTRAGES.has(token)) return true
    if (!BLAME.has(token) || (HOLLOW.has(token) && !isFull(tokens, at, to))) continue
    if (!HARM.has(token)) return true
    harm = true
  }
  return harm && !counted
}

const QUOTES = new WordSet(['"', '“', '”', '‘', "'"])
/** How likely a view must be that is told in the reporter's words. */
const TOLD = 0.6
/** What an accusation reaches, in chunks, and "against", in words. */
const NEAR = 4
/** "against civilians", "nuclear weapons" blame. */
function isFull(tokens: readonly Token[], at: number, to: number): boolean {
  if (tokens[at]?.lower === 'against') return VICTIMS.stands(tokens, at + 1, Math.min(to, at + 1 + NEAR))
  return tokens[at]?.lower === 'weapons' && NUCLEAR.has(tokens[at - 1])
}

/** No day and no year. */
const FIGURE = /^(?!(?:19|20)\d\d$)\d[\d,.]*\d\d$/
const ACCUSING = new WordSet(['accuse', 'condemn', 'denounce', 'decry', 'deplore', 'criticise', 'criticize'])
const COUNTS = new WordSet(['hundreds', 'thousands', 'dozens', 'scores', 'hundred', 'thousand', 'million', 'millions'])
/** What happened to people, in words that a count of them uses too. */
const HARM = new WordSet(
  'killed kill killing deadly violence violent crackdown refugees displaced victims suffering clashes fighting fear fears against attack attacks bombing shelling unrest arms bloody blood famine'.split(
    ' ',
  ),
)
const OUTRAGES = new WordSet(
  'massacres murders atrocity savagery barbarity cruelties tyrants dictators oppressive delusional harshly preventing broken murdering slaughtering'.split(
    ' ',
  ),
)
/** Words of blame that blame nobody by themselves: "the fall of the regime", "in charge", "it cannot be open-ended", "serious consideration". */
const HOLLOW = new WordSet(
  'regime against charge charges weapons arms pressure risk serious cannot strike seized airstrikes executed refugees'.split(
    ' ',
  ),
)
const VICTIMS = new WordSet([
  'civilians',
  'protesters',
  'demonstrators',
  'people',
  'population',
  'citizens',
  'humanity',
  'women',
])
const NUCLEAR = new WordSet(['nuclear', 'atomic'])
const GIVING = new WordSet(['give', 'gives', 'giving'])
/** What one wants of whom one judges. */
const ASKING = new WordSet(
  'demand demands demanded demanding must should urge urges urged urging comply complying compliance responsible responsibility accountable restraint withdraw withdrawing withdrawal pullback pull down resign quit end ends disarm renounce freeze suspend suspended suspension obligations cooperate unconscionable legitimacy imperative insist insists insisted wants'.split(
    ' ',
  ),
)
