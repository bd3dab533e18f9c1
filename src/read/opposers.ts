import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import { type Issue, signed } from './issue.js'
import { issueFrom } from './issues.js'
import { type Entry, ROLES } from './lexicon.js'
import type { FoundStance, Scene } from './scene.js'
import { isWarnedOf } from './unexpected.js'
import { WordSet } from './wordset.js'

const OPPOSING = new WordSet(
  'criticism criticisms opposition objection objections resistance rejection refusal unwillingness reluctance'.split(
    ' ',
  ),
)

const REFUSING = new WordSet(['refusal', 'unwillingness', 'reluctance'])

/** "its refusal to back sanctions", "to lift sanctions" */
function refusedIssue({ clauses: { chunks }, tokens }: Scene, verb: VerbChunk): Issue | undefined {
  const asked = askedBy(chunks, verb, tokens)
  const named = issueFrom(chunks, verb.index + 1, tokens)
  return asked === undefined || named === undefined ? (asked ?? named) : signed(named, asked.sign)
}

/** "dismissed Russian criticism of the draft", "condemned their opposition to sanctions": who blames those who are against a thing is for it. */
export function againstOpposers(
  scene: Scene,
  verb: VerbChunk,
  holder: Entity,
  entry: Entry,
  into: FoundStance[],
): boolean {
  const { chunks } = scene.clauses
  const noun = chunks[verb.index + 1]
  const link = chunks[verb.index + 2]
  if (verb.lemma === 'warn' && warnsOpposers(scene, verb, holder, entry, into)) return true
  if (verb.passive || noun?.kind !== 'noun' || !OPPOSING.has(scene.tokens[noun.to - 1])) return false
  // "denounced Chile's refusal to back sanctions"
  const refused = link?.kind === 'verb' && link.form === 'to' && REFUSING.has(scene.tokens[noun.to - 1])
  const over = link?.kind === 'preposition' && (link.word === 'to' || link.word === 'of' || link.word === 'over')
  if (!over && !refused) return false
  // "dropped its objections to the text"
  if (noun.owner === undefined || noun.owner.codes.some((code) => holder.codes.includes(code))) return false
  const issue = refused ? refusedIssue(scene, link) : issueFrom(chunks, verb.index + 3, scene.tokens)
  if (issue === undefined || issue.weak || issue.about === 'conduct' || issue.about === 'implementation') return false
  const stance = (issue.sign === 1) === verb.negated ? 'opposes' : 'supports'
  add(scene, into, { holder, stance, about: issue.about, noun: issue.noun, verb, rule: entry.rule, to: verb.index + 3 })
  return true
}

/** "warned Peru against vetoing the text" */
function warnsOpposers(scene: Scene, verb: VerbChunk, holder: Entity, entry: Entry, into: FoundStance[]): boolean {
  const { chunks } = scene.clauses
  const doing = chunks[verb.index + 3]
  if (doing?.kind !== 'verb' || doing.form !== 'ing' || !isWarnedOf(scene, doing) || !BLOCKING.hasVerb(doing))
    return false
  const issue = issueFrom(chunks, doing.index + 1, scene.tokens)
  if (issue?.sign !== 1 || (issue.about !== 'resolution' && issue.about !== 'sanctions')) return false
  add(scene, into, {
    holder,
    stance: 'supports',
    about: issue.about,
    noun: issue.noun,
    verb,
    rule: entry.rule,
    to: doing.index + 1,
  })
  return true
}

const BLOCKING = new WordSet(
  'block veto oppose obstruct reject resist thwart hinder impede kill sink scuttle'.split(' '),
)

/** The verb above is one of opposing: "opposes watering down the draft". */
export function isOpposed(scene: Scene, verb: VerbChunk): boolean {
  const { parent } = verb
  if (parent === undefined || parent.negated || parent.index !== verb.index - 1) return false
  const found = entriesAt(scene.tokens, parent.at, scene.to, ROLES.attitude)
  return found?.entry.stance === 'opposes' && found.entry.rule === 'oppose'
}

const STRIVING = new WordSet(['hard', 'it', 'for', 'to', 'on', 'back', 'alongside', 'with'])

/** "fought hard to get it in", "sinks into war", "even if Lebanon voted against it": words of opposing that tell something else. */
export function isOtherwise({ tokens, memory }: Scene, verb: VerbChunk, words: string): boolean {
  // "the army fights the rebels" tells its war; "will fight any troops sent there" what it would not have
  if (words === 'fight')
    return (
      STRIVING.has(tokens[verb.to]) ||
      (verb.modal === undefined &&
        verb.form !== 'to' &&
        verb.subject?.entity?.codes.includes(memory.target ?? '') === true)
    )
  if (words === 'sink') return tokens[verb.to]?.lower === 'into'
  return verb.conditional === true && verb.form === 'finite'
}

/** "anything but sanctions", "anything short of a resolution", "anything less than force" */
export function isAllElse({ tokens }: Scene, noun: NounChunk | undefined): boolean {
  if (noun === undefined) return false
  const at = noun.from
  if (tokens[at - 1]?.lower === 'but') return tokens[at - 2]?.lower === 'anything'
  return tokens[at - 3]?.lower === 'anything' && LESS.has(tokens[at - 2]) && LESS.has(tokens[at - 1])
}

const LESS = new WordSet(['less', 'than', 'short', 'of', 'other'])

const PLACING = new Set<string | undefined>(['by', 'in', 'at'])

const SOFTENING = new WordSet(['soften', 'water', 'dilute', 'weaken', 'delay', 'postpone', 'tone'])

const PLANS = new WordSet(
  'attempt attempts bid bids effort efforts move moves proposal proposals plan plans pressure call calls demand demands push suggestion suggestions'.split(
    ' ',
  ),
)

/** "resisted pressure to soften the draft", "Russia's attempt to delay the vote was opposed": what is opposed is the doing. */
export function planOpposed({ clauses: { chunks }, tokens }: Scene, verb: VerbChunk): Issue | undefined {
  const at = verb.passive ? (verb.subject === undefined ? -1 : placeIn(chunks, verb.subject) - 2) : verb.index + 1
  const noun = chunks[at]
  // "resisted attempts by Chile to pass a text", "moves in the Council to condemn it"
  const by = chunks[at + 2]
  const doing = chunks[by?.kind === 'noun' && PLACING.has(by.preposition) ? at + 3 : at + 1]
  if (noun?.kind !== 'noun' || !PLANS.has(tokens[noun.head]) || doing?.kind !== 'verb' || doing.form !== 'to')
    return undefined
  const issue = askedBy(chunks, doing, tokens)
  if (issue?.about !== 'resolution' && issue?.about !== 'sanctions' && issue?.about !== 'force') return undefined
  return SOFTENING.hasVerb(doing) ? signed(issue, -1) : issue
}
