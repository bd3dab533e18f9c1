import { CONDITIONS, type ConditionName } from '../law/index.js'
import type { Facts } from './facts.js'

/** The facts of the activity that a finding stands on, in words. */
export function describeFacts(facts: Facts, held: readonly string[]): string[] {
  facts.inWords ??= describeActivity(facts)
  const told = [...facts.inWords]
  for (const name of held) {
    if (name.startsWith('party-')) continue
    told.push(CONDITIONS[name as ConditionName] ?? name)
  }
  return told
}

/** What every finding on the same activity tells. */
function describeActivity(facts: Facts): readonly string[] {
  const { activity } = facts
  const told: string[] = [`${activity.kind.replace('_', ' ')}: ${activity.action.replaceAll('_', ' ')}`]
  if (activity.goods?.description || activity.goods?.hs_code) {
    const { description = '', hs_code } = activity.goods
    told.push(`goods: ${[description, hs_code && `HS ${hs_code}`].filter(Boolean).join(', ')}`)
  }
  if (facts.direction !== undefined)
    told.push(
      `direction: ${facts.direction === 'into' ? 'to' : facts.direction === 'out' ? 'from' : 'past'} ${facts.regime.regime.target}`,
    )
  for (const party of facts.parties) {
    for (const match of party.screening?.listed ?? []) {
      told.push(
        `listed: ${party.name} is ${match.designation.reference ?? match.designation.name} since ${match.since}`,
      )
    }
  }
  return told
}
