import { printState } from '../states.js'
import type { Count } from './count.js'

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
export function needLines({ ruling, mayBlock, from, text }: Count): string[] {
  const { needs } = ruling
  if (needs === undefined || (from === 'claims' && text.status === 'none')) return []
  const asked = from === 'claims' ? ', if members vote as they say' : ''
  const lines: string[] = []
  if (!needs.canPass) lines.push('It can no longer be adopted.')
  else if (needs.moreYes === 0) lines.push('It has the votes.')
  else lines.push(`It needs ${needs.moreYes} more of ${needs.from.length}${asked}: ${listed(needs.from)}.`)
  if (needs.failsWithout !== undefined && needs.canPass) {
    lines.push(
      needs.failsWithout === 0
        ? 'It is short of votes.'
        : `It fails once ${needs.failsWithout} of them do not vote in favour.`,
    )
  }
  if (needs.noCastBy.length > 0)
    lines.push(`A No that stands: ${listed(needs.noCastBy)}; a veto if the text gets its votes.`)
  if (needs.canPass && needs.canBeVetoedBy.length > 0) {
    const said = mayBlock.length === 0 ? '' : ` (said to be against: ${listed(mayBlock)})`
    lines.push(`A No would be a veto from ${listed(needs.canBeVetoedBy)}${said}.`)
  }
  return lines
}
