import { actorOf } from './actor-of.js'
import type { NounChunk } from './chunks.js'
import { MAKING } from './measure-making.js'
import type { Scene } from './scene.js'

/** "sanctions that the EU had just imposed", "the ban Oslo placed on exports": who a clause behind a measure says has imposed it. */
export function imposedBy(scene: Scene, index: number): readonly string[] | undefined {
  const { chunks } = scene.clauses
  let at = index + 1
  if (chunks[at]?.kind === 'preposition' && chunks[at + 1]?.kind === 'noun') at += 2
  if (chunks[at]?.kind === 'comma') at++
  const link = chunks[at]
  if (link?.kind === 'relative' || (link?.kind === 'subordinator' && scene.tokens[link.from]?.lower === 'that')) at++
  else if (at !== index + 1) return undefined
  const noun = chunks[at]
  const verb = chunks[at + 1]
  if (noun?.kind !== 'noun' || verb?.kind !== 'verb' || verb.subject !== noun || verb.passive || verb.negated)
    return undefined
  if (verb.form !== 'finite' || verb.modal !== undefined || !(verb.past || verb.perfect) || !MAKING.hasVerb(verb))
    return undefined
  // "the EU imposed a ban": an object of its own
  if (chunks[at + 2]?.kind === 'noun') return undefined
  return issuersOf(scene, noun)
}

/** "EU: travel bans; Arab League: an end to flights": whose list it stands in. */
export function labelOf(scene: Scene, index: number): readonly string[] | undefined {
  const { chunks } = scene.clauses
  for (let at = index - 1; at > 0; at--) {
    const chunk = chunks[at]
    if ((chunk?.kind === 'verb' && chunk.form === 'finite') || chunk?.kind === 'open') return undefined
    const noun = chunks[at - 1]
    if (chunk?.kind !== 'mark' || chunk.word !== ':') continue
    const named = noun?.kind === 'noun' && noun.entity?.person !== true && noun.entity?.pronoun !== true
    return named && noun.entity !== undefined ? issuersOf(scene, noun) : undefined
  }
  return undefined
}

function issuersOf(scene: Scene, noun: NounChunk): readonly string[] | undefined {
  const codes = (actorOf(scene, noun) ?? noun.entity ?? noun.owner)?.codes.filter(
    (code) => code !== scene.memory.target,
  )
  return codes === undefined || codes.length === 0 ? undefined : codes
}
