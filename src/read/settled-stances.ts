import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { standsAt } from './before.js'
import { affirmed } from './chunk.js'
import type { About, Stance } from './claim.js'
import { isLawmakers } from './council-vetoes.js'
import { canHold } from './entity.js'
import { type Held, type HeldOf, heldOf, namedIn } from './held-of.js'
import { isSupposed } from './holders.js'
import type { Issue } from './issue.js'
import { alsoIssue } from './issues.js'
import { end, type FoundStance } from './scene.js'
import { turned } from './turned.js'
import { atForce } from './warfare.js'

export const FOR: ReadonlySet<Stance> = new Set<Stance>(['supports', 'sponsors', 'accepts'])

/** Adds the stance that an attitude leaves of what it is held of; and of what is joined to that, unless it is so `joined` itself. */
export function settle(held: Held, at: Issue | undefined, into: FoundStance[], joined = false): void {
  const { scene, entry, holder, verb, objectAt } = held
  const issue = entry.about === 'conduct' ? at : atForce(scene, at)
  const of = heldOf(held, issue)
  if (of === undefined) return
  const { about } = of
  const told = sideOf(held, issue, of, into)
  // "would veto the bill": no text of the Council's, but the sanctions in it
  const home = (told === 'vetoes' || (told !== undefined && entry.rule === 'veto')) && isLawmakers(scene)
  if (told === undefined || (home && about !== 'sanctions')) return
  const now = home && told === 'vetoes' ? 'opposes' : told
  const cast = !home && isCast(held)
  const target = blamedIn(held)
  add(
    scene,
    into,
    { holder, stance: now, about, noun: issue?.noun, verb, rule: entry.rule, to: end(scene, objectAt, issue) },
    {
      ...(target === undefined ? {} : { target }),
      ...(cast ? { cast } : {}),
    },
  )
  if (issue === undefined || cast || entry.target === true || joined) return
  const other = alsoIssue(scene.clauses.chunks, issue, scene.tokens)
  if (other !== undefined) settle(held, other, into, true)
}

/** The stance that is left once what turns it is reckoned in; none where it isn't held. */
function sideOf(held: Held, issue: Issue | undefined, of: HeldOf, into: FoundStance[]): Stance | undefined {
  const { scene, entry, holder, verb } = held
  const { about } = of
  const stance = entry.stance as Stance
  // "shelved its draft": one's own text is not opposed.
  const owner = issue?.noun?.owner
  if (stance === 'opposes' && about === 'resolution' && owner?.codes.some((code) => holder.codes.includes(code)))
    return undefined
  const sign = isOfNone(held, issue) ? -of.sign : of.sign
  const now = turned(scene, stance, entry.negated === true ? affirmed(verb) : verb)
  if (now === undefined || (sign === 1 && isForOthersConduct(held, issue, about, now))) return undefined
  if (isOutcome(held) && (now !== stance || holder.codes.includes(scene.memory.target ?? ''))) return undefined
  if (about === 'conduct' && FOR.has(now) && entry.rule === 'back' && isAlleged(held, into)) return undefined
  // "declined to join in calling for him to go"
  const called = entry.rule === 'oppose' && now === 'opposes' && entry.about === undefined
  if (sign === -1 && about === 'conduct' && called) return undefined
  return fitting(sign === -1 ? reversed(now, about) : now, about, verb.lemma)
}

/** "ignored the deadline, clearing the way for sanctions": what came of it. */
function isOutcome({ scene, verb }: Held): boolean {
  return (
    verb.lemma === 'clear' && verb.form === 'ing' && standsAt(scene.clauses.chunks, verb.index - 1)?.kind === 'comma'
  )
}

/** "would seek no new sanctions" */
function isOfNone({ scene, entry, objectAt }: Held, issue: Issue | undefined): boolean {
  const noun = issue?.noun
  return (
    FOR.has(entry.stance as Stance) &&
    noun !== undefined &&
    noun === scene.clauses.chunks[objectAt] &&
    scene.tokens[noun.from]?.lower === 'no'
  )
}

/** Support for conduct by another than the target is rarely meant: "seeks nuclear weapons" is no stance of others. */
function isForOthersConduct(
  { scene, entry, holder }: Held,
  issue: Issue | undefined,
  about: About,
  now: Stance,
): boolean {
  if (about !== 'conduct' || !FOR.has(entry.stance as Stance) || !FOR.has(now) || entry.target === true) return false
  if (!holder.codes.includes(scene.memory.target ?? '')) return true
  return issue?.noun?.owner?.codes.some((code) => !holder.codes.includes(code)) === true
}

/** "believes that Iran is seeking the bomb": what another says of it is blame, and no stance of its own; nor is what is only supposed. */
function isAlleged({ scene, holder, verb }: Held, into: FoundStance[]): boolean {
  if (isSupposed(scene, verb)) return true
  const { reported } = verb
  const teller =
    scene.clauses.speakerAt(verb.index) ??
    (reported?.subject === undefined ? undefined : (actorOf(scene, reported.subject) ?? reported.subject.owner))
  if (teller === undefined || teller.codes.some((code) => holder.codes.includes(code))) return false
  const { target } = scene.memory
  if (canHold(teller) && holder.codes.includes(target ?? ''))
    add(
      scene,
      into,
      { holder: teller, stance: 'opposes', about: 'conduct', verb, rule: 'alleged', to: verb.index + 2 },
      {
        target: target as string,
      },
    )
  return true
}

/** What is held of the opposite of a thing. */
function reversed(now: Stance, about: About): Stance | undefined {
  if (now === 'sponsors') return undefined
  return FOR.has(now) || about === 'conduct' ? 'opposes' : 'supports'
}

/** Talks are not put up with but wanted; conduct is no thing to put up with. */
function fitting(now: Stance | undefined, about: About, lemma: string): Stance | undefined {
  if (now !== 'accepts') return now
  if (about === 'conduct') return undefined
  return about === 'talks' || (about === 'force' && lemma === 'rule') ? 'supports' : now
}

function isCast({ entry, verb }: Held): boolean {
  return (
    /^(?:vote|veto|abstain|absent)/.test(entry.words) &&
    verb.form === 'finite' &&
    verb.modal === undefined &&
    !verb.negated
  )
}

/** The one state that words of blame name, where it is another. */
function blamedIn(held: Held): string | undefined {
  const named = held.entry.about === 'conduct' ? namedIn(held) : undefined
  const [code] = named?.codes ?? []
  return named?.codes.length === 1 && code !== undefined && !held.holder.codes.includes(code) ? code : undefined
}
