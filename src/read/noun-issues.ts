import { aboutOf } from './about.js'
import { type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import { type Issue, issueOf, signed } from './issue.js'
import { issueFrom } from './issues.js'
import type { Entry } from './lexicon.js'
import { raisedAt } from './pointing.js'
import { councilNamed, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

/** "concerns that the draft will …": what is feared is the subject of what follows; "that it will": the issue named before. */
export function feared(scene: Scene, index: number, entry: Entry): Issue | undefined {
  const { chunks } = scene.clauses
  const that = chunks[index + 1]
  const noun = chunks[index + 2]
  if (entry.about !== 'conduct' || that?.kind !== 'subordinator' || noun?.kind !== 'noun') return undefined
  const pronoun = noun.to === noun.from + 1 && scene.tokens[noun.from]?.lower === 'it'
  const issue = pronoun ? nearIssue(scene, index) : subjectIssue(scene, noun)
  return issue === undefined || issue.about === 'conduct' ? undefined : issue
}

/** What is done all the same: "over Chinese objections, Japan introduced a draft". */
const AMID = new Set(['over', 'despite', 'amid', 'amidst', 'notwithstanding', 'after', 'following', 'into', 'against'])

/** Words before "of" or "to": "in the face of", "because of", "due to". */
const CAUSE = new WordSet([
  'face',
  'because',
  'light',
  'spite',
  'result',
  'view',
  'due',
  'owing',
  'thanks',
  'account',
  'regardless',
])

/** What is done about objections: "to meet Russian objections". */
const MEETING = new WordSet(
  'meet overcome address accommodate satisfy allay assuage ease answer placate appease soothe resolve ignore override encounter face hit prompt draw'.split(
    ' ',
  ),
)

const GAINING = new WordSet(
  'win gain secure get ensure assure enlist attract earn garner obtain enjoy have need seek boost lack'.split(' '),
)

const CLEAR = new WordSet(['clear', 'known', 'plain', 'public', 'felt'])

/** "helped ensure China's support", "boosted by Arab League support", "made its opposition clear": what is at issue stands elsewhere. */
export function gained(
  scene: Scene,
  noun: NounChunk,
  verb: VerbChunk | undefined,
  index: number,
  entry: Entry,
): boolean {
  if (verb === undefined || noun.owner === undefined || verb.index < index - 2) return false
  if (verb.lemma === 'make') return CLEAR.has(scene.tokens[noun.to]) || CLEAR.has(scene.tokens[noun.to + 1])
  return (
    entry.stance === 'supports' &&
    /^(?:support|backing|approval|endorsement|consent|assent|blessing)$/.test(entry.words) &&
    GAINING.hasVerb(verb)
  )
}

const PASSED = new WordSet(
  'adopt pass approve introduce table submit circulate present extend renew prolong agree endorse carry push'.split(
    ' ',
  ),
)

export function amid(scene: Scene, noun: NounChunk, verb: VerbChunk | undefined, index: number): boolean {
  const { preposition } = noun
  const beside = scene.clauses.chunks[index - 2]
  if (preposition === 'in' && beside?.kind === 'noun' && beside.preposition === 'with') return true
  if (preposition === undefined) return verb !== undefined && verb.index >= index - 2 && MEETING.hasVerb(verb)
  // "adopted with the support of Chile"
  if (preposition === 'with' && verb !== undefined && verb.index >= index - 3 && PASSED.hasVerb(verb)) return true
  return AMID.has(preposition) || CAUSE.has(scene.tokens[noun.from - 2])
}

/** "Chinese reservations have held up the resolution". */
export function stopped(scene: Scene, noun: NounChunk): Issue | undefined {
  const verb = scene.clauses.verbs.find((each) => each.subject === noun && each.form === 'finite' && !each.copula)
  if (verb === undefined) return undefined
  const issue = issueFrom(scene.clauses.chunks, verb.index + 1, scene.tokens, 5)
  return issue === undefined || issue.about === 'conduct' ? undefined : signed(issue, 1)
}

const WINNING = new WordSet('win secure ensure gain get obtain attract guarantee cost lose earn clinch'.split(' '))

/** "helped secure Brazil's support" */
export function winning(verb: VerbChunk | undefined, index: number): boolean {
  return verb !== undefined && verb.index >= index - 2 && WINNING.hasVerb(verb)
}

const BACKING = new Set([
  'support',
  'backing',
  'approval',
  'endorsement',
  'assent',
  'consent',
  'blessing',
  'acquiescence',
])

/** Objections are told of without their object; of what is for it, only plain support, and not where it is sought. */
export function standsAlone({ stance, words }: Entry, verb: VerbChunk | undefined): boolean {
  return stance === 'opposes' || (stance === 'supports' && BACKING.has(words) && verb?.lemma !== 'seek')
}

/** "Egypt has reservations": of what was raised before, where nothing behind the noun says of what else. */
export function raised(scene: Scene, index: number, after: Entity | undefined): Issue | undefined {
  const link = scene.clauses.chunks[after === undefined ? index + 1 : index + 3]
  if (link?.kind === 'preposition' && !/^(?:on|at|in|after|before|during|since|until|as)$/.test(link.word))
    return undefined
  if (link?.kind === 'subordinator' || (link?.kind === 'verb' && link.form === 'to')) return undefined
  const about = raisedAt(scene, index)
  return about === undefined || about === 'conduct' ? undefined : issueOf(about, 1, true)
}

export function theirText(scene: Scene, entry: Entry): Issue | undefined {
  return (entry.stance === 'opposes' || entry.stance === 'supports') &&
    (councilNamed(scene) || scene.memory.raised === 'resolution')
    ? issueOf('resolution', 1, true)
    : undefined
}

export function laterIssue(scene: Scene, after: number): Issue | undefined {
  for (let at = after + 1; at < scene.clauses.chunks.length; at++) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
    if (chunk?.kind !== 'noun') continue
    const found = subjectIssue(scene, chunk)
    if (found !== undefined && found.about !== 'conduct' && !found.weak) return found
  }
  return undefined
}

const TAKING_OUT = new WordSet(
  'drop remove delete strip soften scrap omit cut weaken exclude dilute abandon erase excise'.split(' '),
)

/** "dropped the threat of sanctions after objections from China": what was taken out is what they objected to. */
function takenOut(scene: Scene, before: number): Issue | undefined {
  const { chunks, verbs } = scene.clauses
  const verb = verbs.findLast((each) => each.index < before)
  if (verb === undefined || !TAKING_OUT.hasVerb(verb)) return undefined
  const issue =
    verb.passive && verb.subject !== undefined
      ? issueFrom(chunks, placeIn(chunks, verb.subject), scene.tokens, 5)
      : issueFrom(chunks, verb.index + 1, scene.tokens, 5)
  return issue === undefined || issue.about === 'conduct' ? undefined : signed(issue, 1)
}

/** The issue named before in the sentence: "… a resolution, amid opposition by Russia". */
export function nearIssue(scene: Scene, before: number): Issue | undefined {
  const taken = takenOut(scene, before)
  if (taken !== undefined) return taken
  let near: Issue | undefined
  for (let at = before - 1; at >= 0; at--) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind !== 'noun') continue
    const found = aboutOf(chunk, scene.tokens)
    if (found === undefined || found.about === 'conduct') continue
    if (found.about === 'resolution' && !found.weak) return issueOf(found.about, 1, found.weak, chunk)
    near ??= issueOf(found.about, 1, found.weak, chunk)
  }
  return near
}
