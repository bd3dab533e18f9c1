import { z } from 'zod'
import { classifyGoods, isWanted, KINDS_OF_MEASURE } from '../../check/index.js'
import {
  type LawMeasure,
  law,
  lawDiff,
  measuresInForce,
  type RegimeLaw,
  regimeFor,
  timelineSvg,
} from '../../law/index.js'
import { route } from '../route.js'
import { Changes, GoodsFound, LawOnDay, Regimes } from '../shapes/law.js'
import { Day, Flag, Words } from '../shapes/parameters.js'

const Regime = z.strictObject({
  regime: z.string().min(1).max(60),
})
const Chosen = {
  on: Day.optional(),
  goods: Words.optional(),
  kind: z.enum(KINDS_OF_MEASURE as [string, ...string[]]).optional(),
  paragraph: Words.optional(),
  all: Flag.optional(),
}

function chosen(
  regime: RegimeLaw,
  on: string,
  query: { goods?: string; kind?: string; paragraph?: string; all?: boolean },
) {
  const inForce = new Map(measuresInForce(regime, on).map((measure) => [measure.id, measure]))
  const all: readonly LawMeasure[] = query.all === true ? regime.measures : [...inForce.values()]
  return all
    .filter((measure) => isWanted(measure, query))
    .map((measure) => ({ ...measure, ...inForce.get(measure.id), inForce: inForce.has(measure.id) }))
}

function summaryOf({ regime, instruments, measures }: RegimeLaw) {
  return {
    id: regime.id,
    name: regime.name,
    target: regime.target,
    from: regime.from,
    dataUntil: regime.dataUntil,
    measures: measures.length,
    instruments: instruments.map(({ symbol, title, adopted, operativeParagraphs, encodedParagraphs }) => ({
      symbol,
      title,
      adopted,
      ...(operativeParagraphs === undefined ? {} : { operativeParagraphs }),
      encodedParagraphs,
    })),
  }
}

export const lawRoutes = {
  regimes: route({
    summary: 'The regimes that are encoded, with their instruments',
    tag: 'law',
    role: 'reader',
    answer: Regimes,
    cached: 'data',
    handle: () => ({ items: law.regimes.map(summaryOf) }),
  }),
  law: route({
    summary: 'Measures in force on a day, with paragraphs, exemptions, ceilings and what replaced what',
    tag: 'law',
    role: 'reader',
    path: Regime,
    query: z.strictObject(Chosen),
    answer: LawOnDay,
    cached: 'data',
    handle: ({ path, query }, { today }) => {
      const regime = regimeFor(path.regime)
      const on = query.on ?? today
      const { id, name, dataUntil } = regime.regime
      return { regime: id, name, on, dataUntil, measures: chosen(regime, on, given(query)) }
    },
  }),
  lawChanges: route({
    summary: 'What changed after one day, up to and with another',
    tag: 'law',
    role: 'reader',
    path: Regime,
    query: z.strictObject({ from: Day, to: Day }),
    answer: Changes,
    cached: 'data',
    handle: ({ path, query: { from, to } }) => {
      const regime = regimeFor(path.regime)
      const changes = lawDiff(regime, from, to).map(({ measure, ...change }) => ({
        ...change,
        id: measure.id,
        citation: measure.citation,
        says: measure.says,
      }))
      return { regime: regime.regime.id, from, to, changes }
    },
  }),
  lawTimeline: route({
    summary: 'The lives of the measures as a picture',
    tag: 'law',
    role: 'reader',
    path: Regime,
    query: z.strictObject(Chosen),
    files: ['image/svg+xml'],
    cached: 'data',
    handle: ({ path, query }, { today }) => {
      const regime = regimeFor(path.regime)
      const on = query.on ?? today
      const until = [on, regime.regime.dataUntil].sort()[1] ?? on
      const body = timelineSvg(regime, chosen(regime, on, given(query)), on, until)
      return { reply: true as const, type: 'image/svg+xml', body }
    },
  }),
  goods: route({
    summary: 'Goods by HS code or word: their groups and codes, and the measures that reach them',
    tag: 'law',
    role: 'reader',
    query: z.strictObject({ q: Words, on: Day.optional() }),
    answer: GoodsFound,
    cached: 'data',
    handle: ({ query: { q, on: day } }, { today }) => {
      const on = day ?? today
      const goods = /^[\d. ]+$/.test(q) ? classifyGoods('', q) : classifyGoods(q)
      const measures = law.regimes.flatMap((regime) => {
        const inForce = new Set(measuresInForce(regime, on).map(({ id }) => id))
        return regime.measures
          .filter((measure) => isWanted(measure, { goods: q }))
          .map(({ id, citation, says }) => ({ regime: regime.regime.id, id, citation, says, inForce: inForce.has(id) }))
      })
      return {
        q,
        on,
        isRecognised: goods.isRecognised,
        isCodeGiven: goods.isCodeGiven,
        codes: goods.codes ?? [],
        groups: law.goods.groups
          .filter(({ id }) => goods.groups.has(id))
          .map(({ id, name, meaning }) => ({ id, name, meaning })),
        ...(goods.barrelsPerTonne === undefined
          ? {}
          : { barrelsPerTonne: { from: goods.barrelsPerTonne.from, to: goods.barrelsPerTonne.to } }),
        measures,
      }
    },
  }),
}

/** Without what was left out. */
function given<T extends object>(query: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never
}
