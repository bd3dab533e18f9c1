import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { councilOn } from './members.js'
import { gatherVotes, outcome, type Votes } from './outcome.js'
import { recordedVotes, votesByMember, voteWithId } from './record.js'
import { hasTally, isOpenToVeto, LETTERS, type Letter, MATTERS, type Matter } from './rule.js'

const DAYS = [
  '1946-02-16',
  '1965-11-23',
  '1966-01-01',
  '1971-12-06',
  '1980-01-06',
  '1992-01-01',
  '2006-07-15',
  '2026-06-01',
]

/** A date, a matter and a vote letter or `?` for each member of the day. */
const ballots = fc.constantFrom(...DAYS).chain((on) =>
  fc.record({
    on: fc.constant(on),
    matter: fc.constantFrom(...MATTERS),
    letters: fc
      .array(fc.constantFrom('Y', 'Y', 'N', 'A', 'X', '?'), {
        minLength: councilOn(on).states.length,
        maxLength: councilOn(on).states.length,
      })
      .map((list) => list.join('')),
  }),
)

describe('the rule', () => {
  it('gives the recorded outcome of every vote that has a breakdown, and the same vetoes', () => {
    const votes = recordedVotes().filter((vote) => vote.letters !== '')
    expect(votes).toHaveLength(3113)
    for (const vote of votes) {
      const { date, matter, modality, letters } = vote
      expect(councilOn(date).states, vote.id).toEqual(vote.members)
      const ruling = outcome(letters, { on: date, matter, modality })
      expect(ruling.outcome, vote.id).toBe(vote.outcome)
      expect(ruling.vetoes, vote.id).toEqual(vote.vetoedBy)
      expect(outcome(votesByMember(vote), { on: date, matter, modality }), vote.id).toEqual(ruling)
    }
  })

  it('never makes a veto of an added abstention', () => {
    fc.assert(
      fc.property(ballots, fc.nat(14), fc.constantFrom('A', 'X'), ({ on, matter, letters }, at, letter) => {
        const place = at % letters.length
        if (letters[place] !== '?') return
        const before = outcome(letters, { on, matter })
        const after = outcome(replaced(letters, place, letter), { on, matter })
        if (after.outcome === 'vetoed') {
          expect(before.possible).toContain('vetoed')
          expect(after.vetoes).not.toContain(councilOn(on).states[place])
          expect([...letters].some((one, index) => one === 'N' && index < 5)).toBe(true)
        }
      }),
    )
  })

  it('never closes an open count by one more unknown, and never opens a result by one more vote', () => {
    fc.assert(
      fc.property(ballots, fc.nat(14), ({ on, matter, letters }, at) => {
        const place = at % letters.length
        const known = outcome(letters, { on, matter })
        const lessKnown = outcome(replaced(letters, place, '?'), { on, matter })
        for (const result of known.possible) expect(lessKnown.possible).toContain(result)
        if (known.outcome === 'open') expect(lessKnown.outcome).toBe('open')
      }),
    )
  })

  it('finds exactly the results that some completion gives', () => {
    fc.assert(
      fc.property(ballots, ({ on, matter, letters }) => {
        const open = [...letters].flatMap((letter, index) => (letter === '?' ? [index] : [])).slice(0, 5)
        const few = [...letters]
          .map((letter, index) => (letter === '?' && !open.includes(index) ? 'A' : letter))
          .join('')
        const found = new Set<string>()
        for (const filled of completions(few)) found.add(outcome(filled, { on, matter }).outcome)
        expect(new Set<string>(outcome(few, { on, matter }).possible)).toEqual(found)
      }),
      { numRuns: 60 },
    )
  })

  it('does not mind the order in which votes are given', () => {
    fc.assert(
      fc.property(ballots, fc.nat(14), ({ on, matter, letters }, shift) => {
        const entries = councilOn(on).states.flatMap((state, index): [string, Letter][] =>
          letters[index] === '?' ? [] : [[state, letters[index] as Letter]],
        )
        const turned: Votes = Object.fromEntries([...entries.slice(shift), ...entries.slice(0, shift)])
        expect(outcome(turned, { on, matter })).toEqual(outcome(letters, { on, matter }))
      }),
    )
  })

  it('tells what an open count needs, and the needs settle it', () => {
    fc.assert(
      fc.property(ballots, ({ on, matter, letters }) => {
        const { needs } = outcome(letters, { on, matter })
        if (needs === undefined) return
        const { states } = councilOn(on)
        const fill = (letter: string, list: readonly string[]) =>
          [...letters].map((one, index) => (one === '?' && list.includes(states[index] ?? '') ? letter : one)).join('')
        if (needs.canPass) {
          const passed = outcome(fill('Y', needs.from.slice(0, needs.moreYes)).replaceAll('?', 'A'), { on, matter })
          expect(passed.outcome).toBe('adopted')
        }
        for (const state of needs.canBeVetoedBy) {
          expect(outcome(fill('N', [state]).replaceAll('?', 'Y'), { on, matter }).outcome).toBe('vetoed')
        }
        if (needs.failsWithout !== undefined) {
          const failed = fill('A', needs.from.slice(0, needs.failsWithout)).replaceAll('?', 'Y')
          expect(outcome(failed, { on, matter }).outcome).toBe('not adopted')
        }
      }),
    )
  })

  it('refuses what is no vote', () => {
    const question = { on: '2006-07-08', matter: 'substantive' } as const
    expect(() => outcome({ KOR: 'Y' }, question)).toThrow(
      /KOR\) was no member of the Council on 2006-07-08; it was one from 1996/,
    )
    expect(() => outcome({ XXX: 'Y' }, question)).toThrow(/"XXX" is no state/)
    expect(() => outcome({ JPN: 'B' as Letter }, question)).toThrow(/JPN has the vote "B"/)
    expect(() => outcome('YYY', question)).toThrow(/no vote of 15 members/)
    expect(() => outcome('YYYYYYYYYYYYYYZ', question)).toThrow(/no vote of 15 members/)
    expect(() => outcome({}, { ...question, on: '1945-07-08' })).toThrow(/did not sit before/)
    expect(() => gatherVotes({ Y: ['JPN', 'Japan'], N: ['japan'] }, '2006-07-08')).toThrow(
      /JPN votes twice: Y and Y.*\nJPN votes twice: Y and N/,
    )
    expect(gatherVotes({ Y: ['Japan', 'us'], N: ['CHN'] }, '2006-07-08')).toEqual({ JPN: 'Y', USA: 'Y', CHN: 'N' })
  })
})

