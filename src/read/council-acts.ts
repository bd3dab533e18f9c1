import type { NounChunk, VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import type { FoundEvent } from './event-found.js'
import { aboutOf } from './issues.js'
import { actorOf, councilNamed, type Scene } from './scene.js'

/** What a vote needs and may not get: "failed to win nine votes", "did not get a majority". */
const GETTING = new Set(
  'get win gain secure muster obtain garner receive attract achieve pass reach draw collect earn'.split(' '),
)
const BALLOTS = new Set('votes vote majority support ballots ballot yes passage threshold'.split(' '))
const USING = new Set('use cast exercise wield deploy employ deliver exert invoke resort'.split(' '))
const PERMANENT: ReadonlySet<string> = new Set(['CHN', 'FRA', 'GBR', 'RUS', 'USA'])
const MIGHT = new Set("could may might will would 'll".split(' '))
const AWAITED = new Set(
  'expect schedule plan set aim hope want intend prepare due likely poise wait slate move ready possible push seek need'.split(
    ' ',
  ),
)
const SOON = new Set(
  'monday tuesday wednesday thursday friday saturday sunday week weeks weekend tomorrow today tonight days month hours soon shortly later early soonest morning afternoon'.split(
    ' ',
  ),
)
const ACTING = new Set(
  'vote adopt approve pass act consider take impose endorse authorize authorise move decide back'.split(' '),
)
const IMPOSING = new Set(
  'impose slap extend renew tighten toughen lift prolong widen expand broaden strengthen reimpose'.split(' '),
)
const RESTRICTIONS = new Set(
  'sanctions sanction embargo embargoes bans ban freezes freeze restrictions mandate measures blockade curbs penalties'.split(
    ' ',
  ),
)
const VOTING = new Set(
  'impose slap extend renew tighten toughen lift prolong widen expand broaden strengthen reimpose vote back support clear give lend grant reject defeat'.split(
    ' ',
  ),
)
const FAILING = new Set(
  'win fail fall defeat reject vote get gain secure muster obtain garner receive attract achieve reach draw collect earn'.split(
    ' ',
  ),
)
/** Some of the members, or those who speak of it. */
const SOME = new Set(
  "some several key many other western most few two three four five six seven eight nine ten eleven twelve thirteen fourteen diplomats diplomat envoys envoy ambassadors ambassador delegates delegate president officials official sources source member permanent elected african european arab members'".split(
    ' ',
  ),
)
const SAYING = new Set(
  'condemn deplore denounce call urge demand warn express voice say press welcome reaffirm reiterate'.split(' '),
)

/** What the Council does with a text where a construction tells it and no word alone: votes, tallies, failures, vetoes, votes to come. */
export function councilActs(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.conditional === true) continue
    const type =
      voted(scene, verb) ??
      failed(scene, verb) ??
      vetoed(scene, verb) ??
      said(scene, verb) ??
      (awaited(scene, verb) ? 'vote-expected' : undefined)
    if (type !== undefined) push(scene, into, type, verb.index, verb.index + 2, [verb.from, verb.to])
  }
  tallied(scene, into)
}

function push(
  scene: Scene,
  into: FoundEvent[],
  type: EventType,
  from: number,
  to: number,
  words: readonly [number, number],
): void {
  if (into.some((each) => each.type === type && each.actors[0] === 'UNSC')) return
  if (type === 'vote-expected' && into.some((each) => each.type === 'adopted')) return
  const speaker = scene.clauses.speakerAt(from)
  into.push({
    type,
    actors: ['UNSC'],
    from,
    to: Math.min(to, scene.clauses.chunks.length - 1),
    rule: `council:${type}`,
    words,
    ...(type === 'vote-expected' ? { planned: true, passing: true } : {}),
    ...(speaker === undefined ? {} : { speaker }),
  })
}

/** Told as done: finite, without a modal; "has voted" too. */
function isDone(verb: VerbChunk): boolean {
  return verb.form === 'finite' && verb.modal === undefined && (verb.past || verb.perfect)
}

