import { expect, it } from 'vitest'
import { mattersSuite } from './matters-suite.js'

process.env.TZ = 'America/New_York'

it('runs under another time zone', () => {
  expect(new Date('2026-01-01T00:00:00Z').getDate()).toBe(31)
})

mattersSuite()
