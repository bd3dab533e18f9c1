import { add } from './add-stance.js'
import { affirmed, placeIn, type VerbChunk } from './chunk.js'
import { canHold } from './entity.js'
import { isHeldByOne } from './held-already.js'
import { holderOf } from './holders.js'
import { issueFrom } from './issues.js'
import { isOnText } from './pointing.js'
import type { FoundStance, Scene } from './scene.js'
import { WordSet } from './wordset.js'

const PREFERRING = new WordSet(
  'prefer favor favour want advocate choose support urge recommend back see need seek'.split(' '),
)
const FAVOURING = new WordSet(['prefer', 'favor', 'favour', 'choose'])
const OVER = new Set(['over', 'than', 'before', 'above'])

/** "prefers diplomacy to punishment", "favours dialogue over sanctions", "wants talks, not war": the other thing is not wanted. */
export function preferred(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!PREFERRING.hasVerb(verb) || verb.passive || verb.negated) return
  const { chunks } = scene.clauses
  const { tokens } = scene
  const first = issueFrom(chunks, verb.index + 1, tokens, 5)
  if (first?.noun === undefined || first.about === 'conduct') return
  const at = placeIn(chunks, first.noun)
  const end = Math.min(chunks.length, at + 5)
  for (let link = at + 1; link < end; link++) {
    const chunk = chunks[link]
    if (chunk === undefined || chunk.kind === 'verb' || chunk.kind === 'subordinator') return
    const noun = chunks[link + 1]
    if (noun?.kind !== 'noun' || !sets(scene, chunk.to - 1, verb)) continue
    const other = issueFrom(chunks, link + 1, tokens, 3)
    if (other === undefined || other.about === first.about || other.about === 'conduct') return
    const holder = holderOf(scene, verb)
    if (holder === undefined || holder.codes.length === 0 || holder.codes.includes('UNSC')) return
    add(scene, into, {
      holder,
      stance: other.sign === 1 ? 'opposes' : 'supports',
      about: other.about,
      noun: other.noun,
      verb: affirmed(verb),
      rule: 'prefer',
      to: link + 1,
    })
    return
  }
}

/** The word that sets one thing above the other. */
function sets({ tokens }: Scene, at: number, verb: VerbChunk): boolean {
  const word = tokens[at]?.lower ?? ''
  if (word === 'to') return verb.lemma === 'prefer'
  if (word === 'not') return true
  if (word === 'of') return tokens[at - 1]?.lower === 'instead'
  // "wants sanctions over the vote": because of it; "favours talks over sanctions"
  if (word === 'over' && !FAVOURING.hasVerb(verb)) return false
  return OVER.has(word)
}

/** "would have preferred a statement", "would have liked a softer text": not what there is. */
export function wouldRather({ lemma, modal, perfect, negated }: VerbChunk): boolean {
  return modal === 'would' && perfect && !negated && (lemma === 'prefer' || lemma === 'like')
}

/** Who would rather have had another text is not for the one that is spoken of. */
export function prefersOther(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!isOnText(scene, verb.index)) return
  const holder = holderOf(scene, verb)
  if (!canHold(holder) || isHeldByOne(into, holder.codes, 'resolution')) return
  add(scene, into, { holder, stance: 'opposes', about: 'resolution', verb, rule: 'rather', to: verb.index + 2 })
}
