import { affirmed, type Chunk, type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import type { About, Stance } from './claim.js'
import type { Entity } from './entity.js'
import { fears } from './fears.js'
import { alsoIssue, askedBy, entriesAt, type Issue, issueFrom, issueOf } from './issues.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import { asks } from './reporting.js'
import { isUnderHow } from './requests.js'
import {
  actorOf,
  add,
  antecedentIssue,
  end,
  type FoundStance,
  holderOf,
  isSupposed,
  isText,
  type Scene,
  subjectIssue,
  turned,
} from './scene.js'
import { atForce } from './warfare.js'
import { WordSet } from './wordset.js'

const FOR: ReadonlySet<Stance> = new Set<Stance>(['supports', 'sponsors', 'accepts'])

/** "refused to say whether it would veto": nothing is declared, whatever the words behind say. */
export function silent(scene: Scene, verb: VerbChunk, into: FoundStance[]): boolean {
  let length = 0
  let found: Entry | undefined
  for (let at = verb.from; at <= verb.at; at++) {
    if ((rolesAt(scene.tokens, at) & ROLES.operator) === 0) continue
    entryTrie.each(scene.tokens, at, scene.to, (entry, size) => {
      if (
        entry.role !== 'operator' ||
        entry.effect !== 'silent' ||
        size <= length ||
        (entry.negated === true && !verb.negated)
      )
        return
      length = size
      found = entry
    })
  }
  if (found === undefined || (verb.form === 'to' && verb.parent !== undefined && asks(verb.parent))) return false
  const holder = holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0) return false
  const issue = issueFrom(scene.clauses.chunks, verb.index + 1, scene.tokens)
  const votes = scene.tokens
    .slice(verb.to, scene.to)
    .some((token) => /^(?:veto|abstain|vote|back|support|oppose|resolution)$/.test(token.lower))
  if (!votes && issue === undefined) return false
  add(
    scene,
    into,
    holder,
    'undeclared',
    { about: votes ? 'resolution' : (issue?.about ?? 'resolution') },
    verb,
    found,
    Math.min(verb.index + 4, scene.clauses.chunks.length - 1),
  )
  return true
}

