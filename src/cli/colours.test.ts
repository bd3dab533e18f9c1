import { expect, it } from 'vitest'
import { coloursFor, fitForTerminal, wrap } from './colours.js'
import { progressFor } from './progress.js'

it('colours a terminal and nothing else, unless told', () => {
  const coloured = (stream: object, env: NodeJS.ProcessEnv, wanted = true) =>
    coloursFor(stream, wanted, env).isColorSupported
  expect(coloured({ isTTY: true }, {})).toBe(true)
  expect(coloured({}, {})).toBe(false)
  expect(coloured({}, { CI: 'true' })).toBe(false)
  expect(coloured({}, { FORCE_COLOR: '1' })).toBe(true)
  expect(coloured({ isTTY: true }, { NO_COLOR: '1' })).toBe(false)
  expect(coloured({ isTTY: true }, { FORCE_COLOR: '0' })).toBe(false)
  expect(coloured({ isTTY: true }, { TERM: 'dumb' })).toBe(false)
  expect(coloured({ isTTY: true }, {}, false)).toBe(false)
})

it('wraps by what is seen', () => {
  const red = coloursFor({ isTTY: true }, true, {}).red
  expect(wrap(`${red('one')} two three`, 7)).toEqual([`${red('one')} two`, 'three'])
  expect(wrap('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b'])
})

it('makes text of others fit for a terminal', () => {
  expect(fitForTerminal(' a\u001b[2J\n\tb\u202ec\u0007 ')).toBe('a[2J bc')
})

it('shows a bar on a terminal only, and only for long work of known length', () => {
  const written: string[] = []
  const stream = (isTTY: boolean) =>
    ({
      isTTY,
      columns: 80,
      write: (text: string) => written.push(text) > 0,
      on() {},
      removeListener() {},
    }) as unknown as NodeJS.WriteStream
  for (const [isTTY, count, exact] of [
    [false, 500, true],
    [true, 3, true],
    [true, 500, false],
  ] as const) {
    const progress = progressFor(stream(isTTY), { count, exact })
    progress.step()
    progress.stop()
  }
  expect(written).toEqual([])
  const progress = progressFor(stream(true), { count: 500, exact: true })
  progress.step()
  progress.stop()
  expect(written.join('')).toContain('of 500 articles')
})
