import { type Article, publicationDate } from '../articles/index.js'
import type { VagueDate } from '../dates.js'
import type { Problem } from '../errors.js'
import { type Chunk, chunksOf, type NounChunk } from './chunks.js'
import type { About, Claim } from './claim.js'
import { claimsIn } from './claims.js'
import { type Clauses, clausesOf } from './clauses.js'
import { asPronoun, type Entity, entityOf } from './entity.js'
import { joinGroups } from './groups.js'
import { hitsIn } from './hits.js'
import { aboutOf } from './issues.js'
import { entryTrie } from './lexicon.js'
import { matterOf } from './matter.js'
import type { Memory } from './memory.js'
import { bodyOf, stateOf } from './mention-codes.js'
import { type Mention, mentionsIn } from './mentions.js'
import { actorOf, type Scene } from './scene.js'
import { type Sentence, textOf } from './sentences.js'
import { settleNames } from './settled-names.js'
import { tagsOf } from './tags.js'
import { learnName, meet } from './who.js'

/** Changes whenever the same article may give other claims. */
export const READER_VERSION = '0.2.0'

/** What one article says. */
export interface Reading {
  /** The article's id. */
  readonly article: string
  /** In the order of the text. */
  readonly claims: readonly Claim[]
  /** The day against which relative dates were resolved; absent where it can't be known. */
  readonly published?: VagueDate
  /** The state that the article is chiefly about; absent where none stands out. */
  readonly target?: string
  /** What could not be told, such as relative dates without a day of publication. */
  readonly problems: readonly Problem[]
}

export interface ReadOptions {
  /** Let each claim name the lexicon entry and the words that made it. */
  readonly why?: boolean
}

/** Longer texts are no articles; what lies beyond is not read, and a problem says so. */
const MOST_CHARACTERS = 4_000_000

/** The claims of an article, each tied to its exact words. Pure: the same article always gives the same reading. */
export function readArticle(article: Article, options: ReadOptions = {}): Reading {
  const problems: Problem[] = []
  let text = article.prose ?? article.text
  if (text.length > MOST_CHARACTERS) {
    text = text.slice(0, MOST_CHARACTERS)
    problems.push({
      code: 'too-large',
      what: `only the first ${MOST_CHARACTERS} characters were read`,
      place: { file: article.id },
    })
  }
  const published = article.published ?? publicationDate(article.text)?.date
  const { tokens, sentences } = textOf(text)
  const mentions = settleNames(
    sentences.map((sentence) => mentionsIn(tokens, sentence.from, sentence.to)),
    published,
  )
  const matter = matterOf(tokens, sentences, mentions)
  const memory: Memory = {
    published,
    people: new Map(),
    lastPerson: undefined,
    here: undefined,
    near: undefined,
    verbSince: false,
    organs: new Map(),
    lastSubject: undefined,
    lastSpeaker: undefined,
    floating: undefined,
    lastState: undefined,
    lastParties: [],
    lastDate: undefined,
    text: undefined,
    undated: false,
    lastPair: [],
    told: new Set(),
    counts: new Map(),
    issuers: undefined,
    statement: undefined,
    topic: undefined,
    target: matter.target,
    dateline: matter.dateline,
  }
  const claims: Claim[] = []
  let paragraph = -1
  let quoteOpen = false
  sentences.forEach((sentence, index) => {
    if (sentence.paragraph !== paragraph) {
      quoteOpen = false
      memory.floating = undefined
    }
    paragraph = sentence.paragraph
    if (sentence.dateline === true) return
    const carried = sentence.headline
      ? undefined
      : (speakerAhead(index, quoteOpen) ?? (tokens[sentence.from]?.kind === 'open' ? memory.floating : undefined))
    const scene = sceneOf(text, tokens, sentence, mentions[index] ?? [], memory, quoteOpen, carried)
    if (index === 0 && matter.statement) memory.issuers = issuersOf(scene)
    else if (matter.statement && memory.issuers === undefined) memory.issuers = leadingGroup(scene)
    quoteOpen = stillOpen(scene, sentence, quoteOpen)
    claims.push(...claimsIn(scene, article, sentence, options))
    remember(scene, memory)
  })
  if (memory.undated === true)
    problems.push({
      code: 'bad-input',
      what: 'relative dates are not resolved: the text does not tell its day of publication',
      place: { file: article.id },
      todo: 'give it with --published',
    })
  /** A quotation that runs over several sentences may name its speaker only at the end. */
  function speakerAhead(index: number, open: boolean): Entity | undefined {
    let inside = open
    for (let at = index; at < Math.min(sentences.length, index + 5); at++) {
      const sentence = sentences[at] as Sentence
      if (sentence.paragraph !== sentences[index]?.paragraph) return undefined
      if (at > index) {
        if (!inside) return undefined
        const scene = sceneOf(text, tokens, sentence, mentions[at] ?? [], { ...memory }, inside)
        if (scene.clauses.attribution !== undefined) return scene.clauses.attribution
      }
      inside = stillOpen({ tokens }, sentence, inside)
    }
    return undefined
  }
  return {
    article: article.id,
    claims,
    ...(published === undefined ? {} : { published }),
    ...(matter.target === undefined ? {} : { target: matter.target }),
    problems,
  }
}

