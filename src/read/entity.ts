import type { Writable } from './chunk.js'

/** Who a noun phrase means. */
export interface Entity {
  /** States or bodies; several for "Russia and China"; none for one who speaks for no state. */
  readonly codes: readonly string[]
  readonly name?: string | undefined
  readonly office?: string | undefined
  readonly person?: boolean | undefined
  /** Named by an office that speaks for no state, or a crowd without a name. */
  readonly silent?: boolean | undefined
  readonly unnamed?: boolean | undefined
  /** Many of no name ("world powers", "analysts"). */
  readonly crowd?: boolean | undefined
  readonly pronoun?: boolean | undefined
  /** Tokens of the phrase, for `persons` of a contact. */
  readonly at?: number | undefined
}

/** Whether someone is meant who can hold a stance: who speaks, and for some state or body. */
export function canHold(entity: Entity | undefined): entity is Entity {
  return entity !== undefined && entity.silent !== true && entity.codes.length > 0
}

/** Whether both are told by one name; a spokesman speaks of another. */
export function isSame(one: Entity, other: Entity | undefined): boolean {
  return other !== undefined && one.name !== undefined && one.name === other.name
}

/** One who is told by codes alone, to be told more of. All entities have one shape in memory: the stages read them several times faster so. */
export function entityOf(codes: readonly string[]): Writable<Entity> {
  return {
    codes,
    name: undefined,
    office: undefined,
    person: undefined,
    silent: undefined,
    unnamed: undefined,
    crowd: undefined,
    pronoun: undefined,
    at: undefined,
  }
}

/** The same with other codes: a copy to be changed. */
export function withCodes(entity: Entity, codes: readonly string[]): Writable<Entity> {
  return {
    codes,
    name: entity.name,
    office: entity.office,
    person: entity.person,
    silent: entity.silent,
    unnamed: entity.unnamed,
    crowd: entity.crowd,
    pronoun: entity.pronoun,
    at: entity.at,
  }
}

/** The same, meant by a pronoun. */
export function asPronoun(entity: Entity): Entity {
  const made = withCodes(entity, entity.codes)
  made.pronoun = true
  return made
}

/** The same, named at another place. */
export function namedAt(entity: Entity, at: number): Entity {
  const made = withCodes(entity, entity.codes)
  made.at = at
  return made
}

/** Those meant by "they", "the two". */
export function theyOf(codes: readonly string[]): Entity {
  const made = entityOf(codes)
  made.pronoun = true
  return made
}

/** One of no state: a person without a state's voice, a crowd. */
export function silentOne(): Writable<Entity> {
  const made = entityOf([])
  made.silent = true
  return made
}

/** One who speaks for the codes and is not named. */
export function unnamedOne(codes: readonly string[]): Writable<Entity> {
  const made = entityOf(codes)
  made.unnamed = true
  return made
}