/** "X opposes sanctions", "the draft was backed by Y", "Z is opposed to the text". */
export function attitude(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses, to } = scene
  const match = entriesAt(tokens, verb.at, to, 'attitude', ['verb'], verb.negated)
  if (match === undefined) return
  const { entry } = match
  if (entry.negated === true && !verb.negated) return
  if (entry.rule === 'ignore' && (verb.form !== 'finite' || toldByOthers(scene, verb))) return
  // "accused it of pursuing weapons": what another says of it.
  if (verb.form === 'ing' && /^(?:accuse|suspect)$/.test(verb.parent?.lemma ?? '') && FOR.has(entry.stance as Stance))
    return
  if (verb.modal === 'should' || verb.modal === 'must') {
    // "the Council should support": what another wants of it.
    const asked = holderOf(scene, verb)
    if (asked?.codes.some((code) => code === 'UNSC' || code === 'UN') === true) return
  }
  // "urged Iran to accept the offer": what is asked is not held.
  if (
    verb.form === 'to' &&
    verb.parent !== undefined &&
    asks(verb.parent) &&
    verb.subject !== undefined &&
    verb.subject.from > verb.parent.from
  )
    return
  if (verb.modal === 'may' || verb.modal === 'might' || isUnderHow(scene, verb)) return
  // "would abstain rather than use its veto"
  if (tokens[verb.from - 1]?.lower === 'than' && tokens[verb.from - 2]?.lower === 'rather') return
  if (verb.conditional === true && entry.rule === 'back') return
  if (isForetold(verb)) return
  // "hesitated to veto it": an operator
  if (entry.rule === 'undeclared' && clauses.chunks[verb.index + 1]?.kind === 'verb') return
  const holder = standing(verb) ?? holderOf(scene, verb) ?? (verb.form === 'ing' ? scene.memory.issuers : undefined)
  if (holder === undefined || holder.codes.length === 0) return
  // "The Council voted for it" tells a vote, and no view.
  if (/^(?:vote|approve)/.test(entry.words) && holder.codes.length === 1 && holder.codes[0] === 'UNSC') return
  if (isText(scene, verb) && (verb.modal !== undefined || !/^(?:condemn|back)$/.test(entry.rule))) return
  if (
    entry.rule === 'sponsor' &&
    !isPlanned(scene, verb) &&
    (verb.form !== 'finite' || (verb.modal !== undefined && verb.modal !== 'will') || verb.negated) &&
    !(verb.form === 'participle') &&
    !(verb.form === 'ing' && verb.parent?.lemma === 'join')
  )
    return
  if (
    (entry.rule === 'veto' || entry.rule === 'block') &&
    (verb.conditional === true ||
      verb.modal === 'could' ||
      verb.modal === 'can' ||
      verb.modal === 'may' ||
      verb.modal === 'might')
  )
    return
  if (entry.words === 'warn' && !actorAfter(scene, verb)) {
    fears(scene, holder, verb, entry, into)
    return
  }
  if (entry.words === 'warn' && bids(scene, verb)) return
  if (
    (entry.rule === 'veto' || entry.rule === 'undeclared' || entry.rule === 'approve') &&
    holder.codes.some((code) => code === 'UNSC' || code === 'UN')
  )
    return
  if (entry.rule === 'give-in' && holder.codes.includes(scene.memory.target ?? '')) return
  let object: Issue | undefined =
    verb.passive && verb.subject !== undefined
      ? subjectIssue(scene, verb.subject)
      : issueFrom(clauses.chunks, calledAs(scene, verb) ?? verb.index + 1, tokens)
  if (verb.form === 'participle' && object?.about !== 'resolution')
    object = antecedentIssue(scene, verb.index) ?? object
  if (
    /^(?:vote|abstain|veto)/.test(entry.words) &&
    (object === undefined || (object.weak && object.about === 'sanctions'))
  ) {
    object = issueOf('resolution', 1, true)
  }
  if (standing(verb) !== undefined || (object === undefined && alone(scene, verb)))
    object = issueFrom(clauses.chunks, verb.index + 1, tokens) ?? sentenceIssue(scene) ?? issueOf('resolution', 1, true)
  if (object === undefined && verb.antecedent !== undefined) object = antecedentIssue(scene, verb.antecedent)
  if (/^(?:want|like|see|have|prefer)$/.test(verb.lemma)) {
    // "wants the sanctions lifted", "the matter solved by talks"
    const wish = clauses.verbs.find(
      (each) =>
        each.index > verb.index + 1 &&
        each.index <= verb.index + 4 &&
        (each.form === 'participle' || (each.form === 'finite' && each.past && each.modal === undefined)) &&
        each.agent === undefined,
    )
    const asked = wish === undefined ? undefined : askedBy(clauses.chunks, wish, tokens)
    if (asked !== undefined) object = asked
  }
  if (object === undefined && entry.about === 'conduct' && clauses.chunks[verb.index + 1]?.kind === 'subordinator') {
    // "regretted that the text made no mention of it"
    const clause = clauses.verbs.find((each) => each.reported === verb)
    const told = clause?.subject === undefined ? undefined : subjectIssue(scene, clause.subject)
    if (told?.about === 'resolution') {
      add(scene, into, holder, 'opposes', { about: 'resolution' }, verb, entry, clause?.index ?? verb.index + 2)
      return
    }
    if (fears(scene, holder, verb, entry, into)) return
  }
  if (FOR.has(entry.stance as Stance) && (object === undefined || object.about === 'conduct') && blames(scene, verb)) {
    // "stands by the condemnation", "shares their concern"
    add(scene, into, holder, 'opposes', { about: 'conduct' }, verb, entry, verb.index + 2)
    return
  }
  if (
    entry.rule === 'approve' &&
    !verb.passive &&
    (object?.weak !== false || (verb.lemma === 'adopt' && verb.form !== 'to'))
  )
    return
  if (entry.rule === 'undeclared' && object?.about !== 'resolution') return
  // "each time it ignores a resolution": a wrong that is told of it.
  if (entry.rule === 'ignore' && verb.modal === undefined && DEFYING.hasVerb(verb)) return
  settle(scene, entry, holder, verb, object, into, calledAs(scene, verb) ?? verb.index + 1)
}

