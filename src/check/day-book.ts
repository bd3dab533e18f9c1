import type { CivilDate } from '../dates.js'
import type { LawExemption, LawMeasure, RegimeLaw } from '../law/index.js'
import type { ClassifiedGoods } from './goods.js'
import { applies, isOpen, measuresFor } from './in-force.js'
import { isAmong } from './scope.js'

/** A measure as it applies on one day: with the exemptions open that day and the citations that go with it. */
export interface DayEntry {
  readonly measure: LawMeasure
  /** The measure that an interpretive one works through. */
  readonly base: LawMeasure | undefined
  /** Citations of the base and of the measure. */
  readonly own: readonly string[]
  /** Citations of annexes and of what the measure was built on. */
  readonly support: readonly string[]
  readonly exemptions: readonly LawExemption[]
  readonly breadth: number
  readonly adopted: CivilDate
  /** The consequence of a listing that the measure turns on. */
  readonly turnsOn: 'asset-freeze' | 'travel-ban' | undefined
}

/** Among equally strict findings the narrower leads. */
export const BREADTH = { named: 0, category: 1, chapters: 2, 'catch-all': 3 } as const
const LIMIT = 4096

const books = new WeakMap<RegimeLaw, Map<string, WeakMap<readonly string[], readonly DayEntry[]>>>()

/** The measures that reach one of the acts on the day, ready for use. Days are remembered, for each list of acts. */
export function entriesFor(regime: RegimeLaw, acts: readonly string[], on: CivilDate): readonly DayEntry[] {
  let book = books.get(regime)
  if (book === undefined) {
    book = new Map()
    books.set(regime, book)
  }
  let page = book.get(on)
  if (page === undefined) {
    if (book.size >= LIMIT) book.clear()
    page = new WeakMap()
    book.set(on, page)
  }
  const known = page.get(acts)
  if (known !== undefined) return known
  const entries = measuresFor(regime, acts)
    .filter((measure) => applies(measure, on))
    .map((measure) => entryOf(measure, regime, on))
  page.set(acts, entries)
  return entries
}

const narrowed = new WeakMap<readonly DayEntry[], WeakMap<ClassifiedGoods, readonly DayEntry[]>>()

/** Without the entries that name other goods; asked once for the same goods and day. */
export function entriesOn(entries: readonly DayEntry[], goods: ClassifiedGoods): readonly DayEntry[] {
  let byGoods = narrowed.get(entries)
  if (byGoods === undefined) {
    byGoods = new WeakMap()
    narrowed.set(entries, byGoods)
  }
  const known = byGoods.get(goods)
  if (known !== undefined) return known
  const left = entries.filter(
    ({ measure }) => (measure.goods === undefined && measure.hs === undefined) || isAmong(goods, measure) !== false,
  )
  byGoods.set(goods, left)
  return left
}

export function entryOf(measure: LawMeasure, regime: RegimeLaw, on: CivilDate): DayEntry {
  const base = measure.through === undefined ? undefined : inRegime(regime, measure.through)
  const older = (measure.builtOn ?? []).flatMap((id) => inRegime(regime, id) ?? [])
  const heirs = [...(base === undefined ? [] : [base]), ...older].filter((heir) => applies(heir, on))
  const exemptions = [...measure.exemptions, ...heirs.flatMap((heir) => heir.exemptions), ...regime.general].filter(
    (exemption) => isOpen(exemption, on),
  )
  const where = JSON.stringify(measure.where ?? [])
  return {
    measure,
    base,
    own: [...(base === undefined ? [] : [base.citation]), measure.citation],
    support: [...(measure.citedWith ?? []), ...older.map((one) => one.citation)],
    exemptions,
    breadth: BREADTH[measure.breadth ?? 'category'],
    adopted: (base ?? measure).adopted,
    turnsOn: where.includes('"party-listed"')
      ? 'asset-freeze'
      : where.includes('"party-travel-banned"')
        ? 'travel-ban'
        : undefined,
  }
}

const ids = new WeakMap<RegimeLaw, Map<string, LawMeasure>>()

export function inRegime(regime: RegimeLaw, id: string): LawMeasure | undefined {
  let index = ids.get(regime)
  if (index === undefined) {
    index = new Map(regime.measures.map((measure) => [measure.id, measure]))
    ids.set(regime, index)
  }
  return index.get(id)
}