/** The Council, "the 15-nation body", its members. */
export function isCouncil(scene: Scene, noun: NounChunk | undefined): boolean {
  if (noun === undefined) return false
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (
      token === undefined ||
      SOME.has(token.lower) ||
      (token.kind === 'number' && /^\d+$/.test(token.lower) && token.lower !== '15')
    )
      return false
  }
  if (noun.entity?.codes.length === 1 && noun.entity.codes[0] === 'UNSC') return true
  if (actorOf(scene, noun)?.codes[0] === 'UNSC') return aboutOf(noun, scene.tokens)?.about !== 'resolution'
  if (noun.entity !== undefined && noun.entity.codes.length > 0) return false
  const head = scene.tokens[noun.to - 1]?.lower ?? ''
  if (head === 'council') return noun.owner === undefined
  return (
    /^(?:body|panel|members)$/.test(head) &&
    scene.tokens
      .slice(noun.from, noun.to)
      .some((token) => /^(?:15-nation|15-member|15-strong|council|15|fifteen)$/.test(token.lower))
  )
}

function isDraft(scene: Scene, noun: NounChunk | undefined): boolean {
  if (noun === undefined) return false
  return (
    aboutOf(noun, scene.tokens)?.about === 'resolution' ||
    (noun.entity === undefined && /^(?:text|document)$/.test(scene.tokens[noun.to - 1]?.lower ?? ''))
  )
}

/** "The Council voted 13-0-2 to impose …", "voted on Tuesday in favour of a resolution", "gave its backing to a text". */
function voted(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || verb.passive || !VOTING.has(verb.lemma) || !isDone(verb)) return undefined
  if (!isCouncil(scene, verb.subject)) return undefined
  const { chunks, verbs } = scene.clauses
  if (verb.lemma === 'vote') {
    if (verbs.some((each) => each.parent === verb && each.form === 'to' && each.lemma !== 'reject')) return 'adopted'
    for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 7); at++) {
      const chunk = chunks[at]
      if (chunk?.kind === 'verb') return undefined
      if (
        chunk?.kind === 'noun' &&
        (chunk.preposition === 'for' || chunk.preposition === 'of') &&
        isDraft(scene, chunk)
      )
        return 'adopted'
    }
    return undefined
  }
  const object = objectOf(scene, verb)
  if (IMPOSING.has(verb.lemma)) {
    // "arms and travel sanctions", "a new round of sanctions"
    const fits = chunks
      .slice(verb.index + 1, verb.index + 5)
      .some(
        (chunk) =>
          chunk.kind === 'noun' &&
          chunk.preposition !== 'for' &&
          RESTRICTIONS.has(scene.tokens[chunk.to - 1]?.lower ?? ''),
      )
    return fits && !into(scene) ? 'adopted' : undefined
  }
  if (/^(?:back|support|clear)$/.test(verb.lemma))
    return isDraft(scene, object) && namesDraft(scene, object) ? 'adopted' : undefined
  if (/^(?:give|lend|grant)$/.test(verb.lemma)) {
    const head = object === undefined ? '' : (scene.tokens[object.to - 1]?.lower ?? '')
    return /^(?:approval|backing|support|assent|blessing|endorsement)$/.test(head) &&
      chunks.some((chunk) => chunk.kind === 'noun' && chunk.from > verb.from && isDraft(scene, chunk))
      ? 'adopted'
      : undefined
  }
  if (/^(?:reject|defeat|vote)$/.test(verb.lemma)) return isDraft(scene, object) ? 'not-adopted' : undefined
  return undefined
}

/** Its adoption was told before: what it imposed is told in passing. */
function into(scene: Scene): boolean {
  return scene.memory.told.has('adopted UNSC')
}

/** A resolution or draft by that name, no statement or text of another kind. */
function namesDraft(scene: Scene, noun: NounChunk | undefined): boolean {
  return noun !== undefined && /^(?:resolutions?|draft)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
}

function objectOf(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' ? next : undefined
}