/** 'hailed as a "victory" a statement that …': the thing comes behind what it is called. */
function calledAs({ clauses }: Scene, verb: VerbChunk): number | undefined {
  const { chunks } = clauses
  const as = chunks[verb.index + 1]
  if (as?.kind !== 'preposition' || as.word !== 'as') return undefined
  for (let at = verb.index + 2; at < Math.min(chunks.length, verb.index + 8); at++) {
    const chunk = chunks[at]
    if (
      chunk?.kind === 'noun' &&
      at > verb.index + 2 &&
      chunk.preposition === undefined &&
      chunks[at - 1]?.kind !== 'conjunction'
    )
      return at
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma' || chunk?.kind === 'mark') return undefined
  }
  return undefined
}

/** "had earlier been expected to oppose it", "was initially inclined to vote against": it came otherwise. */
function isForetold({ form, parent }: VerbChunk): boolean {
  return form === 'to' && parent !== undefined && parent.had && parent.passive && FORETELLING.hasVerb(parent)
}

const FORETELLING = new WordSet([
  'expect',
  'think',
  'believe',
  'tip',
  'predict',
  'assume',
  'rumour',
  'rumor',
  'forecast',
])

/** "are planning to introduce a text": the one who means to is its sponsor. */
function isPlanned(scene: Scene, { form, parent, negated }: VerbChunk): boolean {
  return (
    form === 'to' &&
    !negated &&
    parent !== undefined &&
    !parent.negated &&
    !scene.headline &&
    (PLANNING.hasVerb(parent) || (parent.copula && READY.has(scene.tokens[parent.to])))
  )
}

const PRAISE = new Set(
  'praise thank commend applaud welcome hail congratulate salute laud back support endorse compliment'.split(' '),
)

const READY = new WordSet(['ready', 'prepared', 'willing', 'set', 'poised', 'due', 'determined', 'about'])

const PLANNING = new WordSet(['plan', 'intend', 'prepare', 'vow', 'pledge', 'promise', 'decide', 'agree'])

const DEFYING = new WordSet(['ignore', 'defy', 'flout', 'disregard'])

/** "every time Iran ignores a resolution", said by another: blame, and no stance of the one who is blamed. */
function toldByOthers(scene: Scene, verb: VerbChunk): boolean {
  const speaker = scene.clauses.speakerAt(verb.index)
  const holder = verb.subject?.entity
  return speaker !== undefined && holder !== undefined && !holder.codes.some((code) => speaker.codes.includes(code))
}

/** "with Russia and China opposed", "France, opposed to the war, …": who is opposed, not what. */
function standing(verb: VerbChunk): Entity | undefined {
  if (verb.form !== 'participle' || verb.lemma !== 'oppose' || verb.agent !== undefined) return undefined
  const { entity } = verb.subject ?? {}
  return entity === undefined || entity.silent === true || entity.codes.length === 0 ? undefined : entity
}

/** "With Russia and China opposed, …": nothing follows that could be opposed. */
function alone(scene: Scene, verb: VerbChunk): boolean {
  const next = scene.clauses.chunks[verb.index + 1]
  return (
    verb.lemma === 'oppose' && verb.subject?.preposition === 'with' && (next === undefined || next.kind === 'comma')
  )
}

function sentenceIssue(scene: Scene): Issue | undefined {
  let weak: Issue | undefined
  for (const chunk of scene.clauses.chunks) {
    const issue = chunk.kind === 'noun' ? subjectIssue(scene, chunk) : undefined
    if (issue === undefined || issue.about === 'conduct') continue
    if (!issue.weak) return issue
    weak ??= issue
  }
  return weak
}

