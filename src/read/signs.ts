/** What a speaker's words may show of which way he leans; `data/lexicon/leanings.yaml` weighs them. */
export const SIGNS = [
  // a noun for this stands in the words
  'resolution',
  'sanctions',
  'talks',
  'conduct',
  'force',
  'implementation',
  // words of sentiment.yaml, two at most
  'praise',
  'blame',
  // words of verdicts.yaml on the thing of the line
  'judged-good',
  'judged-bad',
  // what the speaker held of the thing before in the article: the same, the contrary
  'before',
  'otherwise',
  // the article is about the speaker's own state; that state, the Council, are named
  'own',
  'target',
  'council',
  // how it is said: in quotation marks, with a "not"; what is asked for (`mend`, `spoil` of actions.yaml)
  'quoted',
  'denied',
  'mends',
  'spoils',
] as const
export type Sign = (typeof SIGNS)[number]
