import { isBody } from './bodies.js'
import { asPronoun, type Entity, entityOf, silentOne, unnamedOne } from './entity.js'
import type { Memory } from './memory.js'
import type { Office, Phrase } from './phrase.js'
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
export function stateTold(head: Token | undefined, memory: Memory, possessive: boolean): string | undefined {
  const { here, lastSubject, near } = memory
  if (!LANDS.has(head)) return undefined
  // "the visit from the Chinese end, the country's foreign ministry said"
  if (possessive && here === undefined && isState(near)) return near?.codes[0]
  if (here !== undefined || lastSubject?.codes.length !== 1 || lastSubject.person === true) return undefined
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

/** "Officials in Seoul condemned it. The officials said": of the same state. */
function manyTold(head: Token | undefined, { lastSubject, officials, organs }: Memory): string | undefined {
  const before = officials === true && lastSubject?.codes.length === 1 ? lastSubject : organs.get(head?.lower ?? '')
  return before?.codes[0]
}

/** "The foreign ministry condemned it. A spokesman said": its own. */
function housed({ lastSubject, subjectFresh }: Memory): string | undefined {
  return subjectFresh === true && isState(lastSubject) ? lastSubject?.codes[0] : undefined
}

const BELONGING = /^(?:of|in|for)$/
/** Those who mostly go without a name. */
const UNNAMED: ReadonlySet<string> = new Set(['diplomat', 'official', 'spokesperson'])
const GOVERNING: ReadonlySet<string> = new Set(['government', 'armed forces'])

/** "the government", "the regime": of the state told of right before, else that of the article's matter; so, too, where a third speaks of it. */
function ruling({ here, lastSubject, subjectFresh, target }: Memory): string | undefined {
  const [third] = here?.codes ?? []
  if (third !== undefined && target !== undefined && third !== target && !lastSubject?.codes.includes(third))
    return target
  return subjectFresh === true && isState(lastSubject) ? lastSubject?.codes[0] : target
}

/** One without a name, for "the diplomat", "the spokesman". */
export function rememberVoice(one: Entity, memory: Memory): void {
  if (one.office !== undefined && UNNAMED.has(one.office)) memory.voices.set(one.office, one)
}

/** "Russia's deputy envoy told reporters … the diplomat said", "Bolton said … The ambassador urged": who spoke last, where that may be one. */
function envoyBefore({ office }: Office, { lastSpeaker }: Memory): Entity | undefined {
  if (lastSpeaker?.person !== true || lastSpeaker.codes.length !== 1 || lastSpeaker.name === undefined) return undefined
  const own = lastSpeaker.office ?? ''
  return (office === 'diplomat' && own === 'foreign minister') || (ENVOY.test(office) && ENVOY.test(own))
    ? lastSpeaker
    : undefined
}

const ENVOY = /ambassador|envoy|representative|diplomat/

/** Whom an office without a name means: who was told to hold it, or one without a name who speaks for its state. */
export function byOffice(office: Office, phrase: Phrase): Entity | undefined {
  const { evidence, memory, to, tokens } = phrase
  if (!office.speaks) return silentHolder(office, tokens[to - 1], memory)
  const bare = isDefinite(phrase) && evidence === undefined
  const last = bare ? oftenest(office, memory) : memory.lastPerson
  const theirs = bare ? theirOwn(office, memory) : undefined
  const many = areMany(tokens[to - 1])
  const envoy = bare && !many ? envoyBefore(office, memory) : undefined
  if (envoy !== undefined) return asPronoun(envoy)
  if (bare && !many && isHeldBy(office, last) && (theirs === undefined || last.codes[0] === theirs))
    return asPronoun(last)
  // "a Western diplomat said … The diplomat added": still of no state that is told
  const before = bare ? memory.voices.get(office.office) : undefined
  if (before !== undefined) return asPronoun(before)
  const code = evidence ?? office.state ?? stateMeant(office, phrase, last, theirs)
  if (code === undefined) {
    const someone = unnamedOne([])
    someone.office = office.office
    someone.person = !many && office.organ !== true
    if (office.office === 'diplomat') rememberVoice(someone, memory)
    else memory.voices.delete(office.office)
    return someone
  }
  if (many && evidence !== undefined && phrase.remember)
    memory.organs.set(tokens[to - 1]?.lower ?? '', entityOf([evidence]))
  const person = evidence === undefined ? undefined : holderOf(office.office, evidence, memory)
  const holder = entityOf([code])
  holder.office = office.office
  holder.person = to - phrase.from < 10 && office.organ !== true
  holder.unnamed = person === undefined
  holder.name = many ? undefined : person?.name
  rememberVoice(holder, memory)
  return holder
}

function isDefinite({ from, tokens }: Phrase): boolean {
  return tokens[from]?.lower === 'the'
}

/** One who speaks for no state by it: "the activist". */
function silentHolder({ office, organ }: Office, last: Token | undefined, memory: Memory): Entity {
  const other = silentOne()
  other.office = office
  other.person = organ !== true && last?.lower.endsWith('s') !== true
  // "an opposition spokesman … the spokesman"
  if (last?.lower.startsWith('spokes') === true) memory.voices.set('spokesperson', other)
  return other
}

/** "Downing Street said the prime minister would": its own. */
function theirOwn({ office, state }: Office, { here, verbSince }: Memory): string | undefined {
  return state === undefined && verbSince === true && GOVERNS.test(office) && isState(here) ? here?.codes[0] : undefined
}

/** Of those who were told to hold an office the one who was subject most often; the last person told, where nobody was or that one holds it. */
function oftenest({ office }: Office, { counts, lastPerson, people }: Memory): Entity | undefined {
  let last = lastPerson
  if (lastPerson?.office === office) return last
  let most = 0
  for (const each of people.values()) {
    const count = counts.get(each.name ?? '') ?? 0
    if (count <= most || each.office?.includes(office) !== true) continue
    most = count
    last = each
  }
  return last
}

/** "foreign minister Ivanov … the minister" */
function isHeldBy({ office }: Office, person: Entity | undefined): person is Entity {
  const held = person?.office
  if (held === undefined || GOVERNING.has(office)) return false
  // "a government official said … The official": the dateline tells whose
  if (person?.unnamed === true && person.codes.length === 0 && office !== 'diplomat') return false
  return held.includes(office) || (office.includes(held) && !office.startsWith('deputy'))
}

/** "after activists reported that the army": those there are of the matter's state, whoever acts in the sentence. */
function toldByCrowd({ from, tokens }: Phrase): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) if (LOCALS.has(tokens[at])) return true
  return false
}
const LOCALS = new WordSet(
  'activists residents witnesses rebels monitors campaigners doctors protesters observers villagers refugees medics'.split(
    ' ',
  ),
)

