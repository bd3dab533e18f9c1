import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  type AnsweredCheck,
  currentEdition,
  currentVersions,
  differencesOf,
  figuresKnown,
  keepAnswers,
  keptAnswers,
  noted,
  outlineOf,
  reasonsFor,
  rerunAnswers,
} from '../src/answers/index.js'
import { check } from '../src/check/index.js'
import { type Law, law } from '../src/law/index.js'
import { designationLists } from '../src/lists/index.js'
import {
  type Connection,
  ceilingReports,
  exportRecord,
  importRecord,
  keep,
  keepAnswerRows,
  keepCeilingReport,
  verifyRecord,
} from '../src/record/index.js'
import { NOON, stampAt } from './record-articles.js'
import { type Home, homes, newRecord } from './record-homes.js'

/** The tests of kept answers and ceilings, the same over each database. */
export function answersSuite(): void {
  afterAll(async () => {
    for (const home of homes) await home.clear()
  })
  for (const home of homes) describe.skipIf(home.missing !== undefined)(`answers over ${home.name}`, () => suite(home))
}

const diesel = {
  kind: 'trade',
  action: 'supply',
  direction: 'to_dprk',
  goods: { description: 'diesel', hs_code: '2710.19' },
  quantity: { value: 40_000, unit: 'bbl' },
  circumstances: { livelihood: true, associated_parties: false },
}
const payment = {
  kind: 'finance',
  action: 'process_payment',
  parties: [{ name: 'Korea Mining Development Trading Corporation' }, { name: 'Nobody \u0000 \ud800 Ltd' }],
}
const ON = '2018-04-01'

function answered(activity: unknown, more: Partial<AnsweredCheck> = {}): AnsweredCheck {
  return { activity, on: ON, answer: check(activity, { on: ON }), ...more }
}

const report = {
  ceiling: '2397-5',
  from: '2018-01-01',
  to: '2018-01-31',
  source: 'committee',
  value: 470_000,
  unit: 'bbl',
  cited: 'written for this test',
}

