import { isCivilDate, spanOf } from '../dates.js'
import { type MatterView, openMatter, viewOn } from '../matters/index.js'
import { type Context, seqAt } from './route.js'

/** A matter as it was known: loaded once for as long as the record stays the same, and its days made of that. */
export async function viewOf(
  context: Context,
  matter: string,
  { on, known }: { readonly on?: string | undefined; readonly known?: string | undefined },
): Promise<MatterView> {
  const seq = await seqAt(context, known)
  const key = JSON.stringify([matter, known, seq])
  const whole = await context.remember(`matter ${key}`, () =>
    openMatter(context.record, matter, { seq, ...(known === undefined ? {} : { known }) }),
  )
  return on === undefined ? whole : context.remember(`matter ${key} ${on}`, async () => viewOn(whole, on))
}

/** First and last day that the claims and articles of a matter speak of. */
export function daysOf({ claims, articles }: MatterView): { from?: string; to?: string } {
  const days = [...claims.map(({ claim }) => claim.date), ...articles.map(({ published }) => published)]
    .flatMap((day) => (day === undefined ? [] : [spanOf(day)]))
    .filter(({ from, to }) => isCivilDate(from) && isCivilDate(to))
  const from = days.map((span) => span.from).sort()[0]
  const to = days
    .map((span) => span.to)
    .sort()
    .at(-1)
  return from === undefined || to === undefined ? {} : { from, to }
}
