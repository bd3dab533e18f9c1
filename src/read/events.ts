import type { NounChunk, VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { askedBy, entriesAt } from './issues.js'
import { entryTrie, lexicon, objectTrie } from './lexicon.js'
import { actorOf, operatorBetween, type Scene, speakerOf } from './stances.js'
import type { Entity } from './who.js'

/** An event before dates and quotes are settled. */
export interface FoundEvent {
  readonly type: EventType
  readonly actors: readonly string[]
  readonly from: number
  readonly to: number
  readonly against?: string
  readonly planned?: boolean
  readonly speaker?: Entity
  /** Told by a noun in passing, not by a verb: counts only where nothing told it before. */
  readonly passing?: boolean
  readonly rule: string
  readonly words: readonly [number, number]
}

const families = lexicon.events

export function eventsIn(scene: Scene): FoundEvent[] {
  const found: FoundEvent[] = []
  for (const verb of scene.clauses.verbs) {
    told(scene, verb, found)
    threat(scene, verb, found)
  }
  phrases(scene, found)
  nouns(scene, found)
  return found
}

function objectOf(scene: Scene, verb: VerbChunk, family: number): { noun: NounChunk; at: number } | undefined {
  if (verb.passive && verb.subject !== undefined)
    return names(scene, verb.subject, family) ? { noun: verb.subject, at: verb.index } : undefined
  for (let at = verb.index + 1; at < Math.min(scene.clauses.chunks.length, verb.index + 7); at++) {
    const chunk = scene.clauses.chunks[at]
    if (chunk?.kind === 'noun') {
      if (names(scene, chunk, family)) return { noun: chunk, at }
    } else if (
      chunk?.kind === 'verb' ||
      chunk?.kind === 'subordinator' ||
      chunk?.kind === 'relative' ||
      chunk?.kind === 'mark'
    ) {
      if (!(chunk.kind === 'verb' && (chunk.form === 'to' || chunk.form === 'ing'))) return undefined
    }
  }
  return undefined
}

function names(scene: Scene, noun: NounChunk, family: number): boolean {
  let is = false
  for (let at = noun.from; at < noun.to && !is; at++) {
    objectTrie.each(scene.tokens, at, noun.to, (value, length) => {
      if (value === family && (at + length === noun.to || length > 1 || scene.tokens[at + length]?.kind === 'number'))
        is = true
    })
  }
  return is
}

/** Whether the verb tells something that is, was or will be, and not what is asked, feared or denied. */
function isTold(scene: Scene, verb: VerbChunk): boolean {
  if (verb.negated || verb.conditional === true) return false
  if (verb.modal !== undefined && verb.modal !== 'will' && verb.modal !== 'would' && verb.modal !== "'ll") return false
  if (verb.form === 'to') {
    const { parent } = verb
    if (parent === undefined || parent.negated || entriesAt(scene.tokens, parent.at, scene.to, 'request') !== undefined)
      return false
    return operatorBetween(scene, parent, verb) === 'keep'
  }
  if (verb.form === 'ing' && verb.parent !== undefined) {
    const before = scene.clauses.chunks[verb.index - 1]
    if (/^(?:stop|refrain|halt|avoid|prevent|ban|prohibit|suspend)$/.test(verb.parent.lemma)) return false
    if (before?.kind === 'preposition' && before.word === 'from') return false
  }
  return true
}

function future(verb: VerbChunk): boolean {
  return verb.modal !== undefined || verb.form === 'to'
}

function told(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  const seen = new Set<number>()
  entryTrie.each(scene.tokens, verb.at, scene.to, (entry) => {
    if (entry.role !== 'event' || entry.part !== 'verb' || entry.event === undefined || seen.has(entry.event)) return
    const family = families[entry.event]
    if (family === undefined || family.objects === undefined) return
    if (!isTold(scene, verb)) return
    if (family.fallback === 'target' && verb.modal !== undefined) return
    const object = objectOf(scene, verb, entry.event)
    if (object === undefined) return
    const subject = verb.passive ? verb.agent : verb.subject
    const entity = subject === undefined ? undefined : actorOf(scene, subject)
    let actors = entity?.codes ?? []
    if (family.subjects !== undefined) {
      const fits = verb.passive
        ? entity === undefined || actors.some((code) => family.subjects?.includes(code))
        : actors.some((code) => family.subjects?.includes(code))
      if (!fits || future(verb)) return
    }
    if (family.future === true && !future(verb) && !/expect|be /.test(entry.words)) return
    if (family.actor === 'UNSC') {
      if (family.subjects === undefined && future(verb)) return
      actors = ['UNSC']
    } else if (actors.length === 0 && family.fallback === 'target' && scene.memory.target !== undefined)
      actors = [object.noun.owner?.codes[0] ?? scene.memory.target]
    if (family.type === 'draft-tabled' && future(verb)) return
    if (family.type === 'missile-launch' || family.type === 'nuclear-test')
      actors = actors.filter((code) => code.length === 3)
    if (family.weak === true && (actors.length === 0 || (verb.form !== 'finite' && verb.form !== 'participle'))) return
    if (actors.length === 0) return
    seen.add(entry.event)
    const speaker = scene.clauses.speakerAt(verb.index)
    into.push({
      type: family.type,
      actors,
      from: verb.index,
      to: Math.max(object.at, verb.index),
      ...(future(verb) ? { planned: true } : {}),
      ...(speaker === undefined ? {} : { speaker }),
      rule: family.type,
      words: [verb.from, verb.to],
    })
  })
}

/** "threatened to …", "vowed retaliation"; and the target that says it will go on with, or give up, what is at issue. */
function threat(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if (verb.negated) return
  const { chunks } = scene.clauses
  const push = (actors: readonly string[], rule: string, to: number) =>
    into.push({ type: 'threat', actors, from: verb.index, to, rule, words: [verb.from, verb.to] })
  const subject = verb.passive ? undefined : verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  const match = entriesAt(scene.tokens, verb.at, scene.to, 'event')
  if (
    match !== undefined &&
    families[match.entry.event ?? -1]?.type === 'threat' &&
    subject !== undefined &&
    subject.codes.length > 0
  ) {
    const next = scene.clauses.verbs.find((each) => each.parent === verb && each.index > verb.index)
    const voting =
      next !== undefined &&
      /^(?:veto|block|support|back|keep|continue|work|help|cooperate|protect|defend)$/.test(next.lemma)
    const harmless =
      /^vow/.test(match.entry.words) &&
      next !== undefined &&
      scene.memory.target !== undefined &&
      !subject.codes.includes(scene.memory.target)
    const sanctions =
      /^threaten/.test(match.entry.words) &&
      next === undefined &&
      chunks[verb.index + 1]?.kind === 'noun' &&
      askedBy(chunks, verb, scene.tokens)?.about === 'conduct'
    if (!voting && !harmless && !sanctions) push(subject.codes, 'threaten', Math.min(verb.index + 4, chunks.length - 1))
    return
  }
  const { target } = scene.memory
  if (target === undefined || subject === undefined || !subject.codes.includes(target)) return
  if (verb.form !== 'finite' || verb.relative === true || (verb.modal !== 'will' && verb.modal !== 'would')) return
  const speaker = speakerOf(scene, verb.index)
  if (speaker === undefined || !speaker.codes.includes(target)) return
  const next = scene.clauses.verbs.find((each) => each.parent === verb && each.index === verb.index + 1)
  const issue = askedBy(chunks, next ?? verb, scene.tokens)
  if (issue?.about === 'conduct' && issue.sign === 1 && issue.noun !== undefined)
    push([target], 'will-go-on', verb.index + 3)
  else if (
    /^(?:end|bar|expel|withdraw|quit|suspend|stop|resume|restart|retaliate|respond|reconsider|leave)$/.test(
      verb.lemma,
    ) &&
    issue?.about !== 'sanctions' &&
    issue?.about !== 'talks'
  )
    push([target], 'will-give-up', verb.index + 3)
}

function chunkIndex(scene: Scene, token: number): number {
  return scene.clauses.chunks.findIndex((chunk) => chunk.from <= token && token < chunk.to)
}

/** Wordings that tell an event by themselves: "put to a vote", "ended in deadlock". */
function phrases(scene: Scene, into: FoundEvent[]): void {
  for (let at = scene.from; at < scene.to; at++) {
    entryTrie.each(scene.tokens, at, scene.to, (entry, length) => {
      if (entry.role !== 'event' || entry.part !== 'phrase' || entry.event === undefined) return
      const family = families[entry.event]
      if (family === undefined) return
      const index = Math.max(0, chunkIndex(scene, at))
      const verb = [...scene.clauses.verbs].reverse().find((each) => each.index <= index)
      let actors: readonly string[]
      if (family.actor === 'UNSC') actors = ['UNSC']
      else if (family.type === 'threat')
        actors =
          (speakerOf(scene, index) ?? (verb?.subject === undefined ? undefined : actorOf(scene, verb.subject)))
            ?.codes ?? []
      else actors = verb?.subject?.entity?.codes ?? (scene.memory.target === undefined ? [] : [scene.memory.target])
      if (
        family.type === 'vote-held' &&
        !scene.tokens
          .slice(scene.from, scene.to)
          .some((token) =>
            /^(?:council|resolution|draft|statement|vote|votes|voted|member|members|nations)$/.test(token.lower),
          )
      )
        return
      if (actors.length === 0) return
      into.push({
        type: family.type,
        actors: actors.slice(0, 1),
        from: index,
        to: Math.max(0, chunkIndex(scene, at + length - 1)),
        rule: `${family.type}:phrase`,
        words: [at, at + length],
        ...(family.future === true ? { planned: true } : {}),
      })
    })
  }
}

/** Nouns that tell an event in passing: "after its nuclear test", "the North's July 5 missile tests". */
function nouns(scene: Scene, into: FoundEvent[]): void {
  const { chunks } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun') continue
    for (let at = noun.from; at < noun.to; at++) {
      entryTrie.each(scene.tokens, at, Math.min(scene.to, noun.to + 4), (entry, length) => {
        if (entry.role !== 'event' || entry.part !== 'noun' || entry.event === undefined || at + length < noun.to)
          return
        const family = families[entry.event]
        if (family === undefined) return
        const by = chunks[index + 1]?.kind === 'preposition' ? chunks[index + 2] : undefined
        const agent =
          by?.kind === 'noun' && (by.preposition === 'by' || by.preposition === 'of') ? by.entity : undefined
        const owner =
          family.fallback === 'target' && (noun.owner?.pronoun === true || noun.owner?.codes[0]?.length !== 3)
            ? undefined
            : noun.owner
        let codes = owner?.codes ?? agent?.codes ?? noun.entity?.codes ?? []
        if (family.actor === 'UNSC') codes = ['UNSC']
        else if (codes.length === 0 && family.fallback === 'target' && scene.memory.target !== undefined)
          codes = [scene.memory.target]
        if (codes.length === 0) return
        const before = scene.tokens[noun.from]?.lower
        const verb = chunks[index - 1]?.kind === 'preposition' ? chunks[index - 2] : chunks[index - 1]
        const asked =
          verb?.kind === 'verb' && (verb.form === 'to' || verb.modal !== undefined) && verb.lemma !== 'condemn'
        if (
          asked ||
          before === 'no' ||
          before === 'any' ||
          before === 'further' ||
          before === 'future' ||
          before === 'possible' ||
          before === 'another'
        )
          return
        if (noun.to - noun.from < 2 && family.weak === true && noun.owner === undefined) return
        into.push({
          type: family.type,
          actors: codes.slice(0, 1),
          from: index,
          to: index,
          passing: true,
          rule: `${family.type}:noun`,
          words: [at, at + length],
        })
      })
    }
  }
}
