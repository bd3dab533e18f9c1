import { alleged } from './allegations.js'
import { ALONE, aloneIn } from './alone.js'
import { ALONGSIDE, besideThem } from './alongside.js'
import { nouns } from './attitude-nouns.js'
import { attitude } from './attitudes.js'
import { heldByBodies } from './bodies-hold.js'
import { CAMPS, campsIn } from './camps.js'
import { collectivesIn, GROUPS } from './collectives.js'
import { foretold } from './consequences.js'
import { dropForetold } from './contingent.js'
import { timeGiven } from './deadlines.js'
import { deed } from './deeds.js'
import { defied } from './defiance.js'
import { doubted } from './doubts.js'
import { duty } from './duties.js'
import { flouted } from './flouting.js'
import { appealed, BACKING, beside, enforced, gotDone, objected, throughText } from './furthermore.js'
import { gapsIn } from './gaps.js'
import { hedgesIn } from './hedges.js'
import { evaluation, predicate } from './judgements.js'
import { withFormer } from './overtaken.js'
import { passOver, type Stage } from './passing.js'
import { preferred } from './preferences.js'
import { proposed } from './proposed.js'
import { request } from './requests.js'
import { REVERSED, reversedIn } from './reversed.js'
import { SAME_LINE, sameLine } from './same-line.js'
import type { FoundStance, Scene } from './scene.js'
import { silent } from './silences.js'
import { solutionsIn } from './solutions.js'
import { sponsorsIn } from './sponsors.js'
import { suspected } from './suspicions.js'
import { tallyIn } from './tally.js'
import { undertaken } from './undertakings.js'
import { EXPECTING, isUnexpected } from './unexpected.js'
import { TIMING, untimely } from './untimely.js'
import { JUDGING, verdictsIn } from './verdicts.js'
import { VOTES, voteNouns } from './vote-nouns.js'
import { alternatives, atInsistence, existential, INSISTING, SETTING_ASIDE, setAside } from './ways.js'
import { grievances, wishes } from './wishes.js'

/** What a sentence may tell of who holds what, each adding to what those before it found. */
export const STANCES: readonly Stage<FoundStance>[] = [
  { run: collectivesIn, needs: GROUPS },
  { run: byVerbs },
  { run: nouns },
  { run: voteNouns, needs: VOTES },
  { run: campsIn, needs: CAMPS },
  { run: solutionsIn },
  { run: besideThem, needs: ALONGSIDE },
  { run: tallyIn },
  { run: alternatives },
  { run: setAside, needs: SETTING_ASIDE },
  { run: atInsistence, needs: INSISTING },
  { run: (scene, found) => found.push(...sponsorsIn(scene, found)) },
  { run: beside, needs: BACKING },
  { run: throughText },
  { run: untimely, needs: TIMING },
  { run: aloneIn, needs: ALONE },
  { run: sameLine, needs: SAME_LINE },
  { run: reversedIn, needs: REVERSED },
  { run: (scene, found) => found.push(...verdictsIn(scene, found)), needs: JUDGING },
]

/** The stances of each sentence. */
export function stancesIn(scenes: readonly Scene[]): FoundStance[][] {
  const found = passOver(scenes, STANCES)
  return scenes.map((scene, at) => settled(scene, found[at] ?? []))
}

function byVerbs(scene: Scene, found: FoundStance[]): void {
  let withheld = false
  const expected = EXPECTING.mayStandIn(scene.stock)
  const supposed = scene.clauses.verbs.some((verb) => verb.conditional === true)
  for (const verb of scene.clauses.verbs) {
    if (withheld) break
    if (expected && isUnexpected(scene, verb)) continue
    const before = found.length
    withheld = silent(scene, verb, found)
    if (flouted(scene, verb, found) || defied(scene, verb, found)) continue
    attitude(scene, verb, found)
    gapsIn(scene, verb, found)
    request(scene, verb, found)
    timeGiven(scene, verb, found)
    proposed(scene, verb, found)
    duty(scene, verb, found)
    deed(scene, verb, found)
    evaluation(scene, verb, found)
    predicate(scene, verb, found)
    existential(scene, verb, found)
    alleged(scene, verb, found)
    suspected(scene, verb, found)
    wishes(scene, verb, found)
    grievances(scene, verb, found)
    enforced(scene, verb, found)
    gotDone(scene, verb, found)
    appealed(scene, verb, found)
    objected(scene, verb, found)
    foretold(scene, verb, found)
    preferred(scene, verb, found)
    doubted(scene, verb, found)
    undertaken(scene, verb, found)
    if (supposed) dropForetold(scene, verb, found, before)
  }
}

/** What is only hedged is left open, whatever else the words say. */
function settled(scene: Scene, found: FoundStance[]): FoundStance[] {
  const open = hedgesIn(scene)
  const undecided = (each: FoundStance) =>
    open.some(
      (hedge) =>
        (hedge.about === each.about || (hedge.about === 'force' && each.stance === 'undeclared')) &&
        hedge.from <= each.from &&
        each.actors.every((actor) => hedge.actors.includes(actor)),
    )
  const all = open.length === 0 ? found : [...open, ...found.filter((each) => !undecided(each))]
  return heldByBodies(withFormer(all, scene.tokens))
}
