import { expect, it } from 'vitest'
import { progressFor } from './progress.js'

function terminal(isTTY: boolean) {
  const written: string[] = []
  const stream = { isTTY, columns: 80, write: (text: string) => Boolean(written.push(text)), on: () => undefined }
  return { stream: stream as unknown as NodeJS.WriteStream, written }
}

function run(isTTY: boolean, work: { count: number; exact: boolean }): string {
  const { stream, written } = terminal(isTTY)
  const progress = progressFor(stream, work)
  for (let at = 0; at < 120; at++) progress.step()
  progress.clear()
  progress.stop()
  return written.join('')
}

it('counts on a terminal where the number is not known, and is quiet in a pipe', () => {
  expect(run(true, { count: 1, exact: false })).toContain('100 articles')
  expect(run(false, { count: 1, exact: false })).toBe('')
  expect(run(false, { count: 500, exact: true })).toBe('')
})
