import { actorOf } from './actor-of.js'
import { isBody, isOfUN } from './bodies.js'
import { doerOf, placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isCouncil } from './council-nouns.js'
import type { Entity } from './entity.js'
import { heldBy } from './event-doers.js'
import { isNational, nationalDoer, nationalIssuer } from './measure-national.js'
import { asBody, councilIn, isText, ownersOf } from './measure-owners.js'
import { CALLS, ORDERING, tellsDraft } from './measure-prospects.js'
import { bodySaying } from './measure-saying.js'
import { textOfTokens } from './measure-words.js'
import { bodyOf } from './mention-codes.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Nouns for measures taken together. */
export const MEASURES = new Set('measures sanctions restrictions package embargo'.split(' '))
const EVERYONE = new Set(
  'countries states nations governments members member everyone world community country state nation'.split(' '),
)

/** Who imposes it: the subject, a text for the Council, the Council for what it asks of all states. */
export function issuerOf(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const noun = planner(scene, verb) ?? doerOf(verb)
  const { parent } = verb
  const national = nationalDoer(scene, verb)
  if (national !== undefined) return nationalIssuer(scene, national)
  if (ofBill(scene, noun)) return [scene.memory.bill as string]
  if (noun === undefined) {
    const whom = verb.passive && verb.subject !== undefined ? scene.tokens[verb.subject.to - 1]?.lower : undefined
    if (whom !== undefined && EVERYONE.has(whom) && verb.subject?.entity === undefined) return ['UNSC']
    const { reported } = verb
    if (reported?.subject !== undefined && /^(?:order|decree|announce|decide|direct|instruct)$/.test(reported.lemma)) {
      const codes = actorOf(scene, reported.subject)?.codes ?? []
      if (codes.length > 0) return asBody(codes)
    }
    const owned = verb.passive && verb.subject !== undefined ? ownersOf(scene, verb.subject) : []
    if (owned.length > 0) return asBody(owned)
    // "Assets were frozen and visits barred": by whom the sentences before told of
    const told = verb.form === 'finite' || verb.form === 'ing'
    const before = told && !(verb.passive && LESSENING.hasVerb(verb)) ? scene.memory.imposers.last : undefined
    const near = councilIn(scene) ? undefined : (bodySaying(scene) ?? before)
    if (near !== undefined) return near
    return councilIn(scene) || scene.memory.text !== undefined || scene.memory.council === true ? ['UNSC'] : undefined
  }
  // "our governments have announced"
  if (scene.tokens[noun.from]?.lower === 'our' && scene.memory.issuers !== undefined)
    return asBody(scene.memory.issuers.codes)
  // "blocked three attempts to impose sanctions": others wanted them, of the Council
  if (verb.form === 'to' && parent !== undefined && noun === parent.subject && THWARTING.hasVerb(parent))
    return councilIn(scene) || scene.memory.council === true ? ['UNSC'] : undefined
  // "Moscow and Beijing agreed to tougher sanctions": the Council's, to which they say yes
  if (verb.lemma === 'agree' && !verb.passive && (scene.memory.council === true || councilIn(scene))) {
    const codes = actorOf(scene, noun)?.codes ?? []
    if (codes.length > 0 && !codes.some(isBody)) return ['UNSC']
  }
  const held = heldBy(scene, verb)?.codes ?? []
  if (held.length > 0) return asBody(held)
  const ordered = parent?.subject === undefined ? undefined : actorOf(scene, parent.subject)
  if (
    verb.form === 'to' &&
    parent !== undefined &&
    ORDERING.has(parent.lemma) &&
    ordered !== undefined &&
    ordered.codes.length > 0
  )
    return asBody(ordered.codes)
  // "The Council and the EU have slapped sanctions on"
  const several = noun.entity?.codes ?? []
  if (several.length > 1 && several.includes('UNSC')) return asBody(several)
  if (isText(scene, noun) || isCouncil(scene, noun)) return ['UNSC']
  // "voted against a resolution to impose sanctions"
  const last = scene.clauses.chunks[verb.index - 1]
  const ahead = last?.kind === 'adverb' ? scene.clauses.chunks[verb.index - 2] : last
  if (verb.form === 'to' && ahead?.kind === 'noun' && isText(scene, ahead)) return ['UNSC']
  // "signed an order barring": who signed it
  const signed = /^(?:order|decree|law|bill|legislation|act|directive|orders|regulations?|rules?)$/.test(
    scene.tokens[noun.to - 1]?.lower ?? '',
  )
    ? signerOf(scene, noun)
    : []
  if (signed.length > 0) return asBody(signed)
  // "the Council's committee"
  if (
    /^committee$/.test(scene.tokens[noun.to - 1]?.lower ?? '') &&
    (noun.owner?.codes.some(isOfUN) === true ||
      (noun.owner === undefined &&
        noun.entity === undefined &&
        scene.memory.council === true &&
        noun.to - noun.from < 3) ||
      /sanctions|council/.test(textOfTokens(scene, noun.from, noun.to)))
  )
    return ['UNSC']
  if (/\bdraft resolution\b|\bsecurity council\b/.test(textOfTokens(scene, noun.from, noun.to))) return ['UNSC']
  const head = scene.tokens[noun.to - 1]?.lower ?? ''
  // "The new measures target banks": whose they are, else the Council's.
  if (MEASURES.has(head)) {
    const owners = ownersOf(scene, noun)
    // "The Senate backed new sanctions targeting banks"
    if (owners.length === 0 && parent?.subject !== undefined && isNational(scene, parent.subject))
      return nationalIssuer(scene, parent.subject)
    return owners.length > 0 ? asBody(owners) : (scene.memory.imposers.last ?? bodySaying(scene) ?? ['UNSC'])
  }
  // "European leaders said they would": the pronoun is theirs, and no one else's
  const { reported } = verb
  if (
    (noun.entity?.pronoun === true || head === 'they') &&
    reported?.subject !== undefined &&
    isCrowd(scene, reported.subject)
  )
    return asBody(ownersOf(scene, reported.subject))
  // "They include a ban on arms": the measures told before
  if (head === 'they' && noun.entity === undefined && scene.memory.imposers.last !== undefined)
    return scene.memory.imposers.last
  const everyone =
    EVERYONE.has(head) &&
    isEveryone(scene, noun) &&
    (noun.entity === undefined || noun.entity.codes.length === 0 || noun.entity.codes.includes('UN'))
  if (everyone) return bodyTold(scene) ?? ['UNSC']
  // "presented the council a draft on imposing sanctions": the draft's sanctions are the Council's.
  if (verb.modal === 'would' && tellsDraft(scene) && councilIn(scene) && noun.entity?.person !== true) return ['UNSC']
  // "threatened to cut aid to those who support the draft": its own
  const tabled = (verb.form === 'ing' || verb.form === 'to') && parent?.lemma !== 'threaten' && tellsDraft(scene)
  if (tabled && parent !== undefined && councilIn(scene)) return ['UNSC']
  if (verb.form === 'to' && parent?.subject !== undefined && isText(scene, parent.subject)) return ['UNSC']
  // "joined calls to impose": whom they call upon is not told, save where it is the Council.
  const call = scene.clauses.chunks[verb.index - 1]
  if (verb.form === 'to' && call?.kind === 'noun' && CALLS.has(scene.tokens[call.to - 1]))
    return councilIn(scene) ? ['UNSC'] : undefined
  // "19 of the bloc's 22 members approved": the body
  const { chunks } = scene.clauses
  const whole = chunks[placeIn(chunks, noun) + 2]
  if (noun.entity === undefined && whole?.kind === 'noun' && whole.preposition === 'of') {
    const body = [...(whole.entity?.codes ?? []), ...(whole.owner?.codes ?? [])].find(isBody)
    if (body !== undefined) return asBody([body])
  }
  const league = arabsIn(scene, noun)
  if (league !== undefined) return league
  // "foreign ministers meeting in Cairo voted": of the body that the sentence or the one before names
  if (noun.entity === undefined && noun.owner === undefined && MINISTERS.has(scene.tokens[noun.head])) {
    const body = bodyTold(scene)?.[0] ?? scene.memory.imposers.last?.find((code) => isBody(code) && code !== 'UNSC')
    if (body !== undefined) return [body]
  }
  const entity =
    noun.entity?.silent === true ? undefined : (noun.entity ?? actorOf(scene, noun) ?? ofState(scene, noun))
  if (entity !== undefined && entity.codes.length > 0) return asBody(entity.codes)
  return undefined
}

