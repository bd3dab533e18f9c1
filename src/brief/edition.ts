import { edition } from '#data/edition'
import { READER_VERSION } from '../read/index.js'

const { package: version, data } = edition as {
  readonly package: string
  readonly data: Readonly<Record<string, string>>
}

/** The sets of data that a brief leans on. */
const SETS = ['law', 'votes', 'members', 'lexicon']

/** The versions that made a brief: the program, its reader, and the data that it leans on by their hashes. */
export function editionName(): string {
  const sets = SETS.flatMap((name) => (data[name] === undefined ? [] : [`${name} ${data[name].slice(0, 8)}`]))
  return `Penholder ${version}, reader ${READER_VERSION}; data: ${sets.join(', ')}`
}
