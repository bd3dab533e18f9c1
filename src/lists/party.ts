import type { VagueDate } from '../dates.js'
import type { Kind } from './designation.js'

/** Who or what is looked up: as much of it as is known. */
export interface Party {
  readonly name?: string
  /** Other names of the same party. */
  readonly names?: readonly string[]
  readonly kind?: Kind
  /** Reference numbers of the list, such as `KPi.001`. */
  readonly references?: readonly string[]
  readonly birthDate?: VagueDate
  /** A ship's IMO number. */
  readonly imo?: string
  /** Numbers of passports and identity cards. */
  readonly documents?: readonly string[]
  readonly bic?: string
  /** Facts that the user states; nothing is inferred. A text is a name. */
  readonly ownedBy?: readonly (string | Party)[]
  readonly controlledBy?: readonly (string | Party)[]
  readonly actingFor?: readonly (string | Party)[]
}

const KNOWN_AS = /\b(?:a\.?k\.?a\b\.?|f\.?k\.?a\b\.?|alias\b|also known as\b|formerly\b(?: known as\b)?):?|;| \/ /i

/** One way in which a party's name was written. */
export interface WrittenName {
  readonly text: string
  /** Stood in brackets: a lone acronym there is a hint and not a name. */
  readonly isAside: boolean
}

/** The names that a text holds: as it stands, without its brackets, in its brackets, and on either side of "a.k.a.". */
export function writtenNames(text: string): WrittenName[] {
  const names: WrittenName[] = [{ text, isAside: false }]
  const isSplit = KNOWN_AS.test(text)
  if (!isSplit && !text.includes('(')) return names
  const add = (found: string, isAside: boolean) => {
    const name = found.replace(/^["'“”\s,]+|["'“”\s,]+$/g, '')
    if (name.length > 1 && !names.some((other) => other.text === name)) names.push({ text: name, isAside })
  }
  for (const part of isSplit ? text.split(KNOWN_AS) : [text]) {
    add(part.replace(/\([^()]*\)?/g, ' '), false)
    for (const [, inside = ''] of part.matchAll(/\(([^()]+)\)?/g))
      add(inside.replace(/^.*\b(?:alias|aka)\b\s*/i, ''), true)
  }
  return names
}
