import type { Claim } from '../read/index.js'
import { fitForTerminal } from './colours.js'

/** A claim in one line, by its codes: `RUS opposes resolution 2006-07-08 “…”`. */
export function sayClaim(claim: Claim): string {
  return `${sayWithoutQuote(claim)} “${fitForTerminal(claim.quote.text)}”`
}

export function sayWithoutQuote(claim: Claim): string {
  const date = claim.date === undefined ? '' : ` ${claim.date}`
  return `${says(claim)}${date}`
}

function says(claim: Claim): string {
  if (claim.kind === 'stance') return `${claim.actor} ${claim.stance} ${claim.about}`
  if (claim.kind === 'contact') return `${claim.mode} ${claim.parties.join(', ')}`
  if (claim.kind === 'event') return [claim.type, claim.actor].filter((part) => part !== undefined).join(' ')
  return `${claim.by} ${claim.status} ${claim.types.join(', ')}`
}
