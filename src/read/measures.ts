import type { NounChunk, VerbChunk } from './chunks.js'
import type { MeasureStatus, MeasureType } from './claim.js'
import { aboutOf, entriesAt } from './issues.js'
import { measureTrie } from './lexicon.js'
import { actorOf, operatorBetween, type Scene } from './stances.js'
import type { Entity } from './who.js'

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

/** Measures named between two chunks; `object` words ("coal", "ships") count only behind a verb that bans. */
function typesBetween(
  scene: Scene,
  from: number,
  to: number,
  objects: boolean,
): { types: MeasureType[]; noun: boolean; last: number } {
  const types: MeasureType[] = []
  let noun = false
  let last = from
  const start = scene.clauses.chunks[from]?.from ?? scene.to
  const end = scene.clauses.chunks[to]?.to ?? scene.to
  for (let at = start; at < end; at++) {
    let best = 0
    let type: MeasureType | undefined
    let named = false
    measureTrie.each(scene.tokens, at, end, (word, length) => {
      if (length <= best || (word.object && !objects)) return
      best = length
      type = word.type
      named = !word.object
    })
    if (type === undefined) continue
    if (!types.includes(type)) types.push(type)
    noun ||= named
    last = scene.clauses.chunks.findIndex((chunk) => chunk.to >= at + best)
    at += best - 1
  }
  // "economic sanctions" beside a named type adds nothing.
  const named = types.length > 1 ? types.filter((type) => type !== 'sanctions') : types
  return { types: named, noun, last: last < 0 ? to : last }
}

const asBody = (codes: readonly string[]) => codes.map((code) => (code === 'UN' ? 'UNSC' : code))

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

