import { type VerbChunk, verbChunk, type Writable } from './chunk.js'
import type { Clauses } from './clauses.js'
import { verbOf } from './lexicon.js'
import type { Tag } from './tag.js'
import type { Token } from './tokens.js'
import { rootOf } from './verbs.js'
import { type Word, wordOf } from './words.js'

const HAVE = wordOf('have')
const BE = wordOf('be')
const DO = wordOf('do')

/** The word of the verb's lemma; the token's own where no verb is known. */
function rootAt(token: Token | undefined): Word {
  const form = verbOf(token)
  return form === undefined ? (token?.word ?? HAVE) : rootOf(form)
}

/** What stands before the main verb of a group that begins at a token. */
interface Helpers {
  readonly at: number
  form: VerbChunk['form']
  negated: boolean
  be: boolean
  modal: string | undefined
  have: boolean
  had: boolean
  past: boolean
}

function done(
  tokens: readonly Token[],
  { at, form, negated, modal, have, had, past }: Helpers,
  main: number,
  isPassive: boolean,
  lemma?: Word,
): Writable<VerbChunk> {
  const verb = verbChunk(at, main + 1, main)
  const root = lemma ?? rootAt(tokens[main])
  verb.lemma = root.lower
  verb.root = root
  verb.form = form
  verb.negated = negated
  verb.modal = modal
  verb.perfect = have && lemma !== HAVE
  verb.had = had && lemma !== HAVE
  verb.passive = isPassive
  verb.past = past
  return verb
}

/** The verb group that begins at a token, with its helpers, its negation and its form: "would not have been told"; none where no verb begins. */
export function verbAt(
  tokens: readonly Token[],
  tags: readonly Tag[],
  at: number,
  from: number,
  to: number,
): Writable<VerbChunk> | undefined {
  const first = tags[at - from]
  let i = at
  let form: VerbChunk['form'] = 'finite'
  let negated = false
  let quoted = 0
  if (first === 'T') {
    i++
    while (tags[i - from] === 'A' || tags[i - from] === 'X' || tags[i - from] === 'Q') {
      if (tags[i - from] === 'X') negated = true
      i++
    }
    const next = tags[i - from]
    if (next !== 'V' && next !== 'B' && next !== 'H' && next !== 'O') return undefined
    form = 'to'
  } else if (first === 'X') {
    i++
    negated = true
    while (tags[i - from] === 'A') i++
    const next = tags[i - from]
    if (next === 'T') {
      const inner = verbAt(tokens, tags, i, from, to)
      if (inner === undefined) return undefined
      inner.from = at
      inner.negated = true
      return inner
    }
    if (next === 'G' || next === 'V') {
      /* "not voting" */
    } else if (tokens[at]?.lower !== 'no' || (next !== 'H' && next !== 'B' && next !== 'M' && next !== 'O'))
      return undefined
  } else if (!isVerbal(first)) return undefined
  const helpers: Helpers = { at, form, negated, be: false, modal: undefined, have: false, had: false, past: false }
  let last = at
  for (; i < to; i++) {
    const tag = tags[i - from]
    const word = tokens[i]?.lower ?? ''
    if (tag === 'M') {
      helpers.modal = word === 'cannot' ? 'can' : word
      if (word === 'cannot') helpers.negated = true
    } else if (tag === 'X') helpers.negated = true
    else if (tag === 'H') {
      helpers.have = true
      if (word === 'had') helpers.had = true
      if (word === 'having' && helpers.form === 'finite' && helpers.modal === undefined && !helpers.be)
        helpers.form = 'ing'
    } else if (tag === 'B') {
      helpers.be = true
      if (word === 'was' || word === 'were') helpers.past = true
      if (word === 'being' && last === at && i === at) helpers.form = 'ing'
    } else if (tag === 'O') {
      if (word === 'did') helpers.past = true
    } else if (
      tag === 'A' ||
      (tag === 'Q' &&
        quoted++ === 0 &&
        (tags[i - from + 1] === 'A' || tags[i - from + 1] === 'V' || tags[i - from + 1] === 'E'))
    )
      continue
    else if (tag === 'V') {
      const forms = verbOf(tokens[i])?.forms
      if (
        forms?.includes('past') &&
        !forms.includes('base') &&
        helpers.modal === undefined &&
        helpers.form === 'finite'
      )
        helpers.past = true
      return done(tokens, helpers, i, false)
    } else if (tag === 'E') {
      if (i === at) helpers.form = 'participle'
      return done(tokens, helpers, i, helpers.be || !helpers.have)
    } else if (tag === 'G') {
      if (!helpers.be && i !== at && first !== 'X') break
      if (!helpers.be) helpers.form = 'ing'
      return done(tokens, helpers, i, false)
    } else break
    last = i
  }
  return helping(tokens, helpers, last, first === 'O')
}

/** A helper that no other verb follows: "has a veto", "is against it", "will", "did". */
function helping(
  tokens: readonly Token[],
  helpers: Helpers,
  last: number,
  does: boolean,
): Writable<VerbChunk> | undefined {
  const { be, have, modal } = helpers
  if (have && !be) return done(tokens, helpers, last, false, HAVE)
  if (be && tokens[last]?.lower === 'having') {
    const having = done(tokens, helpers, last, false)
    having.lemma = 'have'
    having.root = HAVE
    return having
  }
  if (be) {
    const copula = done(tokens, helpers, last, false, BE)
    copula.copula = true
    return copula
  }
  return modal !== undefined || does ? done(tokens, helpers, last, false, DO) : undefined
}

function isVerbal(tag: Tag | undefined): boolean {
  return tag === 'M' || tag === 'B' || tag === 'H' || tag === 'O' || tag === 'V' || tag === 'E' || tag === 'G'
}

/** "The Council set up a regime", "China cast its veto": of a state or body such a form is told as past. */
export function putInPast({ verbs }: Clauses, tokens: readonly Token[]): void {
  for (const verb of verbs) {
    if (verb.past || verb.form !== 'finite' || verb.modal !== undefined || verb.from !== verb.at) continue
    if (verb.subject?.entity === undefined || verb.subject.entity.codes.length === 0) continue
    const forms = verbOf(tokens[verb.at])?.forms
    if (forms?.includes('past') === true && forms.includes('base') && !forms.includes('s'))
      (verb as Writable<VerbChunk>).past = true
  }
}
