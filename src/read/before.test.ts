import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readArticle } from './reading.js'

/** Where the reader asked for what stands before a list's beginning. */
const asked: string[] = []
const PLACES = ['-1', '-2', '-3', '-4', '-5']

beforeAll(() => {
  for (const place of PLACES)
    Object.defineProperty(Array.prototype, place, {
      configurable: true,
      get: () => void asked.push(new Error().stack?.split('\n')[2]?.trim() ?? 'somewhere'),
    })
})
afterAll(() => {
  for (const place of PLACES) Reflect.deleteProperty(Array.prototype, place)
})

test('hardly anything is sought before a list begins: the engine looks for a property of that name (standsAt tells at once)', () => {
  const folder = 'examples/articles'
  const articles = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  for (const file of articles) readArticle({ id: file, text: readFileSync(`${folder}/${file}`, 'utf8') })
  expect(articles.length).toBeGreaterThan(3)
  expect(asked.length, [...new Set(asked)].join('\n')).toBeLessThan(5 * articles.length)
})
