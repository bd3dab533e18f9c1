/** What a threat ends in: "would produce a military response", "warned of further steps". */
export const OUTCOME_WORDS =
  'response responses consequences consequence steps measures action actions retaliation countermeasures reprisals reprisal war strike strikes force punishment repercussions blow'.split(
    ' ',
  )
