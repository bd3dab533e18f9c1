import type { Scene } from './scene.js'

/** What stages find in each sentence: a stage passes over all of them before the next, so that its code stays at hand. */
export function passOver<T>(scenes: readonly Scene[], stages: readonly ((scene: Scene, found: T[]) => void)[]): T[][] {
  const found = scenes.map((): T[] => [])
  for (const stage of stages) for (let at = 0; at < scenes.length; at++) stage(scenes[at] as Scene, found[at] as T[])
  return found
}