/** "The draft failed to get nine votes", "fell short", "was voted down", "received eight votes, one short". */
function failed(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (!FAILING.has(verb.lemma) || !isDone(verb)) return undefined
  // "The Council failed on Friday to adopt …"
  if (verb.lemma === 'fail' && isCouncil(scene, verb.subject))
    return scene.clauses.verbs.some(
      (each) => each.parent === verb && /^(?:adopt|pass|approve|agree|endorse|back|impose)$/.test(each.lemma),
    )
      ? 'not-adopted'
      : undefined
  if (!isDraft(scene, verb.subject)) return undefined
  const { chunks, verbs } = scene.clauses
  const next = chunks[verb.index + 1]
  // "won unanimous backing from the Council"
  if (verb.lemma === 'win' && !verb.negated && councilNamed(scene)) {
    const head = next?.kind === 'noun' ? (scene.tokens[next.to - 1]?.lower ?? '') : ''
    if (
      /^(?:backing|approval|support|endorsement|passage)$/.test(head) &&
      scene.tokens.slice(verb.to, scene.to).some((token) => /^(?:unanimous|council)$/.test(token.lower))
    )
      return 'adopted'
  }
  if (verb.lemma === 'fail') {
    const child = verbs.find((each) => each.parent === verb && each.form === 'to')
    if (child === undefined) return next === undefined || next.kind !== 'noun' ? 'not-adopted' : undefined
    return GETTING.has(child.lemma) || (child.passive && /^(?:adopt|pass|approve)$/.test(child.lemma))
      ? 'not-adopted'
      : undefined
  }
  const word = scene.tokens[verb.to]?.lower
  if (verb.lemma === 'fall' && word === 'short') return 'not-adopted'
  if (verb.passive && !verb.negated && /^(?:defeat|reject|vote)$/.test(verb.lemma)) {
    if (verb.lemma === 'vote' && word !== 'down') return undefined
    const agent = verb.agent
    if (agent !== undefined && !isCouncil(scene, agent)) return undefined
    return verb.lemma !== 'reject' || agent !== undefined || ballots(scene, verb) ? 'not-adopted' : undefined
  }
  if (GETTING.has(verb.lemma) && (verb.negated || short(scene, verb)) && ballots(scene, verb)) return 'not-adopted'
  return undefined
}

function ballots(scene: Scene, verb: VerbChunk): boolean {
  return scene.tokens.slice(verb.to, scene.to).some((token) => BALLOTS.has(token.lower))
}

function short(scene: Scene, verb: VerbChunk): boolean {
  for (let at = verb.to; at < scene.to - 1; at++)
    if (scene.tokens[at]?.lower === 'short' && scene.tokens[at + 1]?.lower === 'of') return true
  return false
}

/** "used its veto for the eighth time", "cast a double veto". */
function vetoed(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || verb.passive || !isDone(verb) || !USING.has(verb.lemma)) return undefined
  const object = objectOf(scene, verb)
  const after = scene.clauses.chunks[verb.index + 3]
  // "exercised its right of veto", "used their veto power"
  const right = after?.kind === 'noun' && after.preposition === 'of' ? after : object
  if (object === undefined || right === undefined) return undefined
  let veto = false
  for (let at = right.from; at < right.to; at++) if (/^veto(?:es|s)?$/.test(scene.tokens[at]?.lower ?? '')) veto = true
  if (!veto) return undefined
  const codes = verb.subject === undefined ? [] : (actorOf(scene, verb.subject)?.codes ?? [])
  return codes.some((code) => PERMANENT.has(code)) ? 'vetoed' : undefined
}

/** "The Council condemned the bombing in a statement": the statement is what it adopted. */
function said(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || verb.passive || !isDone(verb) || !SAYING.has(verb.lemma) || !isCouncil(scene, verb.subject))
    return undefined
  const { chunks } = scene.clauses
  for (let at = Math.max(0, verb.index - 5); at < Math.min(chunks.length, verb.index + 9); at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'in') continue
    if (/^statements?$/.test(scene.tokens[chunk.to - 1]?.lower ?? '') && chunk.entity === undefined)
      return 'statement-adopted'
  }
  return undefined
}