function blames(scene: Scene, verb: VerbChunk): boolean {
  const noun = scene.clauses.chunks.find((chunk) => chunk.from >= verb.to && chunk.kind === 'noun')
  if (noun?.kind !== 'noun' || verb.negated || noun.from > verb.to + 3) return false
  return /^(?:condemnation|denunciation|criticism|outrage|indignation)$/.test(scene.tokens[noun.head]?.lower ?? '')
}

/** The object of blame is a text, talks or a war, and not what someone does. */
function judgesIssue(scene: Scene, issue: Issue | undefined, object: Chunk | undefined): boolean {
  if (issue?.noun === undefined || issue.sign === -1 || object?.kind !== 'noun' || object.to !== issue.noun.to)
    return false
  if (issue.about === 'talks') return !issue.weak
  if (issue.about === 'resolution') {
    const { noun } = issue
    return noun.owner === undefined && TEXTS.has(scene.tokens[noun.head])
  }
  return issue.about === 'force' && !issue.weak && aimedAt(scene, issue.noun)
}

const TEXTS = new WordSet(['text', 'draft', 'version', 'wording', 'document'])

/** "air strikes on Libya": others make war on the state that the article is about. */
function aimedAt(scene: Scene, noun: NounChunk): boolean {
  const { chunks } = scene.clauses
  const at = placeIn(chunks, noun)
  const link = chunks[at + 1]
  const whom = chunks[at + 2]
  return (
    link?.kind === 'preposition' &&
    (link.word === 'against' ||
      link.word === 'on' ||
      link.word === 'in' ||
      link.word === 'over' ||
      link.word === 'of') &&
    whom?.kind === 'noun' &&
    whom.entity?.codes.includes(scene.memory.target ?? '') === true
  )
}

/** "warned the United Nations to tread softly": asked, and not blamed. */
function bids(scene: Scene, verb: VerbChunk): boolean {
  const to = scene.clauses.verbs.find((each) => each.parent === verb && each.form === 'to')
  return to !== undefined && to.index <= verb.index + 3 && !to.negated
}

/** "warned Iran", not "warned that". */
function actorAfter(scene: Scene, verb: VerbChunk): boolean {
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' && next.entity !== undefined && next.entity.codes.length > 0
}

