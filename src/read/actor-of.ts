import { aboutOf } from './about.js'
import { authorOf } from './authors.js'
import { standsAt } from './before.js'
import { isOfUN } from './bodies.js'
import { placeIn } from './chunk.js'
import type { NounChunk } from './chunks.js'
import { type Entity, entityOf } from './entity.js'
import { bodyOf, namesCouncil } from './mention-codes.js'
import { isOthersText } from './other-halls.js'
import type { Scene } from './scene.js'
import { SITTING } from './several.js'
import { WordSet } from './wordset.js'

/** Who acts or speaks where a noun phrase is the subject: the one it means, the Council for its texts, an author for a statement. */
export function actorOf(scene: Scene, noun: NounChunk): Entity | undefined {
  if (noun.actor === undefined) noun.actor = findActor(scene, noun) ?? null
  return noun.actor ?? undefined
}

/** For whom a noun phrase acts or speaks; no one where there is none. */
export function codesOf(scene: Scene, noun: NounChunk | undefined): readonly string[] {
  return noun === undefined ? [] : (actorOf(scene, noun)?.codes ?? [])
}

const MEMBER = new WordSet(['member', 'members'])

const EVERY = new WordSet(['all', 'everyone', 'everybody', 'none', 'nobody', 'members', 'ones', 'any'])

const SAVE = new WordSet(['but', 'except', 'bar', 'save'])

function findActor(scene: Scene, noun: NounChunk): Entity | undefined {
  // "all but Russia"
  if (SAVE.has(standsAt(scene.tokens, noun.from - 1)) && EVERY.has(scene.tokens[noun.from - 2])) return undefined
  if (votes(scene, noun)) return entityOf(['UNSC'])
  // "Russia was among the 43 nations that abstained"
  if (noun.entity?.crowd === true && scene.tokens[noun.from - 1]?.lower === 'among') return oneOf(scene, noun)
  // "blocked a UN resolution condemning the crackdown"
  if (noun.entity?.person === false || noun.entity?.person === undefined) {
    const text = noun.entity === undefined ? undefined : aboutOf(noun, scene.tokens)
    if (text?.about === 'resolution' && !text.weak && fails(scene)) return undefined
  }
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
    if (noun.owner !== undefined && !noun.owner.codes.some(isOfUN)) return undefined
    if (!about.weak && !draft && (fails(scene) || proposed(scene, noun) || isOthersText(scene, noun))) return undefined
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
    if (about.weak && !draft && noun.entity === undefined && namesCouncil(scene.mentions)) return entityOf(['UNSC'])
  }
  const head = scene.tokens[noun.head]?.lower ?? ''
  const author = authorOf(noun, scene.clauses.chunks, scene.tokens)
  if (author !== undefined && author.silent !== true && !(isCouncil(author) && COUNCILS_OWN.has(head))) return author
  // "The draft angered Moscow, which …": a capital that does something is its state.
  if (noun.owner !== undefined && noun.owned === undefined && noun.to === noun.from + 1) return noun.owner
  return MEMBERS.has(head) ? oneOf(scene, noun) : undefined
}

/** "The UN voted to impose sanctions": there it is the Council. */
export function votes(scene: Scene, { entity, from, head }: NounChunk): boolean {
  if (entity?.codes[0] !== 'UN' || entity.codes.length > 1 || entity.person === true || entity.office !== undefined)
    return false
  if (!UN.has(scene.tokens[head])) return false
  return scene.clauses.verbs.some((verb) => verb.subject?.from === from && VOTING.hasVerb(verb))
}

export const UN = new WordSet(['un', 'u.n', 'u.n.', 'nations', 'body'])

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
  return isCouncil(noun.entity) && SITTING.has(scene.tokens[noun.head]) && !wholly(scene, noun)
}

function isCouncil(entity: Entity | undefined): boolean {
  return entity?.codes.length === 1 && entity.codes[0] === 'UNSC'
}

function wholly(scene: Scene, noun: NounChunk): boolean {
  return scene.tokens.slice(noun.from, noun.to).some((token) => /^(?:all|the|15|fifteen|every)$/.test(token.lower))
}

/** A text that is vetoed, blocked or rejected is no word of the Council. */
function fails(scene: Scene): boolean {
  return scene.clauses.verbs.some(
    (verb) =>
      /^(?:veto|block|reject|defeat)$/.test(verb.lemma) ||
      (verb.lemma === 'vote' && scene.tokens[verb.to]?.lower === 'against'),
  )
}

const OFFERING = new WordSet(
  'submit introduce circulate propose table present consider prepare seek push want draft'.split(' '),
)
const AWAITING = new WordSet('delay postpone debate discuss negotiate suggest mull'.split(' '))

/** "submitted a resolution condemning the tests", "put off the vote on a resolution calling for sanctions": none yet. */
function proposed(scene: Scene, noun: NounChunk): boolean {
  return (
    /^an?$/.test(scene.tokens[noun.from]?.lower ?? '') &&
    scene.clauses.verbs.some((verb) => OFFERING.hasVerb(verb) || (verb.to <= noun.from && AWAITING.hasVerb(verb)))
  )
}
