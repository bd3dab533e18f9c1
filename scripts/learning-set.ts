/** Reads folders of articles and gold (as `npm run eval` takes them) into examples to learn from. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseDataFile } from '../src/datafiles.js'
import { PenholderError, type Problem } from '../src/errors.js'
import { ABOUT, type About, STANCES } from '../src/read/claim.js'
import { evidenceIn, wordsOf } from '../src/read/evidence.js'
import { readWatched } from '../src/read/reading.js'
import { SIDED, type Sided } from '../src/read/sides.js'
import type { SignTable } from '../src/read/sign-table.js'
import { Names } from './learning-names.js'
import type { Example } from './logistic.js'
import { openDataFile } from './yaml-file.js'

const Quote = z.union([z.string().min(1), z.object({ text: z.string().min(1), start: z.int().min(0).optional() })])
const Stance = z.object({
  kind: z.literal('stance'),
  actor: z.string().regex(/^[A-Z0-9]{2,6}$/, 'expected the code of a state or body, such as FRA or UNSC'),
  stance: z.enum(STANCES),
  about: z.enum(ABOUT),
  optional: z.boolean().optional(),
  quote: Quote,
})
const Other = z.object({ kind: z.enum(['contact', 'event', 'measure']) })
const Gold = z.object({ article: z.string().min(1), claims: z.array(z.discriminatedUnion('kind', [Stance, Other])) })

/** A stance of the gold with the span of its quote. */
interface GoldStance {
  readonly actor: string
  readonly about: About
  readonly side: Sided
  readonly optional: boolean
  readonly start: number
  readonly end: number
}

interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly stances: readonly GoldStance[]
}

export interface LearningSet {
  readonly articles: number
  readonly sentences: number
  /** Stances of the gold, and how many of them are held by someone whom the reader sees in the sentence. */
  readonly stances: number
  readonly placed: number
  readonly examples: readonly Example[]
  readonly names: Names
}

const SIDES: readonly (Sided | undefined)[] = [undefined, '+', '~', '-']
/** Whether an optional claim is made is left open, so it teaches half. */
const OPTIONAL = 0.5
/** Headlines are short and bold. */
const HEADLINE = 0.3

/** The examples of all articles in the folders that have gold, in the order of their names; throws what is wrong with them, all at once. */
export function learningSet(folders: readonly string[], table: SignTable): LearningSet {
  const problems: Problem[] = []
  const articles = folders.flatMap((folder) => articlesIn(folder, problems))
  if (problems.length > 0) throw new PenholderError(problems)
  const examples: Example[] = []
  const names = new Names()
  let sentences = 0
  for (const article of articles) {
    const met = sentencesOf(article, table, names)
    sentences += met.length
    const held = heldIn(article, met)
    met.forEach((sentence, at) => {
      examples.push(...examplesOf(sentence, held[at] ?? new Map()))
    })
  }
  const stances = articles.reduce((sum, article) => sum + article.stances.length, 0)
  const placed = examples.reduce((sum, { held }) => sum + held.filter((each) => each.class > 0).length, 0)
  if (placed === 0)
    throw new PenholderError({
      code: 'bad-input',
      what: `none of the gold's ${stances} stances is held by someone named in its sentence`,
      place: { file: folders.join(' ') },
      expected: 'gold with stances to learn from',
      todo: 'give more articles with gold',
    })
  return { articles: articles.length, sentences, stances, placed, examples, names }
}

