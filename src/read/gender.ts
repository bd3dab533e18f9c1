import type { Entity } from './entity.js'
import { lexicon } from './lexicon.js'

/** First names that women bear, and that men do. */
const WOMEN: ReadonlySet<string> = new Set(lexicon['first-names'].women)
const MEN: ReadonlySet<string> = new Set(lexicon['first-names'].men)

/** Whether a named person is a woman; undefined where no name is known. */
function isWoman(person: Entity): boolean | undefined {
  const name = person.name
  if (name === undefined) return undefined
  const space = name.indexOf(' ')
  const first = space < 0 ? '' : name.slice(0, space).toLowerCase()
  return WOMEN.has(first) ? true : MEN.has(first) ? false : undefined
}

/** Whether "she" or "he" may mean the person. */
export function mayBe(person: Entity, she: boolean): boolean {
  const woman = isWoman(person)
  return woman === undefined || woman === she
}
