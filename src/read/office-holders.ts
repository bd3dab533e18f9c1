import { isBody } from './bodies.js'
import { asPronoun, type Entity, entityOf, silentOne, unnamedOne } from './entity.js'
import type { Memory } from './memory.js'
import type { Office } from './phrase.js'
import { areMany, type Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** Who was told to hold a state's office. */
function holderOf(office: string, code: string, memory: Memory): Entity | undefined {
  for (const each of memory.people.values()) if (each.office === office && each.codes[0] === code) return each
  return undefined
}

const GOVERNS = /^(?:president|prime minister|foreign minister|monarch|defence minister|minister|spokesperson)$/

/** One state, told by its name and not as a person. */
function isState(entity: Entity | undefined): boolean {
  return (
    entity?.codes.length === 1 && !isBody(entity.codes[0] ?? '') && entity.pronoun !== true && entity.person !== true
  )
}

/** "the foreign ministry in Paris", "the spokesman for Iran": what follows tells whose it is. */
function isPlaced(tokens: readonly Token[], to: number): boolean {
  return /^(?:in|for)$/.test(tokens[to]?.lower ?? '') && tokens[to + 1]?.capital === true
}

const LANDS = new WordSet(['country', 'nation'])

/** "South Africa took its seat in January. The country has since …": the state of which the sentence before told. */
export function stateTold(head: Token | undefined, memory: Memory): string | undefined {
  const { here, lastSubject } = memory
  if (!LANDS.has(head) || here !== undefined || lastSubject?.codes.length !== 1 || lastSubject.person === true)
    return undefined
  const [code] = lastSubject.codes
  return code === undefined || isBody(code) ? undefined : code
}

/** Whose a minister is of whom only the name is told. */
export function likelyState(memory: Memory, soldier: boolean): string | undefined {
  const { lastSubject, target, dateline, lastState, subjectFresh } = memory
  const [told] = lastSubject?.codes ?? []
  const state = lastSubject?.codes.length === 1 && told !== undefined && !isBody(told) ? told : undefined
  // "Colonel Peter Wood": of any army, or of none
  if (soldier) return subjectFresh === true && state === target ? state : undefined
  if (dateline !== undefined && (dateline === target || dateline === state)) return dateline
  return state ?? dateline ?? (lastState !== undefined && isBody(lastState) ? target : lastState)
}

const BELONGING = /^(?:of|in|for)$/
/** Those who mostly go without a name. */
const UNNAMED: ReadonlySet<string> = new Set(['diplomat', 'official', 'spokesperson'])
const GOVERNING: ReadonlySet<string> = new Set(['government', 'armed forces'])

/** "the government", "the regime": of the state told of right before, else that of the article's matter. */
function ruling({ lastSubject, subjectFresh, target }: Memory): string | undefined {
  return subjectFresh === true && isState(lastSubject) ? lastSubject?.codes[0] : target
}

/** Whom an office without a name means: who was told to hold it, or one without a name who speaks for its state. */
export function byOffice(
  office: Office,
  evidence: string | undefined,
  tokens: readonly Token[],
  from: number,
  to: number,
  memory: Memory,
): Entity | undefined {
  if (!office.speaks) {
    const other = silentOne()
    other.office = office.office
    other.person = office.organ !== true && tokens[to - 1]?.lower.endsWith('s') !== true
    return other
  }
  const definite = tokens[from]?.lower === 'the'
  let last = memory.lastPerson
  // "Downing Street said the prime minister would": its own.
  const { here } = memory
  const theirs =
    definite &&
    evidence === undefined &&
    office.state === undefined &&
    memory.verbSince === true &&
    GOVERNS.test(office.office) &&
    isState(here)
      ? here?.codes[0]
      : undefined
  if (evidence === undefined && definite) {
    let most = 0
    for (const each of memory.people.values()) {
      const count = memory.counts.get(each.name ?? '') ?? 0
      if (
        memory.lastPerson?.office !== office.office &&
        each.office?.includes(office.office) === true &&
        count > most
      ) {
        most = count
        last = each
      }
    }
  }
  if (
    evidence === undefined &&
    definite &&
    !areMany(tokens[to - 1]) &&
    !GOVERNING.has(office.office) &&
    (theirs === undefined || last?.codes[0] === theirs) &&
    last?.office !== undefined &&
    (last.office.includes(office.office) ||
      (office.office.includes(last.office) && !office.office.startsWith('deputy')))
  )
    return asPronoun(last)
  const person = evidence === undefined ? undefined : holderOf(office.office, evidence, memory)
  const voice = office.office === 'spokesperson'
  // "Israeli officials said the army …": of the one who speaks of it
  const own =
    office.organ === true && /force/.test(office.office) && memory.here?.pronoun !== true
      ? memory.here?.codes[0]
      : undefined
  // the United Nations has no government, and no army
  const armed = office.organ === true || office.office === 'military officer'
  const itsOwn = (told: string | undefined) => (armed && isBody(told ?? '') ? memory.target : told)
  const code =
    evidence ??
    office.state ??
    own ??
    (definite &&
    GOVERNING.has(office.office) &&
    tokens[to - 1]?.lower !== 'military' &&
    !BELONGING.test(tokens[to]?.lower ?? '')
      ? ruling(memory)
      : undefined) ??
    (office.alone === undefined ? theirs : undefined) ??
    (definite && !/^(?:of|in|at|for)$/.test(tokens[to]?.lower ?? '') ? office.alone : undefined) ??
    (definite ? itsOwn(last?.codes[0]) : undefined) ??
    itsOwn(memory.place) ??
    ((definite || voice) && !isPlaced(tokens, to) ? itsOwn(memory.dateline ?? memory.lastState) : undefined)
  const before = definite && evidence === undefined && UNNAMED.has(office.office) ? memory.voice : undefined
  // "a Western diplomat said … The diplomat added": still of no state that is told
  if (before?.office === office.office) return asPronoun(before)
  if (code === undefined) {
    const someone = unnamedOne([])
    someone.office = office.office
    if (UNNAMED.has(office.office)) memory.voice = office.office === 'diplomat' ? someone : undefined
    return someone
  }
  const holder = entityOf([code])
  holder.office = office.office
  holder.person = to - from < 10 && office.organ !== true
  holder.unnamed = person === undefined
  holder.name = areMany(tokens[to - 1]) ? undefined : person?.name
  if (UNNAMED.has(office.office)) memory.voice = holder
  return holder
}
