import { describe, expect, it } from 'vitest'
import type { Designation, ListSnapshot } from './designation.js'
import { screen } from './index.js'

// Invented names, written for this test.
const act = { date: '2016-03-02', instrument: 'S/RES/9999 (2016) para 3' }
const freeze = { kind: 'asset-freeze', paragraph: 'S/RES/9999 (2016) para 1' } as const
function entry(facts: Partial<Designation> & Pick<Designation, 'id' | 'kind' | 'name'>): Designation {
  return { listings: [{ ...act, consequences: [freeze] }], ...facts }
}
const list: ListSnapshot = {
  list: 'invented',
  title: 'An invented list',
  asOf: '2020-01-01',
  romanisation: 'korean',
  qualifiers: { before: ['Ruritanian'], after: ['of the Republic of Ruritania', 'of Ruritania'] },
  sources: ['written for the tests'],
  designations: [
    entry({
      id: 'XXi.001',
      reference: 'XXi.001',
      kind: 'person',
      name: "PAEK CH'ANG-JIN",
      birthDates: [{ date: '1964-06-18' }],
    }),
    entry({
      id: 'XXi.002',
      reference: 'XXi.002',
      kind: 'person',
      name: 'RI JONG GWANG',
      aliases: ['Kim Hyok'],
      weakAliases: ['The Engineer'],
    }),
    entry({
      id: 'XXi.003',
      reference: 'XXi.003',
      kind: 'person',
      name: 'RI JONG GWANG',
      birthDates: [{ date: '1970', circa: true }],
    }),
    entry({
      id: 'XXe.001',
      reference: 'XXe.001',
      kind: 'entity',
      name: 'KOREA TAEBONG TRADING CORPORATION',
      aliases: ['KOTAB'],
    }),
    entry({ id: 'imo:9191773', kind: 'vessel', name: 'BLUE HERON NO. 18', imo: '9191773' }),
    entry({
      id: 'imo:8914934',
      kind: 'vessel',
      name: 'GREY HERON',
      imo: '8914934',
      listings: [
        { ...act, consequences: [freeze], removed: '2016-12-17', removedBy: 'decision of 17 December 2016' },
        { date: '2018-03-30', consequences: [{ kind: 'port-ban', paragraph: 'S/RES/9998 (2017) para 6' }] },
      ],
    }),
  ],
}
const ids = (matches: readonly { designation: Designation }[]) => matches.map(({ designation }) => designation.id)
const alike = (name: string, on = '2017-01-01') => {
  const [match] = screen(name, list, on).listed
  const [reason] = match?.reasons ?? []
  return reason?.by === 'name' ? reason.alike : undefined
}

describe('a listed name', () => {
  it.each([
    ["PAEK CH'ANG-JIN", 'same-text'],
    ["Paek Ch'ang-jin", 'case'],
    ['Paek Changjin', 'spacing'],
    ['Chang-jin Paek', 'word-order'],
    ['Baek Chang-jin', 'romanisation:korean'],
    ['Pæk Ch’ang-jin', 'accents-or-punctuation'],
  ])('%s is found and says why: %s', (name, likeness) => {
    expect(ids(screen(name, list, '2017-01-01').listed)).toEqual(['XXi.001'])
    expect(alike(name)).toContain(likeness)
  })

  it('is found without its legal form, in brackets and by its acronym', () => {
    for (const name of [
      'Korea Taebong Trading Co., Ltd.',
      'Korea Daebong Trading',
      'KOTAB',
      'Korea Taebong Trading Corp. (KOTAB)',
    ]) {
      expect(ids(screen(name, list, '2017-01-01').listed), name).toEqual(['XXe.001'])
    }
  })

  it('is found with its country', () => {
    for (const name of [
      'Ruritanian Korea Taebong Trading Co',
      'Kotab of the Republic of Ruritania',
      'Korea Taebong Trading of Ruritania',
    ]) {
      const [match] = screen(name, list, '2017-01-01').listed
      expect(match?.designation.id, name).toBe('XXe.001')
      expect(match?.reasons[0], name).toMatchObject({ alike: expect.arrayContaining(['qualifier']) })
    }
    expect(screen('Ruritanian', list, '2017-01-01').listed).toEqual([])
  })

  it('is found by a number that stands with the name', () => {
    expect(ids(screen('New Name (IMO 9191773)', list, '2017-01-01').listed)).toEqual(['imo:9191773'])
    expect(screen('somebody (XXi.001)', list, '2017-01-01').listed[0]?.reasons).toEqual([
      { by: 'reference', given: 'XXi.001', listed: 'XXi.001' },
    ])
  })

  it('comes with what follows, since when and by what', () => {
    expect(screen('Kotab', list, '2017-01-01').listed[0]).toMatchObject({
      since: '2016-03-02',
      consequences: [{ ...freeze, since: '2016-03-02', instrument: 'S/RES/9999 (2016) para 3' }],
    })
  })

  it('is found by reference or number whatever the name', () => {
    expect(ids(screen({ name: 'somebody', references: ['xxi 001'] }, list, '2017-01-01').listed)).toEqual(['XXi.001'])
    expect(ids(screen({ name: 'NEW NAME', imo: 'IMO 9191773' }, list, '2017-01-01').listed)).toEqual(['imo:9191773'])
  })
})

