import { standsAt } from './before.js'
import type { VerbChunk } from './chunk.js'
import { CONDITIONS } from './conditions.js'
import type { FoundStance, Scene } from './scene.js'

/** So many chunks stand at most between a condition's verb and what begins it. */
const REACH = 8

/** "unless we press it": the word that begins the condition in which a verb stands; none where it only asks ("whether"). */
export function conditionOf({ clauses, tokens }: Scene, verb: VerbChunk): string | undefined {
  if (verb.conditional !== true) return undefined
  for (let at = verb.index - 1; at >= Math.max(0, verb.index - REACH); at--) {
    const chunk = clauses.chunks[at]
    const word = tokens[chunk?.from ?? -1]
    if (chunk?.kind === 'subordinator' && word !== undefined && CONDITIONS.has(word)) return word.lower
    if (chunk?.kind === 'verb' && chunk.form === 'finite') return undefined
  }
  return undefined
}

/** "If we press it, Iran will talk", "it would leave if sanctions were imposed": what comes only of a condition beside it. */
export function isContingent(scene: Scene, verb: VerbChunk): boolean {
  if (verb.form !== 'finite' || verb.conditional === true || verb.relative === true) return false
  if (verb.modal !== 'will' && verb.modal !== 'would' && verb.modal !== "'ll") return false
  const { verbs } = scene.clauses
  const at = verbs.indexOf(verb)
  return [standsAt(verbs, at - 1), standsAt(verbs, at - 2), verbs[at + 1], verbs[at + 2]].some((each) => {
    const word = each === undefined ? undefined : conditionOf(scene, each)
    return word !== undefined && word !== 'whether'
  })
}

/** Takes back what a contingent clause told of another than who says it: "if we press it, it will talk" is no word of its own. */
export function dropForetold(scene: Scene, verb: VerbChunk, found: FoundStance[], from: number): void {
  const codes = verb.subject?.entity?.codes
  const teller = scene.clauses.speakerAt(verb.index)
  if (found.length === from || codes === undefined || teller === undefined || !isContingent(scene, verb)) return
  if (teller.codes.length === 0 || teller.codes.some((code) => codes.includes(code))) return
  for (let at = found.length - 1; at >= from; at--)
    if (found[at]?.actors.every((code) => codes.includes(code)) === true) found.splice(at, 1)
}
