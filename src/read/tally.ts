import { isOfUN } from './bodies.js'
import type { Stance } from './claim.js'
import type { FoundStance, Scene } from './scene.js'

const VOTES: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ['against', 'opposes'], ['opposed', 'opposes'], ['opposing', 'opposes'], ['no', 'opposes'],
  ['abstaining', 'abstains'], ['abstention', 'abstains'], ['abstentions', 'abstains'], ['abstained', 'abstains'], ['abstain', 'abstains'],
  ['favor', 'supports'], ['favour', 'supports'], ['yes', 'supports'], ['support', 'supports'], ['supporting', 'supports'],
]) // biome-ignore format: a table
const BETWEEN = new Set(['vote', 'votes', 'the', 'draft', 'text', 'resolution', 'voted', 'voting', 'of', 'this'])

/** Votes told in brackets or behind a colon: "two against (Cuba and Yemen)", "Abstaining: China". */
export function tallyIn(scene: Scene, into: FoundStance[]): void {
  const { chunks } = scene.clauses
  for (let at = 1; at < chunks.length; at++) {
    const mark = chunks[at]
    if (mark?.kind !== 'dash' && (mark?.kind !== 'mark' || (mark.word !== '(' && mark.word !== ':'))) continue
    const stance = voteBefore(scene, mark.from, mark.kind === 'dash')
    if (stance === undefined) continue
    let last = -1
    const codes: string[] = []
    for (let next = at + 1; next < chunks.length; next++) {
      const chunk = chunks[next]
      if (chunk?.kind === 'noun' && chunk.entity !== undefined && chunk.entity.silent !== true) {
        codes.push(...chunk.entity.codes)
        last = next
      } else if (chunk?.kind !== 'comma' && chunk?.kind !== 'conjunction') break
    }
    const actors = [...new Set(codes)].filter((code) => !isOfUN(code))
    if (actors.length === 0) continue
    const { target } = scene.memory
    into.push({
      actors,
      stance,
      about: 'resolution',
      from: Math.max(0, at - 1),
      to: last,
      cast: true,
      rule: 'tally',
      words: [mark.from, mark.to],
      ...(target === undefined || actors.includes(target) ? {} : { target }),
    })
  }
}

/** Behind a dash only where votes are counted: "five abstentions - Russia, China …". */
function voteBefore(scene: Scene, to: number, dash: boolean): Stance | undefined {
  if (dash && !/^(?:abstentions?|against|favou?r|abstaining)$/.test(scene.tokens[to - 1]?.lower ?? '')) return undefined
  for (let at = to - 1; at >= Math.max(scene.from, to - 6); at--) {
    const word = scene.tokens[at]?.lower ?? ''
    const stance = VOTES.get(word)
    if (stance !== undefined) return stance
    if (!BETWEEN.has(word)) return undefined
  }
  return undefined
}
