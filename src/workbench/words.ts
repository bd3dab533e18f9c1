import { type Claim, printActor } from '../http/view.js'

const ISSUES: Readonly<Record<string, string>> = {
  resolution: 'the resolution',
  sanctions: 'sanctions',
  talks: 'talks',
  conduct: 'the conduct',
  force: 'the use of force',
  implementation: 'carrying out what was adopted',
}

export { printActor as nameOf }

/** `asset-freeze` is asset freeze. */
export function plain(code: string): string {
  return code.replaceAll('-', ' ').replaceAll('_', ' ')
}

/** A claim as one sentence without its quote. */
export function claimWords(claim: Claim): string {
  switch (claim.kind) {
    case 'stance': {
      const who = claim.collective === undefined ? printActor(claim.actor) : `“${claim.collective.text}”`
      const verb = claim.stance === 'undeclared' ? 'has not said where it stands on' : claim.stance
      const thing = claim.stance === 'abstains' ? `on ${ISSUES[claim.about]}` : (ISSUES[claim.about] ?? claim.about)
      const whose = claim.about === 'conduct' && claim.target !== undefined ? ` of ${printActor(claim.target)}` : ''
      const marks = [
        claim.past === true && 'formerly',
        claim.cast === true && 'vote cast',
        claim.conditional === true && 'with an if',
        claim.measures?.map(plain).join(', '),
      ].filter(Boolean)
      return `${who} ${verb} ${thing}${whose}${marks.length === 0 ? '' : ` (${marks.join('; ')})`}`
    }
    case 'contact': {
      const planned = claim.planned === true ? 'planned ' : ''
      return `${planned}${claim.mode}: ${claim.parties.map(printActor).join(' – ')}${claim.place === undefined ? '' : `, ${claim.place}`}`
    }
    case 'event': {
      const actor = claim.actor === undefined ? '' : `: ${printActor(claim.actor)}`
      const against = claim.against === undefined ? '' : ` against ${printActor(claim.against)}`
      const instrument = claim.instrument === undefined ? '' : `, ${claim.instrument}`
      return `${claim.planned === true ? 'planned ' : ''}${plain(claim.type)}${actor}${against}${instrument}`
    }
    case 'measure': {
      const against = claim.against === undefined ? '' : ` on ${printActor(claim.against)}`
      const more = [claim.goods, claim.quantity, claim.subject].filter((each) => each !== undefined).join(', ')
      return `${printActor(claim.by)}: ${claim.types.map(plain).join(', ')}${against}, ${plain(claim.status)}${more === '' ? '' : ` (${more})`}`
    }
  }
}

/** Who vouches for a claim. */
export function vouched(claim: Claim): string {
  const speaker = claim.speaker?.name ?? claim.speaker?.office
  return [...new Set([speaker, plain(claim.basis)])].filter((each) => each !== undefined).join(', ')
}
