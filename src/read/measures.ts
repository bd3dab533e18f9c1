import type { NounChunk, VerbChunk } from './chunks.js'
import type { MeasureStatus, MeasureType } from './claim.js'
import { isBody } from './events.js'
import { aboutOf } from './issues.js'
import { type Entry, entryTrie } from './lexicon.js'
import { isProspect, isWanted, ORDERING, statusOf, tellsDraft } from './measure-status.js'
import { isBan, isBanOn, textOfTokens, typesBetween } from './measure-words.js'
import { actorOf, type Scene } from './scene.js'
import { bodyOf, type Entity, stateOf } from './who.js'

/** A measure before dates and quotes are settled. */
export interface FoundMeasure {
  readonly by: readonly string[]
  readonly against?: string
  readonly types: readonly MeasureType[]
  readonly status: MeasureStatus
  readonly from: number
  readonly to: number
  readonly speaker?: Entity
  readonly rule: string
  readonly words: readonly [number, number]
}

const asBody = (codes: readonly string[]) => [...new Set(codes.map((code) => (code === 'UN' ? 'UNSC' : code)))]

/** The restrictions that a sentence tells or proposes: those that a verb imposes, then those that a noun phrase names. */
export function measuresIn(scene: Scene): FoundMeasure[] {
  const found: FoundMeasure[] = []
  for (const verb of scene.clauses.verbs) imposed(scene, verb, found)
  named(scene, found)
  return found
}

/** How far a verb's objects reach: to the next clause. */
function reach(scene: Scene, verb: VerbChunk): number {
  const { chunks } = scene.clauses
  let at = verb.index + 1
  for (; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'relative' || (chunk?.kind === 'mark' && chunk.word === ';'))
      break
    if (
      chunk?.kind === 'verb' &&
      (chunk.form === 'finite' || (chunk.form === 'participle' && chunk.agent !== undefined))
    )
      break
  }
  return Math.min(at - 1, verb.index + 24)
}

/** The longest measure entry at the verb whose negation is the verb's ("not send" needs one). */
function entryAt(scene: Scene, verb: VerbChunk): Entry | undefined {
  let best: { entry: Entry; length: number } | undefined
  entryTrie.each(scene.tokens, verb.at, scene.to, (entry, length) => {
    if (entry.role !== 'measure' || entry.part !== 'verb' || (entry.negated === true && !isDenied(scene, verb))) return
    if (best === undefined || length > best.length) best = { entry, length }
  })
  return best?.entry
}

/** "will not sell", "no nation will sell". */
function isDenied(scene: Scene, verb: VerbChunk): boolean {
  return verb.negated || (verb.subject !== undefined && scene.tokens[verb.subject.from]?.lower === 'no')
}

/** What may stand between the verb and the measure: "a package of", "a new round of", "a resolution with". */
const CARRIERS =
  /^(?:round|set|package|series|number|kinds?|forms?|types?|range|categories|category|resolutions?|draft|text|threat|possibility|wave|raft|list|array|steps?|measures?|ties|them|it|countries|states|nations|governments|members?|regime|batch|slew|host|levels?|purchase|purchases|supply|supplies|sale|sales|export|exports|import|imports)$/

/** A verb that imposes takes the measure as its object, straight or through a word that carries it. */
function takesMeasure(scene: Scene, verb: VerbChunk, to: number): boolean {
  if (verb.passive) return true
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at <= to; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb') return false
    if (chunk?.kind !== 'noun') continue
    if (typesBetween(scene, at, at, false).types.length > 0 || isBanOn(scene, at)) return true
    const head = scene.tokens[chunk.to - 1]?.lower ?? ''
    const aside = chunk.entity !== undefined || CARRIERS.test(head) || /day$/.test(head)
    if (!aside) return false
  }
  return false
}

