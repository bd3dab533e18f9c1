import { describe, expect, it } from 'vitest'
import { decoded, linesIn } from './decoded.js'

async function* pieces(...parts: readonly Uint8Array[]) {
  yield* parts
}
async function all(from: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const one of from) found.push(one)
  return found
}

describe('decoded', () => {
  it('keeps letters whole that two pieces share', async () => {
    const bytes = Buffer.from('Musée\r\nsecond\n\nlast')
    const text = decoded(pieces(bytes.subarray(0, 5), bytes.subarray(5)), 'x.csv')
    expect(await all(linesIn(text))).toEqual(['Musée', 'second', '', 'last'])
  })
  it('reads UTF-16 with its mark', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('naïve', 'utf16le')])
    expect((await all(decoded(pieces(bytes), 'x.csv'))).join('')).toBe('naïve')
  })
  it('refuses what is neither, with the file', async () => {
    await expect(all(decoded(pieces(Buffer.from([0x63, 0xe9, 0x20])), 'x.csv'))).rejects.toThrow(/x\.csv.*UTF-8/)
    await expect(all(decoded(pieces(Buffer.from([0xc3])), 'x.csv'))).rejects.toThrow('UTF-8')
  })
  it('gives nothing of nothing', async () => {
    expect(await all(linesIn(decoded(pieces(), 'x.csv')))).toEqual([])
  })
})
