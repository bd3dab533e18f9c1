import { isAccord } from './about.js'
import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import type { Chunk, VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import type { Entity } from './entity.js'
import { nearestAbout } from './held-of.js'
import { WORDED } from './judgements.js'
import { type Entry, entryTrie } from './lexicon.js'
import { type FoundStance, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

export const CALLING = new WordSet([
  'call',
  'regard',
  'consider',
  'describe',
  'see',
  'view',
  'brand',
  'label',
  'treat',
  'denounce',
  'condemn',
  'deem',
  'dub',
  'slam',
  'dismiss',
  'recognize',
  'recognise',
  'characterize',
  'characterise',
  'term',
])

const WARS = new WordSet(
  'intervention war invasion zone action strike strikes force operation campaign solution raids'.split(' '),
)

/** "called the air strikes madness": what others may do by arms, and not what the target does. */
function isWar(scene: Scene, object: Chunk | undefined): boolean {
  if (object?.kind !== 'noun' || !WARS.has(scene.tokens[object.head])) return false
  return object.owner?.codes.includes(scene.memory.target ?? '') !== true
}

const SAYINGS = new WordSet(
  'report reports accusation accusations allegation allegations charge charges claim claims assertion assertions criticism suggestion remarks comments statement demand demands threat threats proposal offer idea plan notion move decision'.split(
    ' ',
  ),
)

/** "called the trial a sham": what the target does without a word of its own, where another than the target judges. */
function isDeed(scene: Scene, holder: Entity, object: Chunk | undefined): boolean {
  const { target } = scene.memory
  if (object?.kind !== 'noun' || target === undefined || holder.codes.includes(target)) return false
  const first = scene.tokens[object.from]?.lower
  if (first !== 'the' && object.owner?.codes.includes(target) !== true) return false
  return object.entity === undefined && !SAYINGS.has(scene.tokens[object.head])
}

/** "called the launch a provocation", "would regard it as a violation": the subject judges the object. */
export function called(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses, to } = scene
  const holder = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0) return
  const next = clauses.verbs.find((each) => each.index > verb.index && each.form === 'finite')
  const end = Math.min(next?.from ?? to, verb.to + 26)
  for (let at = verb.to; at < end; at++) {
    let entry: Entry | undefined
    let best = 0
    entryTrie.each(tokens, at, end, (each, length) => {
      if (
        each.role !== 'evaluation' ||
        each.part !== 'adjective' ||
        each.negated === true ||
        each.target === true ||
        length <= best
      )
        return
      best = length
      entry = each
    })
    if (entry === undefined) continue
    const object = clauses.chunks[verb.index + 1]
    const named = object?.kind === 'noun' ? object.entity : undefined
    const found = object?.kind === 'noun' ? subjectIssue(scene, object) : undefined
    let about: About | undefined = found !== undefined && !found.weak ? found.about : undefined
    if (object?.kind === 'noun' && isAccord(object, tokens)) about = 'talks'
    const bare = object?.kind === 'noun' && object.to === object.from + 1
    if (bare && found?.weak && found.about !== 'conduct' && nearestAbout(scene, object) === found.about)
      about = found.about
    if (object?.kind === 'noun' && object.entity === undefined && WORDED.has(tokens[object.head])) about = 'resolution'
    if (named?.codes.includes('UNSC')) about = 'resolution'
    if (about === 'implementation' || (about === 'force' && !isWar(scene, object))) about = 'conduct'
    if (about === undefined && entry.stance === 'opposes' && (entry.about === 'conduct' || named !== undefined))
      about = 'conduct'
    if (about === undefined && entry.stance === 'opposes' && isDeed(scene, holder, object)) about = 'conduct'
    if (about === undefined || (about === 'conduct' && entry.stance === 'supports')) return
    if (named !== undefined && named.codes.length > 0 && named.codes.every((code) => holder.codes.includes(code)))
      return
    add(scene, into, {
      holder,
      stance: entry.stance as Stance,
      about,
      ...(object?.kind === 'noun' ? { noun: object } : {}),
      verb,
      rule: entry.rule,
      to: verb.index + 3,
    })
    return
  }
}