function imposed(scene: Scene, verb: VerbChunk, into: FoundMeasure[]): void {
  const entry = entryAt(scene, verb)
  if (entry === undefined) return
  const kind = entry.effect ?? 'impose'
  const { chunks } = scene.clauses
  let from = verb.index + 1
  let to = reach(scene, verb)
  if (verb.passive && verb.subject !== undefined) {
    from = chunks.indexOf(verb.subject)
    if (from < 0) from = verb.index
    if (to < from) to = from
  }
  const bans =
    kind === 'ban' ||
    (kind === 'impose' &&
      chunks.some((chunk, at) => at >= from && at <= to && chunk.kind === 'noun' && isBanOn(scene, at))) ||
    (kind === 'impose' && verb.passive && verb.subject !== undefined && isBan(scene, verb.subject))
  const found = typesBetween(scene, from, to, bans || kind === 'designate')
  let types = found.types
  const names = /^(?:sanction|blacklist|black-list|penalize|penalise)$/.test(verb.lemma)
  if (types.length === 0 && names && (chunks[verb.index + 1]?.kind === 'noun' || verb.passive))
    types = ['sanctions', 'designation']
  const fallback = types !== found.types
  if (types.length === 0) return
  const plain = types.length === 1 && types[0] === 'sanctions'
  if (kind === 'impose' && !(found.named || bans)) return
  if ((kind === 'impose' || kind === 'lift') && !takesMeasure(scene, verb, to)) return
  if (kind === 'ban' && plain) return
  if (verb.passive && verb.lemma === 'deny') return
  const before = chunks[verb.index - 1]
  if (before?.kind === 'preposition' && /^(?:about|against|than|without)$/.test(before.word)) return
  if (kind === 'lift' && !found.named && !types.some((type) => type === 'asset-freeze' || type === 'trade')) return
  if (kind === 'designate' && !found.named && !names && verb.lemma !== 'designate') return
  if (/^(?:inspect|search|interdict|board)$/.test(verb.lemma))
    types = types.some((type) => /^(?:inspection|vessels|flights|port-entry)$/.test(type)) ? ['inspection'] : []
  if (/^(?:procure|buy|purchase|import|acquire)$/.test(verb.lemma) && types.includes('wmd-items'))
    types = [...new Set<MeasureType>([...types, 'procurement-ban'])]
  const by = bodyOwning(scene, from, to, kind) ?? issuerOf(scene, verb)
  if (types.length === 0 || by === undefined || by.length === 0) return
  const status = statusOf(scene, verb, kind, by, entry.negated === true)
  if (status === undefined || (fallback && status === 'proposed')) return
  const told = kind === 'designate' && plain ? (['sanctions', 'designation'] as const) : types
  push(
    scene,
    into,
    by,
    told,
    status,
    verb.index,
    Math.max(found.last, verb.index),
    `measure:${kind}`,
    [verb.from, verb.to],
    from,
    to,
  )
}

function push(
  scene: Scene,
  into: FoundMeasure[],
  by: readonly string[],
  types: readonly MeasureType[],
  status: MeasureStatus,
  from: number,
  to: number,
  rule: string,
  words: readonly [number, number],
  start: number,
  end: number,
): void {
  const { target } = scene.memory
  // The one at issue does not restrict itself: "Tehran would freeze its work" is no measure.
  const issuers = by.filter((code) => code !== target)
  if (issuers.length === 0) return
  const against = againstOf(scene, start, end, issuers)
  const speaker = scene.clauses.speakerAt(from)
  into.push({
    by: issuers,
    types,
    status,
    from,
    to,
    rule,
    words,
    ...(against === undefined ? {} : { against }),
    ...(speaker === undefined ? {} : { speaker }),
  })
}

const CALLS = /^(?:calls?|demands?|proposals?|pressure|appeals?|requests?|moves?|push|drive|efforts?|bid|campaign)$/
const MEASURES = /^(?:measures|sanctions|restrictions|package|embargo)$/
const EVERYONE = /^(?:countries|states|nations|governments|members?|everyone|world|community|country|state|nation)$/

