import { settle } from './attitudes.js'
import { isBody } from './bodies.js'
import { type NounChunk, placeIn, sameVerb, type VerbChunk, verbChunk } from './chunk.js'
import type { Clauses } from './clauses.js'
import { type Entity, withCodes } from './entity.js'
import { aboutOf, type Issue, issueFrom, issueOf, signed } from './issues.js'
import type { Entry } from './lexicon.js'
import { isOwn, isStillToWin, isTold } from './noun-guards.js'
import { raisedAt } from './pointing.js'
import { ask, wanted } from './requests.js'
import { councilNamed, type FoundStance, holderOf, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

/** "dropped its objections": what was held is held no more. */
const DROPPING = new WordSet(
  'withhold refuse suspend drop withdraw abandon lift waive overcome reverse shed forgo retract retreat backtrack recede disown deny renounce'.split(
    ' ',
  ),
)

function drops({ tokens }: Scene, verb: VerbChunk): boolean {
  if (verb.lemma === 'rule') return tokens[verb.to]?.lower === 'out'
  return DROPPING.hasVerb(verb) || (verb.lemma === 'back' && /^(?:away|off|down)$/.test(tokens[verb.to]?.lower ?? ''))
}

const LIGHT = new WordSet([
  'express',
  'withdraw',
  'abandon',
  'lift',
  'waive',
  'reverse',
  'retract',
  'lodge',
  'file',
  'deliver',
  'launch',
  'mount',
  'send',
  'pour',
  'heap',
  'utter',
  'extend',
  'enjoy',
  'receive',
  'muster',
  'enlist',
  'reflect',
  'relay',
  'restate',
  'profess',
  'voice',
  'have',
  'reiterate',
  'convey',
  'share',
  'show',
  'declare',
  'state',
  'repeat',
  'signal',
  'announce',
  'confirm',
  'give',
  'offer',
  'make',
  'issue',
  'raise',
  'reaffirm',
  'underline',
  'underscore',
  'stress',
  'emphasize',
  'emphasise',
  'echo',
  'join',
  'win',
  'gain',
  'seek',
  'secure',
  'drop',
  'draw',
  'prompt',
  'spark',
  'trigger',
  'see',
  'feel',
  'harbor',
  'harbour',
  'maintain',
  'indicate',
  'pledge',
  'lend',
  'throw',
  'renew',
  'articulate',
  'register',
  'soften',
  'overcome',
  'face',
  'note',
  'affirm',
  'add',
])

/** Nouns that carry a stance: "Beijing's opposition to the draft", "expressed concern over", "amid opposition by Russia and China". */
export function nouns(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  for (let i = 0; i < clauses.chunks.length; i++) {
    const noun = clauses.chunks[i]
    if (noun?.kind !== 'noun') continue
    const match = nounEntry(scene, noun, i)
    if (match === undefined) continue
    const verb = verbBefore(clauses, i)
    const after = agentAfter(clauses, i)
    let holder: Entity | undefined =
      ledBy(clauses, noun) ??
      (noun.owner !== undefined && noun.owned !== undefined
        ? noun.owner
        : (after ?? noun.owner ?? agentBeyond(clauses, i + 1)))
    const light = verb !== undefined && LIGHT.hasVerb(verb)
    // "with only Algeria in opposition"
    const beside = noun.preposition === 'in' && noun.to === noun.from + 1 ? clauses.chunks[i - 2] : undefined
    if (beside?.kind === 'noun' && beside.preposition === 'with' && beside.entity !== undefined) holder = beside.entity
    // "China's threat of a veto"
    const held = noun.preposition === 'of' ? clauses.chunks[i - 2] : undefined
    if (holder === undefined && match.rule === 'veto' && held?.kind === 'noun') holder = held.owner
    if (holder === undefined && verb !== undefined && light && verb.index >= i - 5) holder = holderOf(scene, verb)
    if (holder === undefined || holder.codes.length === 0 || holder.silent === true) continue
    // "the unity of the Council" is no word of the Council's.
    if (holder === after && holder.codes.includes('UNSC')) continue
    if (verb !== undefined && verb.index >= i - 3 && (after ?? noun.owner) === holder && isStillToWin(verb)) continue
    if (match.rule === 'veto' && !isTold(scene, noun, verb)) continue
    const dropped = verb !== undefined && drops(scene, verb) && match.role === 'attitude' && isOwn(scene, verb, holder)
    const here = verb === undefined ? verbChunk(noun.from, noun.to, noun.head) : sameVerb(verb)
    here.index = i
    here.negated = (verb !== undefined && light && verb.negated) !== dropped
    const link = clauses.chunks[i + 1]
    if (
      match.about === 'conduct' &&
      !light &&
      after === undefined &&
      link?.kind !== 'preposition' &&
      link?.kind !== 'subordinator'
    )
      continue
    if (tokens[noun.from]?.lower === 'no') {
      // "has no objection to", "showed no interest in"
      if (match.role !== 'attitude' || match.about !== undefined || !light || dropped || here.negated) continue
      if (
        match.stance !== 'opposes' &&
        !/^(?:support|backing|enthusiasm|interest|sympathy|desire|wish|readiness|willingness)$/.test(match.words)
      )
        continue
      here.negated = true
    }
    // "Germany's preference is for dialogue"
    const being = clauses.chunks[i + 1]
    const start =
      being?.kind === 'verb' && being.copula && being.subject === noun ? i + 2 : after === undefined ? i + 1 : i + 3
    const issue =
      issueFrom(clauses.chunks, start, tokens) ??
      feared(scene, i, match) ??
      (after === undefined || match.about === 'conduct' ? undefined : nearIssue(scene, i)) ??
      (match.about === 'conduct' ? undefined : stopped(scene, noun)) ??
      (match.about === 'conduct' || !(amid(scene, noun, verb, i) || gained(scene, noun, verb, i, match))
        ? undefined
        : (nearIssue(scene, i) ?? laterIssue(scene, i) ?? theirText(scene, match))) ??
      (match.about === undefined &&
      standsAlone(match, verb) &&
      (light || after !== undefined || winning(verb, i) || amid(scene, noun, verb, i))
        ? raised(scene, i, after)
        : undefined)
    if (match.role === 'request') {
      const opens = clauses.chunks[after === undefined ? i + 1 : i + 3]
      const asks =
        (opens?.kind === 'preposition' && /^(?:for|to|on|upon)$/.test(opens.word)) ||
        opens?.kind === 'subordinator' ||
        (opens?.kind === 'verb' && opens.form === 'to')
      if (!asks) continue
      const action = clauses.chunks.slice(i + 1, i + 6).find((chunk): chunk is VerbChunk => chunk.kind === 'verb')
      if (
        action !== undefined &&
        (action.form === 'to' || (action.form === 'finite' && opens?.kind === 'subordinator')) &&
        (issue === undefined || action.subject !== undefined)
      )
        ask(scene, holder, here, action, match, into)
      else if (issue !== undefined || !/^(?:request|call|appeal)s?$/.test(match.words))
        wanted(scene, holder, here, issue ?? issueOf('conduct', 1, true), match, into, undefined)
    } else settle(scene, match, holder, here, issue, into, i + 1)
    if (verb !== undefined && verb.lemma === 'echo' && noun.owner !== undefined) {
      const echo = holderOf(scene, verb)
      if (echo !== undefined) {
        if (match.role === 'request')
          wanted(scene, echo, here, issue ?? issueOf('conduct', -1, true), match, into, undefined)
        else settle(scene, match, echo, here, issue, into, i + 1)
      }
    }
  }
}

/** "outrage over the massacre was led by France", "criticism voiced by Cuba". */
function ledBy(clauses: Clauses, noun: NounChunk): Entity | undefined {
  const verb = clauses.verbs.find((each) => each.subject === noun && each.passive && LED.hasVerb(each))
  const came = verb === undefined ? cameFrom(clauses, noun) : undefined
  if (came !== undefined) return came
  const entity = verb?.agent?.entity
  if (entity === undefined || entity.silent === true) return undefined
  // "Norway's preference is shared by Chile": both have it
  return noun.owner !== undefined && verb !== undefined && SHARED.hasVerb(verb)
    ? withCodes(entity, [...new Set([...noun.owner.codes, ...entity.codes])])
    : entity
}

const SHARED = new WordSet(['share', 'echo', 'join', 'second', 'repeat'])

/** "Support for the text came from Guatemala and Togo". */
function cameFrom(clauses: Clauses, noun: NounChunk): Entity | undefined {
  const verb = clauses.verbs.find(
    (each) => each.subject === noun && (each.lemma === 'come' || each.lemma === 'emanate' || each.lemma === 'stem'),
  )
  if (verb === undefined) return undefined
  for (let at = verb.index + 1; at < verb.index + 4; at++) {
    const from = clauses.chunks[at]
    if (from?.kind === 'noun') return from.preposition === 'from' ? (from.entity ?? from.owner) : undefined
  }
  return undefined
}

const LED = new WordSet([
  'lead',
  'voice',
  'express',
  'spearhead',
  'head',
  'echo',
  'share',
  'join',
  'raise',
  'expressed',
  'shared',
])

/** "concerns that the draft will …": what is feared is the subject of what follows; "that it will": the issue named before. */
function feared(scene: Scene, index: number, entry: Entry): Issue | undefined {
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
function gained(scene: Scene, noun: NounChunk, verb: VerbChunk | undefined, index: number, entry: Entry): boolean {
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

function amid(scene: Scene, noun: NounChunk, verb: VerbChunk | undefined, index: number): boolean {
  const { preposition } = noun
  const beside = scene.clauses.chunks[index - 2]
  if (preposition === 'in' && beside?.kind === 'noun' && beside.preposition === 'with') return true
  if (preposition === undefined) return verb !== undefined && verb.index >= index - 2 && MEETING.hasVerb(verb)
  // "adopted with the support of Chile"
  if (preposition === 'with' && verb !== undefined && verb.index >= index - 3 && PASSED.hasVerb(verb)) return true
  return AMID.has(preposition) || CAUSE.has(scene.tokens[noun.from - 2])
}

/** "Chinese reservations have held up the resolution". */
function stopped(scene: Scene, noun: NounChunk): Issue | undefined {
  const verb = scene.clauses.verbs.find((each) => each.subject === noun && each.form === 'finite' && !each.copula)
  if (verb === undefined) return undefined
  const issue = issueFrom(scene.clauses.chunks, verb.index + 1, scene.tokens, 5)
  return issue === undefined || issue.about === 'conduct' ? undefined : signed(issue, 1)
}

const WINNING = new WordSet('win secure ensure gain get obtain attract guarantee cost lose earn clinch'.split(' '))

/** "helped secure Brazil's support" */
function winning(verb: VerbChunk | undefined, index: number): boolean {
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
function standsAlone({ stance, words }: Entry, verb: VerbChunk | undefined): boolean {
  return stance === 'opposes' || (stance === 'supports' && BACKING.has(words) && verb?.lemma !== 'seek')
}

/** "Egypt has reservations": of what was raised before, where nothing behind the noun says of what else. */
function raised(scene: Scene, index: number, after: Entity | undefined): Issue | undefined {
  const link = scene.clauses.chunks[after === undefined ? index + 1 : index + 3]
  if (link?.kind === 'preposition' && !/^(?:on|at|in|after|before|during|since|until|as)$/.test(link.word))
    return undefined
  if (link?.kind === 'subordinator' || (link?.kind === 'verb' && link.form === 'to')) return undefined
  const about = raisedAt(scene, index)
  return about === undefined || about === 'conduct' ? undefined : issueOf(about, 1, true)
}

function theirText(scene: Scene, entry: Entry): Issue | undefined {
  return (entry.stance === 'opposes' || entry.stance === 'supports') &&
    (councilNamed(scene) || scene.memory.raised === 'resolution')
    ? issueOf('resolution', 1, true)
    : undefined
}

function laterIssue(scene: Scene, after: number): Issue | undefined {
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
function nearIssue(scene: Scene, before: number): Issue | undefined {
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

function nounEntry(scene: Scene, noun: NounChunk, index: number): Entry | undefined {
  const next = scene.clauses.chunks[index + 1]
  const opens = next?.kind === 'subordinator' || (next?.kind === 'verb' && next.form === 'to')
  let found: Entry | undefined
  let best = 0
  for (const { entry, at, length } of scene.hits.stanceNouns) {
    if (at + length !== noun.to || at < noun.from || length > 3) continue
    const size = length + (entry.role === 'request' && opens ? 0.5 : 0)
    if (size <= best) continue
    best = size
    found = entry
  }
  return found
}

function verbBefore(clauses: Clauses, index: number): VerbChunk | undefined {
  for (let at = index - 1; at >= 0 && at > index - 7; at--) {
    const chunk = clauses.chunks[at]
    if (chunk?.kind === 'verb') return chunk
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
  }
  return undefined
}

/** "objections to the sanctions on Sudan from China": behind what it is about. */
function agentBeyond({ chunks }: Clauses, from: number): Entity | undefined {
  for (let at = from; at < from + 5; at += 2) {
    const noun = chunks[at + 1]
    if (chunks[at]?.kind !== 'preposition' || noun?.kind !== 'noun') return undefined
    if (at === from || (noun.preposition !== 'from' && noun.preposition !== 'by' && noun.preposition !== 'among'))
      continue
    const { entity } = noun
    return entity === undefined ||
      entity.silent === true ||
      entity.codes.length === 0 ||
      isBody(entity.codes[0] as string)
      ? undefined
      : entity
  }
  return undefined
}

/** "opposition by/from/of Russia and China". */
function agentAfter(clauses: Clauses, index: number): Entity | undefined {
  const noun = clauses.chunks[index + 2]
  const link = clauses.chunks[index + 1]
  const beyond = clauses.chunks[index + 3]
  if (
    link?.kind === 'comma' &&
    beyond?.kind === 'noun' &&
    (beyond.preposition === 'from' || beyond.preposition === 'by')
  )
    return beyond.entity
  if (link?.kind === 'mark' && link.word === '(' && noun?.kind === 'noun') return noun.entity
  if (clauses.chunks[index + 1]?.kind !== 'preposition' || noun?.kind !== 'noun') return undefined
  if (noun.entity === undefined || noun.entity.codes.length === 0) {
    // "the support of nine members, including Mexico and Chile"
    const some = clauses.chunks.slice(index + 3, index + 8)
    const at = some.findIndex(
      (each) =>
        each.kind !== 'noun' &&
        each.kind !== 'verb' &&
        /^(?:including|like|notably|especially|particularly|chiefly|namely|as)$/.test(each.word),
    )
    const named = at < 0 ? undefined : some[at + 1]
    if (
      named?.kind === 'noun' &&
      (noun.preposition === 'of' ||
        noun.preposition === 'from' ||
        noun.preposition === 'by' ||
        noun.preposition === 'among')
    )
      return named.entity
  }
  if (
    noun.preposition === 'by' ||
    noun.preposition === 'from' ||
    noun.preposition === 'of' ||
    noun.preposition === 'among'
  )
    return noun.entity
  return undefined
}
