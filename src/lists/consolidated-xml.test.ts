import { describe, expect, it } from 'vitest'
import { PenholderError } from '../errors.js'
import {
  consequencesOn,
  parseConsolidatedXml,
  readConsolidatedXml,
  screen,
  snapshotOn,
  type XmlReading,
} from './index.js'

// Written for this test in the form in which the United Nations publishes its list; nobody in it exists.
const person = `    <INDIVIDUAL>
      <DATAID>1</DATAID>
      <VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>TAMSIN</FIRST_NAME>
      <SECOND_NAME>O&apos;MEADOW</SECOND_NAME>
      <UN_LIST_TYPE>Invented</UN_LIST_TYPE>
      <REFERENCE_NUMBER>XXi.001 </REFERENCE_NUMBER>
      <LISTED_ON>2014-05-06</LISTED_ON>
      <COMMENTS1>Left out.</COMMENTS1>
      <DESIGNATION><VALUE>Director of
        Meadow Works</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE><VALUE>Atlantis</VALUE></NATIONALITY>
      <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
      <LAST_DAY_UPDATED><VALUE>2016-01-02</VALUE><VALUE>2015-01-02</VALUE></LAST_DAY_UPDATED>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Tamsin Heath</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Gardener</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><CITY>Springfield</CITY><COUNTRY>Atlantis</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1961-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH/>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A 12-34</NUMBER></INDIVIDUAL_DOCUMENT>
      <SORT_KEY/><SORT_KEY_LAST_MOD/>
    </INDIVIDUAL>
`
const firm = `    <ENTITY>
      <FIRST_NAME>MEADOW WORKS</FIRST_NAME>
      <REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>
      <LISTED_ON>2015-05-06</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Heath &amp; Sons</ALIAS_NAME></ENTITY_ALIAS>
    </ENTITY>
`
const list = (individuals = person, entities = firm, root = 'dateGenerated="2020-02-27T00:00:09.554Z"') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${root}>
  <INDIVIDUALS>
${individuals}  </INDIVIDUALS>
  <ENTITIES>
