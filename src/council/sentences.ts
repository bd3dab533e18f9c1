import { printState } from '../states.js'
import type { Count } from './count.js'
import type { Needs } from './outcome.js'

/** `2 of 15`, `China and Russia`, `China, France and Russia`. */
export function listed(states: readonly string[]): string {
  const names = states.map(printState)
  return names.length < 2 ? (names[0] ?? 'none') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The outcome with its reason, in one line: `open: 4 of the 9 votes needed are declared`. */
export function outcomeLine({ ruling, from, text }: Count): string {
  if (from === 'claims' && text.status === 'none') return 'no text to count on'
  const { outcome, tally, required, vetoes } = ruling
  if (tally === undefined) return outcome
  const counts = [tally.yes, tally.no, tally.abstaining].join('–')
  const absent = tally.notParticipating === 0 ? '' : `, ${tally.notParticipating} not participating`
  if (outcome === 'open') {
    const declared = from === 'claims' ? 'are declared' : 'are cast'
    return `open: ${tally.yes} of the ${required} votes needed ${declared}`
  }
  const by = vetoes.length === 0 ? '' : ` by ${listed(vetoes)}`
  return `${outcome}${by}: ${counts}${absent}${tally.unknown === 0 ? '' : `, ${tally.unknown} unknown`}; ${required} were needed`
}

/** What would settle an open count, a sentence each; empty where nothing is open. */
export function needLines(count: Count): string[] {
  const { ruling, from, text } = count
  const { needs } = ruling
  if (needs === undefined || (from === 'claims' && text.status === 'none')) return []
  const isSaid = from === 'claims'
  const lines = [...voteLines(needs, isSaid)]
  if (needs.noCastBy.length > 0) {
    const who = listed(needs.noCastBy)
    lines.push(
      isSaid ? `A veto is signalled by ${who}.` : `A No that stands: ${who}; a veto if the text gets its votes.`,
    )
  }
  const { canBeVetoedBy } = needs
  if (canBeVetoedBy.length > 0 && (needs.canPass || isSaid)) {
    const against = count.mayBlock.filter((state) => canBeVetoedBy.includes(state))
    const said = against.length === 0 ? '' : ` (said to be against: ${listed(against)})`
    lines.push(`A No would be a veto from ${listed(canBeVetoedBy)}${said}.`)
  }
  return lines
}

function voteLines({ canPass, moreYes, from, failsWithout, noCastBy }: Needs, isSaid: boolean): string[] {
  if (!canPass && (!isSaid || noCastBy.length === 0)) {
    return [isSaid ? 'If members vote as they say, it can’t be adopted.' : 'It can no longer be adopted.']
  }
  if (moreYes === 0) return [isSaid ? 'Enough members say that they are for it.' : 'It has the votes.']
  const asked = isSaid ? ', if members vote as they say' : ''
  const without = failsWithout === 1 ? 'one of them does' : `${failsWithout} of them do`
  return [
    `It needs ${moreYes} more of ${from.length}${asked}: ${listed(from)}.`,
    `It fails once ${without} not vote in favour.`,
  ]
}
