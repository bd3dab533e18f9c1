import { describe, expect, it } from 'vitest'
import { check } from './index.js'

const rifles = {
  kind: 'trade',
  action: 'supply',
  direction: 'to_libya',
  goods: { description: 'assault rifles', hs_code: '9301.90' },
  exporter_country: 'TR',
  importer_country: 'LY',
}
const lead = (act: object, on: string) => {
  const { verdict, citations } = check(act, { on })
  return [verdict, citations[0]]
}

describe('a second regime needs no code of its own', () => {
  it('bars arms both ways from the day of adoption', () => {
    expect(lead(rifles, '2011-02-25')).toEqual(['nothing-found', undefined])
    expect(lead(rifles, '2011-02-26')).toEqual(['prohibited', 'S/RES/1970 (2011) para 9'])
    const back = {
      ...rifles,
      action: 'procure',
      direction: 'from_libya',
      exporter_country: 'LY',
      importer_country: 'TD',
    }
    expect(lead(back, '2011-03-01')).toEqual(['prohibited', 'S/RES/1970 (2011) para 10'])
  })

  it('lets protective clothing of aid workers through, and opens to the new authorities on notice', () => {
    const vests = {
      ...rifles,
      goods: { description: 'flak jackets for relief staff' },
      actor: { type: 'un_agency', country: 'CH' },
    }
    expect(lead(vests, '2011-03-01')).toEqual(['exempt', 'S/RES/1970 (2011) para 9(b)'])
    const police = {
      ...rifles,
      parties: [{ name: 'Ministry of Interior', role: 'consignee, government ministry', country: 'LY' }],
    }
    expect(lead(police, '2011-09-15')).toEqual(['prohibited', 'S/RES/1970 (2011) para 9'])
    expect(lead(police, '2011-09-17')).toEqual(['needs-notification', 'S/RES/2009 (2011) para 13(a)'])
  })

  it('refuses aircraft of the target from March to September 2011, and says until when its data reach', () => {
    const landing = {
      kind: 'aviation',
      action: 'allow_landing',
      vessel: { flag: 'LY' },
      actor: { type: 'state', country: 'FR' },
    }
    expect(lead(landing, '2011-03-16')[0]).toBe('nothing-found')
    expect(lead(landing, '2011-03-17')).toEqual(['prohibited', 'S/RES/1973 (2011) para 17'])
    expect(lead(landing, '2011-09-16')[0]).toBe('nothing-found')
    expect(check(rifles, { on: '2020-01-01' }).coverage.beyondData).toBe('2012-03-11')
  })

  it('replaces the call to inspect', () => {
    const pass = {
      kind: 'inspection',
      action: 'omit_inspection',
      direction: 'to_libya',
      goods: { description: 'containers' },
      circumstances: { reasonable_grounds: true },
    }
    expect(lead(pass, '2011-03-16')).toEqual(['called-for', 'S/RES/1970 (2011) para 11'])
    expect(lead(pass, '2011-03-17')).toEqual(['called-for', 'S/RES/1973 (2011) para 13'])
  })
})

describe('an activity between other states', () => {
  const between = (kind: string, action: string, name: string, country: string) => ({
    kind,
    action,
    actor: { type: 'company', country: 'DE' },
    parties: [{ name, country, role: 'counterparty' }],
  })
  it.each([
    between('finance', 'provide_export_credit', 'Acheteur SA', 'FR'),
    between('finance', 'grant_loan', 'Treasury of Chad', 'TD'),
    between('finance', 'open_bank_account', 'Embassy of France', 'FR'),
    between('vessel', 'charter_out', 'Acme Shipping', 'CN'),
    between('vessel', 'hire_crew', 'Manila Manning', 'PH'),
    between('training', 'train_police', 'police of Chad', 'TD'),
  ])('$kind $action finds nothing and cites nothing', (act) => {
    for (const on of ['2011-06-01', '2018-06-01']) expect(lead(act, on)).toEqual(['nothing-found', undefined])
  })
})
