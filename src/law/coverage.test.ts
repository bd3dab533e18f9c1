import { describe, expect, it } from 'vitest'
import { law } from './index.js'

describe('coverage of a regime', () => {
  it('counts paragraphs of resolutions, encoded and left out, and names what nobody counted', () => {
    for (const { coverage, instruments } of law.regimes) {
      const resolutions = instruments.filter((one) => one.kind === 'resolution')
      expect(coverage.encoded + coverage.leftOut).toBe(coverage.paragraphs)
      expect(coverage.encoded).toBeGreaterThan(0)
      const uncounted = resolutions.filter((one) => one.operativeParagraphs === undefined).map((one) => one.symbol)
      expect(coverage.uncounted).toEqual(uncounted)
    }
  })

  it('counts 8(a)(i) and 8(d) as one paragraph', () => {
    const first = law.regimes
      .flatMap(({ instruments }) => instruments)
      .find(({ symbol }) => symbol === 'S/RES/1718 (2006)')
    expect(first?.operativeParagraphs).toBe(17)
    expect(first?.encodedParagraphs).toBe(3)
  })
})
