import { type Chunk, type NounChunk, type OtherChunk, sameNoun, type VerbChunk } from './chunk.js'
import { asPronoun, type Entity, entityOf, withCodes } from './entity.js'
import { lexicon, verbForm } from './lexicon.js'
import type { Token } from './tokens.js'

const quoting = new Set(lexicon.speech.quoting)
const reporting = new Set(lexicon.speech.verbs.map((verb) => verb.split(' ')[0] ?? verb))
const asking = new Set(lexicon.requests.flatMap((each) => each.verbs ?? []).map((verb) => verb.split(' ')[0] ?? verb))

export function reports(verb: VerbChunk): boolean {
  return reporting.has(verb.lemma)
}

/** Joins "Russia and China", "Britain, France and Germany", and a name with its apposition into one noun phrase. */
export function joinGroups(
  chunks: readonly Chunk[],
  learn: (noun: NounChunk, entity: Entity) => Entity | undefined = (_, entity) => entity,
  lowerOf: (noun: NounChunk) => string = () => '',
): Chunk[] {
  const joined: Chunk[] = []
  for (let at = 0; at + 2 < chunks.length; at++) rename(chunks, at, learn)
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (
      chunk.kind === 'noun' &&
      chunk.entity !== undefined &&
      chunk.entity.codes.length > 0 &&
      joined.length > 3 &&
      joined[joined.length - 1]?.kind === 'comma'
    ) {
      const along = joined[joined.length - 4]
      const fellow = joined[joined.length - 2]
      if (
        along?.kind === 'preposition' &&
        along.word === 'along' &&
        fellow?.kind === 'noun' &&
        fellow.entity !== undefined
      ) {
        chunk.entity = withCodes(chunk.entity, [...new Set([...fellow.entity.codes, ...chunk.entity.codes])])
      }
    }
    const both = adjectives(chunks, at)
    if (both !== undefined) {
      joined.push(both)
      at += 2
      continue
    }
    if (chunk.kind !== 'noun' || chunk.entity === undefined || chunk.entity.silent === true) {
      joined.push(chunk)
      continue
    }
    const { end, codes } = groupFrom(chunks, at, chunk, lowerOf)
    if (end > at) {
      const last = chunks[end] as NounChunk
      const group = sameNoun(chunk)
      group.about = undefined
      group.to = last.to
      group.entity = withCodes(chunk.entity, codes)
      joined.push(group)
      at = end
    } else joined.push(chunk)
  }
  for (let i = 0; i < joined.length; i++) fellows(joined, i)
  for (let i = 0; i < joined.length; i++) {
    const chunk = joined[i]
    if (chunk?.kind === 'verb') chunk.index = i
    else if (chunk?.kind === 'noun') belongs(chunk, joined[i + 1], joined[i + 2])
  }
  return joined
}

/** "Russia, as well as Brazil and India, opposed it", "France, together with Norway,": they hold the same. */
function fellows(chunks: readonly Chunk[], at: number): void {
  const first = chunks[at]
  if (first?.kind !== 'noun' || (first.entity?.codes.length ?? 0) === 0 || first.entity?.silent === true) return
  const word = (index: number) => (chunks[index] as OtherChunk | undefined)?.word ?? ''
  let next = chunks[at + 1]?.kind === 'comma' ? at + 2 : at + 1
  if (word(next) === 'as' && word(next + 1) === 'well' && word(next + 2) === 'as') next += 3
  else if (/^(?:together|along|alongside)$/.test(word(next)) && word(next + 1) === 'with') next += 2
  else return
  const other = chunks[next]
  if (other?.kind !== 'noun' || other.entity === undefined || other.entity.silent === true) return
  if (first.entity !== undefined && other.entity.codes.length > 0)
    first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...other.entity.codes])])
}

/** "the foreign ministers of France and Germany", "officials in Tokyo": those of an office are their state's. */
function belongs(noun: NounChunk, link: Chunk | undefined, of: Chunk | undefined): void {
  const { entity } = noun
  if (entity?.office === undefined && entity?.unnamed !== true) return
  if (
    entity.silent === true ||
    entity.name !== undefined ||
    noun.owner !== undefined ||
    of?.kind !== 'noun' ||
    link?.kind !== 'preposition'
  )
    return
  if (link.word !== 'of' && link.word !== 'from' && link.word !== 'in') return
  if (of.entity === undefined || of.entity.codes.length === 0 || of.entity.person === true) return
  const theirs = withCodes(entity, of.entity.codes)
  theirs.pronoun = false
  noun.entity = theirs
}

