import { authorOf } from './authors.js'
import { placeIn, type Writable } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import type { Clauses } from './clauses.js'
import type { Collective } from './collectives.js'
import type { DateWords } from './datewords.js'
import { type Entity, entityOf, withCodes } from './entity.js'
import type { Hits } from './hits.js'
import { aboutOf, type Issue, issueOf } from './issues.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import type { Memory, Progress } from './memory.js'
import { bodyOf } from './mention-codes.js'
import type { Mention } from './mentions.js'
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
}

/** Operators on the verb: negation, "refused to", "hesitant to", "threatened to"; the stance that is left, or none. */
export function turned(scene: Scene, stance: Stance, verb: VerbChunk): Stance | undefined {
  let now: Stance | undefined = stance
  if (verb.negated) now = negated(now)
  let child = verb
  for (
    let parent = verb.parent, depth = 0;
    parent !== undefined && depth < 4;
    child = parent, parent = parent.parent, depth++
  ) {
    if (child.form === 'finite') break
    const operator = operatorOn(scene, parent, child)
    // "withdrew a threat to veto"
    const turn = operator?.part === 'noun' && UNDOING.hasVerb(parent) ? 'against' : operator?.effect
    if (turn === 'silent') return 'undeclared'
    if (turn === 'undeclared') now = now === undefined ? undefined : 'undeclared'
    else if (turn === 'against' && parent.lemma === 'fail' && (now === 'opposes' || now === 'vetoes')) {
      /* "failed to stop the text": it tried */
    } else if (turn === 'against')
      now = now === undefined ? undefined : parent.negated && operator?.negated !== true ? unruled(now) : negated(now)
    else if (turn === 'keep') {
      /* as it is */
    } else if (parent.lemma === 'abstain' && child.subject === parent.subject) return undefined
    else if (child.form === 'to' && parent.lemma !== 'be') break
    if (parent.negated && turn === 'keep') now = now === undefined ? undefined : negated(now)
  }
  return now
}

const UNDOING = new WordSet('withdraw drop abandon retract lift shelve renounce rescind'.split(' '))

