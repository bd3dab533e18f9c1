import type { FoundStance } from './scene.js'

/** What the Council is said to hold of a text, of force or of sanctions is told of its members, or is what it decides: events tell that. */
function isOfCouncil({ about, stance, rule }: FoundStance): boolean {
  if (about === 'force') return true
  // "All 15 members backed the text" is told of them; what the Council asks or must do is no word for a text.
  if (about === 'resolution' && stance === 'supports') return rule !== 'back'
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
        !(code === 'UNSC' && each.collective === undefined && isOfCouncil(each)) &&
        !(code === 'UN' && isOfNations(each)),
    )
    if (actors.length === each.actors.length) into.push(each)
    else if (actors.length > 0) into.push({ ...each, actors })
  }
  return into
}
