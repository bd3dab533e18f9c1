import { lexicon, smallWord } from './lexicon.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'

/** One of the dictionary's persons, with the offices held and when. */
export interface Person {
  readonly name: string
  readonly surname: string
  readonly code: string
  readonly offices: readonly { office?: string | undefined; from?: string | undefined; to?: string | undefined }[]
}

/** What a wording may name. `state` and `body` names are heads; a demonym needs a noun or stands for the state ("the Chinese"). */
export type Named =
  | {
      readonly kind:
        | 'state'
        | 'capital'
        | 'government'
        | 'contextual'
        | 'description'
        | 'body'
        | 'city'
        | 'force'
        | 'media'
      readonly code: string
    }
  | { readonly kind: 'demonym'; readonly code: string }
  | { readonly kind: 'group'; readonly codes: readonly string[] }
  | { readonly kind: 'armed'; readonly code: string }
  | { readonly kind: 'person'; readonly person: Person; readonly full: boolean }
  | {
      readonly kind: 'office'
      readonly office: string
      readonly speaks: boolean
      readonly state?: string
      /** Whose it is where nothing tells it: "the Secretary-General". */
      readonly alone?: string | undefined
      /** A word that makes an office a past one: "former". */
      readonly prefix?: boolean | undefined
      /** A word that names no person: "the ministry". */
      readonly organ?: boolean | undefined
    }
  | { readonly kind: 'none' }

/** All names of the dictionary, by their words; `plain` ones need no capital. */
export const actorTrie = new Trie<Named & { plain?: boolean }>()
const EMPTY = {
  kind: 'none',
  code: '',
  codes: [],
  person: undefined,
  full: false,
  office: '',
  speaks: false,
  state: undefined,
  alone: undefined,
  prefix: undefined,
  organ: undefined,
  plain: false,
}
const add = (words: string, named: Named, plain = false) => {
  const keys = keysOf(words)
  // One shape in memory for all kinds.
  if (keys[keys.length - 1] !== "'s") actorTrie.add(keys, { ...EMPTY, ...named, plain } as Named & { plain: boolean })
}
for (const state of lexicon.actors.states) {
  const { code } = state
  const fields: readonly (readonly [
    unknown,
    Exclude<Named['kind'], 'group' | 'person' | 'office' | 'none' | 'armed'>,
  ])[] = [
    [state.names, 'state'],
    [state.demonyms, 'demonym'],
    [state.capitals, 'capital'],
    [state.governments, 'government'],
    [state.parliaments, 'city'],
    [state.forces, 'force'],
    [state.contextual, 'contextual'],
    [state.cities, 'city'],
    [state.media, 'media'],
  ]
  for (const [names, kind] of fields)
    for (const name of (names as string[] | undefined) ?? [])
      add(name, { kind, code } as Named, kind === 'contextual' && /^[a-z ]+$/.test(name))
  for (const name of state.descriptions) add(name, { kind: 'description', code }, true)
}
for (const body of lexicon.actors.bodies) {
  const codes = body.members
  for (const name of body.names) {
    if (body.code !== undefined) add(name, { kind: 'body', code: body.code }, body['any-case'])
    else if (codes !== undefined && codes.length > 0) add(name, { kind: 'group', codes }, /^[a-z]/.test(name))
  }
  if (body.code !== undefined) {
    for (const name of body.contextual) add(name, { kind: 'contextual', code: body.code }, true)
    for (const name of [...body.demonyms, ...body.governments]) add(name, { kind: 'body', code: body.code })
    for (const name of body.capitals) add(name, { kind: 'capital', code: body.code })
  }
}
for (const group of lexicon.actors.groups) {
  for (const name of group.names) if (group.code !== undefined) add(name, { kind: 'armed', code: group.code })
}
for (const office of lexicon.actors.offices) {
  const speaks = office['speaks-for-state']
  for (const name of office.names) {
    const text = typeof name === 'string' ? name : name.text
    const state = typeof name === 'string' ? undefined : name.state
    for (const form of [text, `${text}s`]) {
      const { alone, prefix, organ } = office
      const more = { alone, prefix, organ, ...(state === undefined ? {} : { state }) }
      add(form, { kind: 'office', office: office.office, speaks, ...more }, true)
    }
  }
}
for (const name of lexicon.actors.notActors) add(name, { kind: 'none' }, name === name.toLowerCase())
for (const each of lexicon.actors.persons) {
  const code = each.state ?? each.body
  if (code === undefined) continue
  const person: Person = { name: each.name, surname: each.surname ?? lastWord(each.name), code, offices: each.offices }
  for (const name of [each.name, ...each.also]) add(name, { kind: 'person', person, full: keysOf(name).length > 1 })
  for (const surname of new Set([person.surname, ...each.surnames]))
    if (smallWord(surname.toLowerCase()) === undefined) add(surname, { kind: 'person', person, full: false })
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}
