import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { isOfUN } from './bodies.js'
import type { VerbChunk } from './chunk.js'
import { canHold } from './entity.js'
import { isHeldByOne } from './held-already.js'
import { isPressed } from './holders.js'
import { type Entry, ROLES } from './lexicon.js'
import { end, type FoundStance, type Scene } from './scene.js'
import { leads, operatorBetween, turned } from './turned.js'
import { isWished } from './wished.js'
import { WordSet } from './wordset.js'

/** What one does to a text whose way one clears. */
const FURTHERING = new WordSet(
  'adopt pass approve put bring seek discuss consider negotiate push move go press proceed support back endorse vote work take draft co-sponsor sponsor introduce table circulate submit let see get accept agree sign author finalize finalise complete conclude expedite advance unite rally'.split(
    ' ',
  ),
)

/** What one does to a thing of which one's mind is not made up yet. */
const WEIGHING = new WordSet(['discuss', 'consider', 'vote', 'negotiate', 'see', 'take', 'work', 'study', 'get'])

/** What one does to sanctions, besides what may be done to anything. */
const PENALISING = new WordSet(
  'take impose increase tighten toughen strengthen intensify extend renew expand reimpose levy slap lift ease maintain keep apply adopt introduce support back join widen broaden step put place enforce include discuss consider move go press proceed push seek pursue approve endorse accept agree relax suspend remove scrap end drop loosen ban bar freeze cut halt restrict prohibit invoke threaten embrace see contemplate prepare draft propose match follow'.split(
    ' ',
  ),
)

/** "is ready to adopt the text", "would join its allies in imposing sanctions", "will not consider easing them": what one is minded to do is held. */
export function undertaken(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (scene.headline || verb.passive || verb.conditional === true || verb.subject === undefined) return
  const furthers = FURTHERING.hasVerb(verb)
  if (!furthers && !PENALISING.hasVerb(verb)) return
  // "easing the sanctions would be wrong", "their attempt to delay the vote was opposed": a subject, and nobody's plan
  if (verb.form === 'ing' && leads(scene, verb)) return
  // "will discuss the draft", "will vote on it": for or against is not told
  if (verb.form === 'finite' && WEIGHING.hasVerb(verb)) return
  if (!isMeant(scene, verb) || isUnderBlame(scene, verb) || isPressed(verb)) return
  if (isWished(scene, verb, verb.subject)) return
  const holder = actorOf(scene, verb.subject)
  if (!canHold(holder) || holder.codes.some(isOfUN)) return
  const issue = askedBy(scene.clauses.chunks, verb, scene.tokens, false)
  if (issue?.noun === undefined || issue.weak) return
  if (issue.about === 'resolution' ? !furthers : issue.about !== 'sanctions' || !PENALISING.hasVerb(verb)) return
  if (issue.about === 'sanctions' && holder.codes.includes(scene.memory.target ?? '')) return
  if (isHeldByOne(into, holder.codes, issue.about)) return
  const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
  if (now === undefined || now === 'accepts') return
  add(scene, into, {
    holder,
    stance: now,
    about: issue.about,
    noun: issue.noun,
    verb,
    rule: 'undertake',
    to: end(scene, verb.index + 1, issue),
  })
}

/** Under an operator, behind "join … in", or told of the future. */
function isMeant(scene: Scene, verb: VerbChunk): boolean {
  const { parent } = verb
  if (verb.form === 'finite') return verb.modal === 'will'
  if (parent === undefined || parent.conditional === true || parent.passive || parent.lemma === 'need') return false
  if (verb.subject !== undefined && verb.subject.from > parent.from) return false
  if (verb.form === 'ing' && (parent.lemma === 'join' || parent.lemma === 'follow'))
    return scene.tokens[verb.from - 1]?.lower === 'in'
  // "to report any intention to ease them"
  for (let at = parent.to; at < verb.from; at++) if (scene.tokens[at]?.lower === 'any') return false
  const turn = operatorBetween(scene, parent, verb)
  return turn === 'keep' || turn === 'against'
}

/** The verb above is one by which something is opposed: "would block any attempt to use force". */
export function isUnderBlame(scene: Scene, verb: VerbChunk): boolean {
  const stance = viewAbove(scene, verb)?.stance
  return stance === 'opposes' || stance === 'vetoes'
}

/** "blocked efforts to make it stop": not where the verb above blames, as "threatened it to make it stop". */
export function isThwarted(scene: Scene, verb: VerbChunk): boolean {
  return viewAbove(scene, verb)?.about === undefined && isUnderBlame(scene, verb)
}

function viewAbove(scene: Scene, verb: VerbChunk): Entry | undefined {
  const { parent } = verb
  if (verb.form !== 'to' || parent === undefined || operatorBetween(scene, parent, verb) === 'against') return undefined
  return entriesAt(scene.tokens, parent.at, scene.to, ROLES.attitude)?.entry
}
