import { describe, expect, it } from 'vitest'
import { parseSymbol } from '../cite/index.js'
import { lastRecordedDay, letterOf, recordedVotes, votesOnText, voteWithId } from './record.js'
import { agreementOf, searchVotes, vetoesByMember } from './search.js'

describe('the record', () => {
  it('holds every resolution once, in order, under its number and year', () => {
    const resolutions = recordedVotes().filter((vote) => vote.kind === 'resolution')
    const numbers = resolutions.map((vote) => Number(/^S\/RES\/(\d+)/.exec(vote.text)?.[1])).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1))
    for (const vote of resolutions) expect(vote.text, vote.id).toMatch(new RegExp(`\\(${vote.date.slice(0, 4)}\\)$`))
    expect(resolutions.every((vote) => vote.outcome === 'adopted')).toBe(true)
  })

  it('has ids once, dates in order, and tallies that are the letters', () => {
    const votes = recordedVotes()
    expect(votes).toHaveLength(3216)
    expect(new Set(votes.map((vote) => vote.id)).size).toBe(votes.length)
    expect(votes.map((vote) => vote.date)).toEqual(votes.map((vote) => vote.date).sort())
    expect(lastRecordedDay()).toBe('2025-12-29')
    for (const { letters, tally, members } of votes) {
      if (letters === '' || tally === undefined) continue
      expect(tally.yes + tally.no + tally.abstaining + tally.notParticipating).toBe(members.length)
      expect(tally.yes).toBe([...letters].filter((letter) => letter === 'Y').length)
    }
  })

  it('is found by symbol, not by a longer one', () => {
    const texts = (symbol: string) => votesOnText(parseSymbol(symbol)).map((vote) => vote.text)
    expect(texts('S/RES/169')).toEqual(['S/RES/169 (1961)'])
    expect(texts('S/7951/Rev.2')).toEqual(['S/7951/Rev.2 (para. 1)', 'S/7951/Rev.2 (para. 2)'])
    expect(texts('S/7951')).toEqual([])
    expect(texts('S/2017/769')).toEqual([])
  })

  it('tells how sure it is and what was corrected', () => {
    expect(voteWithId('bd-2994')).toMatchObject({ text: 'S/2022/431', confidence: 'confirmed', meeting: 'S/PV.9048' })
    expect(voteWithId('PROC-03')?.confidence).toBe('memory')
    expect(voteWithId('BD-553')?.corrections).toEqual([expect.stringMatching(/^member votes: CHN:X instead of CHN:A/)])
    expect(voteWithId('ADD-08')).toMatchObject({ letters: '', tally: { yes: 6, no: 1, abstaining: 8 } })
    expect(voteWithId('BD-1')).not.toHaveProperty('tally')
  })
})

describe('a search', () => {
  it('takes what fits every condition', () => {
    const found = searchVotes({ member: 'SUN', cast: 'X', from: '1950-01-01', to: '1950-12-31', outcome: 'adopted' })
    expect(found.map((vote) => vote.text)).toContain('S/RES/82 (1950)')
    for (const vote of found) expect(letterOf(vote, 'SUN')).toBe('X')
    expect(searchVotes({ words: 'KOREA non-proliferation', vetoedBy: 'CHN' }).map((vote) => vote.text)).toEqual([
      'S/2022/431',
    ])
    expect(searchVotes({ member: 'RUS', to: '1991-12-23' })).toEqual([])
    expect(searchVotes({ matter: 'article 109 (3)' }).map((vote) => vote.text)).toEqual(['S/RES/110 (1955)'])
  })

  it('counts vetoes by member and decade', () => {
    const rows = vetoesByMember()
    const total = recordedVotes().reduce((sum, vote) => sum + vote.vetoedBy.length, 0)
    expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(total)
    for (const row of rows) expect(Object.values(row.byDecade).reduce((sum, count) => sum + count, 0)).toBe(row.total)
    expect(rows.find((row) => row.member === 'USA')?.byDecade['1960']).toBeUndefined()
  })

  it('counts agreement both ways alike', () => {
    const [one, other] = [agreementOf('CHN', 'RUS'), agreementOf('RUS', 'CHN')]
    expect(one.alike).toBe(other.alike)
    expect(one.together).toBe(other.together)
    expect(agreementOf('USA', 'USA')).toMatchObject({ alike: agreementOf('USA', 'USA').together })
    expect(agreementOf('SUN', 'RUS')).toMatchObject({ together: 0, alike: 0 })
  })
})