function imposed(scene: Scene, verb: VerbChunk, into: FoundMeasure[]): void {
  const match = entriesAt(scene.tokens, verb.at, scene.to, 'measure')
  if (match === undefined) return
  const kind = match.entry.effect
  let from = verb.index + 1
  let to = reach(scene, verb)
  if (verb.passive && verb.subject !== undefined) {
    from = scene.clauses.chunks.indexOf(verb.subject)
    if (from < 0) from = verb.index
    if (to < from) to = from
  }
  const { types, noun, last } = typesBetween(scene, from, to, true)
  if (types.length === 0) return
  const plain = types.length === 1 && types[0] === 'sanctions'
  if (kind === 'impose' && !noun) return
  if (kind === 'ban' && plain && !noun) return
  if (kind === 'ban' && noun && plain) return
  if (kind === 'lift' && !noun && !types.some((type) => type === 'asset-freeze' || type === 'trade')) return
  if (
    kind === 'designate' &&
    !noun &&
    verb.lemma !== 'blacklist' &&
    verb.lemma !== 'sanction' &&
    verb.lemma !== 'designate'
  )
    return
  const by = issuerOf(scene, verb)
  if (by === undefined) return
  const status = statusOf(scene, verb, kind ?? 'impose', by)
  if (status === undefined) return
  push(
    scene,
    into,
    by,
    kind === 'designate' && plain ? ['sanctions', 'designation'] : types,
    status,
    verb.index,
    Math.max(last, verb.index),
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
  const against = againstOf(scene, start, end, by)
  const speaker = scene.clauses.speakerAt(from)
  into.push({
    by: [...new Set(by)],
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

function issuerOf(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const noun = verb.passive ? verb.agent : verb.subject
  if (noun === undefined) {
    const holder = verb.reported?.subject
    const ordered = holder === undefined ? undefined : actorOf(scene, holder)
    if (
      ordered !== undefined &&
      ordered.codes.length > 0 &&
      verb.reported !== undefined &&
      /^(?:order|decide|announce|decree)$/.test(verb.reported.lemma)
    )
      return asBody(ordered.codes)
    return verb.passive ? ownerIn(scene, verb.subject) : undefined
  }
  const at = scene.clauses.chunks.indexOf(noun)
  if (at >= 0 && typesBetween(scene, at, at, false).noun && noun.entity === undefined)
    return ownerCodes(scene, noun) ?? (councilIn(scene) ? ['UNSC'] : undefined)
  const entity = noun.entity?.silent === true ? undefined : (noun.entity ?? actorOf(scene, noun))
  if (entity !== undefined && entity.codes.length > 0) {
    // "joined the U.S. in imposing"
    const joined = verb.parent?.lemma === 'join' ? scene.clauses.chunks[verb.parent.index + 1] : undefined
    return asBody([...entity.codes, ...(joined?.kind === 'noun' ? (joined.entity?.codes ?? []) : [])])
  }
  if (isText(scene, noun)) return ['UNSC']
  return undefined
}

/** A resolution or draft acts for the Council. */
function isText(scene: Scene, noun: NounChunk): boolean {
  const about = aboutOf(noun, scene.tokens)
  return about?.about === 'resolution'
}

function ownerIn(scene: Scene, noun: NounChunk | undefined): readonly string[] | undefined {
  if (noun === undefined) return undefined
  const codes = noun.owner?.codes ?? []
  if (codes.length > 0 && !codes.includes(scene.memory.target ?? '')) return asBody(codes)
  return undefined
}

function statusOf(scene: Scene, verb: VerbChunk, kind: string, by: readonly string[]): MeasureStatus | undefined {
  const council = by.includes('UNSC')
  if (kind === 'lift') return verb.form === 'finite' && verb.modal === undefined && !verb.negated ? 'lifted' : undefined
  if (verb.negated && !/send|sell|provide/.test(verb.lemma)) return undefined
  if (verb.form === 'participle' || (verb.form === 'finite' && verb.modal === undefined)) {
    if (/^(?:prepare|consider|propose|order)$/.test(verb.lemma))
      return verb.lemma === 'order' ? 'in-force' : council ? 'proposed' : 'announced'
    if (verb.subject !== undefined && /^(?:draft|proposal|text)$/.test(scene.tokens[verb.subject.head]?.lower ?? ''))
      return 'proposed'
    if (/draft/.test(words(scene, verb.subject))) return 'proposed'
    const parent = verb.reported
    if (parent !== undefined && /^(?:demand|urge|propose|request|want|recommend|suggest)$/.test(parent.lemma))
      return 'proposed'
    return 'in-force'
  }
  if (verb.modal === 'will') return council ? 'proposed' : verb.negated ? 'announced' : 'announced'
  if (verb.modal !== undefined) return 'proposed'
  if (verb.form === 'to') {
    const { parent } = verb
    if (parent === undefined) return 'proposed'
    const lemma = parent.lemma
    if (council && /^(?:vote|agree|decide)$/.test(lemma) && parent.modal === undefined && parent.form === 'finite')
      return 'in-force'
    if (council) return 'proposed'
    if (
      entriesAt(scene.tokens, parent.at, scene.to, 'request') !== undefined &&
      verb.subject?.entity !== parent.subject?.entity
    )
      return 'proposed'
    if (/^(?:threaten|consider|seek|want|call|urge|push|hope)$/.test(lemma)) return 'proposed'
    const turn = operatorBetween(scene, parent, verb)
    return turn === 'keep' ? 'announced' : turn === 'against' ? undefined : 'in-force'
  }
  // -ing: "by imposing", "joined in imposing" are done; "considering imposing" is not.
  const { parent } = verb
  if (
    parent !== undefined &&
    /^(?:consider|discuss|propose|urge|weigh|study|suggest|support|back|oppose|mean|include|threaten|contemplate|mull)$/.test(
      parent.lemma,
    )
  )
    return 'proposed'
  if (parent?.modal !== undefined) return 'proposed'
  return 'in-force'
}

function words(scene: Scene, noun: NounChunk | undefined): string {
  if (noun === undefined) return ''
  return scene.tokens
    .slice(noun.from, noun.to)
    .map((token) => token.lower)
    .join(' ')
}

function againstOf(scene: Scene, from: number, to: number, by: readonly string[]): string | undefined {
  for (let at = from; at <= to; at++) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind !== 'noun') continue
    for (const entity of [chunk.entity, chunk.owner]) {
      const code = entity?.codes[0]
      if (code !== undefined && code.length === 3 && !by.includes(code)) return code
    }
  }
  const { target } = scene.memory
  return target === undefined || by.includes(target) ? undefined : target
}

const PROSPECT =
  /^(?:new|further|possible|additional|tougher|stronger|more|fresh|proposed|potential|future|stricter|harsher|tighter|any|threatened|planned|draft|wider|broader)$/

/** Measures that a noun phrase names with who imposes them: "U.S. sanctions", "a UN arms embargo", "sanctions by the EU". */
function named(scene: Scene, into: FoundMeasure[]): void {
  const { chunks, verbs } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun') continue
    if (into.some((each) => each.from <= index && index <= each.to)) continue
    const { types, noun: isNamed } = typesBetween(scene, index, index, false)
    if (types.length === 0 || !isNamed) continue
    if (aboutOf(noun, scene.tokens)?.about === 'resolution') continue
    const text = words(scene, noun)
    const prospect = text.split(' ').some((word) => PROSPECT.test(word))
    const verb = [...verbs].reverse().find((each) => each.index < index)
    let by = ownerCodes(scene, noun)
    const after = chunks[index + 1]
    const agent = chunks[index + 2]
    if (
      by === undefined &&
      after?.kind === 'preposition' &&
      agent?.kind === 'noun' &&
      (agent.preposition === 'by' || agent.preposition === 'from') &&
      agent.entity !== undefined
    )
      by = asBody(agent.entity.codes)
    if (by === undefined && !(types.length === 1 && types[0] === 'sanctions') && councilIn(scene)) by = ['UNSC']
    if (by === undefined && prospect && councilIn(scene)) by = ['UNSC']
    if (by === undefined || by.length === 0) continue
    const wanting =
      verb !== undefined &&
      (verb.modal !== undefined ||
        verb.form === 'to' ||
        entriesAt(scene.tokens, verb.at, scene.to, 'request') !== undefined ||
        /^(?:seek|want|support|back|oppose|consider|discuss|push|reject|favor|favour|prefer|threaten|propose)$/.test(
          verb.lemma,
        ))
    const violated = /violat|breach|defiance|defied|circumvent|evad/.test(
      scene.tokens
        .slice(Math.max(scene.from, noun.from - 4), noun.from)
        .map((token) => token.lower)
        .join(' '),
    )
    const status: MeasureStatus = violated
      ? 'in-force'
      : prospect || (wanting && verb !== undefined && index - verb.index < 6)
        ? 'proposed'
        : 'in-force'
    push(
      scene,
      into,
      by,
      types,
      status,
      index,
      index,
      'measure:named',
      [noun.from, noun.to],
      index,
      Math.min(index + 2, chunks.length - 1),
    )
  }
}

/** Who imposes, by the adjectives and names before the measure. */
function ownerCodes(scene: Scene, noun: NounChunk): readonly string[] | undefined {
  const owner = noun.owner?.codes ?? []
  const codes = owner.filter((code) => code !== scene.memory.target || noun.owned !== undefined)
  if (codes.length > 0 && !codes.includes(scene.memory.target ?? '')) return asBody(codes)
  return undefined
}

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
