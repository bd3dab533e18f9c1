import { add } from './add-stance.js'
import { type NounChunk, placeIn } from './chunk.js'
import { issueFrom } from './issues.js'
import { lexicon } from './lexicon.js'
import { type FoundStance, type Scene, speakerOf } from './scene.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'

const ways = new Trie<true>()
for (const noun of lexicon.solutions.nouns) for (const form of [noun, `${noun}s`]) ways.add(keysOf(form), true)
const GOOD = new Set(lexicon.solutions.good)
const BAD = new Set(lexicon.solutions.bad)
const NEEDED = new Set(lexicon.solutions.needed)

/** "The best response is a new resolution", "sanctions are not the answer", "what is needed is dialogue": the speaker's way out. */
export function solutionsIn(scene: Scene, into: FoundStance[]): void {
  const { clauses, tokens } = scene
  for (const verb of clauses.verbs) {
    if (!verb.copula || verb.form !== 'finite' || verb.conditional === true) continue
    const speaker = speakerOf(scene, verb.index)
    if (speaker === undefined || speaker.codes.length === 0) continue
    let behind = verb.index + 1
    while (clauses.chunks[behind]?.kind === 'adverb') behind++
    const complement = clauses.chunks[behind]
    if (complement?.kind !== 'noun') continue
    const { subject } = verb
    const sought = subject === undefined ? 0 : goodness(scene, subject)
    const told = goodness(scene, complement)
    let side = 0
    let issue = undefined as ReturnType<typeof issueFrom>
    if (sought !== 0 || needed(scene, verb.from)) {
      issue = issueFrom(clauses.chunks, behind, tokens, 5)
      side = sought === 0 ? 1 : sought
    } else if (told !== 0 && subject !== undefined) {
      const at = placeIn(clauses.chunks, subject)
      issue = at < 0 ? undefined : issueFrom(clauses.chunks.slice(0, verb.index), at, tokens, 5)
      side = told
    }
    if (issue === undefined || side === 0 || issue.about === 'conduct' || issue.about === 'implementation') continue
    // "warned that it would be the first step toward a war"
    if (verb.reported !== undefined && /^(?:warn|fear|caution|worry)$/.test(verb.reported.lemma)) continue
    const no = tokens[complement.from]?.lower === 'no' || verb.negated
    if (verb.modal === 'could' || verb.modal === 'may' || verb.modal === 'might') continue
    const stance = side * issue.sign * (no ? -1 : 1) > 0 ? 'supports' : 'opposes'
    add(scene, into, { holder: speaker, stance, about: issue.about, verb, rule: 'must-be-the-way', to: behind })
  }
}

/** 1 for "the right answer", -1 for "the wrong way", 0 for no way at all. */
function goodness(scene: Scene, noun: NounChunk): 1 | -1 | 0 {
  let way = false
  let good = false
  for (let at = noun.from; at < noun.to; at++) {
    const word = scene.tokens[at]?.lower ?? ''
    if (BAD.has(word)) return -1
    if (GOOD.has(word)) good = true
    ways.each(scene.tokens, at, noun.to, (_, length) => {
      if (at + length === noun.to) way = true
    })
  }
  return way && good ? 1 : 0
}

/** "What is needed is …" */
function needed(scene: Scene, to: number): boolean {
  let what = false
  for (let at = Math.max(scene.from, to - 7); at < to; at++) {
    const word = scene.tokens[at]?.lower ?? ''
    if (word === 'what') what = true
    else if (what && NEEDED.has(word)) return true
  }
  return false
}
