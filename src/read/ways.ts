import { sameVerb, type VerbChunk, verbChunk } from './chunk.js'
import { issueFrom } from './issues.js'
import { entryTrie } from './lexicon.js'
import { actorOf, add, type FoundStance, type Scene, speakerOf } from './scene.js'

/** "no alternative to dialogue", "the door is open to talks": whoever says so is for it. */
export function alternatives(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  for (let at = scene.from; at < scene.to; at++) {
    if (entryTrie.at(tokens, at).length === 0) continue
    entryTrie.each(tokens, at, scene.to, (entry, length) => {
      if (entry.role !== 'evaluation' || entry.part !== 'phrase') return
      const index = clauses.chunks.findIndex((chunk) => chunk.to > at + length - 1)
      if (index < 0) return
      const verb = [...clauses.verbs].reverse().find((each) => each.index <= index)
      const holder = speakerOf(scene, index) ?? (verb?.subject === undefined ? undefined : actorOf(scene, verb.subject))
      if (holder === undefined || holder.codes.length === 0) return
      const issue = issueFrom(clauses.chunks, index, tokens, 6) ?? issueFrom(clauses.chunks, index + 1, tokens, 6)
      if (issue === undefined || issue.about === 'conduct' || issue.sign === -1) return
      const carrier = verb === undefined ? verbChunk(at, at + length, at) : sameVerb(verb)
      carrier.index = verb === undefined ? index : Math.min(index, verb.index)
      add(scene, into, holder, 'supports', { about: issue.about }, carrier, entry, index)
    })
  }
}

/** "there is only a diplomatic solution", "there is no military solution". */
export function existential(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  if (!verb.copula || verb.subject === undefined || tokens[verb.subject.from]?.lower !== 'there') return
  const speaker = speakerOf(scene, verb.index)
  const noun = clauses.chunks[verb.index + 1]
  if (speaker === undefined || speaker.codes.length === 0 || noun === undefined) return
  const no = tokens[noun.from]?.lower === 'no' || verb.negated
  const issue = issueFrom(clauses.chunks, verb.index + 1, tokens, 5)
  if (issue === undefined) return
  if (issue.about === 'talks' && !no)
    add(scene, into, speaker, 'supports', { about: 'talks' }, verb, { rule: 'there-is' }, verb.index + 2)
  else if (issue.about === 'force' && no)
    add(scene, into, speaker, 'opposes', { about: 'force' }, verb, { rule: 'there-is' }, verb.index + 2)
}
