/** The file of learnt weights, `data/weights/stances.yaml`, as text. */
import { ABOUT } from '../src/read/kinds.js'
import { WIDTH } from '../src/read/sign-table.js'

/** Weights in hundredths of a logit: `WIDTH` whole numbers each. */
export interface WholeWeights {
  readonly bias: readonly number[]
  readonly signs: readonly { readonly kind: string; readonly word: string; readonly numbers: readonly number[] }[]
}

/** The text of the file below the comment that `header` begins with; signs whose numbers are all nought are left out. */
export function weightsText({ bias, signs }: WholeWeights, header: string): string {
  const lines = [...commentOf(header), 'stance:', `  bias: ${listed(bias)}`, '  signs:']
  let last: string | undefined
  for (const { kind, word, numbers } of [...signs].sort(byName)) {
    if (numbers.every((number) => number === 0)) continue
    if (kind !== last) lines.push(`    ${JSON.stringify(kind)}:`)
    lines.push(`      ${JSON.stringify(word)}: ${listed(numbers)}`)
    last = kind
  }
  return `${lines.join('\n')}\n`
}

function commentOf(header: string): string[] {
  const lines = header.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('#'))
  return lines.slice(0, Math.max(end, 0))
}

function listed(numbers: readonly number[]): string {
  if (numbers.length !== WIDTH) throw new Error(`${numbers.length} numbers for ${ABOUT.length} things`)
  return JSON.stringify(numbers.join(' '))
}

type Sign = WholeWeights['signs'][number]

function byName(a: Sign, b: Sign): number {
  return compare(a.kind, b.kind) || compare(a.word, b.word)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
