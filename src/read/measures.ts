import { measureTrie, ROLES } from './lexicon.js'
import type { FoundMeasure } from './measure-found.js'
import { imposed } from './measure-imposed.js'
import { LISTING, listed } from './measure-lists.js'
import { namedMeasures } from './measure-names.js'
import { councilIn } from './measure-owners.js'
import { STRIKING, sentToCourt, struckWith } from './measure-with.js'
import { REFERRALS } from './measure-words.js'
import { mayFind, type Stage } from './passing.js'
import type { Scene } from './scene.js'
import { entriesOf } from './stock.js'

const NONE: ReadonlySet<number> = new Set()
/** What a verb imposes. */
export const IMPOSED: Stage<FoundMeasure> = { run: byVerbs, needs: [entriesOf(ROLES.measure), LISTING, STRIKING] }
/** What a noun phrase names. */
export const NAMED: Stage<FoundMeasure> = {
  run: (scene, found) => namedMeasures(scene, found, NONE),
  needs: [measureTrie, REFERRALS],
}

/** The restrictions that each sentence tells or proposes: those that a verb imposes, then those that a noun phrase names. */
export function measuresIn(scenes: readonly Scene[]): FoundMeasure[][] {
  const found = scenes.map((): FoundMeasure[] => [])
  scenes.forEach((scene, at) => {
    const each = found[at] as FoundMeasure[]
    const denied = mayFind(IMPOSED, scene) ? byVerbs(scene, each) : NONE
    if (mayFind(NAMED, scene)) namedMeasures(scene, each, denied)
    const { imposers } = scene.memory
    // Where the Council is spoken of, what follows is no longer of a state or a bloc that imposed something before.
    if (imposers.last?.includes('UNSC') === false && councilIn(scene) && !each.some(({ sure }) => sure))
      imposers.last = undefined
  })
  return found
}

/** Adds what verbs impose, and gives the chunks of measures that are denied. */
function byVerbs(scene: Scene, found: FoundMeasure[]): Set<number> {
  const denied = new Set<number>()
  for (const verb of scene.clauses.verbs) {
    const before = found.length
    listed(scene, verb, found)
    if (found.length === before) struckWith(scene, verb, found)
    if (found.length === before) sentToCourt(scene, verb, found)
    if (found.length === before) imposed(scene, verb, found, denied)
  }
  return denied
}