/** "Alain Juppé, the French foreign minister,": the name takes the office; "officials in Tokyo": the office takes the state. */
function rename(
  chunks: readonly Chunk[],
  at: number,
  learn: (noun: NounChunk, entity: Entity) => Entity | undefined,
): void {
  const first = chunks[at]
  const link = chunks[at + 1]
  const second = chunks[at + 2]
  if (
    first?.kind !== 'noun' ||
    second?.kind !== 'noun' ||
    second.entity === undefined ||
    second.entity.codes.length === 0
  )
    return
  if (link?.kind === 'comma') {
    const after = chunks[at + 3]
    if (
      after !== undefined &&
      after.kind !== 'comma' &&
      after.kind !== 'mark' &&
      after.kind !== 'preposition' &&
      after.kind !== 'close'
    )
      return
    if (
      second.entity.office === undefined ||
      second.entity.pronoun === true ||
      second.entity.codes.length > 1 ||
      first.entity?.name !== undefined
    )
      return
    if (first.entity !== undefined && first.entity.codes.length > 0) return
    const entity = learn(first, second.entity)
    if (entity !== undefined) first.entity = entity
  }
}

/** "Chinese and Russian objections": one phrase with two owners. */
function adjectives(chunks: readonly Chunk[], at: number): NounChunk | undefined {
  const first = chunks[at]
  const last = chunks[at + 2]
  const link = chunks[at + 1]
  if (first?.kind !== 'noun' || last?.kind !== 'noun' || link?.kind !== 'conjunction' || first.to !== first.from + 1)
    return undefined
  const whose = first.entity ?? first.owner
  if (whose === undefined || whose.person === true || whose.pronoun === true) return undefined
  if (last.entity !== undefined || last.owner === undefined || last.owned !== undefined || last.to - last.from < 2)
    return undefined
  const codes = [...new Set([...whose.codes, ...last.owner.codes])]
  const both = sameNoun(first)
  both.entity = undefined
  both.about = undefined
  both.head = last.head
  both.to = last.to
  both.owner = entityOf(codes)
  return both
}

/** The chunk after a noun phrase and the "of …" that names its state: "Prime Minister Kishida of Japan". */
function behind(chunks: readonly Chunk[], at: number): number {
  const noun = chunks[at]
  const of = chunks[at + 1]
  const state = chunks[at + 2]
  if (
    noun?.kind !== 'noun' ||
    noun.entity?.office === undefined ||
    of?.kind !== 'preposition' ||
    of.word !== 'of' ||
    state?.kind !== 'noun'
  )
    return at + 1
  const codes = state.entity?.codes ?? []
  return codes.length === 1 && noun.entity.codes.every((code) => codes.includes(code)) ? at + 3 : at + 1
}

const FELLOWS = /^(?:other|others|its|their|several|some|many|allies|partners|western|european|arab|fellow)\b/

function groupFrom(
  chunks: readonly Chunk[],
  at: number,
  first: NounChunk,
  lowerOf: (noun: NounChunk) => string,
): { end: number; codes: readonly string[] } {
  let codes = [...(first.entity?.codes ?? [])]
  let end = at
  let pending: string[] = []
  let open = false
  for (let i = behind(chunks, at); i < chunks.length; ) {
    const link = chunks[i] as Chunk
    if (
      link.kind !== 'comma' &&
      !(link.kind === 'conjunction' && (link.word === 'and' || link.word === 'or' || link.word === 'plus'))
    )
      break
    let next = i + 1
    let and = link.kind === 'conjunction'
    if (!and && chunks[next]?.kind === 'conjunction') {
      and = (chunks[next] as OtherChunk).word !== 'but'
      next++
    }
    const item = chunks[next]
    if (item?.kind !== 'noun') break
    const entity = item.entity
    if (
      and &&
      pending.length === 0 &&
      FELLOWS.test(lowerOf(item)) &&
      (entity === undefined || entity.codes.length === 0)
    ) {
      // "the United States and other Western countries"
      end = next
      break
    }
    if (entity === undefined || entity.silent === true || entity.codes.length === 0 || entity.pronoun === true) {
      break
    }
    const after = chunks[next + 1]
    const same = entity.codes.every((code) => codes.includes(code))
    if (!and && same && item.entity?.person === true) {
      // Apposition: "Alain Juppé, the French foreign minister,".
      if (after?.kind === 'comma' && pending.length === 0) {
        end = next + 1
        return { end: next, codes }
      }
    }
    if (and) {
      // "X said and Y said": a new clause, unless a list is open or the verb is plural anyway.
      codes = [...new Set([...codes, ...pending, ...entity.codes])]
      pending = []
      end = behind(chunks, next) - 1
      open = true
      i = end + 1
      if (!(chunks[i]?.kind === 'comma' || chunks[i]?.kind === 'conjunction')) break
      if (chunks[i]?.kind === 'comma') break
      continue
    }
    if (open) break
    pending.push(...entity.codes)
    i = behind(chunks, next)
  }
  return { end, codes }
}