describe('a near name', () => {
  it.each([
    'Taebong',
    'Daebong Trading',
    'Korea Taebong General Trading',
    'a subsidiary of Korea Taebong Trading Corporation',
    'agent of KOTAB',
  ])('%s is possible, not listed', (name) => {
    const { listed, possible } = screen(name, list, '2017-01-01')
    expect(listed).toEqual([])
    expect(ids(possible)).toEqual(['XXe.001'])
  })

  it('one letter off is possible', () => {
    expect(ids(screen('Paek Chamg-jin', list, '2017-01-01').possible)).toEqual(['XXi.001'])
  })

  it('with another number is another ship', () => {
    expect(screen('Blue Heron 19', list, '2017-01-01').possible).toEqual([])
    expect(ids(screen('MV Blue Heron 18', list, '2017-01-01').listed)).toEqual(['imo:9191773'])
  })

  it.each(['unlisted trading firm', 'Korea General Bank', 'Ri Jong Ho', 'municipal water authority', 'freighter', ''])(
    '"%s" is nobody',
    (name) => {
      expect(screen(name, list, '2017-01-01')).toEqual({ listed: [], possible: [], outside: [], through: [] })
    },
  )

  it('by a weak alias is possible', () => {
    expect(screen('The Engineer', list, '2017-01-01').possible[0]?.conflicts).toEqual([
      { about: 'weak-alias', given: 'The Engineer', listed: 'The Engineer' },
    ])
  })
})

describe('namesakes', () => {
  it('are both listed when nothing tells them apart', () => {
    expect(ids(screen('Ri Jong Gwang', list, '2017-01-01').listed)).toEqual(['XXi.002', 'XXi.003'])
  })

  it('are told apart by birth date, and the other stays possible', () => {
    const { listed, possible } = screen({ name: 'Lee Jong Kwang', birthDate: '1985-02-01' }, list, '2017-01-01')
    expect([ids(listed), ids(possible)]).toEqual([['XXi.002'], ['XXi.003']])
    expect(possible[0]?.conflicts).toEqual([{ about: 'birth-date', given: '1985-02-01', listed: '1970' }])
    expect(ids(screen({ name: 'Ri Jong Gwang', birthDate: '1971-05' }, list, '2017-01-01').listed)).toContain('XXi.003')
  })

  it('are told apart by reference', () => {
    const { listed, possible } = screen({ name: 'Ri Jong Gwang', references: ['XXi.003'] }, list, '2017-01-01')
    expect([ids(listed), ids(possible)]).toEqual([['XXi.003'], ['XXi.002']])
  })

  it('among ships are told apart by number', () => {
    const { listed, possible } = screen({ name: 'Grey Heron', imo: '9191773' }, list, '2018-04-01')
    expect([ids(listed), ids(possible)]).toEqual([['imo:9191773'], ['imo:8914934']])
  })
})

describe('dates', () => {
  it('before the listing and after the removal the name is outside, with the day', () => {
    expect(screen('Kotab', list, '2016-03-01')).toMatchObject({
      listed: [],
      outside: [{ when: 'not-yet-listed', since: '2016-03-02' }],
    })
    expect(screen('Grey Heron', list, '2016-12-17').outside).toMatchObject([
      { when: 'removed', removed: '2016-12-17', isCertain: true },
    ])
  })

  it('on the day of listing and the day before removal it is listed', () => {
    expect(screen('Grey Heron', list, '2016-03-02').listed).toHaveLength(1)
    expect(screen('Grey Heron', list, '2016-12-16').listed).toHaveLength(1)
    expect(screen('Grey Heron', list, '2018-03-30').listed[0]?.consequences.map(({ kind }) => kind)).toEqual([
      'port-ban',
    ])
  })
})

describe('owners and principals', () => {
  it('are looked up where the user names them, and not inferred', () => {
    const { listed, through } = screen(
      { name: 'Meadow Ltd', ownedBy: ['Kotab'], actingFor: [{ references: ['XXi.001'] }] },
      list,
      '2017-01-01',
    )
    expect(listed).toEqual([])
    expect(through.map(({ relation, screening }) => [relation, ...ids(screening.listed)])).toEqual([
      ['owned-by', 'XXe.001'],
      ['acting-for', 'XXi.001'],
    ])
  })
})
