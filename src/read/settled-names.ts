import type { VagueDate } from '../dates.js'
import type { Named } from './actors.js'
import { isBody } from './bodies.js'
import { lexicon } from './lexicon.js'
import type { Mention } from './mentions.js'

type Contextual = Named & { readonly kind: 'contextual' }

function isContextual(named: Named): named is Contextual {
  return named.kind === 'contextual'
}

/** Which state a name that two share means by itself, by period: "Congo". */
const bare = new Map<string, { code: string; from?: string | undefined; to?: string | undefined }[]>()
for (const state of lexicon.actors.states)
  for (const { name, from, to } of state.bare)
    bare.set(name, [...(bare.get(name) ?? []), { code: state.code, from, to }])

/** The state that a shared name means on the day. */
function bareCode(leaning: readonly Contextual[], on: VagueDate | undefined): string | undefined {
  for (const named of leaning)
    for (const list of bare.values()) {
      if (!list.some((each) => each.code === named.code)) continue
      const fits = list.filter(
        (each) =>
          (each.from === undefined || (on !== undefined && each.from <= on)) &&
          (each.to === undefined || (on !== undefined && each.to >= on)),
      )
      // The narrowest period first.
      const one = fits.find((each) => each.from !== undefined || each.to !== undefined) ?? fits[0]
      if (one !== undefined) return one.code
    }
  return undefined
}

/** Names that lean on the article: "the North" counts for states that it names otherwise, a surname before a place of that name. */
export function settleNames(mentions: readonly (readonly Mention[])[], on?: VagueDate): Mention[][] {
  const states = new Map<string, number>()
  for (const list of mentions)
    for (const mention of list)
      for (const named of mention.named)
        if (COUNTED.has(named.kind) && 'code' in named) states.set(named.code, (states.get(named.code) ?? 0) + 1)
  // Bodies, the one named last in front: "the bloc" is that.
  let bodies: readonly string[] = []
  return mentions.map((list) => {
    const settled: Mention[] = []
    for (const mention of list) {
      const named = settle(mention, states, bodies, on)
      const body = bodyIn(mention)
      if (body !== undefined && body !== bodies[0]) bodies = [body, ...bodies.filter((code) => code !== body)]
      if (named === mention.named) settled.push(mention)
      else if (named.length > 0) settled.push({ from: mention.from, to: mention.to, named })
    }
    return settled
  })
}

/** "the Arab League", "the EU's foreign policy chief" */
function bodyIn({ named: [first] }: Mention): string | undefined {
  if (first?.kind === 'body') return first.code
  return first?.kind === 'office' && first.state !== undefined && isBody(first.state) ? first.state : undefined
}

/** Names that tell which states an article is about. */
const COUNTED: ReadonlySet<Named['kind']> = new Set<Named['kind']>([
  'state',
  'demonym',
  'capital',
  'body',
  'city',
  'armed',
])
/** "the South" is told from "the North", and the other way. */
const neighbours = new Map(lexicon.actors.states.map((state) => [state.code, state.beside]))

function beside(code: string, states: ReadonlyMap<string, number>): number {
  const other = neighbours.get(code)
  return other !== undefined && states.has(other) ? 0.5 : 0
}

/** What a name may mean in this article; nothing where it leans on a state that is not named. */
function settle(
  mention: Mention,
  states: ReadonlyMap<string, number>,
  bodies: readonly string[],
  on: VagueDate | undefined,
): readonly Named[] {
  const names = mention.named
  if (names.some(isContextual)) {
    const leaning = names.filter(isContextual)
    const told = bodies.find((code) => leaning.some((named) => named.code === code))
    const nearest = leaning.find((named) => named.code === told)
    if (nearest !== undefined) return [nearest]
    const count = ({ code }: Contextual) => states.get(code) ?? beside(code, states)
    const [best] = leaning
      .filter((named) => count(named) > 0 || named.code.length !== 3)
      .sort((a, b) => count(b) - count(a))
    if (best !== undefined) return [best]
    if (leaning.length < names.length) return names.filter((named) => !isContextual(named))
    const code = bareCode(leaning, on)
    return code === undefined ? [] : [{ kind: 'state', code }]
  }
  if (names.length > 1 && names.some((named) => named.kind === 'person')) {
    // Of several who share a surname, those of states that the article names come first.
    const told = (each: Named) => (each.kind === 'person' ? (states.get(each.person.code) ?? 0) : 0)
    const people = names.filter((named) => named.kind !== 'city')
    return people.length > 1 ? people.sort((a, b) => told(b) - told(a)) : people
  }
  return names
}