/** The clause's reading of one sentence: who is the subject of each verb, what reports what, and who speaks at each place. */
export interface Clauses {
  readonly chunks: readonly Chunk[]
  readonly verbs: readonly VerbChunk[]
  /** Speaker of the words at a chunk, where they are ascribed to someone. */
  speakerAt(index: number): Entity | undefined
  /** Whether the chunk stands inside quotation marks. */
  quotedAt(index: number): boolean
  /** A trailing or leading attribution of the whole sentence, where there is one. */
  readonly attribution?: Entity
}

interface Frame {
  subject: NounChunk | undefined
  verb: VerbChunk | undefined
  kind: 'main' | 'relative' | 'reported' | 'sub'
  /** Index of the relative pronoun. */
  antecedent?: number
  conditional: boolean
  /** Opened by a word that is a preposition as often: "after the vote". */
  phrase?: boolean
}

/** Those of whom something is asked without a name. */
const PARTIES =
  /^(?:sides?|part(?:y|ies)|countr(?:y|ies)|nations?|states?|members?|governments?|factions?|actors|forces|groups?|militias?|leaders?|rebels|militants|combatants|belligerents|powers|partners|neighbou?rs|colleagues|council|community|authorities)$/
const BRIEF = new Set(['after', 'before', 'since', 'until', 'as'])

