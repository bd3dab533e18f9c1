import { READER_VERSION } from '../read/index.js'

/** The versions that made a brief. */
export function editionName(): string {
  return `reader ${READER_VERSION}`
}