/** Who imposes it: the subject, a text for the Council, the Council for what it asks of all states. */
function issuerOf(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const noun = verb.passive ? verb.agent : verb.subject
  const { parent } = verb
  if (noun === undefined) {
    const whom = verb.passive && verb.subject !== undefined ? scene.tokens[verb.subject.to - 1]?.lower : undefined
    if (whom !== undefined && EVERYONE.test(whom) && verb.subject?.entity === undefined) return ['UNSC']
    const { reported } = verb
    if (reported?.subject !== undefined && /^(?:order|decree|announce|decide|direct|instruct)$/.test(reported.lemma)) {
      const codes = actorOf(scene, reported.subject)?.codes ?? []
      if (codes.length > 0) return asBody(codes)
    }
    const owned = verb.passive && verb.subject !== undefined ? ownersOf(scene, verb.subject) : []
    if (owned.length > 0) return asBody(owned)
    return councilIn(scene) || scene.memory.text !== undefined ? ['UNSC'] : undefined
  }
  const ordered = parent?.subject === undefined ? undefined : actorOf(scene, parent.subject)
  if (
    verb.form === 'to' &&
    parent !== undefined &&
    ORDERING.test(parent.lemma) &&
    ordered !== undefined &&
    ordered.codes.length > 0
  )
    return asBody(ordered.codes)
  if (isText(scene, noun)) return ['UNSC']
  if (/\bdraft resolution\b|\bsecurity council\b/.test(textOfTokens(scene, noun.from, noun.to))) return ['UNSC']
  const head = scene.tokens[noun.to - 1]?.lower ?? ''
  // "The new measures target banks": whose they are, else the Council's.
  if (MEASURES.test(head)) {
    const owners = ownersOf(scene, noun)
    return owners.length > 0 ? asBody(owners) : ['UNSC']
  }
  const everyone = EVERYONE.test(head) && (noun.entity === undefined || noun.entity.codes.includes('UN'))
  if (everyone) return ['UNSC']
  // "presented the council a draft on imposing sanctions": the draft's sanctions are the Council's.
  if (verb.modal === 'would' && tellsDraft(scene) && councilIn(scene) && noun.entity?.person !== true) return ['UNSC']
  const tabled = (verb.form === 'ing' || verb.form === 'to') && tellsDraft(scene)
  if (tabled && parent !== undefined && councilIn(scene)) return ['UNSC']
  if (verb.form === 'to' && parent?.subject !== undefined && isText(scene, parent.subject)) return ['UNSC']
  // "joined calls to impose": whom they call upon is not told, save where it is the Council.
  const call = scene.clauses.chunks[verb.index - 1]
  if (verb.form === 'to' && call?.kind === 'noun' && CALLS.test(scene.tokens[call.to - 1]?.lower ?? ''))
    return councilIn(scene) ? ['UNSC'] : undefined
  const entity = noun.entity?.silent === true ? undefined : (noun.entity ?? actorOf(scene, noun))
  if (entity !== undefined && entity.codes.length > 0) return asBody(entity.codes)
  return undefined
}

/** "rules out renewing the Council's sanctions", "lift EU sanctions": a body's own measure is the body's. */
function bodyOwning(scene: Scene, from: number, to: number, kind: string): readonly string[] | undefined {
  if (kind !== 'impose' && kind !== 'lift') return undefined
  for (let at = from; at <= to; at++) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind !== 'noun' || typesBetween(scene, at, at, false).types.length === 0) continue
    const bodies = asBody(ownersOf(scene, chunk)).filter((code) => code === 'UNSC' || code === 'EU')
    return bodies.length > 0 ? bodies : undefined
  }
  return undefined
}

/** A resolution or draft acts for the Council. */
function isText(scene: Scene, noun: NounChunk): boolean {
  return aboutOf(noun, scene.tokens)?.about === 'resolution'
}

/** All states and bodies named before the measure: "U.S. and United Nations sanctions". */
function ownersOf(scene: Scene, noun: NounChunk): readonly string[] {
  const { target } = scene.memory
  const codes: string[] = []
  const { chunks } = scene.clauses
  const at = chunks.indexOf(noun)
  const first = chunks[at - 2]
  if (noun.owner !== undefined && chunks[at - 1]?.kind === 'conjunction' && first?.kind === 'noun')
    for (const code of first.entity?.person === true ? [] : (first.entity?.codes ?? []))
      if (code !== target) codes.push(code)
  for (const mention of scene.mentions) {
    if (mention.from < noun.from || mention.to > noun.to) continue
    const code = stateOf(mention) ?? bodyOf(mention)
    if (code !== undefined && code !== target && !codes.includes(code)) codes.push(code)
  }
  const owner = noun.owner?.codes ?? []
  if (codes.length === 0 && noun.owner?.pronoun !== true)
    for (const code of owner) if (code !== target) codes.push(code)
  return codes
}

function againstOf(scene: Scene, from: number, to: number, by: readonly string[]): string | undefined {
  for (let at = from; at <= to; at++) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind !== 'noun') continue
    for (const entity of [chunk.entity, chunk.owner]) {
      const code = entity?.codes[0]
      if (code !== undefined && !isBody(code) && !by.includes(code)) return code
    }
  }
  const { target } = scene.memory
  return target === undefined || by.includes(target) ? undefined : target
}

