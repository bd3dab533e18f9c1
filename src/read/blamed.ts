import { add } from './add-stance.js'
import { entriesAt } from './asked-acts.js'
import type { VerbChunk } from './chunks.js'
import type { Entity } from './entity.js'
import type { Issue } from './issue.js'
import { type Entry, ROLES } from './lexicon.js'
import { isSubjunctive } from './request-guards.js'
import type { FoundStance, Scene } from './scene.js'
import { WordSet } from './wordset.js'

const ALLEGING = new WordSet(['suggest', 'insist', 'indicate', 'hint'])

/** "sought to dilute them", "suggests that it may be hard", "insists that it is peaceful": no one is asked for anything. */
export function isOwnDoing(scene: Scene, verb: VerbChunk, action: VerbChunk, issue: Issue | undefined): boolean {
  if (action.form === 'finite')
    return ALLEGING.hasVerb(verb) && !isSubjunctive(scene.tokens, action) && action.modal !== 'must'
  return (
    action.form === 'to' &&
    action.subject?.entity !== undefined &&
    action.subject.entity === verb.subject?.entity &&
    (issue === undefined || (issue.about === 'conduct' && issue.effect !== 'mend'))
  )
}

/** What the Council is asked to condemn, its asker condemns. */
export function condemns(scene: Scene, holder: Entity, action: VerbChunk, into: FoundStance[]): void {
  const match = entriesAt(scene.tokens, action.at, scene.to, ROLES.attitude)
  const { target } = scene.memory
  if (match?.entry.rule !== 'condemn' || target === undefined || holder.codes.includes(target)) return
  add(
    scene,
    into,
    { holder, stance: 'opposes', about: 'conduct', verb: action, rule: 'asked:condemn', to: action.index + 1 },
    {
      target,
    },
  )
}

/** "demanded that the mutineers hand power back": those who do wrong without a name. */
export function blamed(scene: Scene, action: VerbChunk, entry: Entry): boolean {
  if (
    !/^(?:demand|urge|call on|call upon|press|order|insist|appeal to|tell|warn|require)$/.test(entry.words) ||
    action.copula
  )
    return false
  const { subject } = action
  return subject !== undefined && BLAMED.has(scene.tokens[subject.head])
}

const BLAMED = new WordSet([
  'mutineers',
  'junta',
  'generals',
  'rebels',
  'militia',
  'militias',
  'regime',
  'putschists',
  'insurgents',
  'militants',
  'gunmen',
  'warlords',
  'rulers',
  'soldiers',
  'army',
  'military',
  'forces',
  'factions',
  'belligerents',
  'combatants',
  'plotters',
])
