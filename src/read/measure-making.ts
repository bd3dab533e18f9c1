import { WordSet } from './wordset.js'

/** Verbs by which a measure comes to stand. */
export const MAKING = new WordSet(
  'impose reimpose slap adopt introduce pass approve place level announce order put enact institute declare apply clamp'.split(
    ' ',
  ),
)
