import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL } from './matter-articles.js'

const MAIN = resolve('dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'penholder-matters-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const environment = { ...process.env, PENHOLDER_NOW: '2026-03-02T12:00:00Z', USER: 'anna', TERM: 'dumb' } as Record<
  string,
  string
>
delete environment.PENHOLDER_RECORD

function penholder(args: readonly string[], more: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    cwd: folder,
    input: '',
    env: { ...environment, ...more },
  })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

function ids(args: readonly string[]): { id: string; claim: Record<string, unknown>; state: string }[] {
  const { out, err, code } = penholder(['review', '--list', '--format', 'jsonl', ...args])
  expect({ err, code }).toEqual({ err: '', code: 0 })
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

beforeAll(() => {
  const lines = ALL.map(({ id, text, published }) => JSON.stringify({ id, text, published }))
  writeFileSync(join(folder, 'articles.jsonl'), `${lines.join('\n')}\n`)
  expect(penholder(['init']).code).toBe(0)
  expect(penholder(['add', 'articles.jsonl'])).toMatchObject({ code: 0, err: '' })
})

describe('penholder matter and draft', () => {
  it('suggests, makes, shows and changes a matter with its drafts', () => {
    expect(penholder(['matter', 'list']).out).toBe(
      [
        'No matter was made yet.',
        'No matter for 3 articles about Iran, 2010-06-02 to 2010-06-05; make one: penholder matter add "Iran" --target IRN',
        'No matter for 1 article about Libya, 2010-06-05; make one: penholder matter add "Libya" --target LBY',
        '',
      ].join('\n'),
    )
    expect(penholder(['matter', 'add', 'Iran', '--target', 'iran', '--from', '2010'])).toEqual({
      out: 'iran: Iran · Iran · 2010 to …\n',
      err: '',
      code: 0,
    })
    const french = [
      'draft',
      'add',
      'French draft',
      '--matter',
      'iran',
      '--sponsors',
      'France, GB',
      '--tabled',
      '2010-06-02',
    ]
    expect(penholder([...french, '--stage', 'first text=2010-06-02', '--symbol', 's/2010/283']).out).toBe(
      'iran / french-draft: French draft · S/2010/283 · sponsors France, United Kingdom · tabled 2010-06-02 · versions first text (2010-06-02)\n',
    )
    expect(
      penholder(['draft', 'edit', 'french-draft', '--stage', 'softer version=2010-06-04', '--sponsors', 'FRA']).out,
    ).toBe(
      'iran / french-draft: French draft · S/2010/283 · sponsors France · tabled 2010-06-02 · versions first text (2010-06-02), softer version (2010-06-04)\n',
    )
    const shown = penholder(['matter', 'show', 'iran', '--on', '2010-06-04'])
    expect(shown).toMatchObject({ code: 0, err: '' })
    expect(shown.out).toMatch(/Russia\* +for 2 +against 1 +for 1\n/)
    expect(shown.out).toMatch(/France\* +sponsors 2 +sponsors 1 +sponsors 1\n/)
    expect(shown.out).toMatch(/open: 3 of the 9 votes needed are declared/)
    const json = JSON.parse(penholder(['matter', 'show', 'iran', '--format', 'json']).out)
    expect(json.matter).toMatchObject({ id: 'iran', target: 'IRN' })
    expect(json.positions.on).toBe('2010-06-05')
    expect(json.positions.members).toHaveLength(15)
    expect(JSON.parse(penholder(['matter', 'list', '--format', 'json']).out)).toMatchObject({
      matters: [{ id: 'iran', drafts: ['french-draft'] }],
      suggested: [{ target: 'LBY' }],
    })
    expect(penholder(['draft', 'list', '--matter', 'iran']).out).toMatch(/^iran \/ french-draft: French draft/)
    expect(JSON.parse(penholder(['draft', 'show', 'french-draft', '--format', 'json']).out)).toMatchObject({
      symbol: 'S/2010/283',
      kept: { by: 'anna', at: '2026-03-02T12:00:00.000Z' },
    })
    expect(penholder(['matter', 'edit', 'iran', '--title', 'The case', '--clear', 'from', '--as', 'boris']).out).toBe(
      'iran: The case · Iran\n',
    )
  })

  it('counts a kept draft, and counts as it did before', () => {
    const count = penholder(['count', '--matter', 'iran', '--draft', 'french-draft', '--on', '2010-06-04'])
    expect(count).toMatchObject({ code: 0, err: '' })
    expect(count.out).toMatch(/^French draft, S\/2010\/283 \(sponsors: France\)\n2010-06-04 · 15 members · substantive/)
    expect(count.out).toMatch(/softer\.txt@\d+/)
    const json = JSON.parse(penholder(['count', '--matter', 'iran', '--on', '2010-06-04', '--format', 'json']).out)
    expect(json).toMatchObject({ outcome: 'open', tally: { yes: 3, unknown: 12 }, matter: 'substantive' })
    expect(penholder(['count', '--matter', 'iran', '--on', '2010-06-04', '--question', 'procedural']).out).toMatch(
      'procedural',
    )
    expect(penholder(['count', '--on', '2010-06-04', '--yes', 'JPN', '--matter', 'procedural']).out).toMatch(
      'procedural',
    )
    const bad = (...args: string[]) => penholder(['count', '--matter', 'iran', ...args])
    expect(bad()).toMatchObject({ code: 2, err: /--matter needs a day; expected --on/ })
    expect(bad('--on', 'June')).toMatchObject({ code: 2, err: /"June" is no date/ })
    expect(bad('--on', '2010-06-04', '--yes', 'JPN')).toMatchObject({ code: 2, err: /--matter goes with/ })
    expect(bad('--on', '2010-06-04', '--draft', 'x')).toMatchObject({ code: 2, err: /has no draft "x"/ })
    expect(penholder(['count', '--matter', 'x', '--on', '2010-06-04'])).toMatchObject({ code: 2, err: /no matter "x"/ })
  })

  it('tells what is wrong with what it is given', () => {
    const bad = (...args: string[]) => {
      const { code, err, out } = penholder(args)
      expect([code, out]).toEqual([2, ''])
      return err
    }
    expect(bad('matter', 'add', 'Iran')).toMatch('there is a matter "iran" already')
    expect(bad('matter', 'add', 'X', '--target', 'Ruritania', '--from', 'June')).toMatch(
      /"Ruritania".*\n.*"June" is no date/,
    )
    expect(bad('matter', 'add')).toMatch("missing required argument 'title'")
    expect(bad('matter', 'show', 'x')).toMatch('there is no matter "x"; expected one of iran')
    expect(bad('matter', 'show', 'iran', '--on', '4 June')).toMatch('is no date')
    expect(bad('matter', 'list', '--known', 'yesterday')).toMatch('is no moment')
    expect(bad('draft', 'add', 'X')).toMatch("required option '--matter")
    expect(bad('draft', 'add', '--matter', 'iran')).toMatch('a draft without a name')
    expect(bad('draft', 'add', 'X', '--matter', 'iran', '--yes', 'JPN')).toMatch('a vote without its day')
    expect(bad('draft', 'edit', 'french-draft', '--voted', '2010-06-09', '--yes', 'India')).toMatch('no member')
    expect(bad('matter', 'move', 'ffff', '--matter', 'iran')).toMatch('no claim has the id ffff')
    expect(bad('matter', 'move', 'ffff', '--matter', 'none', '--draft', 'french-draft')).toMatch(
      'name its matter: --matter iran',
    )
    expect(bad('matter', 'show', 'iran', '--record', 'nowhere.db')).toMatch('there is no record here')
  })
})

describe('penholder review without a terminal', () => {
  it('lists, rules, edits and takes back, and answers as before for an earlier moment', () => {
    const stances = ids(['--matter', 'iran', '--kind', 'stance'])
    expect(stances.map(({ state }) => state)).toEqual(stances.map(() => 'proposed'))
    const of = (actor: string, stance: string) =>
      stances.find(({ claim }) => claim.actor === actor && claim.stance === stance)?.id ?? ''
    const [russia, japan, turkey] = [of('RUS', 'supports'), of('JPN', 'supports'), of('TUR', 'supports')]
    const count = [
      'count',
      '--matter',
      'iran',
      '--draft',
      'french-draft',
      '--on',
      '2010-06-04',
      '--known',
      '2026-03-02T12:00:00Z',
    ]
    const before = penholder(count).out
    const at = { PENHOLDER_NOW: '2026-03-03T09:00:00Z' }
    const ruled = penholder(
      ['review', '--accept', japan.slice(0, 12), turkey, '--reject', russia, '--note', 'read twice'],
      at,
    )
    expect(ruled).toMatchObject({ code: 0, err: '' })
    expect(ruled.out).toMatch(
      new RegExp(`^${japan} accepted: JPN supports resolution .*\n${turkey} accepted.*\n${russia} rejected`),
    )
    const edited = penholder(
      ['review', '--edit', japan, '--set', 'stance=accepts', 'conditional=true', '--as', 'boris'],
      at,
    )
    expect(edited.out).toMatch(`${japan} edited: JPN accepts resolution`)
    expect(penholder(['review', '--edit', japan, '--set', 'speaker.office=envoy'], at).out).toMatch('JPN accepts')
    const listed = penholder(['review', '--list', '--matter', 'iran', '--state', 'accepted', 'edited', 'rejected']).out
    expect(listed).toMatch(/JPN accepts resolution/)
    expect(listed).toMatch(/rejected by anna \(read twice\) softer\.txt@\d+ RUS supports/)
    expect(penholder(['matter', 'show', 'iran', '--on', '2010-06-04']).out).toMatch(/Russia\* +against 1 /)
    expect(penholder(count).out).toBe(before)
    expect(penholder(['review', '--withdraw', russia], at).code).toBe(0)
    expect(penholder(['matter', 'show', 'iran', '--on', '2010-06-04']).out).toMatch(/Russia\* +for 2 /)
    // The same articles again, and a reading again, change nothing of it.
    expect(penholder(['review', '--reject', russia], at).code).toBe(0)
    expect(penholder(['add', 'articles.jsonl']).out).toMatch(/^0 articles added/)
    expect(penholder(['reread', '--all']).code).toBe(0)
    expect(ids(['--matter', 'iran', '--state', 'rejected']).map(({ id }) => id)).toEqual([russia])
    expect(penholder(['verify']).code).toBe(0)
  })

  it('moves claims by hand', () => {
    const [first] = ids(['--article', 'elsewhere.txt', '--kind', 'stance'])
    const moved = penholder([
      'matter',
      'move',
      first?.id.slice(0, 8) ?? '',
      '--matter',
      'iran',
      '--draft',
      'french-draft',
    ])
    expect(moved).toMatchObject({ code: 0, out: `${first?.id}\nmoved to iran, french-draft\n` })
    expect(penholder(['matter', 'show', 'iran', '--on', '2010-06-06']).out).toMatch(/China\* +against 1/)
    expect(penholder(['matter', 'move', first?.id ?? '', '--matter', 'none', '--note', 'of Libya']).out).toMatch(
      'no matter',
    )
    expect(penholder(['matter', 'show', 'iran', '--on', '2010-06-06']).out).not.toMatch(/China\* +against 1/)
  })

  it('tells what is wrong with what it is given', () => {
    const [claim] = ids(['--kind', 'stance'])
    const id = claim?.id ?? ''
    const bad = (...args: string[]) => {
      const { code, err, out } = penholder(['review', ...args])
      expect([code, out]).toEqual([2, ''])
      return err
    }
    expect(bad()).toMatch('there is no terminal to ask on')
    expect(bad('--accept', 'ffffffff')).toMatch('no claim has the id ffffffff')
    expect(bad('--accept', 'zz')).toMatch('"zz" is no id of a claim')
    expect(bad('--accept', id, '--reject', id)).toMatch('ruled on twice')
    expect(bad('--accept', id, '--list')).toMatch('without --list')
    expect(bad('--edit', id)).toMatch('an edit that says nothing')
    expect(bad('--set', 'stance=opposes')).toMatch('--set without --edit')
    expect(bad('--edit', id, '--set', 'stance')).toMatch('expected FIELD=VALUE')
    expect(bad('--edit', id, '--set', 'stance=likes')).toMatch(/stance: Invalid option/)
    expect(bad('--edit', id, '--set', 'mode=call')).toMatch('a stance has no field "mode"')
    expect(bad('--edit', id, '--set', 'past=perhaps')).toMatch('expected true or false')
    expect(bad('--edit', id, '--set', 'quote=words that nobody wrote')).toMatch('do not stand in the article')
    expect(bad('--list', '--matter', 'x')).toMatch('no matter "x"')
    expect(bad('--list', '--article', 'x.txt')).toMatch('no article has the id or the name "x.txt"')
    expect(bad('--list', '--kind', 'rumour')).toMatch('Allowed choices are')
  })
})
