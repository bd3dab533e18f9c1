import { printState, stateFor } from '../states.js'
import type { ActorPosition } from './positions.js'
import { type CouncilText, isDecided } from './texts.js'

/** What a reader must know of a text and of the positions on it, in whole sentences. */
export function notesOn(
  text: CouncilText,
  members: readonly ActorPosition[],
  others: readonly ActorPosition[],
): string[] {
  const notes = notesOnText(text)
  const disputed = members.filter((one) => one.isDisputed).map((one) => printState(one.actor))
  if (disputed.length > 0) {
    notes.push(
      `Claims contradict each other on ${disputed.join(', ')}: the least favourable is shown, and the count leans on neither.`,
    )
  }
  const seatless = others.filter(({ actor }) => stateFor(actor)?.code === actor).map((one) => printState(one.actor))
  if (seatless.length > 0) notes.push(`Not members that day, so not counted: ${seatless.join(', ')}.`)
  return notes
}

function notesOnText(text: CouncilText): string[] {
  const { status, vote, voteFoundBy, candidates, voteExpected, rivals } = text
  const notes: string[] = []
  if (status === 'expected') notes.push('There is no draft yet: positions are on a text that is only expected.')
  if (status === 'none') notes.push('No draft and no vote is spoken of; what members hold in general is shown beside.')
  if (voteExpected.length > 0) notes.push(`A vote was expected on ${voteExpected.join(', ')}.`)
  if (voteFoundBy === 'day' || voteFoundBy === 'week') {
    notes.push(`The reports give no symbol: the vote is the only one of that ${voteFoundBy} that fits.`)
  }
  if (isDecided(text) && vote === undefined) {
    const fitting = candidates.map((one) => one.text).join('; ')
    if (candidates.length > 1) {
      notes.push(`The record has ${candidates.length} votes that fit (${fitting}); the claims don’t tell which.`)
    } else if (status === 'voted') {
      notes.push('A vote is reported; the record has none that fits, and how it ended is not told.')
    } else notes.push('The record has no vote that fits: the outcome is as reported.')
  }
  if (rivals.length > 0) notes.push(`Other drafts are spoken of, by ${rivals.map(printState).join(', ')}.`)
  return notes
}
