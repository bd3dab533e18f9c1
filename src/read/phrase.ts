import type { Named, Person } from './actors.js'
import type { Entity } from './entity.js'
import type { Memory } from './memory.js'
import type { Mention } from './mentions.js'
import type { Token } from './tokens.js'

export type Office = Extract<Named, { kind: 'office' }>

/** The words of which it is asked whom they mean, and what the names in them tell. */
export interface Phrase {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly memory: Memory
  /** Whether whom they mean is kept for later. */
  readonly remember: boolean
  /** Whose it is: "Iran's envoy", "his counterpart". */
  readonly owner: Entity | undefined
  readonly preposition: string | undefined
  /** The names in it, and the last of them. */
  readonly inside: readonly Mention[]
  readonly last: Mention | undefined
  /** The state or body that is told. */
  readonly evidence: string | undefined
  readonly office: Office | undefined
  /** One of the dictionary, and whether the whole name is told. */
  readonly person: { readonly person: Person; readonly full: boolean } | undefined
  readonly group: readonly string[] | undefined
  /** A run of capitalised words that no dictionary knows. */
  readonly unknown: { readonly from: number; readonly to: number } | undefined
}