export function clausesOf(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  quoteOpen: boolean,
  carried: Entity | undefined,
): Clauses {
  const verbs: VerbChunk[] = []
  const quoted: boolean[] = []
  let inside = quoteOpen
  const stack: Frame[] = [{ subject: undefined, verb: undefined, kind: 'main', conditional: false }]
  let candidate: NounChunk | undefined
  let lastNoun: NounChunk | undefined
  let lastVerb: VerbChunk | undefined
  let commaSince = false
  let apposed = false
  /** Leading participles whose subject comes with the main clause: "While welcoming the offer, Russia said". */
  const leading: VerbChunk[] = []
  const top = () => stack[stack.length - 1] as Frame
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'open') inside = true
    quoted[i] = inside
    switch (chunk.kind) {
      case 'close':
        inside = false
        break
      case 'open':
        break
      case 'noun': {
        const governed =
          (chunk.preposition !== undefined && chunk.preposition !== 'according') ||
          tokens[chunk.from - 1]?.lower === 'of'
        if (!governed || candidate === undefined) {
          if (!governed) {
            apposed = apposition(chunk, i)
            if (!apposed) candidate = chunk
          }
        }
        lastNoun = chunk
        if (!governed) commaSince = false
        break
      }
      case 'comma':
      case 'dash':
        commaSince = true
        break
      case 'mark':
        if (chunk.word === ';' || chunk.word === ':') {
          stack.length = 1
          stack[0] = { subject: undefined, verb: undefined, kind: 'main', conditional: false }
          candidate = undefined
          commaSince = false
        }
        break
      case 'conjunction':
        break
      case 'relative':
        if (top().subject === undefined && top().verb === undefined && candidate !== undefined)
          top().subject = candidate
        stack.push({
          subject: chunk.word === 'where' || chunk.word === 'whom' ? undefined : apposed ? candidate : lastNoun,
          verb: undefined,
          antecedent: i,
          kind: 'relative',
          conditional: false,
        })
        candidate = undefined
        commaSince = false
        break
      case 'subordinator': {
        const that = chunk.word === 'that'
        if (
          that &&
          lastNoun !== undefined &&
          chunks[i - 1] === lastNoun &&
          lastVerb !== undefined &&
          !reports(lastVerb) &&
          !asking.has(lastVerb.lemma) &&
          !takesThat(lastNoun)
        ) {
          // "the option that Tokyo had demanded"
          stack.push({ subject: lastNoun, verb: undefined, kind: 'relative', conditional: false, antecedent: i })
        } else if (that && lastVerb !== undefined) {
          stack.push({ subject: undefined, verb: undefined, kind: 'reported', conditional: false })
        } else
          stack.push({
            subject: undefined,
            verb: undefined,
            kind: that ? 'reported' : 'sub',
            conditional: chunk.word === 'if' || chunk.word === 'unless' || chunk.word === 'whether',
            phrase: BRIEF.has(chunk.word),
          })
        candidate = undefined
        commaSince = false
        break
      }
      case 'verb':
        place(chunk, i)
        break
      default:
        break
    }
  }

  /** "China, the North's main ally, …": the second phrase renames the first. */
  function apposition(noun: NounChunk, index: number): boolean {
    const who = candidate?.entity
    if (candidate === undefined || who === undefined || who.codes.length === 0) return false
    const article =
      /^(?:the|a|an|both|all|each|two|three|four|five|another|one|permanent|elected|non-permanent|fellow|current)$/.test(
        tokens[noun.from]?.lower ?? '',
      )
    const closed = chunks
      .slice(index + 1, index + 6)
      .find(
        (each) =>
          each.kind !== 'preposition' &&
          !(each.kind === 'noun' && (each.preposition !== undefined || tokens[each.from - 1]?.lower === 'of')),
      )
    const between = article && closed?.kind === 'comma' && noun.entity?.person !== true
    if (!between && noun.entity?.codes.some((code) => !who.codes.includes(code))) return false
    if (chunks[index - 1]?.kind !== 'comma' && chunks[index - 1]?.kind !== 'dash') return false
    return lastVerb === undefined || lastVerb.from < candidate.from
  }

  function place(verb: VerbChunk, index: number): void {
    verbs.push(verb)
    const before = chunks[index - 1]
    if (verb.form === 'participle') {
      // "sanctions imposed by": the noun before is what is done to.
      if (lastNoun !== undefined) verb.subject = lastNoun
      else {
        // "Backed by Britain, the draft …"
        const after = chunks.findIndex((chunk, at) => at > index && chunk.kind === 'comma')
        const noun = after < 0 ? undefined : chunks[after + 1]
        if (noun?.kind === 'noun') verb.subject = noun
      }
      if (before?.kind === 'comma' && top().subject !== undefined) verb.subject = top().subject as NounChunk
      withAgent(verb, index)
      lastVerb = verb
      return
    }
    if (verb.form === 'to' || verb.form === 'ing') {
      const controller = lastVerb
      if (controller !== undefined) verb.parent = controller
      const object = controller === undefined ? undefined : objectBetween(controller.index, index)
      const plain = before?.kind === 'noun' && verb.form === 'ing'
      const from = before?.kind === 'preposition' && before.word === 'from'
      if (verb.form === 'ing' && from && object !== undefined) verb.subject = undefined
      else if (
        verb.form === 'ing' &&
        before?.kind === 'preposition' &&
        (before.word === 'for' || before.word === 'of') &&
        object?.entity !== undefined &&
        object.preposition === undefined &&
        chunks[index - 2] === object
      )
        // "denounced Russia for vetoing": the one who is blamed did it.
        verb.subject = object
      else if (
        verb.form === 'to' &&
        before?.kind === 'noun' &&
        before.preposition === 'for' &&
        (before.entity !== undefined || tokens[before.from]?.lower === 'us')
      )
        // "time for the Council to act", "hard for us to accept"
        verb.subject = before
      else if (
        verb.form === 'to' &&
        controller !== undefined &&
        asking.has(controller.lemma) &&
        object !== undefined &&
        (object.entity !== undefined || verb.passive || PARTIES.test(tokens[object.head]?.lower ?? ''))
      )
        verb.subject = object
      else if (plain) verb.subject = before as NounChunk
      else if (controller?.subject !== undefined && (verb.form === 'to' || !commaSince))
        verb.subject = controller.subject
      else if (top().subject !== undefined) verb.subject = top().subject as NounChunk
      else if (stack[0]?.subject !== undefined) verb.subject = stack[0].subject
      else if (candidate !== undefined) verb.subject = candidate
      else if (verb.form === 'ing' && controller === undefined) leading.push(verb)
      if (verb.form === 'ing' && instead(index)) verb.negated = true
      withAgent(verb, index)
      lastVerb = verb
      candidate = undefined
      return
    }
    if (before?.kind === 'comma' && top().phrase === true && top().verb === undefined && stack.length > 1) {
      // "who spoke after the vote, rejected it": no clause had begun.
      stack.pop()
      candidate = undefined
    }
    if (alike(verb, index)) {
      lastVerb = verb
      candidate = undefined
      return
    }
    let frame = top()
    const conj0 =
      before?.kind === 'conjunction' || (before?.kind === 'adverb' && chunks[index - 2]?.kind === 'conjunction')
    if (conj0 && frame.verb !== undefined) {
      candidate = undefined
      // "said that force is no choice and pushed for talks": the one who acts goes on.
      while (
        stack.length > 1 &&
        top().kind !== 'relative' &&
        top().subject !== undefined &&
        !acts(top().subject) &&
        acts(stack[stack.length - 2]?.subject)
      )
        stack.pop()
      const form = tense(verb)
      if (
        form !== 'bare' &&
        form !== 'modal' &&
        top().kind === 'reported' &&
        top().verb !== undefined &&
        tense(top().verb as VerbChunk) !== form
      ) {
        const outer = stack.findLastIndex(
          (each, at) => at < stack.length - 1 && each.verb !== undefined && tense(each.verb) === form,
        )
        if (outer >= 0) stack.length = outer + 1
      }
      frame = top()
      shareHelpers(verb)
    }
    if (causative(verb, index)) {
      verb.parent = lastVerb as VerbChunk
      verb.form = 'to'
      verb.subject = candidate as NounChunk
      lastVerb = verb
      candidate = undefined
      return
    }
    if (verb.form !== 'finite') {
      const parent = lastVerb?.form === 'to' ? lastVerb.parent : undefined
      if (parent !== undefined) verb.parent = parent
      if (lastVerb?.subject !== undefined) verb.subject = lastVerb.subject
      lastVerb = verb
      return
    }
    const nearest = before?.kind === 'adverb' ? chunks[index - 2] : before
    if (
      candidate === undefined &&
      frame.verb === undefined &&
      nearest?.kind === 'noun' &&
      (nearest.entity?.codes.length ?? 0) > 1
    )
      candidate = nearest
    if (
      before?.kind === 'noun' &&
      (before.preposition === 'as' || before.preposition === 'than' || before.preposition === 'until')
    ) {
      // "as France and Germany say …": a clause of its own.
      candidate = before
      stack.push({ subject: undefined, verb: undefined, kind: 'sub', conditional: false })
      frame = top()
    } else if (
      candidate === undefined &&
      frame.verb === undefined &&
      before?.kind === 'noun' &&
      verb.modal === undefined &&
      verb.from === verb.at &&
      tense(verb) === 'past'
    ) {
      // "In its statement adopted on Monday, …"
      verb.form = 'participle'
      verb.subject = before
      withAgent(verb, index)
      lastVerb = verb
      return
    }
    const conj =
      before?.kind === 'conjunction' || (before?.kind === 'adverb' && chunks[index - 2]?.kind === 'conjunction')
    const beyond = chunks[index - 2]
    if (
      quoting.has(verb.lemma) &&
      before?.kind === 'noun' &&
      before.preposition === undefined &&
      !before.entity?.pronoun &&
      (beyond?.kind === 'close' || (beyond?.kind === 'comma' && verbs.length > 1)) &&
      endsThere(index)
    ) {
      // "…," the minister said.
      verb.subject = before
      lastVerb = verb
      candidate = undefined
      return
    }
    if (invertedSpeech(verb, index)) {
      // "…," said X.
      const next = nounAfter(index)
      if (next !== undefined) verb.subject = next
      lastVerb = verb
      return
    }
    if (
      candidate !== undefined &&
      lastVerb?.form === 'ing' &&
      lastVerb.subject !== undefined &&
      chunks[lastVerb.index - 1] === lastVerb.subject &&
      candidate.from > lastVerb.from &&
      !commaSince &&
      lastVerb.subject.preposition === undefined
    ) {
      // "hoping the resolution condemning the tests will …": the noun before the participle is the subject.
      const holder = lastVerb.parent
      verb.subject = lastVerb.subject
      if (holder !== undefined && (reports(holder) || asking.has(holder.lemma))) verb.reported = holder
      frame.verb ??= verb
      withAgent(verb, index)
      lastVerb = verb
      candidate = undefined
      return
    }
    if (before?.kind === 'comma' && frame.verb !== undefined && candidate !== undefined && frame.kind !== 'sub')
      candidate = undefined
    if (frame.kind === 'relative' && frame.verb === undefined) {
      // "which Tokyo demanded": an own subject inside the relative clause.
      if (candidate !== undefined && frame.antecedent !== undefined) verb.antecedent = frame.antecedent
      verb.subject = (candidate ?? frame.subject) as NounChunk
      if (verb.subject === undefined) verb.subject = undefined
      verb.relative = true
    } else if (
      frame.verb !== undefined &&
      (candidate === undefined || (commaSince && frame.kind === 'relative' && !fresh(index))) &&
      (commaSince || frame.kind === 'relative') &&
      !conj
    ) {
      // The relative or subordinate clause ends here: back to the clause that holds it.
      while (stack.length > 1 && top().verb !== undefined) stack.pop()
      frame = top()
      if (frame.subject !== undefined) verb.subject = frame.subject
      else if (candidate !== undefined) verb.subject = candidate
    } else if (
      frame.kind === 'relative' &&
      frame.verb !== undefined &&
      candidate !== undefined &&
      !conj &&
      before === candidate &&
      beyond?.kind !== 'comma' &&
      beyond?.kind !== 'close' &&
      stack.length > 1 &&
      !reports(frame.verb)
    ) {
      stack.pop()
      frame = top()
      if (frame.subject !== undefined) verb.subject = frame.subject
    } else if (candidate !== undefined) {
      if (
        frame.verb !== undefined &&
        (reports(frame.verb) || asking.has(frame.verb.lemma)) &&
        objectOnly(frame.verb, candidate)
      ) {
        stack.push({ subject: candidate, verb: undefined, kind: 'reported', conditional: false })
        frame = top()
      } else if (
        frame.verb !== undefined &&
        frame.kind === 'sub' &&
        (commaSince || chunks[chunks.indexOf(candidate) - 1]?.kind === 'comma')
      ) {
        stack.pop()
        frame = top()
      }
      verb.subject = candidate
    } else if (frame.subject !== undefined) verb.subject = frame.subject
    else if (frame.kind !== 'main' && stack[stack.length - 2]?.subject !== undefined)
      verb.subject = stack[stack.length - 2]?.subject as NounChunk
    if (frame.kind === 'reported') {
      const holder = enclosing()
      if (holder !== undefined && holder !== verb) verb.reported = holder
    }
    if (stack.some((each) => each.conditional)) verb.conditional = true
    if (frame.verb === undefined || verb.subject !== undefined) frame.subject = verb.subject ?? frame.subject
    frame.verb = verb
    if (verb.subject !== undefined && acts(verb.subject)) {
      for (const each of leading) if (each.subject === undefined) each.subject = verb.subject
      leading.length = 0
    }
    withAgent(verb, index)
    lastVerb = verb
    candidate = undefined
    commaSince = false
  }

  /** "opposed it, as did Germany": who does the same holds the same. */
  function alike(verb: VerbChunk, index: number): boolean {
    const word = tokens[(chunks[index]?.from ?? 0) - 1]?.lower
    const next = chunks[index + 1]
    const first = lastVerb?.subject
    if ((word !== 'as' && word !== 'so') || next?.kind !== 'noun' || next.preposition !== undefined) return false
    if (verb.to !== verb.from + 1 || !/^(?:do|be|have)$/.test(verb.lemma) || !acts(next) || !acts(first)) return false
    if (first?.entity === undefined || next.entity === undefined) return false
    first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...next.entity.codes])])
    verb.subject = next
    return true
  }

  /** "instead of seeking", "rather than imposing": what is not done. */
  function instead(index: number): boolean {
    const before = tokens[(chunks[index]?.from ?? 0) - 1]?.lower
    const earlier = tokens[(chunks[index]?.from ?? 0) - 2]?.lower
    return (before === 'of' && earlier === 'instead') || (before === 'than' && earlier === 'rather')
  }

  /** Nouns behind which "that" opens what is said, hoped or feared. */
  function takesThat(noun: NounChunk): boolean {
    return /^(?:hopes?|fears?|concerns?|belief|view|fact|claims?|demands?|conviction|statement|announcement|warnings?|threats?|reports?|signs?|evidence|idea|possibility|reality|suspicions?|condition|insistence|allegations?|accusations?|assertion|understanding|doubts?|hint|signal|message|news|argument|opinion|position|decision|assurances?|proposal|suggestion|calls?)$/.test(
      tokens[noun.head]?.lower ?? '',
    )
  }

  /** Whether a verb's form is an -s form, a past, bare, or has a modal: what is joined by "and" agrees. */
  function tense(verb: VerbChunk): string {
    if (verb.modal !== undefined) return 'modal'
    const forms = verbForm(tokens[verb.at]?.lower ?? '')?.forms
    if (verb.perfect || verb.copula || forms === undefined) return verb.past || verb.had ? 'past' : 's'
    return forms.includes('past') ? 'past' : forms.includes('s') ? 's' : 'bare'
  }

  /** "it is possible to", "it would be wrong that": the pronoun means no one. */
  function expletive(verb: VerbChunk): boolean {
    const { subject } = verb
    if (subject === undefined || subject.to !== subject.from + 1 || tokens[subject.from]?.lower !== 'it') return false
    if (verb.lemma === 'seem' || verb.lemma === 'appear') return true
    if (!verb.copula) return false
    for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 7); at++) {
      const chunk = chunks[at]
      if (chunk?.kind === 'subordinator' && chunk.word === 'that') return true
      if (chunk?.kind === 'verb') return chunk.form === 'to'
      if (chunk?.kind === 'comma' || chunk?.kind === 'mark') return false
    }
    return false
  }

  /** Nothing follows but when, where and to whom. */
  function endsThere(index: number): boolean {
    for (let at = index + 1; at < chunks.length; at++) {
      const chunk = chunks[at]
      if (chunk?.kind === 'open' || (chunk?.kind === 'mark' && chunk.word !== '(' && chunk.word !== ')')) return true
      if (chunk?.kind === 'verb' && chunk.form === 'finite') return false
      if (chunk?.kind === 'subordinator' && chunk.word === 'that') return false
    }
    return true
  }

  function acts(noun: NounChunk | undefined): boolean {
    return noun?.entity !== undefined && noun.entity.codes.length > 0
  }

  /** "must stop and return", "to end X and begin Y": the second verb shares the first one's helper. */
  function shareHelpers(verb: VerbChunk): void {
    if (lastVerb === undefined || verb.modal !== undefined || verb.copula || !isBare(verb)) return
    const noun = chunks[lastVerb.index - 1]
    const qualifies =
      lastVerb.form === 'to' &&
      noun?.kind === 'noun' &&
      noun.entity === undefined &&
      lastVerb.parent?.modal !== undefined
    if (qualifies) verb.modal = lastVerb.parent?.modal
    else if (lastVerb.form === 'to') verb.form = 'to'
    else if (lastVerb.modal !== undefined) verb.modal = lastVerb.modal
    else {
      const modal = [...verbs].reverse().find((each) => each !== verb && each.form === 'finite')?.modal
      if (modal !== undefined) verb.modal = modal
    }
  }

  function isBare(verb: VerbChunk): boolean {
    const forms = verbForm(tokens[verb.at]?.lower ?? '')?.forms
    return forms?.includes('base') === true && !forms.includes('past')
  }

  /** "must make Iran comply", "let inspectors return". */
  function causative(verb: VerbChunk, index: number): boolean {
    if (lastVerb === undefined || candidate === undefined || !/^(?:make|let|help|have|see)$/.test(lastVerb.lemma))
      return false
    let before = index - 1
    while (chunks[before]?.kind === 'adverb' || chunks[before]?.kind === 'conjunction') before--
    return chunks[before] === candidate && candidate.from >= lastVerb.to && isBare(verb) && verb.modal === undefined
  }

  /** A fresh noun phrase right before the verb, without a comma between. */
  function fresh(index: number): boolean {
    const before = chunks[index - 1]
    return before?.kind === 'noun' && before.preposition === undefined
  }

  function objectOnly(verb: VerbChunk, noun: NounChunk): boolean {
    return noun.from >= verb.to
  }

  function enclosing(): VerbChunk | undefined {
    for (let at = stack.length - 2; at >= 0; at--) {
      const verb = stack[at]?.verb
      if (verb !== undefined) return verb
    }
    return lastVerb
  }

  function objectBetween(from: number, to: number): NounChunk | undefined {
    for (let at = from + 1; at < to; at++) {
      const chunk = chunks[at]
      if (
        chunk?.kind === 'noun' &&
        (chunk.preposition === undefined ||
          chunk.preposition === 'on' ||
          chunk.preposition === 'upon' ||
          chunk.preposition === 'to' ||
          chunk.preposition === 'for' ||
          chunk.preposition === 'with')
      )
        return chunk
      if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    }
    return undefined
  }

  function nounAfter(index: number): NounChunk | undefined {
    const next = chunks[index + 1]
    return next?.kind === 'noun' && next.preposition === undefined ? next : undefined
  }

  function invertedSpeech(verb: VerbChunk, index: number): boolean {
    if (!quoting.has(verb.lemma)) return false
    const before = chunks[index - 1]
    const next = nounAfter(index)
    if (next === undefined) return false
    if (before?.kind === 'close' || (before?.kind === 'comma' && chunks[index - 2]?.kind === 'close'))
      return next.entity !== undefined || candidate === undefined
    return candidate === undefined && (before?.kind === 'comma' || before === undefined)
  }

  function withAgent(verb: VerbChunk, index: number): void {
    if (!verb.passive) return
    for (let at = index + 1; at < Math.min(chunks.length, index + 14); at++) {
      const chunk = chunks[at] as Chunk
      if (chunk.kind === 'verb' || chunk.kind === 'relative') return
      if (chunk.kind === 'subordinator' && !BRIEF.has(chunk.word)) return
      if (at > index + 7 && chunk.kind === 'conjunction') return
      if (chunk.kind === 'noun' && chunk.preposition === 'by') {
        verb.agent = chunk
        return
      }
    }
  }

  for (const verb of verbs) if (verb.subject !== undefined && expletive(verb)) verb.subject.entity = undefined
  return voices(chunks, tokens, verbs, quoted, carried)
}

