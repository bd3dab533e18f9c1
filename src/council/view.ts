import { printState } from '../states.js'
import type { Count, CountedMember } from './count.js'
import { markOf } from './marks.js'
import type { ActorPosition } from './positions.js'
import { CHOICES, LETTERS, type Letter } from './rule.js'
import { needLines, outcomeLine } from './sentences.js'

/** A count as plain JSON: names spelt out, the outcome in words, letters instead of bits. */
export function countView(count: Count) {
  const { text, ruling, from, on, known, matter, mayBlock, others, collective, notes } = count
  return {
    text: {
      label: text.label,
      status: text.status,
      symbol: text.symbol,
      sponsors: text.sponsors,
      tabled: text.tabled,
      voteExpected: text.voteExpected,
      decided: text.decided,
      candidates: text.candidates.map((vote) => vote.text),
    },
    from,
    on,
    known,
    matter,
    outcome: ruling.outcome,
    outcomeInWords: outcomeLine(count),
    required: ruling.required,
    tally: ruling.tally,
    vetoes: ruling.vetoes,
    possible: ruling.possible,
    needs: ruling.needs,
    needsInWords: needLines(count),
    mayBlock,
    members: count.members.map((member) => memberView(member, count)),
    others: others.map((one) => ({ code: one.actor, name: printState(one.actor), ...standView(one) })),
    collective,
    record: text.vote && {
      id: text.vote.id,
      text: text.vote.text,
      title: text.vote.title,
      date: text.vote.date,
      meeting: text.vote.meeting,
      modality: text.vote.modality,
      source: text.vote.source,
      confidence: text.vote.confidence,
      corrections: text.vote.corrections,
    },
    notes,
  }
}

function memberView(member: CountedMember, count: Count) {
  const { state, seat, vote, stand, isParty } = member
  return {
    code: state,
    name: printState(state),
    seat,
    isParty,
    vote,
    mark: markOf(member, count).label,
    ...(stand && standView(stand)),
  }
}

function standView(stand: ActorPosition) {
  const { position, isVoteUndeclared, isConditional, isDisputed, date, basis, before, claims, outweighed, aside } =
    stand
  const mayVote: Letter[] = LETTERS.filter((letter) => (stand.choice & CHOICES[letter]) !== 0)
  return {
    position,
    isVoteUndeclared,
    isConditional,
    isDisputed,
    date,
    basis,
    mayVote,
    before,
    claims,
    outweighed,
    aside,
  }
}
