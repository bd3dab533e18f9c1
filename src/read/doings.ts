import { isOfUN } from './bodies.js'
import type { Chunk, VerbChunk } from './chunks.js'
import type { About } from './claim.js'
import type { Entity } from './entity.js'
import { inflected, lexicon } from './lexicon.js'
import type { Token } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

interface Doing {
  readonly about: About
  readonly alone: boolean
}

const doings = new Trie<Doing>()
for (const each of lexicon.doings)
  for (const alone of [true, false])
    for (const words of alone ? each.alone : each.objects)
      for (const keys of inflected(words)) doings.add(keys, { about: each.about, alone })

const SENDING = new WordSet(['send', 'deploy', 'dispatch', 'contribute', 'commit', 'pledge', 'provide'])
const TROOPS = new WordSet([
  'troops',
  'soldiers',
  'peacekeepers',
  'warplanes',
  'jets',
  'battalion',
  'battalions',
  'brigade',
  'paratroopers',
  'warships',
])

/** "sanctioning the North", "bombing Libya", "sit down with the rebels": what is at issue is in the verb. */
export function doingAt(chunks: readonly Chunk[], verb: VerbChunk, tokens: readonly Token[]): About | undefined {
  const end = chunks[chunks.length - 1]?.to ?? verb.to
  const object = chunks[verb.index + 1]
  if (object?.kind === 'noun' && SENDING.hasVerb(verb) && TROOPS.has(tokens[object.head])) return 'force'
  let about: About | undefined
  let longest = 0
  doings.each(tokens, verb.at, end, (doing, length) => {
    if (length < longest) return
    if (!doing.alone && !isDoneTo(verb, doing.about) && !done(chunks, verb.at + length, doing.about, tokens)) return
    longest = length
    about = doing.about
  })
  return about
}

/** "speaking to reporters" is no talks. */
const HEARERS = new WordSet([...lexicon.speech.hearers, 'council', 'assembly'])
const PARTIES = new WordSet(
  'rebels rebel opposition government governments regime sides side parties party junta generals militants insurgents faction factions movement movements leader leaders neighbours neighbors neighbour neighbor enemy enemies adversaries adversary foes mutineers separatists fighters groups group militias warlords representatives delegation capital'.split(
    ' ',
  ),
)

function isParty(entity: Entity | undefined): boolean {
  return entity?.codes.some((code) => !isOfUN(code)) === true
}

/** "wants Togo punished": the state is its subject. */
function isDoneTo({ passive, subject }: VerbChunk, about: About): boolean {
  return passive && about !== 'talks' && subject?.entity !== undefined && subject.entity.pronoun !== true
}

/** The next noun phrase is a state or one of its people, not the issue itself. */
function done(chunks: readonly Chunk[], from: number, about: About, tokens: readonly Token[]): boolean {
  const next = chunks.find((chunk) => chunk.from >= from && chunk.kind !== 'adverb')
  if (next?.kind !== 'noun') return false
  if (about === 'talks')
    return !HEARERS.has(tokens[next.head]) && (isParty(next.entity) || PARTIES.has(tokens[next.head]))
  return (next.entity !== undefined && next.entity.pronoun !== true) || next.owner !== undefined
}