/** "A vote could come on Friday", "the resolution could be adopted by the weekend", "members hope to vote". */
function awaited(scene: Scene, verb: VerbChunk): boolean {
  if (verb.negated || verb.subject === undefined) return false
  const { tokens } = scene
  const { parent } = verb
  const head = tokens[verb.subject.to - 1]?.lower ?? ''
  if (head === 'vote' || head === 'adoption' || head === 'voting') {
    if (verb.modal !== undefined)
      return MIGHT.has(verb.modal) && /^(?:be|come|take|happen|follow|occur|go|hold)$/.test(verb.lemma) && isSoon(scene)
    return (verb.passive || verb.copula) && hasExpected(scene, verb)
  }
  if (verb.passive && /^(?:adopt|approve|pass|vote|endorse|put)$/.test(verb.lemma) && isDraft(scene, verb.subject)) {
    if (verb.lemma === 'put' && !/^(?:a|the)$/.test(tokens[verb.to + 1]?.lower ?? '')) return false
    if (verb.modal !== undefined) return /^(?:could|may|might|will)$/.test(verb.modal) && isSoon(scene)
    return verb.form === 'to' && parent !== undefined && !parent.negated && AWAITED.has(parent.lemma) && isSoon(scene)
  }
  if (!ACTING.has(verb.lemma) || !isCouncil(scene, verb.subject)) return false
  if (verb.lemma !== 'vote' && !textAfter(scene, verb)) return false
  if (verb.modal !== undefined) return MIGHT.has(verb.modal) && verb.modal !== 'would' && isSoon(scene)
  if (verb.form !== 'to') return false
  if (parent === undefined) return isSoon(scene)
  if (parent.negated || parent.conditional === true) return false
  return (
    (AWAITED.has(parent.lemma) || (parent.copula && parent.index + 1 === verb.index) || hasExpected(scene, parent)) &&
    isSoon(scene)
  )
}

function textAfter(scene: Scene, verb: VerbChunk): boolean {
  return scene.clauses.chunks.some(
    (chunk, at) => at > verb.index && at < verb.index + 6 && chunk.kind === 'noun' && isDraft(scene, chunk),
  )
}

function hasExpected(scene: Scene, verb: VerbChunk): boolean {
  for (let at = verb.from; at < Math.min(verb.to + 2, scene.to); at++)
    if (
      /^(?:expected|scheduled|planned|set|likely|due|possible|slated|anticipated|imminent)$/.test(
        scene.tokens[at]?.lower ?? '',
      )
    )
      return true
  return false
}

function isSoon(scene: Scene): boolean {
  for (let at = scene.from; at < scene.to; at++) if (SOON.has(scene.tokens[at]?.lower ?? '')) return true
  return false
}

/** "13-0-2", "by 14 votes to none", "12 votes in favour, two against": the tally of a vote of the Council. */
function tallied(scene: Scene, into: FoundEvent[]): void {
  const { tokens } = scene
  for (let at = scene.from; at < scene.to - 2; at++) {
    if (tokens[at]?.kind !== 'number' || tokens[at + 2]?.kind !== 'number') continue
    if (!/^[-–]$/.test(tokens[at + 1]?.lower ?? '') || tokens[at + 1]?.gap !== 0) continue
    const parts = [tokens[at], tokens[at + 2], tokens[at + 3]?.lower === '-' ? tokens[at + 4] : undefined]
    const sum = parts.reduce((all, part) => all + (part?.kind === 'number' ? Number(part.lower) : 0), 0)
    if (!(sum >= 9 && sum <= 15) || !/^\d{1,2}$/.test(tokens[at]?.lower ?? '')) continue
    if (
      !scene.tokens
        .slice(scene.from, scene.to)
        .some((token) => /^(?:vote|votes|voted|adopted|passed|approved|abstentions?|abstaining)$/.test(token.lower))
    )
      continue
    const index = scene.clauses.chunks.findIndex((chunk) => chunk.from <= at && at < chunk.to)
    push(scene, into, 'vote-held', Math.max(0, index - 2), Math.max(0, index), [at, at + 3])
    return
  }
}
