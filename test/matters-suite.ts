import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Article } from '../src/articles/index.js'
import {
  changeDraft,
  changeMatter,
  claimsToReview,
  countOf,
  editedClaim,
  isOnText,
  type MatterView,
  makeDraft,
  makeMatter,
  matterCount,
  matterPositions,
  mattersSuggested,
  openMatter,
  positionsOf,
  viewOn,
} from '../src/matters/index.js'
import { type Claim, readArticle } from '../src/read/index.js'
import {
  addArticles,
  articleId,
  type Connection,
  claimWithId,
  exportRecord,
  importRecord,
  keepAttachments,
  keepRulings,
  latestRulings,
  openRecord,
  rereadArticles,
  rulingsOf,
  storedDraft,
  storedDrafts,
  storedMatter,
  storedMatters,
  storedReadings,
  verifyRecord,
} from '../src/record/index.js'
import { ALL, ELSEWHERE, RIVAL, SOFTER, story, TABLED } from './matter-articles.js'
import { incoming, stampAt } from './record-articles.js'
import { type Home, homes } from './record-homes.js'

const MONDAY = stampAt('2026-03-02T12:00:00.000Z', 'anna')
const TUESDAY = stampAt('2026-03-03T12:00:00.000Z', 'boris')
const WEDNESDAY = stampAt('2026-03-04T12:00:00.000Z', 'anna')

/** The tests of matters, drafts, moves and rulings, the same over each database. */
export function mattersSuite(): void {
  afterAll(async () => {
    for (const home of homes) await home.clear()
  })
  for (const home of homes) {
    if (home.missing !== undefined) console.warn(`matters over ${home.name}: not tested, ${home.missing}`)
    describe.skipIf(home.missing !== undefined)(`matters over ${home.name}`, () => suite(home))
  }
}

