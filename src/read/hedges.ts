import { actorOf } from './actor-of.js'
import { isOfUN } from './bodies.js'
import type { VerbChunk } from './chunk.js'
import { canHold, type Entity } from './entity.js'
import type { Issue } from './issue.js'
import { issueFrom } from './issues.js'
import type { Entry } from './lexicon.js'
import { raisedAt } from './pointing.js'
import { asks } from './reporting.js'
import { type FoundStance, type Scene, speakerOf } from './scene.js'
import { isOnOther } from './silences.js'
import { WordSet } from './wordset.js'

/** Phrases that speak of nothing but a vote. */
const VOTING =
  /clarif|position|hand$|hesitat|take sides|taken sides|either way|guess|answer|open mind|open-mind|instructions|fence|commit+al|made? up|take[ns]? a (?:position|stand)|took|cards|mind|which way|rush|how (?:it|they)|24-hour/
const VOTED = new WordSet(
  'vote votes voted voting veto abstain drafts draft text resolution document measure paper proposal support back'.split(
    ' ',
  ),
)

/** What is left open: "needs time to study the draft", "its vote would depend on the wording", "had no instructions yet". */
export function hedgesIn(scene: Scene): FoundStance[] {
  const into: FoundStance[] = []
  const { silences } = scene.hits
  if (scene.headline || silences.length === 0) return into
  const { tokens, clauses } = scene
  for (let at = scene.from; at < scene.to; at++) {
    let entry: Entry | undefined
    let length = 0
    for (const each of silences) {
      if (each.at !== at || each.length < length || (each.entry.negated === true && !denied(scene, at))) continue
      length = each.length
      entry = each.entry
    }
    if (entry === undefined) continue
    // "was not under consideration"
    const off = entry.words === 'under consideration' && denied(scene, at)
    // "did not specify its contents": no vote that is left open
    if (entry.words === 'not specify' && THINGS.has(tokens[at + length])) continue
    if (entry.words.endsWith(' say') && isOnOther(tokens, at + length)) continue
    const index = clauses.chunks.findIndex((chunk) => chunk.to > at)
    const asked = askedAbout(scene, at, at + length)
    // "it was unclear whether the planes had left": the reporter doesn't know
    if (asked === undefined && UNCLEAR.test(entry.words)) continue
    if (entry.words.startsWith('decide') && othersDecide(scene, at)) continue
    const holder = asked?.holder ?? holderAt(scene, index, at)
    if (!canHold(holder)) continue
    if (holder.codes.some((code) => isOfUN(code) || code === scene.memory.target)) continue
    const after =
      asked === undefined
        ? (issueFrom(clauses.chunks, index + 1, tokens) ?? behindWhether(scene, index))
        : issueFrom(clauses.chunks, asked.verb.index + 1, tokens)
    const voted = tokens.slice(scene.from, scene.to).some((token) => VOTED.has(token))
    const about =
      (after?.about === 'sanctions' || after?.about === 'force') &&
      !after.weak &&
      (asked === undefined || !textNamed(scene))
        ? after.about
        : voted || asked !== undefined || VOTING.test(entry.words)
          ? 'resolution'
          : (after?.about ?? raisedAt(scene, index))
    if (about === undefined || about === 'conduct' || about === 'implementation') continue
    if (off && about === 'resolution') continue
    const speaker = clauses.speakerAt(index)
    into.push({
      actors: holder.codes,
      stance: off ? 'opposes' : 'undeclared',
      about,
      from: asked?.leads === true ? 0 : Math.max(0, index - 1),
      to: Math.min(index + 3, clauses.chunks.length - 1),
      rule: 'unsaid',
      words: [at, at + length],
      ...(scene.memory.target === undefined ? {} : { target: scene.memory.target }),
      ...(speaker === undefined ? {} : { speaker }),
    })
    at += length - 1
  }
  return into
}

const UNCLEAR = /\bclear\b|unclear/

