import { actorOf } from './actor-of.js'
import { isBody, isOfUN } from './bodies.js'
import { placeIn } from './chunk.js'
import type { NounChunk } from './chunks.js'
import type { Entity } from './entity.js'
import { headOf } from './measure-mood.js'
import { asBody, councilIn } from './measure-owners.js'
import { textOfTokens } from './measure-words.js'
import { bodyOf } from './mention-codes.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What a noun phrase stands for by its kind: an order for whoever signed it, a committee for the Council. */
export function issuerByKind(scene: Scene, noun: NounChunk): readonly string[] | undefined {
  const head = headOf(scene, noun)
  const signed = ORDERS.test(head) ? signerOf(scene, noun) : []
  if (signed.length > 0) return asBody(signed)
  const words = textOfTokens(scene, noun.from, noun.to)
  // "the Council's committee"
  if (
    head === 'committee' &&
    (noun.owner?.codes.some(isOfUN) || isTheCommittee(scene, noun) || /sanctions|council/.test(words))
  )
    return ['UNSC']
  return /\bdraft resolution\b|\bsecurity council\b/.test(words) ? ['UNSC'] : undefined
}

const ORDERS = /^(?:order|decree|law|bill|legislation|act|directive|orders|regulations?|rules?)$/

/** "the committee", where the Council was spoken of */
function isTheCommittee({ memory }: Scene, { owner, entity, from, to }: NounChunk): boolean {
  return owner === undefined && entity === undefined && memory.council === true && to - from < 3
}

/** Whom a noun phrase names, or whose it is: "19 of the bloc's 22 members", "Arab states", "the ministry of Germany". */
export function issuerByName(scene: Scene, noun: NounChunk): readonly string[] | undefined {
  const { chunks } = scene.clauses
  // "19 of the bloc's 22 members approved": the body
  const whole = chunks[placeIn(chunks, noun) + 2]
  if (noun.entity === undefined && whole?.kind === 'noun' && whole.preposition === 'of') {
    const body = [...(whole.entity?.codes ?? []), ...(whole.owner?.codes ?? [])].find(isBody)
    if (body !== undefined) return asBody([body])
  }
  const league = arabsIn(scene, noun)
  if (league !== undefined) return league
  // "foreign ministers meeting in Cairo voted": of the body that the sentence or the one before names
  if (isCrowd(scene, noun)) {
    const body = bodyTold(scene)?.[0] ?? scene.memory.imposers.last?.find((code) => isBody(code) && code !== 'UNSC')
    if (body !== undefined) return [body]
  }
  const entity =
    noun.entity?.silent === true ? undefined : (noun.entity ?? actorOf(scene, noun) ?? ofState(scene, noun))
  return entity !== undefined && entity.codes.length > 0 ? asBody(entity.codes) : undefined
}

/** "Arab states", "the Arab foreign ministers": the League; "Gulf Arab states": the Gulf's council; not "some Arab states" */
function arabsIn({ tokens }: Scene, noun: NounChunk): readonly string[] | undefined {
  if ((noun.entity?.codes.length ?? 0) > 0 || !MINISTERS.has(tokens[noun.head])) return undefined
  const first = tokens[tokens[noun.from]?.lower === 'the' ? noun.from + 1 : noun.from]?.lower
  return first === 'arab' ? ['LAS'] : first === 'gulf' ? ['GCC'] : undefined
}

/** "leaders", "ministers", without a state or a body that they are known to be of */
export function isCrowd(scene: Scene, noun: NounChunk): boolean {
  return noun.entity === undefined && noun.owner === undefined && MINISTERS.has(scene.tokens[noun.head])
}

const MINISTERS = new WordSet([
  'ministers',
  'leaders',
  'members',
  'envoys',
  'governments',
  'states',
  'countries',
  'nations',
])

/** The body that a sentence names, where it is not the United Nations: "the League asked member states to withdraw their envoys". */
export function bodyTold(scene: Scene): readonly string[] | undefined {
  if (councilIn(scene)) return undefined
  const named = scene.mentions.map(bodyOf).find((code) => code !== undefined && !isOfUN(code))
  return named === undefined ? undefined : [named]
}

export const EVERYONE = new Set(
  'countries states nations governments members member everyone world community country state nation'.split(' '),
)

/** "all member states", not "Gulf states" */
export function isEveryone(scene: Scene, noun: NounChunk): boolean {
  if (!EVERYONE.has(headOf(scene, noun))) return false
  const codes = noun.entity?.codes ?? []
  if (codes.length > 0 && !codes.includes('UN')) return false
  for (let at = noun.from; at < noun.to - 1; at++) if (!ALL.has(scene.tokens[at]?.lower ?? '')) return false
  return true
}
const ALL = new Set(
  'all every each the any no other un u.n. united nations member un-member member- its our fellow world most'.split(
    ' ',
  ),
)

/** "Mr Obama signed an order", "a presidential decree issued by Ankara" */
function signerOf(scene: Scene, noun: NounChunk): readonly string[] {
  if (noun.owner !== undefined) return noun.owner.codes
  const signing = scene.clauses.chunks[placeIn(scene.clauses.chunks, noun) - 1]
  if (signing?.kind !== 'verb' || signing.subject === undefined) return []
  return actorOf(scene, signing.subject)?.codes ?? []
}

/** "the Federal Aviation Office of Germany" */
function ofState(scene: Scene, noun: NounChunk): Entity | undefined {
  const { chunks } = scene.clauses
  const of = chunks[placeIn(chunks, noun) + 2]
  const office =
    /^(?:office|authority|authorities|agency|ministry|department|bank|government|regulator|treasury|commission|prosecutor|prosecutors|attorney-general|court)$/.test(
      scene.tokens[noun.to - 1]?.lower ?? '',
    )
  if (!office) return undefined
  return of?.kind === 'noun' && of.preposition === 'of' && of.entity?.person !== true ? of.entity : noun.owner
}