/** What a delegate speaks for: "his delegation could not support it". */
const HOME = new Set([
  'delegation',
  'country',
  'government',
  'nation',
  'administration',
  'ministry',
  'capital',
  'people',
])

/** "they" and "their" mean the group named last in the sentence. */
function refer(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  let group: Entity | undefined
  let one: Entity | undefined
  let home: Entity | undefined
  for (const chunk of chunks) {
    if (chunk.kind !== 'noun') continue
    const word = tokens[chunk.from]?.lower
    if (group !== undefined && word === 'they' && chunk.entity?.pronoun === true) chunk.entity = asPronoun(group)
    // "X and Y met; both called for talks", "the two"
    const two = word === 'the' && /^(?:two|pair)$/.test(tokens[chunk.from + 1]?.lower ?? '')
    const both = word === 'both' && chunk.to === chunk.from + 1
    if (group !== undefined && (both || (two && chunk.entity?.pronoun === true))) chunk.entity = asPronoun(group)
    if (group !== undefined && word === 'their' && chunk.owner?.pronoun === true) chunk.owner = asPronoun(group)
    if (one !== undefined && (word === 'his' || word === 'her') && HOME.has(tokens[chunk.head]?.lower ?? '')) {
      chunk.entity = asPronoun(one)
      chunk.owner = undefined
      home = one
    }
    if (home !== undefined && word === 'it' && chunk.entity?.pronoun === true) chunk.entity = asPronoun(home)
    if (group === undefined && one !== undefined && word === 'they' && chunk.entity?.pronoun === true)
      chunk.entity = asPronoun(one)
    if (chunk.preposition === undefined && chunk.entity?.office !== undefined && chunk.entity.codes.length === 1)
      one = chunk.entity
    else if (chunk.preposition === undefined && chunk.entity?.unnamed === true && chunk.entity.codes.length === 1)
      one = chunk.entity
    if (chunk.entity !== undefined && chunk.entity.pronoun !== true && chunk.entity.codes.length > 1)
      group = chunk.entity
  }
}

/** "officials in Tokyo, Seoul and Beijing": there the capitals stand for their states. */
function isOfOffice(chunks: readonly Chunk[], index: number, tokens: Scene['tokens']): boolean {
  const chunk = chunks[index]
  if (chunk?.kind !== 'noun' || index < 2) return false
  if (chunk.preposition !== 'in' && chunk.preposition !== 'from' && chunk.preposition !== 'of') {
    const link = chunks[index - 1]
    return (
      (link?.kind === 'comma' || link?.kind === 'conjunction') &&
      chunks[index - 2]?.kind === 'noun' &&
      chunk.preposition === undefined &&
      index > 2 &&
      isOfOffice(chunks, index - 2, tokens)
    )
  }
  const before = chunks[index - 2]
  // "resistance from Moscow and Beijing"
  if (chunk.preposition === 'from' && before?.kind === 'noun' && before.entity === undefined && holds(before, tokens))
    return true
  return before?.kind === 'noun' && before.entity?.codes.length === 0 && before.entity.crowd !== true
}

/** The noun carries a stance: "resistance", "support". */
function holds(noun: NounChunk, tokens: Scene['tokens']): boolean {
  let found = false
  entryTrie.each(tokens, noun.head, noun.to, (entry) => {
    if (entry.role === 'attitude' && entry.part === 'noun') found = true
  })
  return found
}

/** All stages for one sentence. */
function sceneOf(
  text: string,
  tokens: Scene['tokens'],
  sentence: Sentence,
  mentions: readonly Mention[],
  memory: Memory,
  quoteOpen: boolean,
  carried?: Entity,
): Scene {
  const { from, to } = sentence
  const tags = tagsOf(tokens, from, to, mentions)
  const chunks = chunksOf(tokens, tags, from, to)
  memory.here = undefined
  memory.near = undefined
  memory.verbSince = false
  chunks.forEach((chunk, index) => {
    if (chunk.kind === 'verb') memory.verbSince = true
    if (chunk.kind === 'noun') meet(chunk, tokens, mentions, memory, isOfOffice(chunks, index, tokens))
  })
  const joined = joinGroups(chunks, tokens, (noun, entity) => learnName(noun, entity, tokens, memory))
  refer(joined, tokens)
  const clauses = clausesOf(joined, tokens, quoteOpen, carried ?? memory.lastSpeaker)
  const hits = hitsIn(tokens, from, to)
  return { text, tokens, from, to, clauses, memory, headline: sentence.headline, mentions, hits }
}

