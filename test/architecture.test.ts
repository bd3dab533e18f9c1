import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Rooms by level, as ARCHITECTURE.md draws them: imports go only to a lower level; rooms on one level don't know each other. */
const LEVELS: readonly (readonly string[])[] = [
  ['dates', 'errors'],
  ['states', 'quantities', 'quotes', 'datafiles'],
  ['cite'],
  ['articles', 'law', 'lists'],
  ['read'],
  ['council', 'check'],
  ['record'],
  ['penholder'],
  ['matters'],
  ['brief', 'answers'],
  ['http', 'mcp'],
  ['cli', 'workbench'],
]
/** Pure rooms read no clock, file, process or network. */
const PURE = [
  'dates',
  'errors',
  'states',
  'quantities',
  'quotes',
  'datafiles',
  'cite',
  'read',
  'council',
  'law',
  'lists',
  'check',
]

interface Source {
  readonly path: string
  readonly text: string
}

function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

function roomOf(path: string): string {
  const [first = ''] = relative('src', path).split(sep)
  return first.replace(/\.[jt]sx?$/, '')
}

function levelOf(room: string): number {
  return LEVELS.findIndex((rooms) => rooms.includes(room))
}

/** Offsets of comments and strings don't matter here: an import is a line that names a relative path after from/import. */
function importsOf(source: Source): string[] {
  return [...source.text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '')
}

function violations(files: readonly Source[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const target = resolve(dirname(file.path), specifier)
      const [from, to] = [roomOf(file.path), roomOf(relative('.', target))]
      if (from === to) return []
      const told = `${file.path} imports ${specifier}`
      if (levelOf(from) < 0) return [`${told}: "${from}" is no room`]
      if (levelOf(to) < 0) return [`${told}: "${to}" is no room`]
      if (from === 'workbench' && to !== 'http') return [`${told}: the workbench knows only http`]
      if (levelOf(to) >= levelOf(from)) return [`${told}: ${from} may not know ${to}`]
      const inside = relative(join('src', to), relative('.', target))
      if (from === 'workbench' && ['client.js', 'view.js'].includes(inside)) return []
      return inside === '' || inside === 'index.js' || inside.startsWith('..')
        ? []
        : [`${told}: enter ${to} by its index`]
    }),
  )
}

/** A file and all that it needs when it runs: types alone are not needed then. */
function reachedFrom(path: string, reached = new Map<string, Source>()): Source[] {
  if (!reached.has(path)) {
    const source = { path, text: readFileSync(path, 'utf8') }
    reached.set(path, source)
    const needed = { path, text: source.text.replaceAll(/^(?:import|export) type [^']*'[^']*'/gm, '') }
    for (const specifier of importsOf(needed))
      reachedFrom(join(dirname(path), specifier.replace(/\.js$/, '.ts')), reached)
  }
  return [...reached.values()]
}

const files = sources('src')

describe('the house', () => {
  it('sees the files that it judges', () => {
    expect(files.length).toBeGreaterThan(7)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(7)
    const rooms = new Set(files.map((file) => roomOf(file.path)))
    for (const room of rooms) expect(levelOf(room), room).toBeGreaterThanOrEqual(0)
  })

  it('would report a wrong import', () => {
    const planted = (path: string, specifier: string) =>
      violations([{ path, text: `import { x } from '${specifier}'\n` }])
    expect(planted('src/read/x.ts', '../council/index.js')).toHaveLength(1)
    expect(planted('src/law/x.ts', '../lists/index.js')).toHaveLength(1)
    expect(planted('src/check/x.ts', '../law/inside.js')).toHaveLength(1)
    expect(planted('src/read/x.ts', '../helpers/x.js')).toHaveLength(1)
    expect(planted('src/check/x.ts', '../law/index.js')).toHaveLength(0)
    expect(planted('src/check/x.ts', '../dates.js')).toHaveLength(0)
  })

  it('compiles its data without the data that it compiles', () => {
    const reached = reachedFrom('scripts/generate.ts')
    expect(reached.map(({ path }) => path)).toContain(join('src', 'read', 'compile.ts'))
    const compiled = /^(?:import|export) (?!type\b).* from '#data\//m
    expect("import data from '#data/lexicon'").toMatch(compiled)
    expect(reached.filter(({ text }) => compiled.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('imports only upward in the list', () => {
    expect(violations(files)).toEqual([])
  })

  it('keeps clocks, files and processes out of the pure rooms', () => {
    const impure = /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|from 'node:|\bprocess\./
    const pure = files.filter((file) => PURE.includes(roomOf(file.path)))
    expect(pure.length).toBeGreaterThan(5)
    expect('new Date()').toMatch(impure)
    expect(pure.filter((file) => impure.test(file.text)).map((file) => file.path)).toEqual([])
  })

  it('splits what grows past 250 lines', () => {
    const long = (list: readonly Source[]) => list.filter(({ text }) => text.split('\n').length > 251)
    expect(long([{ path: 'src/x.ts', text: 'x\n'.repeat(251) }])).toHaveLength(1)
    expect(long(files).map(({ path }) => path)).toEqual([])
  })

  it('knows no country in its code', () => {
    const named = files.filter(
      (file) => /['"`](?:PRK|KP|DPRK|dprk|North Korea|IRN|LBY)['"`]/.test(file.text) && !file.path.endsWith('.test.ts'),
    )
    expect(named.map((file) => file.path)).toEqual([])
  })
})
