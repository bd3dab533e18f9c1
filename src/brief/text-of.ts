import { listed, membersByMark } from '../council/index.js'
import { spanOf } from '../dates.js'
import type { EventClaim, EventType } from '../read/index.js'
import { printActor } from '../states.js'
import type { BriefText, BriefVote, Words } from './brief.js'
import type { CountedText } from './counted.js'
import type { Gathered } from './gather.js'

/** What tells most of a text comes first. */
const TELLING: readonly EventType[] = [
  'vetoed',
  'not-adopted',
  'adopted',
  'vote-held',
  'draft-tabled',
  'draft-expected',
  'vote-expected',
]

/** A text for the brief, with who stood where on it and the vote where the record of votes has it. */
export function textOf({ key, count, eve, isOnTheTable, asOf, draft }: CountedText, gathered: Gathered): BriefText {
  const { text } = count
  const isOpen = text.status === 'expected' || text.status === 'tabled'
  const symbol = text.symbol ?? draft?.symbol
  const vote = text.vote === undefined ? undefined : voteOf(count)
  return {
    key,
    label: labelOf(count),
    status: isOpen && !isOnTheTable ? 'no end told' : text.status,
    isOnTheTable,
    ...(symbol !== undefined && { symbol }),
    ...(draft !== undefined && { draft: draft.id }),
    versions: (draft?.versions ?? []).filter(({ date }) => date === undefined || spanOf(date).from <= gathered.on),
    sponsors: text.sponsors,
    rivals: rivalsOf(draft, text.rivals, gathered),
    ...(text.tabled !== undefined && { tabled: text.tabled }),
    voteExpected: text.voteExpected,
    ...(text.decided !== undefined && { decided: text.decided }),
    asOf,
    ...(vote !== undefined && { vote }),
    stood: stoodIn(count),
    ...(eve !== undefined && { stoodBefore: stoodIn(eve) }),
    words: wordsOn(text.claims, gathered),
  }
}

function wordsOn(claims: readonly EventClaim[], { wordsOf }: Gathered): Words[] {
  const places = new Map<string, Words>()
  for (const claim of [...claims].sort((a, b) => TELLING.indexOf(a.type) - TELLING.indexOf(b.type))) {
    const place = [claim.article, claim.quote.start, claim.quote.end].join()
    if (!places.has(place)) places.set(place, wordsOf(claim))
  }
  return [...places.values()].slice(0, 3)
}

/** The drafts that people keep as rivals, else the states whose own drafts are spoken of. */
function rivalsOf(draft: CountedText['draft'], states: readonly string[], { view }: Gathered): string[] {
  const kept = view.drafts.filter(
    ({ id, rivals }) => draft?.rivals.includes(id) || (draft !== undefined && rivals.includes(draft.id)),
  )
  return kept.length > 0
    ? kept.map(({ label, symbol, id }) => symbol ?? label ?? id)
    : states.map((state) => `that of ${printActor(state)}`)
}

function stoodIn(count: CountedText['count']): BriefText['stood'] {
  return membersByMark(count).map(({ mark, members }) => ({
    mark: mark.label,
    members: members.map(({ state }) => state),
  }))
}

/** A text in words for people; the council’s label serves where it names one. */
export function labelOf({ text }: CountedText['count']): string {
  if (text.vote !== undefined && !text.label.includes(text.vote.text))
    return `${text.label}: ${text.vote.text}, ${text.status} on ${text.vote.date}`
  if (text.status !== 'expected') return text.label
  const by = text.claims.flatMap(({ type, actor }) => (type === 'draft-expected' && actor !== undefined ? [actor] : []))
  const of = by.length === 0 ? '' : `, of ${listed([...new Set(by)])}`
  return `a text that is only expected${of}`
}

function voteOf(count: CountedText['count']): BriefVote {
  const { vote } = count.text
  if (vote === undefined) throw new Error('a text without a vote')
  const { id, date, outcome, meeting, source, confidence, tally, modality } = vote
  const letters = count.members.flatMap((member) =>
    member.vote === undefined ? [] : [[member.state, member.vote] as const],
  )
  return {
    id,
    date,
    outcome,
    tally: tally === undefined ? modality : [tally.yes, tally.no, tally.abstaining].join('–'),
    letters: Object.fromEntries(letters),
    ...(meeting !== undefined && { meeting }),
    source,
    confidence,
  }
}
