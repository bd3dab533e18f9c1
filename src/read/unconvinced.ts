import { WordSet } from './wordset.js'

/** Who is so does not hold what follows: "unconvinced that it would work", "sceptical of the need for sanctions". */
export const UNCONVINCED = new WordSet([
  'unconvinced',
  'unpersuaded',
  'unsure',
  'uncertain',
  'doubtful',
  'sceptical',
  'skeptical',
])
