import { describe, expect, it } from 'vitest'
import { readArticle } from './reading.js'

// Sentences written for this project.
function groups(text: string) {
  const { claims } = readArticle({ id: 'x', text, published: '2012-02-01' })
  return claims.flatMap((claim) =>
    claim.kind === 'stance' ? [[claim.actor, claim.stance, claim.about, claim.collective]] : [],
  )
}

describe('stances of many together', () => {
  it.each([
    ['Thirteen members support the draft resolution on Syria.', 'supports', 'Thirteen members', 13],
    ['The draft on Mali is backed by 11 council members.', 'supports', '11 council members', 11],
    ["Ten of the council's 15 members support the resolution.", 'supports', "Ten of the council's 15 members", 10],
    ['A majority of the council favours a tougher text.', 'supports', 'A majority of the council', undefined],
    [
      'Most members of the Security Council oppose the draft.',
      'opposes',
      'Most members of the Security Council',
      undefined,
    ],
  ])('%s', (text, stance, words, count) => {
    expect(groups(text)).toEqual([
      ['UNSC', stance, 'resolution', { text: words, ...(count === undefined ? {} : { count }) }],
    ])
  })

  it('are not the members of other bodies, nor a limit', () => {
    for (const text of [
      'Thirty members of parliament support the draft.',
      'Eleven crew members backed the draft.',
      'At least nine members must support the draft.',
    ])
      expect(groups(text).filter(([, , , collective]) => collective !== undefined)).toEqual([])
  })
})