/** Who speaks where: reported clauses, leading and trailing attributions, quotations that go on from the sentence before. */
function voices(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  verbs: readonly VerbChunk[],
  quoted: readonly boolean[],
  carried: Entity | undefined,
): Clauses {
  const speakers: (Entity | undefined)[] = new Array(chunks.length)
  let attribution: Entity | undefined
  for (const verb of verbs) {
    // "issued a statement declaring that …": whoever issued it.
    const who = verb.subject?.entity ?? (verb.form === 'ing' ? verb.parent?.subject?.entity : undefined)
    if (who === undefined || !reports(verb) || verb.form === 'participle') continue
    const after = chunks.slice(verb.index + 1)
    const trailing = quoting.has(verb.lemma) && isTail(chunks, verb)
    if (trailing) {
      const start =
        verb.subject !== undefined && verb.subject.from < verb.from ? chunks.indexOf(verb.subject) : verb.index
      for (let at = 0; at < start; at++) speakers[at] = speakers[at] ?? who
      attribution = who
    }
    if (after.length > 0) {
      for (let at = verb.index + 1; at < chunks.length; at++) speakers[at] = who
      attribution ??= who
    }
  }
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun') continue
    const to = chunks[at - 1]
    if (
      chunk.preposition === 'to' &&
      to?.kind === 'preposition' &&
      chunks[at - 2]?.kind === 'preposition' &&
      (chunks[at - 2] as OtherChunk).word === 'according'
    ) {
      // "according to X", "according to a statement by X"
      const by = chunks
        .slice(at + 1, at + 7)
        .find(
          (each): each is NounChunk =>
            each.kind === 'noun' &&
            (each.preposition === 'by' || each.preposition === 'from') &&
            each.entity !== undefined,
        )
      const who = chunk.entity ?? chunk.owner ?? by?.entity
      if (who === undefined) continue
      for (let i = 0; i < chunks.length; i++) speakers[i] = speakers[i] ?? who
      attribution ??= who
    }
  }
  if (attribution === undefined && carried !== undefined) {
    for (let at = 0; at < chunks.length; at++) if (quoted[at] === true) speakers[at] = speakers[at] ?? carried
  }
  // "We" is whoever speaks there.
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || chunk.to !== chunk.from + 1) continue
    const word = tokens[chunk.from]?.lower
    const speaker = speakers[at]
    if ((word === 'we' || word === 'i' || word === 'us') && speaker !== undefined) chunk.entity = asPronoun(speaker)
  }
  return {
    chunks,
    verbs,
    speakerAt: (index) => speakers[index],
    quotedAt: (index) => quoted[index] === true,
    ...(attribution === undefined ? {} : { attribution }),
  }
}

/** After a trailing "X said" come only when, where and to whom. */
function isTail(chunks: readonly Chunk[], verb: VerbChunk): boolean {
  const subjectAt = verb.subject === undefined ? verb.index : chunks.indexOf(verb.subject)
  const first = Math.min(subjectAt < 0 ? verb.index : subjectAt, verb.index)
  if (first <= 0) return false
  const before = chunks[first - 1]
  if (before?.kind !== 'comma' && before?.kind !== 'close' && before?.kind !== 'mark') return false
  for (let at = verb.index + 1; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'open') return true
    if (chunk.kind === 'verb' && chunk.form === 'finite' && !chunk.relative) return false
    if (chunk.kind === 'subordinator' && chunk.word === 'that') return false
  }
  return true
}