function negated(stance: Stance): Stance | undefined {
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

/** The one who holds a verb's stance: its subject, or the agent of a passive. */
export function holderOf(scene: Scene, verb: VerbChunk): Entity | undefined {
  const noun = verb.passive ? verb.agent : verb.subject
  if (isAskedOf(verb, noun) || isNeededOf(scene, verb, noun) || wasExpected(verb)) return undefined
  if (noun !== undefined && isTextToCome(scene, verb, noun)) return undefined
  const holder = noun === undefined ? undefined : (actorOf(scene, noun) ?? amender(scene, verb, noun))
  if (holder !== undefined && isObliged(verb) && !speaksThere(scene, verb, holder)) return undefined
  return holder !== undefined && verb.form === 'ing' && verb.parent?.lemma === 'join'
    ? withJoined(scene, holder, verb.parent)
    : holder
}

/** "China should back it", "must be ready to agree": what one is to do. */
function isObliged(verb: VerbChunk): boolean {
  let at: VerbChunk | undefined = verb
  for (let depth = 0; at !== undefined && depth < 3; at = at.parent, depth++) {
    if (at.modal === 'must' || at.modal === 'should' || at.modal === 'ought') return true
    if (at.form === 'finite') return false
  }
  return false
}

/** It says so itself. */
function speaksThere(scene: Scene, verb: VerbChunk, holder: Entity): boolean {
  const speaker = speakerOf(scene, verb.index)
  return speaker?.codes.some((code) => holder.codes.includes(code)) === true
}

/** "Japan wants the Council to condemn it": whom one asks does not hold it yet. */
function isAskedOf(verb: VerbChunk, noun: NounChunk | undefined): boolean {
  const { parent } = verb
  return (
    verb.form === 'to' &&
    noun !== undefined &&
    parent !== undefined &&
    noun.from >= parent.to &&
    noun.to <= verb.from &&
    /^(?:want|urge|ask|call|press|push|request|tell|lobby|exhort|implore|beg|need|expect|encourage|invite|require|order|pressure|like|wish|prefer|challenge)$/.test(
      parent.lemma,
    )
  )
}

const PASSED = new WordSet(['passed', 'adopted', 'approved'])

/** "If passed, it would call on …": the text, and not who was named before. */
function isTextToCome({ tokens, from }: Scene, verb: VerbChunk, noun: NounChunk): boolean {
  return (
    verb.modal === 'would' &&
    tokens[noun.from]?.lower === 'it' &&
    noun.to === noun.from + 1 &&
    PASSED.has(tokens[noun.from - 2]) &&
    noun.from - from < 8
  )
}

/** "had been expected to oppose it": it did otherwise. */
function wasExpected({ form, parent }: VerbChunk): boolean {
  return (
    form === 'to' &&
    parent?.passive === true &&
    parent.had &&
    /^(?:expect|think|believe|predict|tip|rumour|rumor|incline|suppose)$/.test(parent.lemma)
  )
}

/** "The draft needs all five permanent members to vote yes", "they must vote yes": what it takes is nobody's stance yet. */
function isNeededOf({ tokens }: Scene, verb: VerbChunk, noun: NounChunk | undefined): boolean {
  if (noun === undefined || noun.entity?.pronoun === true) return false
  if (verb.form === 'to') return noun.to <= verb.from && NEEDS.has(tokens[noun.from - 1])
  return verb.modal === 'must' && verb.lemma === 'vote'
}

const NEEDS = new WordSet(['need', 'needs', 'needed', 'requires', 'required', 'takes'])

/** "if it continues to pursue the bomb", "if they don't stop and return to talks": nothing that is done. */
export function isSupposed({ clauses }: Scene, verb: VerbChunk): boolean {
  let top = verb
  while (top.form !== 'finite' && top.parent !== undefined && top.parent.index < top.index) top = top.parent
  if (top.conditional === true) return true
  if (clauses.chunks[top.index - 1]?.kind !== 'conjunction') return false
  const before = clauses.verbs.findLast((each) => each.index < top.index && each.form === 'finite')
  return before?.conditional === true && before.subject === top.subject
}

const INTENTIONS = new WordSet(
  'effort efforts attempt attempts bid bids call calls plan plans move moves push drive proposal proposals threat threats campaign demand demands pressure idea scheme request requests suggestion suggestions'.split(
    ' ',
  ),
)

/** "Western efforts to take it to the Council": what the noun's owner means to do, and not the subject of the verb before. */
export function isIntended({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  if (verb.form !== 'to') return false
  // "the agency must decide to bring the case before the Council": what it is told to do
  if (verb.parent?.modal === 'must' || verb.parent?.modal === 'should') return true
  const noun = clauses.chunks[verb.index - 1]
  if (noun?.kind !== 'noun' || !INTENTIONS.has(tokens[noun.head])) return false
  return noun.owner === undefined || !noun.owner.codes.every((code) => verb.subject?.entity?.codes.includes(code))
}

const AMENDMENTS = new WordSet([
  'amendment',
  'amendments',
  'changes',
  'proposals',
  'language',
  'counter-proposal',
  'counterproposal',
  'revisions',
  'edits',
])

/** "Russia proposed amendments that would gut the text": what they do, their author wants. */
function amender(scene: Scene, verb: VerbChunk, noun: NounChunk): Entity | undefined {
  if (verb.relative !== true || !AMENDMENTS.has(scene.tokens[noun.head])) return undefined
  const giver = scene.clauses.verbs.findLast((each) => each.index < verb.index && each !== verb && each.to <= noun.from)
  return noun.owner ?? giver?.subject?.entity
}

/** "Bolivia joined Russia and China in opposing it": so do those who are joined. */
function withJoined(scene: Scene, holder: Entity, join: VerbChunk): Entity {
  const { chunks } = scene.clauses
  // "Chile was joined by Peru in opposing it"
  const by = join.passive ? join.agent?.entity : undefined
  if (by !== undefined && by.silent !== true) return withCodes(holder, [...new Set([...holder.codes, ...by.codes])])
  const others = chunks[join.index + 1]
  if (others?.kind !== 'noun' || others.entity === undefined || others.entity.silent === true) return holder
  const link = chunks[join.index + 2]
  if (link?.kind !== 'preposition' || link.word !== 'in') return holder
  return withCodes(holder, [...new Set([...holder.codes, ...others.entity.codes])])
}

/** Who acts or speaks where a noun phrase is the subject: the one it means, the Council for its texts, an author for a statement. */
export function actorOf(scene: Scene, noun: NounChunk): Entity | undefined {
  if (noun.actor === undefined) noun.actor = findActor(scene, noun) ?? null
  return noun.actor ?? undefined
}

const MEMBER = new WordSet(['member', 'members'])
const EVERY = new WordSet(['all', 'everyone', 'everybody', 'none', 'nobody', 'members', 'ones', 'any'])
const SAVE = new WordSet(['but', 'except', 'bar', 'save'])

function findActor(scene: Scene, noun: NounChunk): Entity | undefined {
  // "all but Russia"
  if (SAVE.has(scene.tokens[noun.from - 1]) && EVERY.has(scene.tokens[noun.from - 2])) return undefined
  if (votes(scene, noun)) return entityOf(['UNSC'])
  if (noun.entity !== undefined) return noun.entity.silent === true || someOf(scene, noun) ? undefined : noun.entity
  if (MEMBER.has(scene.tokens[noun.head])) {
    const at = placeIn(scene.clauses.chunks, noun)
    const of = scene.clauses.chunks[at + 2]
    if (of?.kind === 'noun' && of.preposition === 'of' && of.entity !== undefined)
      return isCouncil(of.entity) && !wholly(scene, noun) && noun.from !== scene.from ? undefined : of.entity
  }
  // "The Council's president said members were concerned": its members
  if (isBareMembers(scene, noun)) return entityOf(['UNSC'])
  // "All 15 members"
  if (scene.tokens[noun.head]?.lower === 'members' && all(scene, noun)) return entityOf(['UNSC'])
  // "The resolution demands": the Council speaks through its texts; "Tokyo's statement": its author.
  const about = aboutOf(noun, scene.tokens)
  if (about?.about === 'resolution') {
    const draft = scene.tokens.slice(noun.from, noun.to).some((token) => token.lower === 'draft')
    if (noun.owner !== undefined && about.weak) return noun.owner
    if (noun.owner !== undefined && !noun.owner.codes.some((code) => code === 'UNSC' || code === 'UN')) return undefined
    if (!about.weak && !draft && (fails(scene) || proposed(scene, noun))) return undefined
    if (!about.weak && !draft) return entityOf(['UNSC'])
    // "The statement called on Khartoum": whoever issued it.
    if (
      about.weak &&
      noun.entity === undefined &&
      scene.memory.statement !== undefined &&
      scene.tokens[noun.head]?.lower === 'statement' &&
      scene.tokens[noun.from]?.lower === 'the'
    )
      return scene.memory.statement
    // "approved a statement calling on Iran": the Council's, where the Council is named.
    if (
      about.weak &&
      !draft &&
      noun.entity === undefined &&
      scene.mentions.some((mention) => bodyOf(mention) === 'UNSC')
    )
      return entityOf(['UNSC'])
  }
  const head = scene.tokens[noun.head]?.lower ?? ''
  const author = authorOf(noun, scene.clauses.chunks, scene.tokens)
  if (author !== undefined && author.silent !== true && !(isCouncil(author) && COUNCILS_OWN.has(head))) return author
  // "The draft angered Moscow, which …": a capital that does something is its state.
  if (noun.owner !== undefined && noun.owned === undefined && noun.to === noun.from + 1) return noun.owner
  return MEMBERS.has(head) ? oneOf(scene, noun) : undefined
}

/** "The UN voted to impose sanctions": there it is the Council. */
function votes(scene: Scene, { entity, from, head }: NounChunk): boolean {
  if (entity?.codes[0] !== 'UN' || entity.codes.length > 1 || entity.person === true || entity.office !== undefined)
    return false
  if (!UN.has(scene.tokens[head])) return false
  return scene.clauses.verbs.some((verb) => verb.subject?.from === from && VOTING.hasVerb(verb))
}

const UN = new WordSet(['un', 'u.n', 'u.n.', 'nations', 'body'])
const VOTING = new WordSet(['vote', 'adopt', 'approve', 'impose', 'pass', 'slap', 'endorse', 'tighten', 'lift'])

/** "members" alone, in the words of the Council or behind its name. */
function isBareMembers(scene: Scene, noun: NounChunk): boolean {
  const { tokens, clauses, mentions } = scene
  if (tokens[noun.head]?.lower !== 'members' || noun.preposition !== undefined || noun.entity !== undefined)
    return false
  const lone = noun.to === noun.from + 1
  const first = tokens[noun.from]?.lower
  if (!lone && !(noun.to === noun.from + 2 && (first === 'the' || first === 'its' || first === 'all'))) return false
  return (
    isCouncil(clauses.speakerAt(placeIn(clauses.chunks, noun))) ||
    mentions.some((mention) => bodyOf(mention) === 'UNSC' && mention.to <= noun.from)
  )
}

/** What the Council's own is, and yet no word of its. */
const COUNCILS_OWN = new Set(['decision', 'reaction', 'response', 'position', 'stance'])

const MEMBERS = new Set([
  'member',
  'members',
  'country',
  'countries',
  'nation',
  'nations',
  'state',
  'states',
  'one',
  'ones',
  'government',
  'governments',
  'power',
  'powers',
  'those',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
])

/** "Vietnam is the only member that …", "Cuba was among the countries that …": the one of whom it is told. */
function oneOf(scene: Scene, noun: NounChunk): Entity | undefined {
  const { chunks } = scene.clauses
  for (let at = placeIn(chunks, noun) - 1, depth = 0; at >= 0 && depth < 5; at--, depth++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb') {
      const who = chunk.copula ? chunk.subject?.entity : undefined
      return who?.silent === true ? undefined : who
    }
    if (chunk?.kind === 'comma' || chunk?.kind === 'relative' || chunk?.kind === 'subordinator') break
  }
  return listed(scene, noun)
}

/** "Those who criticised it included Norway", "among the states that opposed it were Peru and Chile". */
function listed(scene: Scene, noun: NounChunk): Entity | undefined {
  const { chunks } = scene.clauses
  const first = placeIn(chunks, noun)
  if (chunks[first + 1]?.kind !== 'relative') return undefined
  for (let at = first + 3; at < Math.min(chunks.length, first + 12); at++) {
    const chunk = chunks[at]
    const next = chunks[at + 1]
    if (chunk?.kind === 'preposition' && chunk.word === 'including' && next?.kind === 'noun') return loud(next.entity)
    if (chunk?.kind !== 'verb' || chunk.form !== 'finite') continue
    if (next?.kind === 'noun' && (chunk.lemma === 'include' || chunk.copula) && chunk.subject === noun)
      return loud(next.entity)
    if (next?.kind === 'noun' && chunk.lemma === 'include') return loud(next.entity)
    if (next?.kind === 'noun' && chunk.copula && scene.tokens[noun.from - 1]?.lower === 'among')
      return loud(next.entity)
  }
  return undefined
}

function loud(entity: Entity | undefined): Entity | undefined {
  return entity?.silent === true ? undefined : entity
}

function all(scene: Scene, noun: NounChunk): boolean {
  let every = false
  for (let at = noun.from; at < noun.to; at++) {
    const lower = scene.tokens[at]?.lower
    if (lower === 'all' || lower === 'the') every = true
    else if (every && (lower === '15' || lower === 'fifteen')) return true
  }
  return false
}

/** "key Security Council members", "other members of the Council": some of them, not the Council. */
function someOf(scene: Scene, noun: NounChunk): boolean {
  return (
    isCouncil(noun.entity) &&
    /^(?:members?|diplomats?|envoys?|ambassadors?|delegates?|nations?|countries|states)$/.test(
      scene.tokens[noun.head]?.lower ?? '',
    ) &&
    !wholly(scene, noun)
  )
}

function isCouncil(entity: Entity | undefined): boolean {
  return entity?.codes.length === 1 && entity.codes[0] === 'UNSC'
}

function wholly(scene: Scene, noun: NounChunk): boolean {
  return scene.tokens.slice(noun.from, noun.to).some((token) => /^(?:all|the|15|fifteen|every)$/.test(token.lower))
}

/** A text that is vetoed, blocked or rejected is no word of the Council. */
function fails(scene: Scene): boolean {
  return scene.clauses.verbs.some((verb) => /^(?:veto|block|reject|defeat)$/.test(verb.lemma))
}

/** "submitted a resolution condemning the tests": none yet. */
function proposed(scene: Scene, noun: NounChunk): boolean {
  return (
    /^an?$/.test(scene.tokens[noun.from]?.lower ?? '') &&
    scene.clauses.verbs.some((verb) =>
      /^(?:submit|introduce|circulate|propose|table|present|consider|prepare|seek|push|want|draft)$/.test(verb.lemma),
    )
  )
}

export function speakerOf(scene: Scene, index: number): Entity | undefined {
  const speaker = scene.clauses.speakerAt(index)
  if (speaker !== undefined) return speaker.silent === true ? undefined : speaker
  return scene.memory.issuers
}

export function add(
  scene: Scene,
  into: FoundStance[],
  holder: Entity,
  stance: Stance,
  issue: { about: About; noun?: NounChunk | undefined },
  verb: VerbChunk,
  entry: { rule: string },
  to: number,
  more: Partial<FoundStance> = NOTHING,
): void {
  const { memory } = scene
  const against = issue.noun?.owner?.codes[0] ?? issue.noun?.entity?.codes[0]
  const votes = stance === 'vetoes' || stance === 'abstains' || stance === 'sponsors'
  const unsaid = holder.codes.includes('UNSC') && !entry.rule.startsWith('must') && !councilSays(verb, stance)
  const actors = holder.codes.filter((code) => {
    // The Council itself casts no vote.
    if (votes && (code === 'UNSC' || code === 'UN')) return false
    if (unsaid && code === 'UNSC') return false
    if (issue.about !== 'conduct' || stance !== 'opposes') return true
    // No one condemns itself: the words are about something else.
    return !(
      code === memory.target &&
      (against === undefined || against === code) &&
      code !== undefined &&
      more.target === undefined
    )
  })
  if (actors.length === 0) return
  const target =
    more.target ??
    (issue.about === 'conduct' && against !== undefined && !actors.includes(against) ? against : memory.target)
  const speaker = scene.clauses.speakerAt(verb.index)
  // One shape in memory, whatever is told.
  const made: Writable<FoundStance> = {
    actors,
    stance,
    about: issue.about,
    from: verb.index,
    to,
    target: target === undefined || actors.includes(target) ? undefined : target,
    speaker: speaker ?? (holder.person === true ? holder : undefined),
    past: verb.had || more.past ? true : undefined,
    cast: undefined,
    conditional: verb.conditional === true || verb.modal === 'would' || verb.modal === 'could' ? true : undefined,
    collective: undefined,
    rule: entry.rule,
    words: [verb.from, verb.to],
  }
  if (more !== NOTHING) Object.assign(made, more)
  into.push(made)
}

const NOTHING: Partial<FoundStance> = {}

/** Whether the Council itself speaks: not where it is asked to, may yet, or is named in what another does. */
function councilSays(verb: VerbChunk, stance: Stance): boolean {
  if (stance === 'undeclared' || stance === 'accepts' || verb.modal !== undefined || verb.conditional === true)
    return false
  if (verb.negated || verb.lemma === 'need' || /affirm$/.test(verb.lemma)) return false
  if (verb.form !== 'to') return true
  // "is expected to seek a text", "must be ready to agree"
  if (verb.parent !== undefined && (verb.parent.passive || verb.parent.copula || verb.parent.modal !== undefined))
    return false
  const asker = verb.parent?.subject?.entity
  return asker === undefined || asker.codes.includes('UNSC')
}

/** The verb's subject is a text, through which the Council speaks. */
export function isText(scene: Scene, verb: VerbChunk): boolean {
  const noun = verb.passive ? verb.agent : verb.subject
  return noun !== undefined && noun.entity === undefined && aboutOf(noun, scene.tokens)?.about === 'resolution'
}

/** "the military action that Tokyo had demanded": what is demanded stands before. */
export function antecedentIssue(scene: Scene, relative: number): Issue | undefined {
  for (let at = relative - 1; at >= Math.max(0, relative - 7); at--) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind === 'verb' || (chunk?.kind === 'comma' && at !== relative - 1)) return undefined
    if (chunk?.kind !== 'noun') continue
    const issue = subjectIssue(scene, chunk)
    if (issue !== undefined) return issue
  }
  return undefined
}

export function subjectIssue(scene: Scene, noun: NounChunk): Issue | undefined {
  const found = aboutOf(noun, scene.tokens)
  return found === undefined ? undefined : issueOf(found.about, 1, found.weak, noun)
}

export function end(scene: Scene, at: number, issue: Issue | undefined): number {
  const noun = issue?.noun
  if (noun === undefined) return Math.min(at + 2, scene.clauses.chunks.length - 1)
  const index = scene.clauses.chunks.findIndex((chunk) => chunk.from <= noun.from && noun.from < chunk.to)
  return Math.max(at - 1, index)
}

export function councilNamed(scene: Scene): boolean {
  return scene.mentions.some((mention) => bodyOf(mention) === 'UNSC')
}

/** Whether a verb stands in a clause that someone is reported to say. */
export function inSpeech(scene: Scene, verb: VerbChunk): boolean {
  return scene.clauses.speakerAt(verb.index) !== undefined
}