function stillOpen(scene: Pick<Scene, 'tokens'>, sentence: Sentence, before: boolean): boolean {
  let open = before
  for (let at = sentence.from; at < sentence.to; at++) {
    const kind = scene.tokens[at]?.kind
    if (kind === 'open') open = true
    else if (kind === 'close') open = false
  }
  return open
}

/** "Joint Statement by the President of France … and President of the United States": those who issue it. */
function issuersOf(scene: Scene): Entity | undefined {
  const codes: string[] = []
  for (const chunk of scene.clauses.chunks) {
    if (chunk.kind === 'preposition' && (chunk.word === 'on' || chunk.word === 'regarding')) break
    if (chunk.kind === 'noun' && chunk.entity !== undefined)
      for (const code of chunk.entity.codes) if (!codes.includes(code)) codes.push(code)
  }
  if (codes.length === 0) {
    for (const mention of scene.mentions) {
      const code = stateOf(mention) ?? bodyOf(mention)
      if (code !== undefined && code !== scene.memory.target && !codes.includes(code)) codes.push(code)
    }
  }
  return codes.length === 0 ? undefined : entityOf(codes)
}

/** A statement whose headline names no one is of those who speak in its first sentence together. */
function leadingGroup(scene: Scene): Entity | undefined {
  const subject = scene.clauses.verbs[0]?.subject?.entity
  return subject !== undefined && subject.codes.length > 1 ? entityOf(subject.codes) : undefined
}

/** The first thing at issue that a sentence names plainly. */
function topicOf(scene: Scene): About | undefined {
  for (const chunk of scene.clauses.chunks) {
    const issue = chunk.kind === 'noun' ? aboutOf(chunk, scene.tokens) : undefined
    if (issue !== undefined && !issue.weak && issue.about !== 'implementation') return issue.about
  }
  return undefined
}

/** "issued a statement", "a statement by the Council", "said in a statement": whose words "the statement" will be. */
function statementOf(scene: Scene): Entity | undefined {
  const { chunks, attribution } = scene.clauses
  for (let at = 0; at < chunks.length; at++) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun' || scene.tokens[noun.head]?.lower !== 'statement') continue
    const by = chunks[at + 2]
    const whose =
      noun.owner ??
      (by?.kind === 'noun' && (by.preposition === 'by' || by.preposition === 'from') ? by.entity : undefined) ??
      (noun.preposition === 'in' ? attribution : undefined) ??
      issuerOf(scene, at)
    if (whose !== undefined && whose.silent !== true && whose.codes.length > 0) return whose
  }
  return undefined
}

function issuerOf(scene: Scene, before: number): Entity | undefined {
  const verb = scene.clauses.verbs.findLast((each) => each.index < before && ISSUES.has(each.lemma))
  return verb?.subject === undefined ? undefined : actorOf(scene, verb.subject)
}

const ISSUES = new Set([
  'issue',
  'release',
  'adopt',
  'approve',
  'agree',
  'publish',
  'make',
  'read',
  'endorse',
  'back',
  'pass',
])

/** What later sentences may refer back to. */
function remember(scene: Scene, memory: Memory): void {
  const { clauses } = scene
  const main = clauses.verbs.find(
    (verb) => verb.subject !== undefined && verb.form === 'finite' && verb.reported === undefined,
  )
  for (const chunk of clauses.chunks) {
    if (chunk.kind !== 'noun' || chunk.entity === undefined || chunk.entity.codes.length === 0) continue
    const { entity } = chunk
    if (entity.codes.length === 1 && entity.pronoun !== true) memory.lastState = entity.codes[0]
    if (
      entity.person === true &&
      entity.codes.length === 1 &&
      entity.pronoun !== true &&
      chunk.preposition === undefined
    )
      memory.lastPerson = entity
    if (entity.codes.length > 1 && entity.pronoun !== true) memory.lastParties = entity.codes
    if (entity.codes.length === 2 && entity.pronoun !== true) memory.lastPair = entity.codes
  }
  const subject = main?.subject === undefined ? undefined : actorOf(scene, main.subject)
  if (subject !== undefined && subject.codes.length > 0) {
    memory.lastSubject = subject
    if (subject.person === true && subject.codes.length === 1) memory.lastPerson = subject
    if (subject.name !== undefined) memory.counts.set(subject.name, (memory.counts.get(subject.name) ?? 0) + 1)
  }
  const { attribution } = clauses
  memory.topic = topicOf(scene) ?? memory.topic
  memory.statement = statementOf(scene) ?? memory.statement
  // "Rice explained the vote. "We decided …"": who was told of speaks next.
  memory.floating =
    attribution === undefined && subject?.person === true && subject.codes.length === 1 ? subject : undefined
  if (attribution !== undefined && attribution.codes.length > 0) {
    memory.lastSpeaker = attribution
    if (subject === undefined || subject.codes.length === 0 || attribution.person !== true)
      memory.lastSubject = attribution
  }
}

export type { Clauses }
