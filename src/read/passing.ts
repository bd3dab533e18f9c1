import type { Scene } from './scene.js'
import type { Need } from './stock.js'

/** What looks for something in a sentence and adds what it finds. */
export interface Stage<T> {
  run(scene: Scene, found: T[]): void
  /** Where a sentence has none of these, the stage finds nothing and is left out. */
  readonly needs?: readonly Need[]
}

/** Whether a stage may find something in a sentence. */
export function mayFind({ needs }: Stage<never>, { stock }: Scene): boolean {
  if (needs === undefined) return true
  for (let at = 0; at < needs.length; at++) if ((needs[at] as Need).mayStandIn(stock)) return true
  return false
}

/** What stages find in each sentence: a stage passes over all of them before the next, so that its code stays at hand. */
export function passOver<T>(scenes: readonly Scene[], stages: readonly Stage<T>[]): T[][] {
  const found = scenes.map((): T[] => [])
  for (const stage of stages)
    for (let at = 0; at < scenes.length; at++) {
      const scene = scenes[at] as Scene
      if (mayFind(stage, scene)) stage.run(scene, found[at] as T[])
    }
  return found
}