function articlesIn(folder: string, problems: Problem[]): GoldArticle[] {
  const wanting = ['articles', 'gold'].filter((name) => !isFolder(join(folder, name)))
  if (wanting.length > 0) {
    problems.push({
      code: 'not-found',
      what: `no ${wanting.map((name) => `${name}/`).join(' and no ')} in it`,
      place: { file: folder },
      expected: 'a folder with articles/ (texts) and gold/ (a YAML file of claims for each)',
      todo: 'give the folder that `npm run eval` takes',
    })
    return []
  }
  const names = readdirSync(join(folder, 'gold')).filter((name) => name.endsWith('.yaml'))
  if (names.length === 0)
    problems.push({
      code: 'bad-input',
      what: 'no gold in it',
      place: { file: join(folder, 'gold') },
      expected: '.yaml files',
      todo: 'add gold or leave the folder out',
    })
  return names.sort().flatMap((name) => articleOf(folder, join(folder, 'gold', name), problems) ?? [])
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function articleOf(folder: string, path: string, problems: Problem[]): GoldArticle | undefined {
  const file = openDataFile(path)
  const parsed = file.problems.length > 0 ? { problems: file.problems } : parseDataFile(file, Gold)
  const gold = 'value' in parsed ? parsed.value : undefined
  if (gold === undefined) {
    const todo = 'mend the gold: CLAIMS.md tells its form'
    problems.push(...parsed.problems.map((problem): Problem => ({ ...problem, code: 'bad-input', todo })))
    return undefined
  }
  const source = join(folder, 'articles', gold.article)
  const place = (at: readonly (string | number)[]) => ({ file: path, ...file.locate(at), path: at.join('.') })
  if (!existsSync(source)) {
    const what = `its article ${source} is not there`
    problems.push({ code: 'not-found', what, place: place(['article']), todo: 'add the article or take the gold away' })
    return undefined
  }
  const text = readFileSync(source, 'utf8')
  const stances = gold.claims.flatMap((claim, at): GoldStance[] => {
    if (claim.kind !== 'stance') return []
    const { actor, about, stance, optional = false, quote } = claim
    const words = typeof quote === 'string' ? quote : quote.text
    const start = typeof quote === 'string' ? text.indexOf(words) : (quote.start ?? text.indexOf(words))
    if (text.startsWith(words, start) && start >= 0)
      return [{ actor, about, side: SIDED[stance], optional, start, end: start + words.length }]
    problems.push({
      code: 'bad-input',
      what: `${source} doesn't have the quote`,
      place: place(['claims', at, 'quote']),
      expected: 'the exact words of the article',
      todo: 'copy them from it',
    })
    return []
  })
  return { id: gold.article, text, stances }
}

/** A sentence in which someone may hold something, with the signs of each who may. */
interface Sentence {
  readonly start: number
  readonly end: number
  readonly headline: boolean
  readonly actors: readonly Pick<Example, 'signs' | 'things'>[]
  readonly codes: readonly string[]
}

function sentencesOf({ id, text }: GoldArticle, table: SignTable, names: Names): Sentence[] {
  const met: Sentence[] = []
  readWatched({ id, text }, {}, (scene, found) => {
    names.meet(scene)
    const all = evidenceIn(scene, found, table)
    const words = wordsOf(scene, table)
    met.push({
      start: scene.tokens[scene.from]?.start ?? 0,
      end: scene.tokens[scene.to - 1]?.end ?? 0,
      headline: scene.headline,
      codes: all.map(({ actor }) => actor),
      actors: all.map(({ rows, things }) => {
        const signs = new Set([...rows, ...words])
        return { signs: [...signs], things: things.map((own) => [...new Set(own)].filter((row) => !signs.has(row))) }
      }),
    })
  })
  return met.sort((a, b) => a.start - b.start)
}

/** Who holds what in each sentence. A stance is told where its quote starts, or in the first sentence that it reaches. */
function heldIn({ stances }: GoldArticle, sentences: readonly Sentence[]): Map<string, GoldStance>[] {
  const held = sentences.map(() => new Map<string, GoldStance>())
  for (const each of stances) {
    const at = sentences.findIndex(({ end }) => each.start < end)
    if (at < 0 || (sentences[at] as Sentence).start >= each.end) continue
    const key = `${each.actor} ${each.about}`
    const before = held[at]?.get(key)
    if (before === undefined || (before.optional && !each.optional)) held[at]?.set(key, each)
  }
  return held
}

function examplesOf({ headline, codes, actors }: Sentence, held: ReadonlyMap<string, GoldStance>): Example[] {
  return actors.map(({ signs, things }, at) => ({
    signs,
    things,
    held: ABOUT.map((about) => {
      const gold = held.get(`${codes[at]} ${about}`)
      return {
        class: SIDES.indexOf(gold?.side),
        weight: (gold?.optional === true ? OPTIONAL : 1) * (headline ? HEADLINE : 1),
      }
    }),
  }))
}