/** "for the people to decide whether they want it", "Congress can decide whether": no state is undecided. */
function othersDecide(scene: Scene, at: number): boolean {
  const verb = scene.clauses.verbs.findLast((each) => each.from <= at && each.to > at)
  const subject = verb?.subject
  if (subject === undefined) return false
  const actor = actorOf(scene, subject)
  return actor === undefined || actor.codes.length === 0
}

const TEXTS = new WordSet('vote votes voted voting veto abstain draft drafts text resolution document'.split(' '))

/** A text or a vote is spoken of, and not sanctions by themselves. */
function textNamed(scene: Scene): boolean {
  return TEXTS.stands(scene.tokens, scene.from, scene.to)
}

/** "did not specify whether new sanctions were coming" */
function behindWhether(scene: Scene, index: number): Issue | undefined {
  const { chunks } = scene.clauses
  for (let at = index; at < Math.min(chunks.length, index + 4); at++) {
    const chunk = chunks[at]
    if (chunk !== undefined && chunk.kind !== 'noun' && WHETHER.has(scene.tokens[chunk.to - 1]))
      return issueFrom(chunks, at + 1, scene.tokens)
  }
  return undefined
}

/** "unclear whether China would go along", "Whether Russia will veto it is an open question": the one of whom it is asked. */
function askedAbout(
  scene: Scene,
  at: number,
  to: number,
): { holder: Entity; leads: boolean; verb: VerbChunk } | undefined {
  const { tokens, clauses } = scene
  const leads = WHETHER.has(tokens[scene.from])
  const follows = WHETHER.has(tokens[to - 1]) || WHETHER.has(tokens[to])
  if (!leads && !follows) return undefined
  const verb = clauses.verbs.find(
    (each) => (leads ? each.to <= at : each.from >= to) && each.form === 'finite' && (leads || each.relative !== true),
  )
  if (verb?.subject === undefined || !VOTES.hasVerb(verb)) return undefined
  const holder = actorOf(scene, verb.subject)
  return holder === undefined || holder.codes.length === 0 ? undefined : { holder, leads, verb }
}

const THINGS = new WordSet([
  'its',
  'their',
  'his',
  'her',
  'the',
  'what',
  'which',
  'any',
  'details',
  'when',
  'where',
  'who',
])
const WHETHER = new WordSet(['whether', 'if', 'how'])
const VOTES = new WordSet([
  'veto',
  'abstain',
  'vote',
  'support',
  'back',
  'oppose',
  'block',
  'go',
  'agree',
  'accept',
  'approve',
  'object',
  'endorse',
  'join',
  'reject',
  'use',
  'cast',
  'fall',
  'let',
  'come',
  'sign',
  'stand',
  'exercise',
  'wield',
])

/** The subject of the clause, the owner of "its vote", or whoever speaks. */
function holderAt(scene: Scene, index: number, at: number): Entity | undefined {
  const verb = scene.clauses.verbs.findLast((each) => each.from <= at && each.subject !== undefined)
  if (verb?.form === 'to' && verb.parent?.subject !== undefined && asks(verb.parent)) {
    // "urged the Americans not to rush": who asks has not made up its mind.
    const asker = actorOf(scene, verb.parent.subject)
    if (asker !== undefined && asker.codes.length > 0) return asker
  }
  const subject = verb?.subject
  if (subject !== undefined) {
    const actor = actorOf(scene, subject)
    if (actor !== undefined && actor.codes.length > 0 && !actor.codes.includes('UNSC')) return actor
    if (subject.owner !== undefined && subject.owner.codes.length > 0) return subject.owner
    if (subject.entity?.silent === true) return undefined
  }
  return speakerOf(scene, index)
}

function denied(scene: Scene, at: number): boolean {
  return scene.tokens.slice(Math.max(scene.from, at - 3), at).some((token) => /^(?:not|n't|never)$/.test(token.lower))
}