function suite(home: Home): void {
  const open: Connection[] = []
  async function record(): Promise<Connection> {
    const made = await newRecord(home)
    open.push(made)
    return made
  }
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
  })
  async function rerun(one: Connection, ids?: readonly string[]) {
    const found = []
    for await (const each of rerunAnswers(one, await keptAnswers(one, ids === undefined ? {} : { ids })))
      found.push(each)
    return found
  }

  it('keeps a check as it was asked and answered, and nothing of it in the log', async () => {
    const one = await record()
    const asked = answered(payment, { label: '7', note: 'first look', regimes: ['dprk-1718'], known: '2018-03-01' })
    const [kept] = await keepAnswers(one, NOON, [asked])
    const [found] = await keptAnswers(one)
    expect(found).toEqual({ ...asked, id: kept?.id, seq: 1, at: NOON.at, who: NOON.who, versions: currentVersions() })
    expect(currentVersions()).toMatchObject({
      package: expect.any(String),
      code: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    const log = JSON.stringify(await one.all('select * from log'))
    expect(log).toContain('keep answers')
    expect(log).not.toMatch(/Mining|Nobody|finance/)
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('keeps the same answer once a day and person, and again on another day', async () => {
    const one = await record()
    const both = [answered(diesel), answered(payment), answered(diesel)]
    const first = await keepAnswers(one, NOON, both)
    expect(first.map(({ isNew }) => isNew)).toEqual([true, true, false])
    expect(first[0]?.id).toBe(first[2]?.id)
    expect((await keepAnswers(one, NOON, both)).some(({ isNew }) => isNew)).toBe(false)
    const later = stampAt('2027-05-05T00:00:00.000Z')
    expect((await keepAnswers(one, later, both.slice(0, 1)))[0]?.isNew).toBe(true)
    expect(await keptAnswers(one)).toHaveLength(3)
    expect(await keptAnswers(one, { known: '2026-12-31' })).toHaveLength(2)
    expect(await one.all('select id from edition')).toEqual([{ id: currentEdition().id }])
  })

  it('names an id that there is not', async () => {
    const one = await record()
    await expect(keptAnswers(one, { ids: ['feed'] })).rejects.toThrow(/no kept answer feed/)
  })

  it('goes through an export to another record, with its answers', async () => {
    const one = await record()
    await keepAnswers(one, NOON, [answered(diesel), answered(payment)])
    await keepCeilingReport(one, NOON, report)
    const lines: string[] = []
    for await (const text of exportRecord(one)) lines.push(...text.trimEnd().split('\n'))
    const copy = await record()
    await importRecord(copy, lines, 'x')
    expect(await keptAnswers(copy)).toEqual(await keptAnswers(one))
    expect(await ceilingReports(copy)).toEqual(await ceilingReports(one))
  })

  it('finds no difference while nothing changed', async () => {
    const one = await record()
    await keepAnswers(one, NOON, [answered(diesel), answered(payment)])
    const again = await rerun(one)
    expect(again.map(({ differs, why }) => [differs, why])).toEqual([
      [false, []],
      [false, []],
    ])
  })

  it('says that a ceiling report came since, and asks the record as it was known then', async () => {
    const one = await record()
    const unknown = noted(await figuresKnown(one))
    const then = answered(diesel, { answer: check(diesel, { on: ON, figures: unknown.figures }) })
    await keepAnswers(one, NOON, [then, { ...then, known: '2026-06-01' }])
    const { id } = await keepCeilingReport(one, stampAt('2026-07-01T00:00:00.000Z'), report)
    const again = await rerun(one)
    const changed = again.find(({ kept }) => kept.known === undefined)
    expect(changed?.is?.verdict).toBe('over-ceiling')
    expect(changed?.differences).toContainEqual({ field: 'verdict', was: 'cannot-tell', is: 'over-ceiling' })
    expect(changed?.why).toEqual([
      { kind: 'ceilings', what: `the ceiling of 2397-5: reports ${id} are counted now`, isSure: true },
    ])
    expect(again.find(({ kept }) => kept.known !== undefined)?.differs).toBe(false)
  })

  it('says that only the program changed where all data are the same', async () => {
    const one = await record()
    const { coverage, ...answer } = check(diesel, { on: ON })
    const wrong = { ...answer, coverage, verdict: 'nothing-found', findings: [], citations: [] }
    const versions = { ...currentVersions(), code: '0000000000000000' }
    await keepAnswerRows(one, NOON, [{ activity: diesel, on: ON, versions, body: { answer: wrong } }], currentEdition())
    const [again] = await rerun(one)
    expect(again?.differs).toBe(true)
    expect(again?.why).toEqual([{ kind: 'code', what: expect.stringContaining('0000000000000000'), isSure: true }])
  })

  it('tells an activity that is refused now from one that is answered otherwise', async () => {
    const one = await record()
    const body = { answer: check(diesel, { on: ON }) }
    const bad = { activity: { kind: 'barter' }, on: ON, versions: { ...currentVersions(), code: '0' }, body }
    await keepAnswerRows(one, NOON, [bad], currentEdition())
    const [again] = await rerun(one)
    expect(again).toMatchObject({ differs: true, problems: [{ code: 'bad-input' }, {}], why: [{ kind: 'code' }] })
  })

  it('keeps a correction of a report beside what it corrects, and one that says the same not at all', async () => {
    const one = await record()
    const first = await keepCeilingReport(one, NOON, report)
    expect(await keepCeilingReport(one, NOON, report)).toEqual({ id: first.id, isNew: false })
    const second = await keepCeilingReport(one, NOON, { ...report, value: 100, factor: 8.33 })
    const third = await keepCeilingReport(one, NOON, report)
    expect(new Set([first.id, second.id, third.id]).size).toBe(3)
    expect((await ceilingReports(one)).map(({ value, factor }) => [value, factor])).toEqual([
      [470_000, undefined],
      [100, 8.33],
      [470_000, undefined],
    ])
    const figure = (await figuresKnown(one))(law.regimes[0]?.measures.find(({ id }) => id === '2397-5') as never, ON)
    expect(figure).toMatchObject({ reports: [third.id], totals: [{ value: 470_000, unit: 'bbl' }] })
  })

  it('sees an edition that was changed under the log', async () => {
    const one = await record()
    await keep(one, NOON, 'test', { edition: [{ id: 'x', body: '{}' }] })
    expect((await verifyRecord(one)).problems).toEqual([])
    await expect(one.run(`update edition set body = '[]'`)).rejects.toThrow(/only added/)
  })
}

/** Law as it would be with one change. */
function changed(change: (copy: Law) => void): Law {
  const copy = structuredClone(law)
  change(copy)
  return copy
}

describe('the reasons for a difference', () => {
  const measureIn = (copy: Law, id: string) =>
    copy.regimes.flatMap(({ measures }) => measures).find((measure) => measure.id === id) as never as Record<
      string,
      unknown
    >
  /** Reasons where the answer was given with the law of `then` and is asked again with the law of `now`. */
  function reasons(then: Law, now: Law, activity: unknown = diesel, on = '2018-04-01') {
    const differences = differencesOf(check(activity, { on, law: then }), check(activity, { on, law: now }))
    const side = (of: Law, text: string) => ({
      versions: { ...currentVersions(), law: text },
      outline: outlineOf(of, designationLists),
      figures: undefined,
    })
    return reasonsFor(differences, side(then, 'a'), side(now, 'b'), now, [])
  }

  it('are none where nothing differs', () => {
    expect(reasons(law, law)).toEqual([])
  })

  it('name a text that was adopted after the data of then', () => {
    const then = changed((copy) => {
      for (const regime of copy.regimes) {
        Object.assign(regime.regime, { dataUntil: '2017-12-01' })
        Object.assign(regime, {
          measures: regime.measures.filter(({ symbol }) => symbol !== 'S/RES/2397 (2017)'),
          instruments: regime.instruments.filter(({ symbol }) => symbol !== 'S/RES/2397 (2017)'),
        })
      }
    })
    const [first] = reasons(then, law)
    expect(first).toEqual({
      kind: 'law',
      what: 'S/RES/2397 (2017) para 5, adopted on 2017-12-22, came after the data of then',
      isSure: true,
    })
  })

  it('name a paragraph that ended a measure', () => {
    const then = changed((copy) => {
      for (const regime of copy.regimes) {
        Object.assign(regime.regime, { dataUntil: '2017-12-01' })
        Object.assign(regime, {
          instruments: regime.instruments.filter(({ symbol }) => symbol !== 'S/RES/2397 (2017)'),
          measures: regime.measures.filter(({ symbol }) => symbol !== 'S/RES/2397 (2017)'),
        })
      }
      Object.assign(measureIn(copy, '2375-15'), { periods: [{ from: '2017-09-11' }], endedBy: [] })
    })
    const crude = { ...diesel, goods: { description: 'crude oil', hs_code: '2709' } }
    expect(reasons(then, law, crude).map(({ kind, what }) => `${kind}: ${what}`)).toContain(
      'law: S/RES/2397 (2017) para 4 from 2017-12-22 replaced S/RES/2375 (2017) para 15',
    )
  })

  it('tell a correction of the data from a change of the law', () => {
    const other = changed((copy) => Object.assign(measureIn(copy, '2397-5'), { says: 'Other words.' }))
    expect(reasons(other, law)).toEqual([
      { kind: 'data', what: 'S/RES/2397 (2017) para 5 (2397-5) is encoded otherwise', isSure: true },
    ])
    const days = changed((copy) => Object.assign(measureIn(copy, '2397-5'), { periods: [{ from: '2019-01-01' }] }))
    expect(reasons(days, law)[0]).toMatchObject({ kind: 'data', what: expect.stringContaining('days or exemptions') })
  })

  it('leave open what the outlines cannot tell', () => {
    const versions = { ...currentVersions(), words: 'x', code: 'y' }
    const [was, is] = [check(diesel, { on: '2018-04-01' }), check(diesel, { on: '2017-11-01' })]
    const side = { outline: currentEdition().body, figures: undefined }
    const found = reasonsFor(
      differencesOf(was, is),
      { ...side, versions },
      { ...side, versions: currentVersions() },
      law,
      [],
    )
    expect(found.map(({ kind, isSure }) => [kind, isSure])).toEqual([
      ['data', false],
      ['code', false],
    ])
  })

  it('name a party that is no longer on a list', () => {
    const activity = { ...payment, parties: [payment.parties[0]] }
    const was = check(activity, { on: ON })
    const [, list = '', entry = ''] = designationLists.flatMap(({ list, designations }) =>
      designations.flatMap(({ id, name }) =>
        was.findings.some(({ facts }) => facts.some((fact) => fact.includes(` is ${id} since`)))
          ? [[name, list, id]]
          : [],
      ),
    )[0] ?? ['']
    const now = designationLists.map((one) => ({
      ...one,
      designations: one.designations.filter(({ id }) => id !== entry),
    }))
    const without = (id: string) => now.find((one) => one.list === id)
    const found = reasonsFor(
      differencesOf(was, check(activity, { on: ON, lists: without })),
      { versions: { ...currentVersions(), lists: 'a' }, outline: currentEdition().body, figures: undefined },
      { versions: currentVersions(), outline: outlineOf(law, now), figures: undefined },
      law,
      [],
    )
    expect(entry).not.toBe('')
    expect(found).toEqual([{ kind: 'lists', what: `${entry} is no longer on the list ${list}`, isSure: true }])
  })

  it('name a party that was put on a list', () => {
    const activity = { ...payment, parties: [payment.parties[0]] }
    const then = designationLists.map((list) => ({ ...list, designations: list.designations.slice(5) }))
    const entry = designationLists.flatMap(({ list, designations }) =>
      designations.slice(0, 5).map((one) => ({ list, entry: one.id, name: one.name })),
    )[0]
    const was = check(activity, { on: ON, lists: () => undefined })
    const found = reasonsFor(
      differencesOf(was, check(activity, { on: ON })),
      { versions: { ...currentVersions(), lists: 'a' }, outline: outlineOf(law, then), figures: undefined },
      { versions: currentVersions(), outline: currentEdition().body, figures: undefined },
      law,
      entry === undefined ? [] : [entry],
    )
    expect(found).toContainEqual({
      kind: 'lists',
      what: `${entry?.name} was not on the list ${entry?.list}`,
      isSure: true,
    })
  })
})
