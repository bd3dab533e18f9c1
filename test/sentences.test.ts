/** Sentences written for this project, each with the stances it must give; a line that begins with "?" is known to fail and waits. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readArticle, type StanceClaim } from '../src/read/index.js'

const FOLDER = fileURLToPath(new URL('./sentences/', import.meta.url))
const NAMES: Readonly<Record<string, string>> = {
  AFG: 'Afghanistan', CIV: 'Ivory Coast', COD: 'Congo', CUB: 'Cuba', ERI: 'Eritrea', HTI: 'Haiti', IRN: 'Iran', IRQ: 'Iraq', LBN: 'Lebanon', LBY: 'Libya', MLI: 'Mali',
  MMR: 'Myanmar', PRK: 'North Korea', RUS: 'Russia', SDN: 'Sudan', SOM: 'Somalia', SRB: 'Serbia', SYR: 'Syria', UKR: 'Ukraine', ZWE: 'Zimbabwe',
} // biome-ignore format: a table
const SIDE: Readonly<Record<string, string>> = {
  sponsors: 'for', supports: 'for', accepts: 'tolerant', undeclared: 'tolerant', abstains: 'tolerant', opposes: 'against', vetoes: 'against',
} // biome-ignore format: a table

function stancesOf(sentence: string, code: string): StanceClaim[] {
  const name = NAMES[code] as string
  const text = `Council weighs steps on ${name}\n\nUNITED NATIONS, June 8, 2010 - The Security Council discussed ${name} on Tuesday, as ${name} remained on its agenda.\n\n${sentence}\n`
  const at = text.indexOf(sentence)
  return readArticle({ id: 'written-for-the-test', text, published: '2010-06-08' }).claims.filter(
    (claim): claim is StanceClaim => claim.kind === 'stance' && claim.quote.start >= at,
  )
}

for (const file of readdirSync(FOLDER).sort()) {
  describe(file, () => {
    for (const line of readFileSync(FOLDER + file, 'utf8').split('\n')) {
      if (line === '' || /^[#?]/.test(line)) continue
      const [, sentence, code, expected] = /^(.*?)\s*\[(\w+)\] => (.*)$/.exec(line) ?? []
      test(sentence ?? line, () => {
        const stances = stancesOf(sentence as string, code as string)
        const held = stances.map((each) => `${each.actor} ${SIDE[each.stance]} ${each.about}`)
        for (const each of (expected as string).split(';').map((part) => part.trim())) {
          const [actor, stance, about] = each.replace(/^-/, '').split(' ') as [string, string, string]
          const key = `${actor} ${SIDE[stance]} ${about}`
          if (each.startsWith('-')) expect(held).not.toContain(key)
          else expect(held).toContain(key)
        }
      })
    }
  })
}
