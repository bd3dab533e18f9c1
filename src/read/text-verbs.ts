import { WordSet } from './wordset.js'

/** What becomes of a draft. */
export const FARES = new WordSet(
  'failed fell won got passed received faced drew met called gained died needed collapsed included'.split(' '),
)

export const TEXTS = new WordSet(
  'resolution draft text document statement measure proposal version declaration'.split(' '),
)

export const TEXTS_ALL = new WordSet('resolutions measures sanctions drafts rules steps'.split(' '))

export const TEXTS_DO = new WordSet('ban target limit cap halt freeze block bar cut curb hit'.split(' '))

export const TEXT_DOES = new WordSet(
  'bans bars blocks permits transfers tests calls demands urges orders limits caps cuts freezes targets threatens condemns requests claims aims needs faces supports notes stresses marks changes places lists links'.split(
    ' ',
  ),
)
