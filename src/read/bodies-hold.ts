import type { About, Stance } from './claim.js'
import type { FoundStance } from './scene.js'

/** What the Council is said to hold of a text, of force or of sanctions is told of its members, or is what it decides: events tell that. */
function isOfCouncil(about: About, stance: Stance): boolean {
  if (about === 'force') return true
  return (about === 'resolution' || about === 'sanctions') && (stance === 'opposes' || stance === 'accepts')
}

/** "UN votes for sanctions": the organisation itself holds nothing of what its Council imposes; its officials may. */
function isOfNations(each: FoundStance): boolean {
  return (each.about === 'sanctions' || each.about === 'force') && each.speaker?.person !== true
}

/** Leaves out what bodies are said to hold and do not. */
export function heldByBodies(found: readonly FoundStance[]): FoundStance[] {
  const into: FoundStance[] = []
  for (const each of found) {
    const actors = each.actors.filter(
      (code) =>
        !(code === 'UNSC' && each.collective === undefined && isOfCouncil(each.about, each.stance)) &&
        !(code === 'UN' && isOfNations(each)),
    )
    if (actors.length === each.actors.length) into.push(each)
    else if (actors.length > 0) into.push({ ...each, actors })
  }
  return into
}
