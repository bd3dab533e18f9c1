/**
 * `npm run eval [FOLDER…] [--verbose] [--only NAMES] [--skip FILE]`: reads the articles of a folder (`articles/`, `gold/`) with the built reader
 * and scores the claims by the rules of CLAIMS.md. The default folder is ../shared. Gold sets are no part of the project.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { Claim } from '../src/read/index.js'
import { ACTOR_FREE, SIDE } from './codebook.js'

const { readArticle } = (await import(
  new URL('../dist/read/index.js', import.meta.url).href
)) as typeof import('../src/read/index.js')

interface Gold {
  kind: Claim['kind']
  quote: string
  optional?: boolean
  [key: string]: unknown
}
const args = process.argv.slice(2)
const verbose = args.includes('--verbose')
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const listed = (file: string | undefined) =>
  file === undefined ? [] : readFileSync(file, 'utf8').split(/\s+/).filter(Boolean)
const only = option('--only')
const skip = new Set(listed(option('--skip')))
const just = option('--just') === undefined ? undefined : new Set(listed(option('--just')))
const taken = new Set(['--only', '--skip', '--just'].flatMap((name) => option(name) ?? []))
const folders = args.filter((arg) => !arg.startsWith('--') && !taken.has(arg))
if (folders.length === 0) folders.push('../shared')

function cuts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/(?<=[.!?”"])\s+(?=[A-Z“"])|\n\s*\n/g)) starts.push(match.index + match[0].length)
  return starts
}
const words = (text: string) => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0

function near(
  text: string,
  starts: readonly number[],
  a: readonly [number, number],
  b: readonly [number, number],
): boolean {
  const [low, high] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])]
  if (low < high && words(text.slice(low, high)) >= 0.3 * Math.min(words(text.slice(...a)), words(text.slice(...b))))
    return true
  const sentence = (at: number) => starts.findLastIndex((start) => start <= at)
  return sentence(a[0]) === sentence(b[0])
}

function agree(gold: Gold, claim: Claim, lenient: boolean): boolean {
  if (gold.kind !== claim.kind) return false
  switch (claim.kind) {
    case 'stance':
      return (
        gold.actor === claim.actor &&
        gold.about === claim.about &&
        (lenient ? SIDE[String(gold.stance)] === SIDE[claim.stance] : gold.stance === claim.stance)
      )
    case 'contact':
      return (
        gold.mode === claim.mode &&
        (gold.parties as string[]).filter((party) => claim.parties.includes(party)).length >= 2
      )
    case 'event':
      return gold.type === claim.type && (gold.actor === claim.actor || ACTOR_FREE.has(claim.type))
    case 'measure':
      return (
        gold.by === claim.by &&
        gold.status === claim.status &&
        (gold.types as string[]).some((type) => claim.types.includes(type as never))
      )
  }
}

type Row = [hit: number, predicted: number, gold: number, right: number]
const totals: Record<'strict' | 'lenient', Map<string, Row>> = { strict: new Map(), lenient: new Map() }
const count = (mode: 'strict' | 'lenient', kind: string, column: number) => {
  const row = totals[mode].get(kind) ?? [0, 0, 0, 0]
  row[column as 0]++
  totals[mode].set(kind, row)
}
let misplaced = 0
const byRule = new Map<string, [right: number, wrong: number]>()

for (const folder of folders) {
  for (const file of readdirSync(join(folder, 'gold')).sort()) {
    const stem = file.replace(/\.yaml$/, '')
    if (
      !file.endsWith('.yaml') ||
      (only !== undefined && !new RegExp(only).test(file)) ||
      skip.has(stem) ||
      (just !== undefined && !just.has(stem))
    )
      continue
    const gold = parse(readFileSync(join(folder, 'gold', file), 'utf8')) as { article: string; claims: Gold[] }
    const path = join(folder, 'articles', gold.article)
    if (!existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    const { claims } = readArticle({ id: basename(path), text }, { why: true })
    const starts = cuts(text)
    misplaced += claims.filter(
      ({ quote }) => text.slice(quote.start, quote.end) !== quote.text || quote.text === '',
    ).length
    for (const mode of ['strict', 'lenient'] as const) score(text, starts, gold.claims, claims, mode, gold.article)
  }
}

function score(
  text: string,
  starts: readonly number[],
  golds: readonly Gold[],
  claims: readonly Claim[],
  mode: 'strict' | 'lenient',
  name: string,
): void {
  const used = new Set<number>()
  const free = new Set<number>()
  for (const gold of [...golds].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false))) {
    const at = text.indexOf(gold.quote)
    const shared = gold.kind === 'measure' || gold.kind === 'contact'
    const fits = claims.flatMap((claim, index) =>
      (shared || !used.has(index)) &&
      at >= 0 &&
      agree(gold, claim, mode === 'lenient') &&
      near(text, starts, [at, at + gold.quote.length], [claim.quote.start, claim.quote.end])
        ? [index]
        : [],
    )
    const hit = fits[0]
    if (shared) for (const index of fits) (gold.optional ? free : used).add(index)
    if (hit !== undefined) used.add(hit)
    if (gold.optional) {
      if (hit !== undefined) free.add(hit)
      continue
    }
    count(mode, gold.kind, 2)
    if (hit !== undefined) count(mode, gold.kind, 0)
    else if (verbose && mode === 'lenient') {
      const { quote, optional: _, ...keys } = gold
      console.log('MISSED', name, JSON.stringify(keys), '|', quote.slice(0, 140).replaceAll('\n', ' '))
    }
  }
  claims.forEach((claim, index) => {
    if (free.has(index)) return
    count(mode, claim.kind, 1)
    const rule = `${claim.kind} ${claim.why?.rule ?? ''}`
    const tally = byRule.get(rule) ?? [0, 0]
    if (used.has(index)) count(mode, claim.kind, 3)
    if (mode === 'lenient') {
      tally[used.has(index) ? 0 : 1]++
      byRule.set(rule, tally)
    }
    if (verbose && mode === 'lenient' && !used.has(index)) {
      const { quote, why, article: _a, basis: _b, date: _d, speaker: _s, ...keys } = claim
      console.log(
        'EXTRA ',
        name,
        JSON.stringify(keys),
        why?.rule,
        JSON.stringify(why?.words),
        '|',
        quote.text.slice(0, 140).replaceAll('\n', ' '),
      )
    }
  })
}

for (const mode of ['strict', 'lenient'] as const) {
  console.log(mode)
  const all: Row = [0, 0, 0, 0]
  for (const row of totals[mode].values()) for (const column of [0, 1, 2, 3] as const) all[column] += row[column]
  for (const [kind, [hit, predicted, gold, right]] of [...[...totals[mode]].sort(), ['all', all] as const]) {
    const precision = predicted === 0 ? 0 : right / predicted
    const recall = gold === 0 ? 0 : hit / gold
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    console.log(
      `  ${kind.padEnd(8)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}   (${hit} of ${gold} gold, ${predicted} predicted)`,
    )
  }
}
console.log(`quotes not verbatim: ${misplaced}`)
if (args.includes('--rules')) {
  for (const [rule, [right, wrong]] of [...byRule].sort((a, b) => b[1][1] - a[1][1]))
    console.log(`${String(right).padStart(4)} right ${String(wrong).padStart(4)} wrong  ${rule}`)
}
