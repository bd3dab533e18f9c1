import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asOf,
  consequencesOn,
  type Designation,
  designationLists,
  listFor,
  type Match,
  normalise,
  parseImo,
  screen,
} from './index.js'

const list = listFor('dprk-1718')
if (list === undefined) throw new Error('the list of the 1718 regime is missing')
const kinds = ({ consequences }: Match) => consequences.map(({ kind }) => kind)
const find = (name: string, on: string) => screen(name, list, on)

describe('the lists that ship', () => {
  it.each(designationLists.map((one) => [one.list, one] as const))(
    '%s has sound entries',
    (_, { designations, asOf: reach }) => {
      const names = (designation: Designation) => [
        designation.name,
        ...(designation.aliases ?? []),
        ...(designation.formerNames ?? []),
      ]
      for (const designation of designations) {
        expect(names(designation).filter((name) => normalise(name) === '')).toEqual([])
        if (designation.imo !== undefined) expect(parseImo(designation.imo)).toBe(designation.imo)
        for (const listing of designation.listings) {
          expect(listing.consequences.length, designation.id).toBeGreaterThan(0)
          expect(listing.date <= reach).toBe(true)
          for (const { paragraph } of listing.consequences)
            expect(paragraph).toMatch(/^S\/RES\/\d+ \(\d{4}\) para \d+(\([a-z]\))?$/)
        }
      }
    },
  )

  it.each(designationLists.map((one) => [one.list, one] as const))(
    '%s finds every name that it lists, by that name',
    (_, one) => {
      for (const designation of one.designations) {
        const last = designation.listings.at(-1)
        if (last === undefined) continue
        for (const name of [
          designation.name,
          ...(designation.aliases ?? []),
          ...(designation.formerNames ?? []),
          ...(designation.originalScript ?? []),
        ]) {
          const { listed } = screen(name, one, last.date)
          expect(
            listed.map((match) => match.designation.id),
            name,
          ).toContain(designation.id)
        }
        for (const name of designation.weakAliases ?? []) {
          const { listed, possible } = screen(name, one, last.date)
          expect(
            [...listed, ...possible].map((match) => match.designation.id),
            name,
          ).toContain(designation.id)
        }
      }
    },
  )
})

