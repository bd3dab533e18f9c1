import type { Chunk, VerbChunk } from './chunks.js'
import type { Stance } from './claim.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Operators on the verb: negation, "refused to", "hesitant to", "threatened to"; the stance that is left, or none. */
export function turned(scene: Scene, stance: Stance, verb: VerbChunk): Stance | undefined {
  let now: Stance | undefined = stance
  if (verb.negated) now = isNotYet(scene, verb) ? pending(now) : negated(now)
  let child = verb
  for (
    let parent = verb.parent, depth = 0;
    parent !== undefined && depth < 4;
    child = parent, parent = parent.parent, depth++
  ) {
    if (child.form === 'finite') break
    // "the bid failed, with Norway calling for a vote"
    if (child.form === 'ing' && child.subject?.preposition === 'with' && child.subject.from > parent.from) break
    const operator = operatorOn(scene, parent, child)
    // "withdrew a threat to veto"
    const turn =
      operator?.part === 'noun' && UNDOING.hasVerb(parent)
        ? 'against'
        : (operator?.effect ?? likewise(scene, parent, child))
    if (turn === 'silent') return 'undeclared'
    if (turn === 'undeclared') now = now === undefined ? undefined : 'undeclared'
    else if (turn === 'against' && parent.lemma === 'fail' && (now === 'opposes' || now === 'vetoes')) {
      /* "failed to stop the text": it tried */
    } else if (turn === 'against' && parent.lemma === 'fail' && WINNING.hasVerb(child)) {
      /* "failed to persuade them to back the text": it wants it */
    } else if (turn === 'against')
      now = now === undefined ? undefined : parent.negated && operator?.negated !== true ? unruled(now) : negated(now)
    else if (turn === 'keep') {
      /* as it is */
    } else if (parent.lemma === 'abstain' && child.subject === parent.subject) return undefined
    else if (LETTING.hasVerb(parent)) {
      // "will not allow the Council to adopt it"
      if (parent.negated) now = now === undefined ? undefined : negated(now)
      continue
    } else if (child.form === 'to' && parent.lemma !== 'be') break
    // "made no attempt to comply"
    const denied =
      parent.negated || (turn === 'keep' && operator?.part === 'noun' && isNone(scene, parent, child, operator))
    if (denied && turn === 'keep') now = now === undefined ? undefined : negated(now)
  }
  return now
}

/** "has not yet backed it" */
function isNotYet({ tokens }: Scene, { from, to }: VerbChunk): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.lower === 'yet') return true
  return false
}

/** What is left of a stance that is not taken yet. */
function pending(stance: Stance): Stance | undefined {
  return stance === 'supports' || stance === 'opposes' || stance === 'accepts' ? 'undeclared' : undefined
}

function isNone({ tokens }: Scene, parent: VerbChunk, child: VerbChunk, { words }: Entry): boolean {
  for (let at = parent.to; at < child.from; at++)
    if (tokens[at]?.lower === 'no') return tokens[at + 1]?.lower === words || tokens[at + 2]?.lower === words
  return false
}

/** "will not follow others in imposing sanctions": does it, or does it not. */
function likewise({ tokens }: Scene, parent: VerbChunk, { form, from }: VerbChunk): 'keep' | undefined {
  return form === 'ing' && FOLLOWING.hasVerb(parent) && tokens[from - 1]?.lower === 'in' ? 'keep' : undefined
}
const FOLLOWING = new WordSet(['follow', 'join'])

const LETTING = new WordSet(['allow', 'let', 'permit', 'enable'])
const WINNING = new WordSet(
  'persuade convince win secure obtain get gain muster garner rally induce coax sway'.split(' '),
)
const UNDOING = new WordSet('withdraw drop abandon retract lift shelve renounce rescind'.split(' '))

export function negated(stance: Stance): Stance | undefined {
  if (stance === 'supports' || stance === 'accepts') return 'opposes'
  if (stance === 'opposes' || stance === 'vetoes') return 'accepts'
  return undefined
}

/** "did not rule out backing it": it may, and it may not. */
function unruled(stance: Stance): Stance {
  return stance === 'supports' ? 'accepts' : stance === 'accepts' ? 'accepts' : 'undeclared'
}

/** The operator of `parent` on its complement: its verb, or the adjective or noun between the two. */
export function operatorBetween(scene: Scene, parent: VerbChunk, child: VerbChunk): string | undefined {
  return operatorOn(scene, parent, child)?.effect
}

function operatorOn(scene: Scene, parent: VerbChunk, child: VerbChunk): Entry | undefined {
  const { tokens } = scene
  let turn: Entry | undefined
  let best = 0
  for (let at = parent.at; at < child.from; at++) {
    if ((rolesAt(tokens, at) & ROLES.operator) === 0) {
      best = 0
      continue
    }
    for (const { value: entry, length } of entryTrie.at(tokens, at)) {
      if (entry.role !== 'operator' || length <= best || at + length > child.to) continue
      if (entry.part === 'noun' && leads(scene, child)) continue
      if ((entry.negated === true && !parent.negated) || (entry.part === 'verb' && at !== parent.at)) continue
      // "ruled out the possibility of vetoing": the nearer word takes nothing back.
      if (turn !== undefined && turn.effect !== 'keep' && entry.effect === 'keep') continue
      best = length
      turn = entry
    }
    best = 0
  }
  return turn
}

/** "said failure to pass the text would embolden them": the noun and all behind it are a subject, and not what is done. */
export function leads({ clauses: { chunks, verbs } }: Scene, child: VerbChunk): boolean {
  if (child.form !== 'to' && child.form !== 'ing') return false
  const next = verbs.find((each) => each.index > child.index)
  if (next?.form !== 'finite' || next.relative === true || next.index > child.index + 6) return false
  for (let at = child.index + 1; at < next.index; at++) {
    const { kind } = chunks[at] as Chunk
    if (kind !== 'noun' && kind !== 'preposition') return false
  }
  return true
}
