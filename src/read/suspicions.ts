import { add } from './add-stance.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import { canHold } from './entity.js'
import { holderOf } from './holders.js'
import { type FoundStance, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

const SUSPECTING = new WordSet(
  'say believe think suspect fear charge allege claim insist maintain contend argue assert worry warn conclude assess estimate declare convince'.split(
    ' ',
  ),
)
const SEEKING = new WordSet(
  'seek pursue develop build acquire want aim intend plan try attempt work mask hide conceal cover mean design get obtain produce be make continue strive rush prepare'.split(
    ' ',
  ),
)
const ARMS = new WordSet(
  'bomb bombs weapon weapons weaponry warhead warheads arsenal weapons-grade bomb-grade weapons-related arms cover front'.split(
    ' ',
  ),
)
const NOT_ARMS = new WordSet('embargo sales inspectors inspector inspections inspection control talks'.split(' '))

/** "believes Iran is seeking nuclear weapons", "says the programme is a cover for bomb-making": who suspects it is against it. */
export function suspected(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { target } = scene.memory
  const { reported, subject } = verb
  if (target === undefined || reported === undefined || subject === undefined || verb.negated || reported.negated)
    return
  if (verb.form !== 'finite' || verb.conditional === true || !SUSPECTING.hasVerb(reported) || !SEEKING.hasVerb(verb))
    return
  if (!(isTheirs(subject, target) || subjectIssue(scene, subject)?.about === 'conduct') || !namesArms(scene, verb))
    return
  const holder = holderOf(scene, reported)
  if (!canHold(holder) || holder.codes.includes(target)) return
  add(
    scene,
    into,
    { holder, stance: 'opposes', about: 'conduct', verb: reported, rule: 'suspect', to: verb.index + 1 },
    { target },
  )
}

/** The target itself, or what is its own. */
function isTheirs(noun: NounChunk, target: string): boolean {
  return noun.entity?.codes.includes(target) === true || noun.owner?.codes.includes(target) === true
}

function namesArms({ tokens, to }: Scene, verb: VerbChunk): boolean {
  for (let at = verb.to; at < Math.min(to, verb.to + 14); at++)
    if (ARMS.has(tokens[at])) return !NOT_ARMS.has(tokens[at + 1])
  return false
}