describe('the 1718 list', () => {
  it('is empty until 24 April 2009', () => {
    expect(asOf(list, '2006-10-14').designations).toEqual([])
    expect(asOf(list, '2009-04-23').designations).toEqual([])
    expect(asOf(list, '2009-04-24').designations.map(({ reference }) => reference)).toEqual([
      'KPe.001',
      'KPe.002',
      'KPe.003',
    ])
    expect(find('Tanchon Commercial Bank', '2009-04-22')).toMatchObject({
      listed: [],
      outside: [{ when: 'not-yet-listed', since: '2009-04-24' }],
    })
  })

  it('freezes firms, and freezes and bans persons', () => {
    expect(find('Koryo Bank', '2017-06-07').listed.map(kinds)).toEqual([['asset-freeze']])
    expect(find('Koryo Bank', '2017-06-07').listed[0]?.consequences[0]).toEqual({
      kind: 'asset-freeze',
      paragraph: 'S/RES/1718 (2006) para 8(d)',
      since: '2017-06-02',
      instrument: 'S/RES/2356 (2017) para 3',
    })
    expect(find('Choe Hwi', '2018-02-06').listed.map(kinds)).toEqual([['asset-freeze', 'travel-ban']])
  })

  it('treats ships by what was decided on each', () => {
    expect(find('Petrel 8', '2017-10-05').listed.map(kinds)).toEqual([['port-ban']])
    expect(find('Hao Fan 6', '2018-03-29').listed.map(kinds)).toEqual([['port-ban']])
    expect(find('Hao Fan 6', '2018-03-30').listed.map(kinds)).toEqual([['port-ban', 'de-flag']])
    expect(find('Hap Jang Gang 6', '2018-04-01').listed.map(kinds)).toEqual([['asset-freeze']])
    expect(find('Sam Jong 2', '2018-04-01').listed.map(kinds)).toEqual([['asset-freeze', 'port-ban']])
    expect(find('New Regent', '2018-11-01').listed.map(kinds)).toEqual([['de-flag', 'port-ban']])
    expect(find('Min Ning De You 078', '2018-04-01').listed).toHaveLength(1)
  })

  it('counts the ships of 30 March 2018 as 13, 12 and 2', () => {
    const decided = list.designations
      .filter(({ listings }) => listings.some(({ date }) => date === '2018-03-30') && listings.length > 0)
      .filter(({ kind }) => kind === 'vessel')
      .map((designation) =>
        consequencesOn(designation, '2018-03-30')
          .map(({ kind }) => kind)
          .sort()
          .join(' '),
      )
    const count = (what: string) => decided.filter((one) => one === what).length
    expect([count('asset-freeze port-ban'), count('de-flag port-ban'), count('asset-freeze')]).toEqual([13, 12, 2])
  })

  it('has the ships of Annex III and those that were taken off', () => {
    expect(find('Jin Teng', '2016-03-05').listed.map(kinds)).toEqual([['asset-freeze']])
    expect(find('Jin Teng', '2016-03-21').outside).toMatchObject([{ when: 'removed', removed: '2016-03-21' }])
    expect(find('Dawnlight', '2016-12-16').listed).toHaveLength(1)
    expect(find('Dawnlight', '2016-12-17').listed).toEqual([])
    // Ever Bright 88 went off in 2016 and came back under its new name in 2018: one ship by its number.
    expect(screen({ imo: '8914934' }, list, '2017-06-01').outside).toMatchObject([{ when: 'removed' }])
    expect(screen({ imo: '8914934' }, list, '2018-04-01').listed.map(kinds)).toEqual([['de-flag', 'port-ban']])
  })

  it('does not take strangers for listed', () => {
    for (const name of [
      'unlisted DPRK trading firm',
      'DPRK municipal water authority',
      'DPRK-owned freighter',
      'DPRK doctoral student',
      'Kim Jong Un',
      'Air Koryo',
      'unlisted bank',
      'Korea Trading Company',
      'Pyongyang University of Science and Technology',
      'General Trading Corporation',
      'Kim Chol',
      'DPRK embassy',
      'Bank of Korea',
      'Koryo Hotel',
      'DPRK Mining Development',
    ]) {
      const { listed, possible } = find(name, '2018-06-01')
      expect(
        [...listed, ...possible].map(({ designation }) => designation.name),
        name,
      ).toEqual([])
    }
  })

  it.each([
    ['Choi Hwi', 'KPi.042'],
    ['Gim Yeong-cheol', 'KPi.024'],
    ['김영철', 'KPi.024'],
    ['박영식', 'KPi.063'],
    ['Ri Byeong-cheol', 'KPi.076'],
    ['Cho Yong-won', 'KPi.043'],
    ['Yong-won Jo', 'KPi.043'],
    ['Lee Pyong-chul', 'KPi.076'],
    ['Korea National Insurance Corporation', 'KPe.048'],
    ['KOMID', 'KPe.001'],
    ['Korea Mining Development Trading Corp. (KOMID)', 'KPe.001'],
    ['Ministry of People’s Armed Forces', 'KPe.054'],
    ['Ocean Maritime Management Co., Ltd.', 'KPe.020'],
    ['Taedong Credit Bank', 'KPe.023'],
    ['Foreign Trade Bank of the DPRK', 'KPe.047'],
    ['Office 39 of the Workers’ Party of Korea', 'KPe.030'],
    ['DPRK Ministry of Defence', 'KPe.054'],
    ['Kumgumsan', undefined],
  ])('%s is %s', (name, reference) => {
    const [match] = find(name, '2018-06-01').listed
    expect(match?.designation.reference).toBe(reference)
  })

  it('shows near names as possible', () => {
    for (const [name, reference] of [
      ['Ryonbong', 'KPe.002'],
      ['Kwangson Bank', 'KPe.025'],
      ['Mansudae Overseas Projects', 'KPe.050'],
      ['Park Young Sik', 'KPi.063'],
      ['Beijing office of Koryo Bank', 'KPe.045'],
    ] as const) {
      const { listed, possible } = find(name, '2018-06-01')
      expect([listed.length, possible.map(({ designation }) => designation.reference)], name).toEqual([
        0,
        expect.arrayContaining([reference]),
      ])
    }
  })
})