/** Measures that a noun phrase names with who imposes them: "U.S. sanctions", "a UN arms embargo", "sanctions by the EU". */
function named(scene: Scene, into: FoundMeasure[]): void {
  const { chunks, verbs } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun') continue
    if (into.some((each) => each.from <= index && index <= each.to)) continue
    const ban = isBanOn(scene, index)
    const end = ban ? phraseEnd(scene, index) : index
    const found = typesBetween(scene, index, end, ban)
    const types = ban ? found.types.filter((type) => type !== 'sanctions') : found.types
    if (types.length === 0 || !(found.named || ban)) continue
    const text = aboutOf(noun, scene.tokens)?.about === 'resolution'
    const verb = [...verbs].reverse().find((each) => each.index < index)
    const by = issuerNear(scene, noun, index, types, text)
    if (by === undefined || by.length === 0) continue
    const near = verb !== undefined && index - verb.index < 6
    const prospect = isProspect(scene, noun.from, noun.to) || (near && isWanted(scene, verb))
    const plain = types.length === 1 && types[0] === 'sanctions'
    if (text && !prospect && !tellsDraft(scene)) continue
    const council = by.includes('UNSC')
    const broken = /violat|breach|defiance|defied|circumvent|evad|under/.test(
      textOfTokens(scene, Math.max(scene.from, noun.from - 4), noun.from),
    )
    const open = council && (scene.memory.text === 'draft' || (tellsDraft(scene) && scene.memory.text !== 'adopted'))
    const status: MeasureStatus = broken
      ? 'in-force'
      : prospect || (open && !(plain && near && verb?.past === true))
        ? 'proposed'
        : 'in-force'
    push(
      scene,
      into,
      by,
      types,
      status,
      index,
      Math.max(found.last, index),
      'measure:named',
      [noun.from, noun.to],
      index,
      Math.min(end + 2, chunks.length - 1),
    )
  }
}

/** The end of a phrase that goes on by prepositions, commas and conjunctions. */
function phraseEnd(scene: Scene, index: number): number {
  const { chunks } = scene.clauses
  let at = index + 1
  for (; at < Math.min(chunks.length, index + 10); at++) {
    const kind = chunks[at]?.kind
    if (kind !== 'noun' && kind !== 'preposition' && kind !== 'comma' && kind !== 'conjunction' && kind !== 'adjective')
      break
  }
  return at - 1
}

function issuerNear(
  scene: Scene,
  noun: NounChunk,
  index: number,
  types: readonly MeasureType[],
  text: boolean,
): readonly string[] | undefined {
  if (text || /\bresolution\b/.test(textOfTokens(scene, noun.from, noun.to))) return ['UNSC']
  const owners = ownersOf(scene, noun)
  if (owners.length > 0) return asBody(owners)
  const { chunks } = scene.clauses
  const agent = chunks[index + 2]
  if (
    chunks[index + 1]?.kind === 'preposition' &&
    agent?.kind === 'noun' &&
    agent.entity !== undefined &&
    (agent.preposition === 'by' || agent.preposition === 'from')
  )
    return asBody(agent.entity.codes)
  const plain = types.length === 1 && types[0] === 'sanctions'
  const verb = [...scene.clauses.verbs].reverse().find((each) => each.index < index)
  const near = verb !== undefined && index - verb.index < 3 && !verb.negated ? verb : undefined
  if (!councilIn(scene)) return plain || near === undefined ? undefined : wishedBy(scene, near)
  if (!plain || (isProspect(scene, noun.from, noun.to) && verb?.negated !== true)) return ['UNSC']
  const weighed = verb !== undefined && index - verb.index < 3 && !verb.negated && WEIGHING.test(verb.lemma)
  return weighed ? ['UNSC'] : undefined
}

/** "is considering an oil embargo": one's own; "proposed an oil embargo": a state proposes it to the Council. */
function wishedBy(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const codes = verb.subject === undefined ? [] : (actorOf(scene, verb.subject)?.codes ?? [])
  if (codes.length === 0 || codes.includes(scene.memory.target ?? '')) return undefined
  if (/^(?:consider|weigh|mull|plan|prepare|contemplate|threaten|study|discuss)$/.test(verb.lemma)) return asBody(codes)
  return /^(?:propose|seek|want|demand|suggest|float)$/.test(verb.lemma)
    ? codes.some(isBody)
      ? asBody(codes)
      : ['UNSC']
    : undefined
}

const WEIGHING = /^(?:consider|include|propose|discuss|weigh|draft|prepare|contemplate|mull|carry|contain)$/

function councilIn(scene: Scene): boolean {
  return scene.clauses.chunks.some(
    (chunk) =>
      chunk.kind === 'noun' &&
      (chunk.entity?.codes.includes('UNSC') === true ||
        chunk.entity?.codes.includes('UN') === true ||
        chunk.owner?.codes.includes('UN') === true ||
        aboutOf(chunk, scene.tokens)?.about === 'resolution'),
  )
}
