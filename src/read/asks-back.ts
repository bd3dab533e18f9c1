import { mayBeAlone } from './alone.js'
import { mayObject } from './furthermore.js'
import { pointsBack } from './pointing.js'
import type { Scene } from './scene.js'

/**
 * Whether the stances of a sentence depend on those before it ("welcomed the move", "Qatar also objected"): then those must be
 * made first. A stage that reads `raised` or `held` of the memory says here which sentences it reads them for.
 */
export function asksBack(scene: Scene): boolean {
  return pointsBack(scene) || mayBeAlone(scene) || mayObject(scene)
}