describe('the Libya list, as a second regime', () => {
  const second = listFor('libya-1970')
  if (second === undefined) throw new Error('the list of the Libya regime is missing')

  it.each(['Saif al-Islam Gaddafi', 'Seif el-Islam Qaddafi', 'Sayf al-Islam al-Qadhafi', 'QADHAFI Saif Al-Islam'])(
    '%s is one',
    (name) => {
      expect(screen(name, second, '2011-02-26').listed.map((match) => match.designation.reference)).toEqual(['LYi.017'])
    },
  )

  it('lists for the travel ban first and for the freeze later, and takes firms off', () => {
    expect(screen('Abdullah Senussi', second, '2011-03-01').listed.map(kinds)).toEqual([['travel-ban']])
    expect(screen('Abdullah al-Sanusi', second, '2011-03-17').possible.map(kinds)).toEqual([
      ['travel-ban', 'asset-freeze'],
    ])
    expect(screen('Central Bank of Libya', second, '2011-12-15').listed.map(kinds)).toEqual([['asset-freeze']])
    expect(screen('Central Bank of Libya', second, '2011-12-16').listed).toEqual([])
    expect(screen('Libyan Investment Authority', second, '2026-01-01').listed).toHaveLength(1)
  })
})

describe('properties over the lists that ship', () => {
  const listed = designationLists.flatMap((one) => one.designations.map((designation) => ({ one, designation })))
  const isFound = (name: string, { one, designation }: (typeof listed)[number]) => {
    const day = designation.listings.at(-1)?.date ?? one.asOf
    return screen(name, one, day).listed.some((match) => match.designation === designation)
  }

  it('accents, capitals and punctuation never lose a match', () => {
    const marks = fc.array(fc.constantFrom('', '\u0301', '\u0308', "'", '’'), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(fc.constantFrom(...listed), marks, fc.boolean(), (entry, signs, isUpper) => {
        const { name } = entry.designation
        const marked = [...name]
          .map((letter, at) => (/[a-z]/i.test(letter) ? letter + signs[at % signs.length] : letter))
          .join('')
        expect(isFound(isUpper ? marked.toUpperCase() : marked.toLowerCase(), entry), marked).toBe(true)
      }),
    )
  })

  it('word order never loses a person', () => {
    const persons = listed.filter(({ designation }) => designation.kind === 'person')
    fc.assert(
      fc.property(fc.constantFrom(...persons), fc.infiniteStream(fc.nat(1000)), (entry, order) => {
        const words = normalise(entry.designation.name).split(' ')
        const shuffled = words.map((word) => ({ word, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at)
        expect(isFound(shuffled.map(({ word }) => word).join(' '), entry)).toBe(true)
      }),
    )
  })

  it('a name is on one side only: listed, possible or outside', () => {
    const day = fc.constantFrom('2008-01-01', '2012-01-01', '2016-06-01', '2017-12-23', '2020-01-01')
    fc.assert(
      fc.property(fc.constantFrom(...listed), day, ({ one, designation }, on) => {
        const { listed: sure, possible, outside } = screen(designation.name, one, on)
        const all = [...sure, ...possible, ...outside].map((match) => match.designation.id)
        expect(new Set(all).size).toBe(all.length)
        expect(all).toContain(designation.id)
        for (const match of [...sure, ...possible, ...outside]) expect(match.reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})
