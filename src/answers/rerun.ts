import { type Answer, type CeilingFigures, check } from '../check/index.js'
import { PenholderError, type Problem } from '../errors.js'
import { law } from '../law/index.js'
import { designationLists, listFor, type Party, screen } from '../lists/index.js'
import { type Connection, editionBody, momentOf } from '../record/index.js'
import { type Difference, differencesOf } from './differences.js'
import { currentEdition, currentVersions, type Outline } from './editions.js'
import { type AnsweredCheck, figuresKnown, type KeptAnswer, noted } from './keep.js'
import { type Reason, reasonsFor } from './reasons.js'

/** A kept answer beside today's, to the same question. */
export interface Rerun {
  readonly kept: KeptAnswer
  /** Undefined where today's program refuses the activity; `problems` say why. */
  readonly is?: Answer
  readonly problems?: readonly Problem[]
  readonly differs: boolean
  readonly differences: readonly Difference[]
  readonly why: readonly Reason[]
}

/** Answers kept checks again with today's program, data and ceiling reports, and says what differs and why. */
export async function* rerunAnswers(
  record: Connection,
  kept: Iterable<KeptAnswer> | AsyncIterable<KeptAnswer>,
): AsyncGenerator<Rerun> {
  const versions = currentVersions()
  const outlines = new Map<string, Outline | undefined>()
  const figures = new Map<string, CeilingFigures>()
  for await (const one of kept) {
    const { edition } = one.versions
    if (!outlines.has(edition)) outlines.set(edition, (await editionBody(record, edition)) as Outline | undefined)
    const moment = one.known ?? ''
    let known = figures.get(moment)
    if (known === undefined) {
      known = await figuresKnown(record, one.known === undefined ? {} : { known: one.known })
      figures.set(moment, known)
    }
    yield rerun(one, known, outlines.get(edition), versions)
  }
}

function rerun(
  kept: KeptAnswer,
  known: CeilingFigures,
  outline: Outline | undefined,
  versions: KeptAnswer['versions'],
): Rerun {
  const { figures, used } = noted(known)
  try {
    const is = answerTo(kept, figures)
    const differences = differencesOf(kept.answer, is)
    const was = { versions: kept.versions, outline, figures: kept.figures }
    const now = { versions, outline: currentEdition().body, figures: used() }
    const why = differences.length === 0 ? [] : reasonsFor(differences, was, now, law, listedIn(kept))
    return { kept, is, differs: differences.length > 0, differences, why }
  } catch (error) {
    if (!(error instanceof PenholderError)) throw error
    const changed = kept.versions.code === versions.code ? 'data' : 'code'
    const what = 'the activity is refused now'
    return {
      kept,
      problems: error.problems,
      differs: true,
      differences: [],
      why: [{ kind: changed, what, isSure: false }],
    }
  }
}

function answerTo({ activity, on, known, regimes }: AnsweredCheck, figures: CeilingFigures): Answer {
  return check(activity, {
    on,
    figures,
    ...(known !== undefined && { known: dayKnown(known) }),
    ...(regimes !== undefined && { regimes }),
  })
}

/** The last day whose law and lists were known at a moment: texts and lists are dated by the day, so it is taken whole. */
export function dayKnown(known: string): string {
  return momentOf(known).slice(0, 10)
}

/** Entries of today's lists that the names of an activity meet, whatever the day. */
function listedIn({ activity, on }: KeptAnswer): { list: string; entry: string; name: string }[] {
  const { parties, vessel, counterpart_vessel } = activity as {
    parties?: readonly Party[]
    vessel?: Party
    counterpart_vessel?: Party
  }
  const all = [...(parties ?? []), vessel, counterpart_vessel].filter((one) => one != null)
  return designationLists.flatMap(({ list }) => {
    const snapshot = listFor(list)
    if (snapshot === undefined) return []
    return all.flatMap(({ name, imo }) => {
      const found = screen({ ...(name && { name }), ...(imo && { imo: String(imo) }) }, snapshot, on)
      return [...found.listed, ...found.outside].map(({ designation }) => ({
        list,
        entry: designation.id,
        name: designation.name,
      }))
    })
  })
}