describe('hard cases', () => {
  const of = (id: string) => {
    const vote = voteWithId(id)
    if (vote === undefined) throw new Error(`no vote ${id}`)
    return { vote, ruling: outcome(vote.letters, { on: vote.date, matter: vote.matter, modality: vote.modality }) }
  }
  const named = (text: string) => recordedVotes().find((vote) => vote.text === text)?.id ?? ''

  // S/PV.1268, 23 November 1965: seven in favour sufficed until the enlargement of 1 January 1966.
  it('resolution 218 was adopted with seven votes', () => {
    const { vote, ruling } = of(named('S/RES/218 (1965)'))
    expect(vote.tally).toEqual({ yes: 7, no: 0, abstaining: 4, notParticipating: 0 })
    expect(ruling).toMatchObject({ outcome: 'adopted', required: 7 })
  })

  // S/PV.473, 474, 476 and 479: the Soviet Union was away from January to August 1950.
  it.each([
    ['S/RES/82 (1950)', 9, 0, 1],
    ['S/RES/83 (1950)', 7, 1, 0],
    ['S/RES/84 (1950)', 7, 0, 3],
    ['S/RES/85 (1950)', 9, 0, 1],
  ])('%s was adopted without a permanent member', (text, yes, no, abstaining) => {
    const { vote, ruling } = of(named(text))
    expect(vote.letters[vote.members.indexOf('SUN')]).toBe('X')
    expect(ruling.outcome).toBe('adopted')
    expect(ruling.tally).toMatchObject({ yes, no, abstaining })
  })

  // Charter, Article 109 (3): "any seven members" may call a review conference; the Soviet No did not matter.
  it('resolution 110 passed a permanent No under Article 109', () => {
    const { vote, ruling } = of(named('S/RES/110 (1955)'))
    expect(vote).toMatchObject({ matter: 'article 109 (3)', tally: { yes: 9, no: 1, abstaining: 1 } })
    expect(ruling).toMatchObject({ outcome: 'adopted', vetoes: [], required: 7 })
    expect(outcome(vote.letters, { on: vote.date, matter: 'substantive' }).outcome).toBe('vetoed')
  })

  // General Assembly resolution 377 A (V): calling an emergency special session is procedural.
  it.each([
    ['S/RES/120 (1956)', ['SUN']],
    ['S/RES/462 (1980)', ['SUN']],
    ['S/RES/2623 (2022)', ['RUS']],
  ])('%s was procedural, so a permanent No was no veto', (text, against) => {
    const { vote, ruling } = of(named(text))
    expect(vote.matter).toBe('procedural')
    expect(against.map((state) => votesByMember(vote)[state])).toEqual(against.map(() => 'N'))
    expect(ruling).toMatchObject({ outcome: 'adopted', vetoes: [] })
    expect(outcome(vote.letters, { on: vote.date, matter: 'substantive' })).toMatchObject({
      outcome: 'vetoed',
      vetoes: against,
    })
  })

  // Charter, Article 4 (2), and the Court’s opinion of 3 March 1950: the recommendation is substantive and can be vetoed.
  it('admission of a Member needs a recommendation that can be vetoed', () => {
    const vetoed = recordedVotes().filter(
      (vote) => /admission|application for membership/i.test(vote.title) && vote.outcome === 'vetoed',
    )
    expect(vetoed.length).toBeGreaterThan(40)
    for (const vote of vetoed) expect(of(vote.id).ruling.outcome, vote.id).toBe('vetoed')
  })

  it('an adoption without a vote has no tally', () => {
    const { vote, ruling } = of(named('S/RES/1 (1946)'))
    expect(vote).toMatchObject({ modality: 'without vote', letters: '', outcome: 'adopted' })
    expect(ruling.outcome).toBe('adopted')
    expect(ruling).not.toHaveProperty('tally')
    expect(
      outcome('NNNNNNNNNNNNNNN', { on: '2006-10-09', matter: 'substantive', modality: 'acclamation' }).outcome,
    ).toBe('adopted')
  })

  // S/2023/772 of 16 October 2023: five in favour, four against with three permanent members: too few votes, no veto.
  it('a permanent No below the threshold is no veto', () => {
    const { vote, ruling } = of(named('S/2023/772'))
    expect(vote.tally).toMatchObject({ yes: 5, no: 4 })
    expect(ruling).toMatchObject({ outcome: 'not adopted', vetoes: [], possible: ['not adopted'] })
  })

  // S/PV.303, 24 May 1948: first the question whether it is procedural, then the draft.
  it('the double veto defeats the question and then the draft', () => {
    const both = recordedVotes().filter((vote) => vote.date === '1948-05-24' && vote.text === 'S/PV.303')
    expect(both.map((vote) => [vote.matter, vote.outcome, vote.vetoedBy])).toEqual([
      ['preliminary question', 'vetoed', ['SUN']],
      ['substantive', 'vetoed', ['SUN']],
    ])
    for (const vote of both) expect(of(vote.id).ruling.outcome).toBe('vetoed')
  })

  // 1971 to 1981: China took no part in votes on several operations; recorded apart from abstention, with no more effect.
  it('China’s non-participation stopped nothing', () => {
    const votes = recordedVotes().filter(
      (vote) => vote.date >= '1971-10-25' && vote.date < '1982' && votesByMember(vote).CHN === 'X',
    )
    expect(votes.length).toBeGreaterThan(40)
    expect(
      new Set(votes.filter((vote) => vote.kind === 'resolution').map((vote) => of(vote.id).ruling.outcome)),
    ).toEqual(new Set(['adopted']))
    expect(votes.some((vote) => vote.text === 'S/RES/338 (1973)')).toBe(true)
  })

  // General Assembly, thirty-fourth session: 154 ballots left one seat empty until Mexico was elected on 7 January 1980.
  it('on 6 January 1980 fourteen sat, and nine were still needed', () => {
    const on = '1980-01-06'
    const ruling = outcome({}, { on, matter: 'substantive' })
    expect(ruling).toMatchObject({ outcome: 'open', required: 9, tally: { unknown: 14 } })
    expect(outcome('YYYYYYYYYAAAAA', { on, matter: 'substantive' }).outcome).toBe('adopted')
    expect(() => outcome({ MEX: 'Y' }, { on, matter: 'substantive' })).toThrow(/Mexico/)
    expect(ruling.needs?.failsWithout).toBe(6)
  })

  it('an abstaining permanent member lets a text pass with nine', () => {
    expect(outcome('AAAAAYYYYYYYYYA', { on: '2006-07-15', matter: 'substantive' }).outcome).toBe('adopted')
  })

  it('counts each kind of matter somewhere in the record', () => {
    const seen = new Set<Matter>(recordedVotes().map((vote) => vote.matter))
    expect(seen).toEqual(new Set(MATTERS))
    expect(MATTERS.map(isOpenToVeto)).toEqual([true, false, true, false])
    expect(
      recordedVotes()
        .filter((vote) => !hasTally(vote.modality))
        .every((vote) => vote.outcome === 'adopted'),
    ).toBe(true)
  })
})

function replaced(letters: string, at: number, letter: string): string {
  return letters.slice(0, at) + letter + letters.slice(at + 1)
}

function completions(letters: string): string[] {
  const at = letters.indexOf('?')
  if (at < 0) return [letters]
  return LETTERS.flatMap((letter) => completions(replaced(letters, at, letter)))
}