/** Of which state an office is that neither its words nor a name beside it tell. */
function stateMeant(
  office: Office,
  phrase: Phrase,
  last: Entity | undefined,
  theirs: string | undefined,
): string | undefined {
  const { memory, to, tokens } = phrase
  const definite = isDefinite(phrase)
  const after = tokens[to]?.lower ?? ''
  // "Israeli officials said the army …": of the one who speaks of it
  if (office.organ === true && /force/.test(office.office) && memory.here?.pronoun !== true) {
    if (toldByCrowd(phrase) && memory.target !== undefined) return memory.target
    const own = memory.here?.codes[0]
    if (own !== undefined) return own
  }
  // the United Nations has no government, and no army
  const armed = office.organ === true || office.office === 'military officer'
  // "the ministers", "the world leaders": not those of one state by themselves
  if (definite && !armed && areMany(tokens[to - 1]) && !BELONGING.test(after))
    return theirs ?? manyTold(tokens[to - 1], memory)
  const itsOwn = (told: string | undefined) => (armed && isBody(told ?? '') ? memory.target : told)
  const governs = definite && GOVERNING.has(office.office) && tokens[to - 1]?.lower !== 'military'
  return (
    (governs && !BELONGING.test(after) ? ruling(memory) : undefined) ??
    (office.alone === undefined ? theirs : undefined) ??
    (definite && !/^(?:of|in|at|for)$/.test(after) ? office.alone : undefined) ??
    (definite ? itsOwn(last?.codes[0]) : undefined) ??
    itsOwn(memory.place) ??
    ((definite || office.office === 'spokesperson') && !isPlaced(tokens, to)
      ? itsOwn((definite ? undefined : housed(memory)) ?? memory.dateline ?? memory.lastState)
      : undefined)
  )
}
