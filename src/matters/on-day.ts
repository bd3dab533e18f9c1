import { type CivilDate, isCivilDate, spanOf } from '../dates.js'
import { PenholderError } from '../errors.js'
import type { Claim } from '../read/index.js'
import type { StoredDraft, StoredMatter } from '../record/index.js'
import type { MatterClaim, MatterView } from './claim.js'
import type { Gathered } from './gather.js'
import { dayOf, draftFinder, isOnText, versionOf } from './on-draft.js'
import { talkedOfFrom } from './vote.js'

/**
 * A matter as it stood on a day, from a view that was opened without one: articles that came out later, claims of later
 * days and drafts that came later are left out, and so are articles without a day, which only the view without `on`
 * counts in its notes (else an answer for a day would change when one is added). Pure, and the same as opening the matter
 * with `on`. Throws `bad-input` for what is no day.
 */
export function viewOn(view: MatterView, on: CivilDate): MatterView {
  if (!isCivilDate(on)) {
    throw new PenholderError({ code: 'bad-input', what: `"${on}" is no date`, expected: 'YYYY-MM-DD' })
  }
  return { ...viewOf(view.matter, view.drafts, view, on), ...(view.known === undefined ? {} : { known: view.known }) }
}

/** The view of what was gathered, on a day or of all time. */
export function viewOf(
  matter: StoredMatter,
  all: readonly StoredDraft[],
  gathered: Gathered,
  on?: CivilDate,
): MatterView {
  const drafts = all.filter((draft) => on === undefined || talkedOfFrom(draft) <= on)
  const repeats = gathered.repeats.filter(({ published }) => isOut(published, on))
  const out = new Set(repeats.map(({ id }) => id))
  const withRepeats = <One extends { readonly repeats: readonly string[] }>(one: One): One =>
    on === undefined ? one : { ...one, repeats: one.repeats.filter((id) => out.has(id)) }
  const finder = draftFinder(drafts)
  const claims = gathered.claims
    .filter(({ claim, published }) => isOut(published, on) && !isLater(claim, published, on))
    .map((one) => placed(withRepeats(one), drafts, finder))
  const told = new Set(claims.map(({ claim }) => claim.article))
  const isRepeat = new Set(gathered.repeats.map(({ id }) => id))
  const articles = gathered.articles
    .filter(({ id, published, isAbout }) => isOut(published, on) && (told.has(id) || (isAbout && !isRepeat.has(id))))
    .map(withRepeats)
  const undated = gathered.undated ?? gathered.articles.filter(({ published }) => published === undefined)
  return {
    matter,
    drafts,
    claims,
    articles,
    undated,
    repeats,
    ...(on === undefined ? {} : { on }),
    notes: notesOn(matter, { claims, articles, drafts, undated: on === undefined ? undated : [] }),
  }
}

/** The claim with the draft and version that it is on: by hand, or by the rule. */
function placed(
  { draft: before, version: _, ...one }: MatterClaim,
  drafts: readonly StoredDraft[],
  finder: ReturnType<typeof draftFinder>,
): MatterClaim {
  if (one.by === 'rule') return { ...one, ...finder(one.claim, one.published, one.symbols) }
  const draft = drafts.find(({ id }) => id === before)
  if (draft === undefined) return one
  return { ...one, draft: draft.id, ...versionOf(one.claim, draft, dayOf(one.claim, one.published)) }
}

function isOut(published: string | undefined, on: CivilDate | undefined): boolean {
  return on === undefined || (published !== undefined && spanOf(published).from <= on)
}

/** Whether a claim is of a day after the one asked about; what is planned is known from its report on. */
function isLater(claim: Claim, published: string | undefined, on: CivilDate | undefined): boolean {
  const from = claim.date === undefined ? undefined : spanOf(claim.date).from
  if (on === undefined || from === undefined || from <= on) return false
  return published === undefined || spanOf(published).from > on || from <= spanOf(published).to
}

function notesOn(
  matter: StoredMatter,
  { claims, articles, drafts, undated }: Pick<MatterView, 'claims' | 'articles' | 'drafts' | 'undated'>,
): string[] {
  const loose =
    drafts.length === 0 ? 0 : claims.filter(({ claim, draft }) => draft === undefined && isOnText(claim)).length
  const textless = articles.filter(({ hasText }) => !hasText).length
  const is = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)
  return [
    ...(loose === 0
      ? []
      : [
          `${is(loose, 'One claim on a text is', 'claims on a text are')} on none of the drafts that are kept, or it can’t be told on which.`,
        ]),
    ...(undated.length === 0
      ? []
      : [
          `${is(undated.length, 'One article has', 'articles have')} no day of publication, and no answer for a day counts on it.`,
        ]),
    ...(textless === 0 || matter.keywords.length === 0
      ? []
      : [
          `${is(textless, 'One article is', 'articles are')} here without text, so keywords can’t be looked for in it.`,
        ]),
  ]
}
