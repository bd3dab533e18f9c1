import { type Compiled, type DataFile, dataProblem, parseDataFile } from '../datafiles.js'
import type { Problem } from '../errors.js'
import { citationOf } from './citations.js'
import { checkInstrument, checkReferences, isAwaited } from './crosschecks.js'
import { applyEffects, beforeEffects, effectsOf } from './effects.js'
import { Goods } from './goods-schema.js'
import type { Law, LawInstrument, LawMeasure, ParagraphCoverage, RegimeLaw } from './measures.js'
import { Instrument, Regime } from './schema.js'

/** An instrument with the file that it came from, so that a defect can name its line. */
export interface Sourced<T> {
  readonly file: DataFile
  readonly value: T
}

/** Compiles `data/law`, `data/regimes` and `data/goods.yaml` into the value of `#data/law`; collects every defect. */
export function compileLaw(files: readonly DataFile[]): Compiled {
  const problems: Problem[] = []
  const goods = read(files, /(^|\/)goods\.yaml$/, Goods, problems)
  const regimes = read(files, /(^|\/)regimes\/[^/]+\.yaml$/, Regime, problems)
  const instruments = read(files, /(^|\/)law\/[^/]+\.yaml$/, Instrument, problems)
  if (problems.length > 0) return { value: undefined, problems }
  const groups = goods.flatMap((file) => file.value.groups)
  const known = new Set(regimes.map((file) => file.value.id))
  for (const { file, value } of instruments) {
    if (!known.has(value.regime)) problems.push(dataProblem(file, ['regime'], `"${value.regime}" is no regime`))
    problems.push(...checkInstrument(file, value))
  }
  const compiled = regimes.map(({ file, value: regime }): RegimeLaw => {
    const own = instruments
      .filter((instrument) => instrument.value.regime === regime.id)
      .sort((a, b) => (a.value.adopted < b.value.adopted ? -1 : a.value.adopted > b.value.adopted ? 1 : 0))
    problems.push(...checkReferences(file, regime, own, new Set(groups.map((group) => group.id))))
    const measures = own.flatMap(measuresOf)
    const effects = effectsOf(own)
    const applied = applyEffects(measures, effects, (placed, what, missing) => {
      if (missing === undefined || !isAwaited(regime, missing))
        problems.push(dataProblem(placed.file, placed.path, what))
    })
    const all = own.map(shown)
    return {
      regime,
      coverage: coverageOf(all),
      instruments: all,
      measures: applied.measures,
      general: applied.general,
      effects: effects.map(({ file: _, path: __, ...effect }) => effect),
    }
  })
  const law: Law = { regimes: compiled, goods: { groups, names: goods.flatMap((file) => file.value.names) } }
  return { value: law, problems }
}

function read<T>(
  files: readonly DataFile[],
  where: RegExp,
  schema: Parameters<typeof parseDataFile<T>>[1],
  problems: Problem[],
): Sourced<T>[] {
  return files
    .filter((file) => where.test(file.file.replaceAll('\\', '/')))
    .flatMap((file) => {
      const parsed = parseDataFile(file, schema)
      problems.push(...parsed.problems)
      return parsed.value === undefined ? [] : [{ file, value: parsed.value }]
    })
}

function measuresOf({ value }: Sourced<Instrument>): LawMeasure[] {
  return value.paragraphs.flatMap((paragraph) => {
    const citation = citationOf(value.symbol, paragraph.number)
    return (paragraph.measures ?? []).map((measure): LawMeasure => {
      return beforeEffects({
        ...measure,
        citation,
        symbol: value.symbol,
        paragraph: paragraph.number,
        verb: paragraph.verb,
        force: measure.force ?? paragraph.force,
        adopted: value.adopted,
      })
    })
  })
}

function shown({ value }: Sourced<Instrument>): LawInstrument {
  return {
    symbol: value.symbol,
    kind: value.kind,
    adopted: value.adopted,
    title: value.title,
    basis: value.basis,
    ...(value.operativeParagraphs !== undefined && { operativeParagraphs: value.operativeParagraphs }),
    encodedParagraphs: new Set(value.paragraphs.flatMap((one) => /^\d+/.exec(one.number)?.[0] ?? [])).size,
    leftOut: value.leftOut ?? [],
    sources: value.sources,
    paragraphs: value.paragraphs.map((one) => ({
      citation: citationOf(value.symbol, one.number),
      number: one.number,
      verb: one.verb,
      force: one.force,
      gist: one.gist,
      measures: (one.measures ?? []).map((measure) => measure.id),
      readings: one.readings ?? [],
    })),
  }
}

function coverageOf(instruments: readonly LawInstrument[]): ParagraphCoverage {
  const resolutions = instruments.filter((one) => one.kind === 'resolution')
  const counted = resolutions.filter((one) => one.operativeParagraphs !== undefined)
  const paragraphs = counted.reduce((sum, one) => sum + (one.operativeParagraphs ?? 0), 0)
  const encoded = counted.reduce((sum, one) => sum + one.encodedParagraphs, 0)
  return {
    paragraphs,
    encoded,
    leftOut: paragraphs - encoded,
    uncounted: resolutions.filter((one) => one.operativeParagraphs === undefined).map((one) => one.symbol),
  }
}
