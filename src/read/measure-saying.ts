import { isOtherBody } from './bodies.js'
import type { Scene } from './scene.js'

/** The body whose word the sentence is, other than the United Nations: "the ban takes effect on Friday, the EU said". */
export function bodySaying(scene: Scene): readonly string[] | undefined {
  const code = scene.clauses.attribution?.codes.find(isOtherBody)
  return code === undefined ? undefined : [code]
}
