/** Sentences written for this project, each with the claims it must give; a line that begins with "?" is known to fail and waits.
 *
 *  " ¶ " begins a new paragraph.
 *
 *  ACTOR stance about, and `past` or `now` where it tells when · !event-type ACTOR · $BY status type · @mode PARTY,PARTY · "-" before: not that one · "|" between: either
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTOR_FREE, SIDE } from '../scripts/codebook.js'
import { type Claim, readArticle } from '../src/read/index.js'

const FOLDER = fileURLToPath(new URL('./sentences/', import.meta.url))
const NAMES: Readonly<Record<string, string>> = {
  BLR: 'Belarus', RWA: 'Rwanda', TLS: 'East Timor',
  VEN: 'Venezuela',
  ISR: 'Israel', TCD: 'Chad', SSD: 'South Sudan', ZAF: 'South Africa', CAF: 'Central African Republic', LBR: 'Liberia', SLE: 'Sierra Leone', AGO: 'Angola',
  AFG: 'Afghanistan', CIV: 'Ivory Coast', COD: 'Congo', CUB: 'Cuba', ERI: 'Eritrea', HTI: 'Haiti', IRN: 'Iran', IRQ: 'Iraq', LBN: 'Lebanon', LBY: 'Libya', MLI: 'Mali',
  MMR: 'Myanmar', PRK: 'North Korea', RUS: 'Russia', SDN: 'Sudan', SOM: 'Somalia', SRB: 'Serbia', SYR: 'Syria', UKR: 'Ukraine', YEM: 'Yemen', ZWE: 'Zimbabwe',
} // biome-ignore format: a table
function claimsOf(sentence: string, code: string): Claim[] {
  const name = NAMES[code] as string
  const text = `Council weighs steps on ${name}\n\nUNITED NATIONS, June 8, 2010 - The Security Council discussed ${name} on Tuesday, as ${name} remained on its agenda.\n\n${sentence.replaceAll(' ¶ ', '\n\n')}\n`
  const at = text.indexOf(sentence.split(' ¶ ')[0] as string)
  return readArticle({ id: 'written-for-the-test', text, published: '2010-06-08' }).claims.filter(
    (claim) => claim.quote.start >= at,
  )
}

/** Whether a claim is the one that is expected; what the expectation leaves out is free. */
function is(claim: Claim, expected: string): boolean {
  const [first = '', second, third, held] = expected.replace(/^[!$@]/, '').split(' ')
  if (expected.startsWith('!'))
    return (
      claim.kind === 'event' &&
      claim.type === first &&
      (second === undefined || ACTOR_FREE.has(first) || claim.actor === second)
    )
  if (expected.startsWith('$'))
    return (
      claim.kind === 'measure' &&
      (first === '' || claim.by === first) &&
      (second === undefined || claim.status === second) &&
      (third === undefined || claim.types.some((type) => type === third))
    )
  if (expected.startsWith('@'))
    return (
      claim.kind === 'contact' &&
      (first === '' || claim.mode === first) &&
      (second ?? '').split(',').every((party) => party === '' || claim.parties.includes(party))
    )
  return (
    claim.kind === 'stance' &&
    claim.actor === first &&
    SIDE[claim.stance] === SIDE[second ?? ''] &&
    claim.about === third &&
    (held === undefined || (claim.past === true) === (held === 'past'))
  )
}

function told(claims: readonly Claim[]): string[] {
  return claims.map((claim) => {
    if (claim.kind === 'stance') return `${claim.actor} ${claim.stance} ${claim.about}`
    if (claim.kind === 'event') return `!${claim.type} ${claim.actor}`
    if (claim.kind === 'measure') return `$${claim.by} ${claim.status} ${claim.types.join()}`
    return `@${claim.mode} ${claim.parties.join()}`
  })
}

for (const file of readdirSync(FOLDER).sort()) {
  describe(file, () => {
    for (const line of readFileSync(FOLDER + file, 'utf8').split('\n')) {
      if (line === '' || /^[#?]/.test(line)) continue
      const [, sentence, code, expected] = /^(.*?)\s*\[(\w+)\] => (.*)$/.exec(line) ?? []
      test(sentence ?? line, () => {
        const claims = claimsOf(sentence as string, code as string)
        for (const each of (expected as string).split(';')) {
          const held = each.split('|').some((part) => {
            const one = part.trim()
            return one.startsWith('-')
              ? !claims.some((claim) => is(claim, one.slice(1)))
              : claims.some((claim) => is(claim, one))
          })
          expect(held, `${each.trim()} among ${told(claims).join(' ; ') || 'no claims'}`).toBe(true)
        }
      })
    }
  })
}

describe('sentences cut and joined anew', () => {
  const words = readdirSync(FOLDER)
    .flatMap((file) => readFileSync(`${FOLDER}${file}`, 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      (line.replace(/^\?\s*/, '').split('=>')[0] as string)
        .replace(/\[\w+\]/, '')
        .trim()
        .split(' '),
    )
  const part = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([which, from, length]) => {
    const own = words[which % words.length] as string[]
    const start = from % own.length
    return own.slice(start, start + 1 + (length % own.length)).join(' ')
  })

  test('are read without failing, and every quote stands in the text', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 30 }), (parts) => {
        const text = `UNITED NATIONS, June 8, 2010 - ${parts.join(' ')}`
        for (const { quote } of readArticle({ id: 'test', text }).claims)
          expect(text.slice(quote.start, quote.end)).toBe(quote.text)
      }),
      { numRuns: 400 },
    )
  })

  test.each(['norms', 'rules', 'peace'])('holds a plan that stands for its owner: %s', (object) => {
    const text = `UNITED NATIONS, June 8, 2010 - “Sudan’s attempts to undermine ${object},” State Department said`
    expect(() => readArticle({ id: 'test', text })).not.toThrow()
  })
})