${entities}  </ENTITIES>
</CONSOLIDATED_LIST>
`
async function problemsOf(text: string, asOf?: string) {
  try {
    await readConsolidatedXml([text], { file: 'list.xml', ...(asOf === undefined ? {} : { asOf }) })
  } catch (error) {
    if (error instanceof PenholderError) return error.problems
    throw error
  }
  return []
}

describe('the consolidated list', () => {
  it('becomes a snapshot with its date', async () => {
    const snapshot = await readConsolidatedXml([list()])
    expect(snapshot.asOf).toBe('2020-02-27')
    expect(snapshot.designations).toEqual([
      {
        id: 'XXi.001',
        reference: 'XXi.001',
        kind: 'person',
        name: "TAMSIN O'MEADOW",
        aliases: ['Tamsin Heath'],
        weakAliases: ['The Gardener'],
        birthDates: [{ date: '1961-02-03' }, { date: '1960/1962' }],
        nationalities: ['PRK', 'Atlantis'],
        functions: ['Director of Meadow Works'],
        documents: [{ type: 'Passport', number: 'A 12-34' }],
        addresses: ['Springfield, Atlantis'],
        amended: ['2015-01-02', '2016-01-02'],
        note: 'UN list: Invented',
        listings: [{ date: '2014-05-06', consequences: [] }],
      },
      {
        id: 'XXe.001',
        reference: 'XXe.001',
        kind: 'entity',
        name: 'MEADOW WORKS',
        formerNames: ['Heath & Sons'],
        listings: [{ date: '2015-05-06', consequences: [] }],
      },
    ])
  })

  it('comes out the same whatever the pieces, in bytes too', async () => {
    const whole = await readConsolidatedXml([list()])
    const bytes = new TextEncoder().encode(list().replace('Heath &amp;', 'Hëath &amp;'))
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.slice(at * 7, at * 7 + 7))
    const inBytes = await readConsolidatedXml(pieces)
    expect(inBytes.designations[0]).toEqual(whole.designations[0])
    expect(inBytes.designations[1]?.formerNames).toEqual(['Hëath & Sons'])
  })

  it('can be screened, and says nothing of consequences that the file does not have', async () => {
    const snapshot = await readConsolidatedXml([list()])
    const [match] = screen({ name: 'somebody', documents: ['a1234'] }, snapshot, '2018-01-01').listed
    expect(match).toMatchObject({
      since: '2014-05-06',
      consequences: [],
      reasons: [{ by: 'document', listed: 'A 12-34' }],
    })
    expect(screen('Heath and Sons', snapshot, '2015-05-05').outside).toMatchObject([{ when: 'not-yet-listed' }])
    expect(snapshot.designations.flatMap((designation) => consequencesOn(designation, '2018-01-01'))).toEqual([])
  })

  it('is asked as of a date by its snapshots', async () => {
    const early = await readConsolidatedXml([list(person, '')], { asOf: '2019-01-01' })
    const late = await readConsolidatedXml([list()])
    expect(snapshotOn([late, early], '2018-12-31')).toBeUndefined()
    expect(snapshotOn([late, early], '2020-02-26')).toBe(early)
    expect(snapshotOn([early, late], '2020-02-27')).toBe(late)
  })
})

describe('a defective list', () => {
  it.each([
    ['cut off', list().slice(0, -40)],
    ['cut off inside an entry', list().slice(0, list().indexOf('<LISTED_ON>'))],
    ['cut off at its end tag', list().replace('</CONSOLIDATED_LIST>', '')],
    ['empty', ''],
    ['not XML', 'reference,name\nXXi.001,TAMSIN'],
    ['broken', list().replace('</NATIONALITY>', '</NATIONALITIES>')],
    ['another document', '<sdnList></sdnList>'],
  ])('that is %s yields no snapshot', async (_, text) => {
    const [problem] = await problemsOf(text, '2020-01-01')
    expect(problem).toMatchObject({ code: 'bad-input', place: { file: 'list.xml', line: expect.any(Number) } })
  })

  it('tells every defective entry with its line and column', async () => {
    const noDate = firm.replace('2015-05-06', '6 May 2015')
    const noName = firm.replace('MEADOW WORKS', ' ').replace('XXe.001', 'XXe.002')
    const unknown = firm.replace('</FIRST_NAME>', '</FIRST_NAME><SHOE_SIZE>44</SHOE_SIZE>')
    expect(await problemsOf(list('', noDate + noName + unknown))).toMatchObject([
      {
        what: 'XXe.001: "6 May 2015" is no date of listing',
        place: { file: 'list.xml', line: 6, column: expect.any(Number) },
      },
      { what: 'XXe.002: has no name', place: { line: 12 } },
      { what: 'XXe.001: <SHOE_SIZE> is not known', code: 'unsupported', place: { line: 18 } },
    ])
  })

  it('without a date asks for one', async () => {
    expect(await problemsOf(list(person, firm, ''))).toMatchObject([{ todo: 'give the date with --as-of' }])
    expect(await problemsOf(list(person, firm, ''), '2020-02-27')).toEqual([])
    expect(await problemsOf(list(), '27.2.2020')).toMatchObject([{ what: '"27.2.2020" is no date' }])
  })

  it('in another encoding is refused', async () => {
    const latin1 = Uint8Array.from(
      [...list('', '').replace('INDIVIDUALS>', 'INDIVIDUALS>é')].map((letter) => letter.charCodeAt(0)),
    )
    await expect(readConsolidatedXml([latin1])).rejects.toThrow('not UTF-8')
  })

  it('streams what comes before the defect', async () => {
    const reading: XmlReading = { problems: [] }
    const names: string[] = []
    await expect(async () => {
      for await (const { name } of parseConsolidatedXml([list().slice(0, -30)], reading)) names.push(name)
    }).rejects.toThrow(PenholderError)
    expect(names).toEqual(["TAMSIN O'MEADOW", 'MEADOW WORKS'])
    expect(reading.generated).toBe('2020-02-27')
  })
})
