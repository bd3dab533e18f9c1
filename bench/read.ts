/**
 * Articles read a second on one core, claims and all, beside a naive baseline that only splits, tags and finds names (compromise):
 * `npm run build && npx tsx bench/read.ts [--quick]`. The articles are the project's own examples, cut or repeated to 450 words.
 * Times are of the processor, not of the clock, and begin when the engine has made its machine code: rounds of 1,200 articles warm it until two
 * agree (the first thousands are read at a quarter to two thirds of the rate). Then the time for texts that double, from 0.1 to 1.6 million characters.
 */
import { readFileSync } from 'node:fs'
import nlp from 'compromise'
import { readArticle } from '../dist/read/index.js'

const files = [
  'dprk-2006-10-13-vote-expected.txt',
  'iran-2006-07-31-deadline.txt',
  'iran-2010-06-09-vote.txt',
  'sudan-2005-03-29-travel-ban.txt',
]
const WORDS = 450
const texts = files.map((file) => {
  const words = readFileSync(`examples/articles/${file}`, 'utf8').split(/(?<=\s)(?=\S)/)
  while (words.length < WORDS) words.push(...words.slice(0, WORDS - words.length))
  return words.slice(0, WORDS).join('')
})
const quick = process.argv.includes('--quick')

function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** So near must two rounds of warming be to each other. */
const NEAR = 0.03
const MOST_WARMING = 25

/** Articles a second: the best of some rounds, after as many to warm up as it takes until two that follow one another agree. */
function rate(rounds: number, repeats: number, work: (text: string) => unknown): number {
  const round = () => {
    const time = seconds(() => {
      for (let repeat = 0; repeat < repeats; repeat++) for (const text of texts) work(text)
    })
    return (repeats * texts.length) / time
  }
  let [before, now] = [0, round()]
  for (let warm = 0; warm < MOST_WARMING && Math.abs(now - before) > NEAR * now; warm++) [before, now] = [now, round()]
  let best = now
  for (let at = 0; at < rounds; at++) best = Math.max(best, round())
  return best
}

const ours = rate(quick ? 2 : 6, 300, (text) => readArticle({ id: 'bench', text }))
const naive = rate(1, 3, (text) => {
  const doc = nlp(text)
  return [
    doc.sentences().length,
    doc.people().out('array'),
    doc.places().out('array'),
    doc.organizations().out('array'),
  ]
})
console.log(`${texts.length} articles of ${WORDS} words, node ${process.version}`)
console.log(`penholder read, claims and all   ${Math.round(ours)} articles/s`)
console.log(`compromise, tags and names only  ${Math.round(naive)} articles/s`)
console.log(`ratio                            ${(ours / naive).toFixed(1)}`)

const shapes: Readonly<Record<string, (length: number) => string>> = {
  'articles on end': (length) =>
    texts
      .join('\n\n')
      .repeat(Math.ceil(length / 10_000))
      .slice(0, length),
  'one line': (length) =>
    texts
      .join(' ')
      .replaceAll('\n', ' ')
      .repeat(Math.ceil(length / 10_000))
      .slice(0, length),
  'a name repeated': (length) => 'Russia, '.repeat(Math.ceil(length / 8)).slice(0, length),
  'an open quotation': (length) =>
    `"${'Russia opposes sanctions and '.repeat(Math.ceil(length / 29))}`.slice(0, length),
  'no white space': (length) => 'a'.repeat(length),
}
console.log('\nmilliseconds for texts that double (thousand characters)')
const sizes = quick ? [100, 200, 400] : [100, 200, 400, 800, 1600]
console.log(`${''.padEnd(20)}${sizes.map((size) => String(size).padStart(8)).join('')}`)
for (const [name, make] of Object.entries(shapes)) {
  const times = sizes.map((size) => {
    const text = make(size * 1000)
    return Math.round(seconds(() => readArticle({ id: 'bench', text })) * 1000)
  })
  console.log(`${name.padEnd(20)}${times.map((time) => String(time).padStart(8)).join('')}`)
}