function suite(home: Home): void {
  const open: Connection[] = []
  async function record(articles: readonly Article[] = []): Promise<Connection> {
    const made = await openRecord(await home.place(), { create: true })
    open.push(made)
    if (articles.length > 0) await addArticles(made, incoming(articles), MONDAY)
    return made
  }
  /** A record with the matter and both drafts. */
  async function kept(articles: readonly Article[] = ALL): Promise<Connection> {
    const made = await record(articles)
    await makeMatter(made, MONDAY, { title: 'Iran', target: 'IRN' })
    await makeDraft(made, MONDAY, FRENCH)
    await makeDraft(made, MONDAY, BRAZILIAN)
    return made
  }
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
  })

  it('keeps a matter, its changes as new rows, and what was known before', async () => {
    const one = await record()
    const made = await makeMatter(one, MONDAY, { title: 'Iran’s programme', target: 'Iran', keywords: ['enrichment'] })
    expect(made).toEqual({
      id: 'iran-s-programme',
      title: 'Iran’s programme',
      target: 'IRN',
      keywords: ['enrichment'],
      kept: { by: 'anna', at: MONDAY.at },
    })
    const changed = await changeMatter(one, TUESDAY, made.id, { title: 'Iran', keywords: [], target: null }, 'shorter')
    expect(changed).toEqual({
      id: 'iran-s-programme',
      title: 'Iran',
      keywords: [],
      kept: { by: 'boris', at: TUESDAY.at },
    })
    expect(await storedMatters(one, { known: MONDAY.at })).toEqual([made])
    expect(await storedMatter(one, made.id)).toEqual(changed)
    expect(await storedMatters(one, { known: '2026-03-01' })).toEqual([])
    // What changes nothing keeps nothing.
    await changeMatter(one, WEDNESDAY, made.id, { title: 'Iran' })
    expect(await one.all('select seq from matter')).toHaveLength(2)
    expect(await one.all('select seq from log')).toHaveLength(2)
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('refuses what is no matter and no draft, and says why', async () => {
    const one = await record()
    await makeMatter(one, MONDAY, { id: 'iran', title: 'Iran' })
    await makeMatter(one, MONDAY, { id: 'other', title: 'Other' })
    await makeDraft(one, MONDAY, { matter: 'iran', id: 'first', symbol: 'S/2010/283' })
    const matter = (input: object) => makeMatter(one, MONDAY, { title: 'New', ...input } as never)
    await expect(matter({ title: 'Iran' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(matter({ title: 'Ω?' })).resolves.toMatchObject({ id: 'o' })
    await expect(matter({ title: '!' })).rejects.toThrow('expected small letters')
    await expect(matter({ target: 'Ruritania' })).rejects.toThrow('"Ruritania" is no state')
    await expect(matter({ regime: 'atlantis' })).rejects.toThrow('is no regime of the data')
    await expect(matter({ from: '2010-07', to: '2010-06' })).rejects.toThrow('to (2010-06) lies before from (2010-07)')
    await expect(matter({ from: '2010-13' })).rejects.toThrow('"2010-13" is no date')
    await expect(matter({ id: 'procedural' })).rejects.toThrow('a word that commands use')
    await expect(matter({ colour: 'red' })).rejects.toThrow(/matter new colour: Unrecognized key/)
    await expect(changeMatter(one, MONDAY, 'nobody', { title: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    const draft = (input: object) => makeDraft(one, MONDAY, { matter: 'iran', label: 'New', ...input } as never)
    await expect(draft({ matter: 'nobody' })).rejects.toThrow('there is no matter "nobody"; expected one of iran')
    await expect(draft({ label: undefined })).rejects.toThrow('a draft without a name')
    await expect(draft({ symbol: 'S/' })).rejects.toThrow('is no document symbol')
    await expect(draft({ symbol: 's/2010/283' })).rejects.toThrow('S/2010/283 is the symbol of "first" already')
    await expect(draft({ id: 'first' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(draft({ rivals: ['second'] })).rejects.toThrow('its rival "second" is no other draft of the matter')
    await expect(draft({ rivals: ['new'] })).rejects.toThrow('its rival "new" is no other draft')
    await expect(draft({ sponsors: ['France', 'Ruritania'] })).rejects.toThrow('sponsors.1: "Ruritania" is no state')
    await expect(draft({ vote: { date: '2010-06-09' }, tabled: '2010-06-10' })).rejects.toThrow('the vote (2010-06-09)')
    const versions = [
      { label: 'a', date: '2010-06-02' },
      { label: 'b', date: '2010-06-01' },
    ]
    await expect(draft({ versions })).rejects.toThrow('the version "b" (2010-06-01) lies before the version "a"')
    await expect(draft({ versions: [{ label: 'A' }, { label: 'a' }] })).rejects.toThrow('two versions are called "a"')
    const cast = (votes: object) => draft({ vote: { date: '2010-06-09', cast: votes } })
    await expect(cast({ Y: ['Japan'], N: ['JPN'] })).rejects.toThrow(/JPN/)
    await expect(cast({ Y: ['India'] })).rejects.toThrow(/no member of the Council/)
    await expect(draft({ vote: { date: '2010-06-09', text: 'the vote' } })).rejects.toThrow('names no vote')
    expect(await storedDrafts(one)).toHaveLength(1)
    expect(await storedMatters(one)).toHaveLength(3)
  })

  it('keeps a draft with its versions, and each change as a new row', async () => {
    const one = await record()
    await makeMatter(one, MONDAY, { id: 'iran', title: 'Iran' })
    const made = await makeDraft(one, MONDAY, { ...FRENCH, sponsors: ['France', 'gb', 'North Korea'] })
    expect(made).toMatchObject({ id: 'french', symbol: 'S/2010/283', sponsors: ['FRA', 'GBR', 'PRK'] })
    const change = { sponsors: ['FRA'], adopted: 'resolution 1929 (2010)', vote: { date: '2010-06-09' }, tabled: null }
    const changed = await changeDraft(one, TUESDAY, 'french', change)
    expect(changed).toMatchObject({ adopted: 'S/RES/1929 (2010)', vote: { date: '2010-06-09' }, label: 'French draft' })
    expect(changed).not.toHaveProperty('tabled')
    expect(await storedDraft(one, 'french', { known: '2026-03-02' })).toEqual(made)
    expect(await storedDrafts(one, { matter: 'other' })).toEqual([])
  })

  it('takes what is about the state, within its dates and with its keywords', async () => {
    const one = await record(ALL)
    await makeMatter(one, MONDAY, { id: 'iran', title: 'Iran', target: 'IRN' })
    const all = await openMatter(one, 'iran')
    expect(all.articles.map(({ name }) => name)).toEqual(['tabled.txt', 'softer.txt', 'rival.txt'])
    expect(all.claims.map(({ claim }) => claim.kind === 'stance' && claim.target)).not.toContain('LBY')
    expect(all.claims.every(({ by, ruling }) => by === 'rule' && ruling === 'proposed')).toBe(true)
    const names = async (change: object) => {
      await changeMatter(one, MONDAY, 'iran', { from: null, to: null, keywords: [], ...change })
      return (await openMatter(one, 'iran')).articles.map(({ name }) => name)
    }
    expect(await names({ from: '2010-06-04' })).toEqual(['softer.txt', 'rival.txt'])
    expect(await names({ to: '2010-06-02' })).toEqual(['tabled.txt'])
    expect(await names({ keywords: ['brazilian'] })).toEqual(['rival.txt'])
    expect(await names({ keywords: ['Brazilia', 'ircular'] })).toEqual([])
    expect(await names({ keywords: ['circulated', 'brazilian'] })).toEqual(['softer.txt', 'rival.txt'])
    await makeMatter(one, MONDAY, { id: 'words', title: 'Words', keywords: ['Libya'] })
    expect((await openMatter(one, 'words')).articles.map(({ name }) => name)).toEqual(['elsewhere.txt'])
    expect(await mattersSuggested(one)).toMatchObject([{ id: 'libya', target: 'LBY', from: '2010-06-05' }])
  })

  it('takes a claim about the state out of an article about another', async () => {
    const both = story('both', 5, [
      'China opposes a draft resolution that would impose sanctions on Libya, its ambassador said on Saturday.',
      'Libya said that sanctions on Libya would not work. Libya rejects the draft resolution on Libya.',
      'Japan imposed an oil embargo on Iran on Saturday.',
    ])
    const reading = readArticle(both)
    expect(reading.target).toBe('LBY')
    expect(reading.claims.some((claim) => claim.kind === 'measure' && claim.against === 'IRN')).toBe(true)
    const one = await record([both])
    await makeMatter(one, MONDAY, { id: 'iran', title: 'Iran', target: 'IRN' })
    await makeMatter(one, MONDAY, { id: 'libya', title: 'Libya', target: 'LBY' })
    const who = ({ claims }: MatterView) =>
      claims.map(({ claim }) => (claim.kind === 'measure' ? claim.by : claim.kind))
    expect(who(await openMatter(one, 'iran'))).toEqual(['JPN'])
    expect(who(await openMatter(one, 'libya'))).not.toContain('JPN')
    expect(who(await openMatter(one, 'libya')).length).toBeGreaterThan(1)
  })

  it('puts claims with drafts by words, sponsor and day, and leaves open what can’t be told', async () => {
    const open = story('open', 6, ['China opposes the draft resolution on Iran, its ambassador said on Sunday.'])
    const symbol = story('symbol', 6, [
      'Lebanon supports the draft resolution on Iran, S/2010/283, its ambassador said on Sunday.',
    ])
    const one = await kept([...ALL, open, symbol])
    const view = await openMatter(one, 'iran')
    const of = (name: string) =>
      view.claims
        .filter(({ claim }) => claim.article === idNamed(view, name) && isOnText(claim) && claim.kind === 'stance')
        .map(({ claim, draft, version }) => [(claim as { actor: string }).actor, draft, version])
    expect(of('tabled.txt')).toEqual([
      ['FRA', 'french', 'first text'],
      ['RUS', 'french', 'first text'],
    ])
    expect(of('softer.txt')).toEqual([
      ['FRA', 'french', 'softer version'],
      ['RUS', 'french', 'softer version'],
      ['JPN', 'french', 'softer version'],
    ])
    for (const [, draft] of of('rival.txt')) expect(draft).toBe('brazilian')
    expect(of('open.txt')).toEqual([['CHN', undefined, undefined]])
    expect(of('symbol.txt').map(([actor, draft]) => [actor, draft])).toEqual([['LBN', 'french']])
    expect(view.notes).toEqual([
      'One claim on a text is on none of the drafts that are kept, or it can’t be told on which.',
    ])
    const names = positionsOf(view, { on: '2010-06-06' }).columns.map(({ draft, version }) => [draft, version])
    expect(names).toEqual([
      ['french', undefined],
      ['french', 'first text'],
      ['french', 'softer version'],
      ['brazilian', undefined],
    ])
  })

  it('tells a draft from the text that was adopted in its place', async () => {
    const after = story('after', 10, [
      'China supports the resolution on Iran, its ambassador said on Thursday.',
      'Iran rejects the resolution of the Security Council, its ambassador said on Thursday.',
    ])
    const one = await record([TABLED, SOFTER, after])
    await makeMatter(one, MONDAY, { title: 'Iran', target: 'IRN' })
    await makeDraft(one, MONDAY, FRENCH)
    await makeDraft(one, MONDAY, {
      id: 'final',
      matter: 'iran',
      adopted: 'S/RES/1929 (2010)',
      label: 'final text',
      rivals: ['french'],
    })
    const view = await openMatter(one, 'iran')
    const drafts = view.claims
      .filter(({ claim }) => claim.kind === 'stance' && isOnText(claim))
      .map(({ claim, draft }) => [(claim as { actor: string }).actor, draft])
    expect(drafts).toEqual([
      ['FRA', 'french'],
      ['RUS', 'french'],
      ['FRA', 'french'],
      ['RUS', 'french'],
      ['JPN', 'french'],
      ['CHN', 'final'],
      ['IRN', 'final'],
    ])
    expect(positionsOf(view, { on: '2010-06-10' }).columns.map(({ draft }) => draft)).toEqual([
      'french',
      'french',
      'french',
      'final',
    ])
    expect(countOf(viewOn(view, '2010-06-08'), { on: '2010-06-08' }).text.sponsors).toEqual(['FRA'])
    expect(countOf(view, { on: '2010-06-10' }).ruling).toMatchObject({ outcome: 'adopted', tally: { yes: 12 } })
    // Long before it, the text that is kept with its end alone was not there.
    expect(viewOn(view, '2009-12-01').drafts).toEqual([])
  })

  it('says who stood where on a day, and is not changed by what came later', async () => {
    const one = await kept([TABLED])
    const cell = async (state: string, column: number, on: string) =>
      (await matterPositions(one, 'iran', { on })).members.find((row) => row.state === state)?.cells[column]
    const before = JSON.stringify(await matterPositions(one, 'iran', { on: '2010-06-03' }))
    const counted = JSON.stringify(await matterCount(one, 'iran', { on: '2010-06-03' }))
    expect(await cell('RUS', 0, '2010-06-03')).toMatchObject({ position: 'against', quotes: 1 })
    expect(await cell('FRA', 0, '2010-06-03')).toMatchObject({ position: 'sponsors' })
    const {
      published: _,
      publishedFrom: __,
      ...undated
    } = story('undated', 3, ['China opposes the draft resolution on Iran, its ambassador said.'])
    const text = undated.text.replace('NEW YORK, June 3, 2010 - ', '')
    await addArticles(one, incoming([RIVAL, SOFTER, ELSEWHERE, { ...undated, text }]), TUESDAY)
    const whole = await openMatter(one, 'iran')
    expect(whole.notes.join()).toMatch('One article has no day of publication')
    expect(whole.claims.some(({ published }) => published === undefined)).toBe(true)
    expect(JSON.stringify(await matterPositions(one, 'iran', { on: '2010-06-03' }))).toBe(before)
    expect(JSON.stringify(await matterCount(one, 'iran', { on: '2010-06-03' }))).toBe(counted)
    expect(await cell('RUS', 0, '2010-06-04')).toMatchObject({
      position: 'for',
      quotes: 2,
      before: { position: 'against' },
    })
    expect(await cell('RUS', 1, '2010-06-04')).toMatchObject({ position: 'against', quotes: 1 })
    expect(await cell('RUS', 2, '2010-06-04')).toMatchObject({ position: 'for', quotes: 1 })
    expect(await cell('TUR', 3, '2010-06-05')).toMatchObject({ position: 'for', quotes: 1 })
    const count = await matterCount(one, 'iran', { on: '2010-06-05', draft: 'french' })
    expect(count.text).toMatchObject({ status: 'tabled', symbol: 'S/2010/283', sponsors: ['FRA'], rivals: ['BRA'] })
    expect(count.ruling).toMatchObject({ outcome: 'open', tally: { yes: 3 } })
    expect((await matterCount(one, 'iran', { on: '2010-06-05' })).text.sponsors).toEqual(['BRA'])
    await expect(matterCount(one, 'iran', { on: '2010-06-05', draft: 'none' })).rejects.toThrow('expected one of')
  })

  it('counts votes on record or kept, and no vote before its day', async () => {
    const one = await kept()
    await changeDraft(one, MONDAY, 'french', { adopted: 'S/RES/1929 (2010)', vote: { date: '2010-06-09' } })
    await changeDraft(one, MONDAY, 'brazilian', {
      vote: { date: '2010-06-08', cast: { Y: ['BRA', 'TUR'], N: ['FRA'] } },
    })
    const view = await openMatter(one, 'iran', { on: '2010-06-10' })
    const adopted = countOf(view, { on: '2010-06-10' })
    expect(adopted.ruling).toMatchObject({ outcome: 'adopted', tally: { yes: 12, no: 2, abstaining: 1 } })
    const row = positionsOf(view, { on: '2010-06-10' }).members.find(({ state }) => state === 'TUR')
    expect(row?.cells.map(({ vote }) => vote)).toEqual(['N', undefined, undefined, 'Y'])
    const failed = countOf(view, { on: '2010-06-10', draft: 'brazilian' })
    expect(failed.members.find(({ state }) => state === 'FRA')).toMatchObject({ vote: 'N' })
    expect(failed.ruling.tally).toMatchObject({ yes: 2, no: 1, unknown: 12 })
    const early = await openMatter(one, 'iran', { on: '2010-06-07' })
    expect(countOf(early, { on: '2010-06-07', draft: 'french' }).ruling.outcome).toBe('open')
    expect(
      positionsOf(early, { on: '2010-06-07' }).members.flatMap(({ cells }) => cells.map(({ vote }) => vote)),
    ).not.toContain('N')
  })

  it('keeps what a person moved, in and out, whatever the rule says', async () => {
    const one = await kept([
      ...ALL,
      story('open', 6, ['China opposes the draft resolution on Iran, its ambassador said.']),
    ])
    const before = await openMatter(one, 'iran')
    const china = before.claims.find(({ claim }) => claim.kind === 'stance' && claim.actor === 'CHN')
    const tabled = before.claims.find(({ claim }) => claim.article === idNamed(before, 'tabled.txt'))
    if (china === undefined || tabled === undefined) throw new Error('the reports read otherwise')
    const libya = (await storedReadings(one)).find(({ article }) => article.name === 'elsewhere.txt')?.claims[0]
    await keepAttachments(one, TUESDAY, [
      { claim: china.id.slice(0, 12), matter: 'iran', draft: 'brazilian', note: 'said of it' },
      { claim: tabled.id, matter: null },
      { claim: libya?.id ?? '', matter: 'iran' },
    ])
    const after = await openMatter(one, 'iran')
    const found = (id: string) => after.claims.find((claim) => claim.id === id)
    expect(found(china.id)).toMatchObject({ by: 'hand', draft: 'brazilian' })
    expect(found(tabled.id)).toBeUndefined()
    expect(found(libya?.id ?? '')).toMatchObject({ by: 'hand' })
    const row = positionsOf(after, { on: '2010-06-06' }).members.find(({ state }) => state === 'CHN')
    expect(row?.cells.map(({ position }) => position)).toEqual(['unknown', 'unknown', 'unknown', 'against'])
    expect(JSON.stringify((await openMatter(one, 'iran', { known: MONDAY.at })).claims)).toBe(
      JSON.stringify(before.claims),
    )
    await makeMatter(one, TUESDAY, { id: 'other', title: 'Other' })
    const move = (given: object) => keepAttachments(one, TUESDAY, [{ claim: china.id, matter: 'iran', ...given }])
    await expect(move({ matter: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(move({ draft: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(move({ matter: 'other', draft: 'french' })).rejects.toThrow('belongs to the matter "iran"')
    await expect(move({ claim: 'ffff' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(move({ claim: 'china' })).rejects.toThrow('is no id of a claim')
    await move({ matter: 'other' })
    expect((await openMatter(one, 'other')).claims.map(({ id }) => id)).toEqual([china.id])
    expect((await openMatter(one, 'iran')).claims.some(({ id }) => id === china.id)).toBe(false)
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('leaves rejected claims out, and shows edited ones as they should be', async () => {
    const one = await kept()
    const before = await openMatter(one, 'iran')
    const [russia, japan] = [stanceOf(before, 'RUS', 'supports'), stanceOf(before, 'JPN', 'supports')]
    const edited = editedClaim(japan.claim, { stance: 'accepts', conditional: 'true' })
    const rulings = await keepRulings(one, TUESDAY, [
      { claim: russia.id, verdict: 'rejected', note: 'misread' },
      { claim: japan.id.slice(0, 10), verdict: 'edited', edited },
    ])
    expect(rulings.map(({ verdict, claim, kept: by }) => [verdict, claim.id, by.by])).toEqual([
      ['rejected', russia.id, 'boris'],
      ['edited', japan.id, 'boris'],
    ])
    const after = await openMatter(one, 'iran')
    expect(after.claims.some(({ id }) => id === russia.id)).toBe(false)
    expect(after.claims.find(({ id }) => id === japan.id)).toMatchObject({
      ruling: 'edited',
      ruled: { by: 'boris', at: TUESDAY.at },
      claim: { stance: 'accepts', conditional: true },
      read: { stance: 'supports' },
    })
    const row = positionsOf(after, { on: '2010-06-04' }).members
    expect(row.find(({ state }) => state === 'RUS')?.cells[0]).toMatchObject({ position: 'against' })
    expect(row.find(({ state }) => state === 'JPN')?.cells[0]).toMatchObject({
      position: 'accepts',
      isConditional: true,
    })
    // Before the rulings the answer was another, and is given again to the byte.
    expect(JSON.stringify({ ...(await openMatter(one, 'iran', { known: MONDAY.at })), known: undefined })).toBe(
      JSON.stringify(before),
    )
    await keepRulings(one, WEDNESDAY, [{ claim: russia.id, verdict: 'withdrawn' }])
    expect(stanceOf(await openMatter(one, 'iran'), 'RUS', 'supports')).toEqual(russia)
    expect((await rulingsOf(one, russia.id)).map(({ verdict }) => verdict)).toEqual(['rejected', 'withdrawn'])
    expect((await latestRulings(one)).size).toBe(1)
    expect((await latestRulings(one, { known: '2026-03-02' })).size).toBe(0)
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('lets what a person accepted outrank proposals of its day, and no later ones', async () => {
    const says = (name: string, day: number, verb: string) =>
      story(name, day, [`China ${verb} the French draft resolution on Iran, its ambassador Li Baodong said.`])
    const one = await kept([TABLED, says('yes', 3, 'supports'), says('no', 3, 'opposes')])
    const cell = async () =>
      (await matterPositions(one, 'iran', { on: '2010-06-08' })).members.find(({ state }) => state === 'CHN')?.cells[0]
    expect(await cell()).toMatchObject({ position: 'against', isDisputed: true, quotes: 2 })
    const accepted = stanceOf(await openMatter(one, 'iran'), 'CHN', 'supports')
    await keepRulings(one, TUESDAY, [{ claim: accepted.id, verdict: 'accepted' }])
    expect(await cell()).toMatchObject({ position: 'for', isDisputed: false, quotes: 2 })
    expect((await cell())?.claims.map(({ ruling }) => ruling)).toEqual(['accepted'])
    expect((await cell())?.outweighed.map(({ ruling }) => ruling)).toEqual(['proposed'])
    await addArticles(one, incoming([says('later', 7, 'opposes')]), TUESDAY)
    expect(await cell()).toMatchObject({ position: 'against', isDisputed: false, before: { position: 'for' } })
  })

  it('refuses rulings on what is not there, on two at once, and edits without their words', async () => {
    const one = await kept()
    const { claims } = await openMatter(one, 'iran')
    const claim = claims[0] ?? fail()
    const rule = (given: object) =>
      keepRulings(one, TUESDAY, [{ claim: claim.id, verdict: 'accepted', ...given } as never])
    await expect(rule({ claim: '0000000000' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(rule({ claim: 'abc' })).rejects.toThrow('is no id of a claim')
    await expect(rule({ verdict: 'liked' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(rule({ verdict: 'edited' })).rejects.toThrow('an edit without the claim as it should be')
    await expect(rule({ edited: claim.claim })).rejects.toThrow('accepted and edited at once')
    const edit = (edited: object) => rule({ verdict: 'edited', edited: { ...claim.claim, ...edited } })
    await expect(edit({ stance: 'likes' })).rejects.toThrow(/edited\.stance/)
    await expect(edit({ article: 'another' })).rejects.toThrow('is of another article')
    await expect(edit({ quote: { ...claim.claim.quote, start: claim.claim.quote.start + 1 } })).rejects.toThrow(
      'does not stand in the article',
    )
    await expect(edit({ quote: { text: '', start: 5, end: 5 } })).rejects.toThrow('does not stand in the article')
    const twice = { claim: claim.id, verdict: 'accepted' as const }
    await expect(keepRulings(one, TUESDAY, [twice, twice])).rejects.toThrow('ruled on twice')
    expect(await one.all('select id from ruling')).toEqual([])
    const ids = (await one.all<{ id: string }>('select id from claim')).map(({ id }) => id)
    expect((await claimWithId(one, ids[0] ?? '')).id).toBe(ids[0])
    // Words that stand elsewhere in the article are taken with their own place.
    const { article } = (await storedReadings(one, { articles: [claim.claim.article] }))[0] ?? fail()
    const words = article.text.slice(claim.claim.quote.start, claim.claim.quote.start + 12)
    await edit({ quote: { text: words, start: claim.claim.quote.start, end: claim.claim.quote.start + 12 } })
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('names the claims that a short id can mean', async () => {
    const many = Array.from({ length: 40 }, (_, at) => story(`many-${at}`, (at % 27) + 1, TWELVE))
    const one = await record(many)
    const ids = (await one.all<{ id: string }>('select id from claim')).map(({ id }) => id.slice(0, 4))
    const shared = ids.find((id, at) => ids.indexOf(id) !== at)
    if (shared === undefined) throw new Error('no two claims begin alike: add articles')
    await expect(claimWithId(one, shared)).rejects.toThrow(`claims have ids that begin with ${shared}`)
  })

  it('keeps to rulings when a newer reader reads, and when the same article comes again', async () => {
    const one = await kept()
    const before = await openMatter(one, 'iran')
    const [russia, japan, france] = [
      stanceOf(before, 'RUS', 'supports'),
      stanceOf(before, 'JPN', 'supports'),
      stanceOf(before, 'RUS', 'opposes'),
    ]
    await keepRulings(one, TUESDAY, [
      { claim: russia.id, verdict: 'rejected' },
      { claim: japan.id, verdict: 'edited', edited: editedClaim(japan.claim, { stance: 'accepts' }) },
      { claim: france.id, verdict: 'accepted' },
    ])
    const settled = (view: MatterView) =>
      view.claims.flatMap(({ claim, ruling }) =>
        claim.kind === 'stance' && (ruling !== 'proposed' || claim.actor === 'RUS')
          ? [[claim.actor, claim.stance, ruling]]
          : [],
      )
    const expected = [
      ['RUS', 'opposes', 'accepted'],
      ['JPN', 'accepts', 'edited'],
    ]
    expect(settled(await openMatter(one, 'iran'))).toEqual(expected)
    // One reader sets the quotes' ends otherwise, the next one no longer reads some of the claims, the third reads the edit itself.
    const shorter = (claim: Claim): Claim => {
      const { text, start, end } = claim.quote
      return { ...claim, quote: { text: text.slice(2), start: start + 2, end } }
    }
    const readers: readonly ((claims: readonly Claim[]) => Claim[])[] = [
      (claims) => claims.map(shorter),
      (claims) => claims.filter((claim) => claim.kind !== 'stance'),
      (claims) =>
        claims.map((claim) =>
          claim.kind === 'stance' && claim.actor === 'JPN' ? { ...claim, stance: 'accepts' } : claim,
        ),
    ]
    for (const [at, change] of readers.entries()) {
      const read = (article: Article) => {
        const reading = readArticle(article)
        return { ...reading, claims: change(reading.claims) }
      }
      await rereadArticles(one, WEDNESDAY, { reader: { version: `99.${at}`, read } })
      await addArticles(one, incoming(ALL), WEDNESDAY, { reader: { version: `99.${at}`, read } })
      const found = settled(await openMatter(one, 'iran'))
      expect(found, `reader ${at}`).toEqual(expected)
    }
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('counts a report that another outlet repeats once, with the words that only the other has', async () => {
    const again = {
      ...SOFTER,
      id: 'again.txt',
      text: `${SOFTER.text}\nChina opposes the French draft resolution on Iran, its ambassador said on Friday.\n`,
      published: '2010-06-05',
    }
    const one = await kept([again])
    const rejected = stanceOf(await openMatter(one, 'iran'), 'JPN', 'supports')
    await keepRulings(one, MONDAY, [{ claim: rejected.id, verdict: 'rejected' }])
    await addArticles(one, incoming([SOFTER]), TUESDAY)
    const view = await openMatter(one, 'iran')
    expect(view.articles.map(({ name, repeats }) => [name, repeats])).toEqual([
      ['softer.txt', [articleId(again)]],
      ['again.txt', []],
    ])
    const stances = view.claims.flatMap(({ claim, repeats }) =>
      claim.kind === 'stance' ? [[claim.actor, claim.stance, repeats.length]] : [],
    )
    // What was rejected in the one outlet is not read out of the other.
    expect(stances).toEqual([
      ['FRA', 'sponsors', 1],
      ['RUS', 'supports', 1],
      ['CHN', 'opposes', 0],
      ['FRA', 'sponsors', 0],
    ])
    const row = positionsOf(view, { on: '2010-06-06' }).members.find(({ state }) => state === 'RUS')
    expect(row?.cells[0]?.quotes).toBe(1)
  })

  it('gives the same matter whatever the order of adding, and elsewhere after an export', async () => {
    const articles = [...ALL, { ...SOFTER, id: 'again.txt', text: `${SOFTER.text} \n`, published: '2010-06-06' }]
    const ruleOn = async (one: Connection) => {
      const view = await openMatter(one, 'iran')
      await keepRulings(one, TUESDAY, [{ claim: stanceOf(view, 'RUS', 'supports').id, verdict: 'rejected', note: 'x' }])
      await keepAttachments(one, TUESDAY, [
        { claim: stanceOf(view, 'TUR', 'supports').id, matter: 'iran', draft: 'french' },
      ])
    }
    const answers = async (one: Connection) => {
      const view = await openMatter(one, 'iran', { on: '2010-06-06' })
      return JSON.stringify([view, positionsOf(view, { on: '2010-06-06' }), countOf(view, { on: '2010-06-06' })])
    }
    const first = await kept(articles)
    await ruleOn(first)
    const expected = await answers(first)
    const order = fc.shuffledSubarray(articles, { minLength: articles.length })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), async (shuffled, some) => {
        const other = await kept(shuffled.slice(0, some))
        await addArticles(other, incoming([...shuffled].reverse()), MONDAY)
        await ruleOn(other)
        await addArticles(other, incoming(shuffled), WEDNESDAY)
        expect(await answers(other)).toBe(expected)
        // What is opened once gives each day as if it had been opened for it.
        const whole = await openMatter(other, 'iran')
        for (const on of ['2010-06-01', '2010-06-02', '2010-06-04', '2010-06-05', '2010-06-30'])
          expect(viewOn(whole, on)).toEqual(await openMatter(other, 'iran', { on }))
      }),
      { numRuns: 6 },
    )
    const copy = await record()
    const lines: string[] = []
    for await (const text of exportRecord(first)) lines.push(...text.trimEnd().split('\n'))
    await importRecord(copy, lines, 'export.jsonl')
    expect(await answers(copy)).toBe(expected)
  })

  it('rules on claims of a record without texts, but sets no other words', async () => {
    const one = await kept()
    const lines: string[] = []
    for await (const text of exportRecord(one, { quotesOnly: true })) lines.push(...text.trimEnd().split('\n'))
    const copy = await record()
    await importRecord(copy, lines, 'export.jsonl')
    const view = await openMatter(copy, 'iran')
    expect(view.claims).toEqual((await openMatter(one, 'iran')).claims)
    const claim = stanceOf(view, 'RUS', 'opposes')
    await keepRulings(copy, TUESDAY, [
      { claim: claim.id, verdict: 'edited', edited: editedClaim(claim.claim, { stance: 'abstains' }) },
    ])
    const quote = {
      text: claim.claim.quote.text.slice(1),
      start: claim.claim.quote.start + 1,
      end: claim.claim.quote.end,
    }
    const moved = { claim: claim.id, verdict: 'edited' as const, edited: { ...claim.claim, quote } }
    await expect(keepRulings(copy, TUESDAY, [moved])).rejects.toThrow('text is not in the record')
    await changeMatter(copy, TUESDAY, 'iran', { keywords: ['draft'] })
    expect((await openMatter(copy, 'iran')).notes.join(' ')).toMatch('without text')
    expect((await verifyRecord(copy)).problems).toEqual([])
  })

  it('lists what is to be reviewed', async () => {
    const one = await kept()
    const listed = async (query: Parameters<typeof claimsToReview>[1]) => {
      const found = []
      for await (const item of claimsToReview(one, query)) found.push(item)
      return found
    }
    const all = await listed({})
    expect(all.length).toBe((await one.all('select id from claim')).length)
    expect(all.map(({ article }) => article.published)).toEqual(all.map(({ article }) => article.published).sort())
    const ours = await listed({ matter: 'iran', kinds: ['stance'] })
    expect(ours.every(({ claim }) => claim.kind === 'stance')).toBe(true)
    expect(ours.map(({ article }) => article.name)).not.toContain('elsewhere.txt')
    const [first] = ours
    await keepRulings(one, TUESDAY, [{ claim: first?.id ?? '', verdict: 'rejected', note: 'no' }])
    expect(await listed({ matter: 'iran', kinds: ['stance'] })).toEqual(ours.slice(1))
    const rejected = [{ id: first?.id, state: 'rejected', ruled: { by: 'boris', note: 'no' } }]
    expect(await listed({ matter: 'iran', states: ['rejected'] })).toMatchObject(rejected)
    expect(await listed({ states: ['rejected'] })).toMatchObject(rejected)
    expect(await listed({ article: 'elsewhere.txt' })).toHaveLength(4)
    const odd = {
      ...story('odd', 6, ['Uganda supports the draft resolution on Iran, its ambassador said.']),
      id: 'a\\b"%_c',
    }
    const more = 'China opposes the draft resolution on Iran, its ambassador said on Monday.'
    const again = { ...odd, id: 'again', text: `${odd.text}\n${more}\n`, published: '2010-06-07' }
    await addArticles(one, incoming([odd, again]), TUESDAY)
    expect(await listed({ article: 'a\\b"%_c' })).toHaveLength(1)
    const actors = (await listed({})).filter(({ article }) => article.published === '2010-06-07')
    expect(actors.map(({ claim }) => claim.kind === 'stance' && claim.actor)).toEqual(['CHN'])
    expect(await listed({ article: articleId(ELSEWHERE).slice(0, 8), kinds: ['event'] })).toHaveLength(1)
    await expect(listed({ article: 'nowhere.txt' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await listed({ matter: 'iran', kinds: ['stance'], known: MONDAY.at })).toEqual(ours)
  })
}

const FRENCH = {
  id: 'french',
  matter: 'iran',
  label: 'French draft',
  symbol: 'S/2010/283',
  sponsors: ['FRA'],
  tabled: '2010-06-02',
  versions: [
    { label: 'first text', date: '2010-06-02' },
    { label: 'softer version', date: '2010-06-04' },
  ],
}
const BRAZILIAN = {
  id: 'brazilian',
  matter: 'iran',
  label: 'Brazilian text',
  sponsors: ['BRA'],
  rivals: ['french'],
  tabled: '2010-06-05',
}
const TWELVE = ['Russia', 'China', 'Japan', 'Brazil', 'Turkey', 'Austria', 'Mexico', 'Uganda', 'Nigeria', 'Gabon'].map(
  (state) => `${state} opposes the draft resolution on Iran, its ambassador said.`,
)

function stanceOf(view: MatterView, actor: string, stance: string) {
  const found = view.claims.find(
    ({ claim }) => claim.kind === 'stance' && claim.actor === actor && claim.stance === stance,
  )
  return found ?? fail()
}

function idNamed({ articles }: MatterView, name: string): string | undefined {
  return articles.find((article) => article.name === name)?.id
}

function fail(): never {
  throw new Error('the reports read otherwise')
}
