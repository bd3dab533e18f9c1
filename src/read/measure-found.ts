import { isBody } from './bodies.js'
import type { NounChunk } from './chunks.js'
import type { MeasureStatus, MeasureType } from './claim.js'
import type { Entity } from './entity.js'
import type { Scene } from './scene.js'

/** A measure before dates and quotes are settled. */
export interface FoundMeasure {
  readonly by: readonly string[]
  readonly against?: string | undefined
  readonly types: readonly MeasureType[]
  readonly status: MeasureStatus
  readonly from: number
  readonly to: number
  readonly speaker?: Entity | undefined
  readonly rule: string
  /** Who imposes it is told, not taken for granted. */
  readonly sure: boolean
  readonly words: readonly [number, number]
}

/** A measure that a noun phrase names, before it is known whose it is. */
export interface NamedMeasure {
  readonly noun: NounChunk
  readonly index: number
  readonly types: readonly MeasureType[]
  /** The last chunk of the phrase, and of the words that name the measure. */
  readonly end: number
  readonly last: number
  /** The phrase names a text: "the sanctions resolution". */
  readonly text: boolean
}

/** A measure as its words tell it; `stretch` are the chunks that may name whom it is against. */
export interface ToldMeasure extends Omit<FoundMeasure, 'against' | 'speaker'> {
  readonly stretch: readonly [from: number, to: number]
}

export function pushMeasure(scene: Scene, into: FoundMeasure[], told: ToldMeasure): void {
  const { by, types, status, from, to, rule, words, stretch, sure } = told
  const { target } = scene.memory
  // The one at issue does not restrict itself: "Tehran would freeze its work" is no measure.
  // "Moscow ruled out a no-fly zone": whoever wants one or not, the Council would authorise it.
  const zone =
    scene.memory.council === true &&
    types.includes('no-fly-zone') &&
    (status === 'proposed' || status === 'announced') &&
    !by.includes('NATO')
  const issuers = zone ? ['UNSC'] : by.filter((code) => code !== target)
  if (issuers.length === 0) return
  const against = againstOf(scene, stretch, zone ? [...by.filter((code) => code !== target), 'UNSC'] : issuers)
  if (sure) scene.memory.imposers.last = issuers
  const speaker = scene.clauses.speakerAt(from)
  into.push({
    by: issuers,
    types,
    status: zone ? 'proposed' : status,
    from,
    to,
    rule,
    sure,
    words,
    against,
    speaker,
  })
}

function againstOf(scene: Scene, [from, to]: readonly [number, number], by: readonly string[]): string | undefined {
  const { target } = scene.memory
  for (let at = from; at <= to; at++) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind !== 'noun') continue
    // "a text that would freeze the assets of its leader": of the state at issue, whoever acts in the sentence
    if (chunk.owner?.pronoun === true && target !== undefined && !by.includes(target)) continue
    for (const entity of [chunk.entity, chunk.owner]) {
      // "an embargo on all the parties": no one's alone
      if (entity?.pronoun === true && entity.codes.length > 1) continue
      const code = entity?.codes[0]
      if (code !== undefined && code !== 'ICC' && !isBody(code) && !by.includes(code)) return code
    }
  }
  return target === undefined || by.includes(target) ? undefined : target
}