/** "Arab states", "the Arab foreign ministers": the League; "Gulf Arab states": the Gulf's council; not "some Arab states" */
function arabsIn({ tokens }: Scene, noun: NounChunk): readonly string[] | undefined {
  if ((noun.entity?.codes.length ?? 0) > 0 || !MINISTERS.has(tokens[noun.head])) return undefined
  const first = tokens[tokens[noun.from]?.lower === 'the' ? noun.from + 1 : noun.from]?.lower
  return first === 'arab' ? ['LAS'] : first === 'gulf' ? ['GCC'] : undefined
}

/** "leaders", "ministers", without a state or a body that they are known to be of */
function isCrowd(scene: Scene, noun: NounChunk): boolean {
  return noun.entity === undefined && noun.owner === undefined && MINISTERS.has(scene.tokens[noun.head])
}

/** "announced plans to freeze funds": whoever announced them; the plans do nothing. */
function planner(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const { parent, subject } = verb
  if (verb.form !== 'to' || verb.passive || subject === undefined || subject.entity !== undefined) return undefined
  if (parent === undefined || parent.passive || parent.subject === subject || parent.index > verb.index)
    return undefined
  return PLANS.has(scene.tokens[subject.to - 1]) && subject.owner === undefined ? parent.subject : undefined
}
const PLANS = new WordSet(
  'plan plans decision decisions intention intentions agreement order orders decree moves move steps measures'.split(
    ' ',
  ),
)

/** What befalls goods and funds without anyone's ban. */
const LESSENING = new WordSet(['cut', 'reduce', 'slash', 'limit', 'restrict', 'close'])

/** The body that a sentence names, where it is not the United Nations: "the League asked member states to withdraw their envoys". */
function bodyTold(scene: Scene): readonly string[] | undefined {
  if (councilIn(scene)) return undefined
  const named = scene.mentions.map(bodyOf).find((code) => code !== undefined && !isOfUN(code))
  return named === undefined ? undefined : [named]
}

const THWARTING = new WordSet('block veto oppose reject resist thwart stymie foil frustrate stall scuttle'.split(' '))

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

/** "It would also impose", where the sentence before told of a bill. */
export function ofBill(scene: Scene, noun: NounChunk | undefined): boolean {
  return (
    scene.memory.bill !== undefined &&
    noun !== undefined &&
    noun.to === noun.from + 1 &&
    scene.tokens[noun.from]?.lower === 'it'
  )
}

/** "all member states", not "Gulf states" */
function isEveryone(scene: Scene, noun: NounChunk): boolean {
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