export function settle(
  scene: Scene,
  entry: Entry,
  holder: Entity,
  verb: VerbChunk,
  at: Issue | undefined,
  into: FoundStance[],
  objectAt: number,
  joined = false,
): void {
  const { memory, clauses } = scene
  const issue = entry.about === 'conduct' ? at : atForce(scene, at)
  const stance = entry.stance as Stance
  let about: About | undefined = issue?.about
  let sign = issue?.sign ?? 1
  if (entry.rule === 'veto') {
    sign = 1
    if (about !== 'sanctions') about = 'resolution'
  }
  const object = clauses.chunks[objectAt]
  const named = object?.kind === 'noun' ? object.entity : undefined
  if (entry.about === 'conduct') {
    if (entry.target === true) {
      if (isSupposed(scene, verb) || issue?.weak === true) return
      if (about !== 'conduct') {
        // "defended the sanctions": whoever does is for them.
        if (!/^(?:defend|justify|celebrate)$/.test(entry.words)) return
      } else if (!holder.codes.includes(memory.target ?? '')) return
    } else if (judgesIssue(scene, issue, object)) {
      // "criticised the text", "deplored the air strikes on Libya": the thing itself.
    } else if (about === undefined || about === 'force' || issue?.weak === true || sign === -1) {
      // "condemned the regime", "accused Iran of …", "concerned that …"
      if (about === undefined && named !== undefined && named.codes.length > 0 && isWithin(named, holder)) return
      about = named?.codes.includes('UNSC') === true && !holder.codes.includes('UNSC') ? 'resolution' : 'conduct'
      sign = 1
    } else if (about === 'implementation' || about === 'talks') {
      about = 'conduct'
    }
  } else if (about === undefined && entry.about !== undefined) about = entry.about
  // "thanked the Council for its tribunal"
  if (about === undefined && PRAISE.has(entry.words) && named?.codes.includes('UNSC') && !holder.codes.includes('UNSC'))
    about = 'resolution'
  if (about === undefined) return
  if (entry.rule === 'take-part' && holder.codes.includes(memory.target ?? '')) return
  if (entry.only !== undefined && !entry.only.includes(about)) {
    if (entry.rule === 'accept' && about === 'conduct') {
      // "refuses to accept the annexation"
      if (turned(scene, 'supports', verb) !== 'opposes' || issue?.weak !== false) return
    } else if (entry.about !== undefined && entry.rule !== 'sponsor') about = entry.about
    else return
  }
  // "shelved its draft": one's own text is not opposed.
  if (
    stance === 'opposes' &&
    about === 'resolution' &&
    issue?.noun?.owner?.codes.some((code) => holder.codes.includes(code)) === true
  )
    return
  // "would seek no new sanctions"
  if (
    FOR.has(stance) &&
    issue?.noun !== undefined &&
    issue.noun === object &&
    scene.tokens[issue.noun.from]?.lower === 'no'
  )
    sign = sign === 1 ? -1 : 1
  let now = turned(scene, stance, entry.negated === true ? affirmed(verb) : verb)
  if (now === undefined) return
  if (
    about === 'conduct' &&
    FOR.has(stance) &&
    FOR.has(now) &&
    sign === 1 &&
    entry.target !== true &&
    (!holder.codes.includes(memory.target ?? '') ||
      issue?.noun?.owner?.codes.some((code) => !holder.codes.includes(code)) === true)
  ) {
    // Support for conduct by another than the target is rarely meant: "seeks nuclear weapons" is no stance of others.
    return
  }
  if (about === 'conduct' && FOR.has(now) && entry.rule === 'back') {
    if (isSupposed(scene, verb)) return
    // "believes that Iran is seeking the bomb": what another says of it is blame.
    const { reported } = verb
    const teller =
      clauses.speakerAt(verb.index) ??
      (reported?.subject === undefined ? undefined : (actorOf(scene, reported.subject) ?? reported.subject.owner))
    if (teller !== undefined && !teller.codes.some((code) => holder.codes.includes(code))) {
      if (teller.silent !== true && teller.codes.length > 0 && holder.codes.includes(memory.target ?? ''))
        add(scene, into, teller, 'opposes', { about }, verb, { rule: 'alleged' }, verb.index + 2, {
          target: memory.target as string,
        })
      return
    }
  }
  if (sign === -1) {
    if (now === 'sponsors') return
    now = FOR.has(now) ? 'opposes' : about === 'conduct' ? 'opposes' : 'supports'
  }
  if (now === 'accepts' && about === 'conduct') return
  if (now === 'accepts' && (about === 'talks' || (about === 'force' && verb.lemma === 'rule'))) now = 'supports'
  const cast =
    /^(?:vote|veto|abstain|absent)/.test(entry.words) &&
    verb.form === 'finite' &&
    verb.modal === undefined &&
    !verb.negated
  const target =
    entry.about === 'conduct' &&
    named !== undefined &&
    named.codes.length === 1 &&
    !holder.codes.includes(named.codes[0] ?? '')
      ? { target: named.codes[0] as string }
      : {}
  add(scene, into, holder, now, { about, noun: issue?.noun }, verb, entry, end(scene, objectAt, issue), {
    ...target,
    ...(cast ? { cast } : {}),
  })
  const other =
    issue === undefined || cast || entry.target === true || joined
      ? undefined
      : alsoIssue(clauses.chunks, issue, scene.tokens)
  if (other !== undefined) settle(scene, entry, holder, verb, other, into, objectAt, true)
}

function isWithin(some: Entity, all: Entity): boolean {
  return some.codes.every((code) => all.codes.includes(code))
}
