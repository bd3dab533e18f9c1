import { type DataFile, dataProblem } from '../datafiles.js'
import type { Problem } from '../errors.js'
import type { Sourced } from './compile.js'
import type { Instrument, Measure, Regime } from './schema.js'

// An act of a committee that has no document of its own goes by its day.
const SYMBOL =
  /^(?:S\/RES\/\d+ \(\d{4}\)|S\/\d{4}\/\d+|SC\/\d+|S\/PRST\/\d{4}\/\d+|Committee (?:decision|notice) of \d{1,2} [A-Z][a-z]+ \d{4})$/

/** What can be judged inside one file: numbers in order and complete, ids unique, caps where a measure is a cap. */
export function checkInstrument(file: DataFile, instrument: Instrument): Problem[] {
  const problems: Problem[] = []
  const told = (path: (string | number)[], what: string) => problems.push(dataProblem(file, path, what))
  // The room of symbols needs compiled data itself, so the form is tested here.
  if (!SYMBOL.test(instrument.symbol))
    told(
      ['symbol'],
      `"${instrument.symbol}" is no document symbol such as S/RES/1718 (2006), nor "Committee decision of 28 July 2014"`,
    )
  const numbers = instrument.paragraphs.map((paragraph) => paragraph.number)
  numbers.forEach((number, index) => {
    if (numbers.indexOf(number) !== index) told(['paragraphs', index, 'number'], `paragraph ${number} stands twice`)
    if (Number.parseInt(number, 10) > (instrument.operativeParagraphs ?? Number.POSITIVE_INFINITY))
      told(['paragraphs', index, 'number'], `paragraph ${number} is past the last one`)
  })
  const heads = new Set(numbers.map((number) => Number.parseInt(number, 10)))
  const out = new Set((instrument.leftOut ?? []).flatMap((left) => numbersIn(left.paragraphs)))
  for (let number = 1; number <= (instrument.operativeParagraphs ?? 0); number++) {
    if (!heads.has(number) && !out.has(number))
      told(['leftOut'], `paragraph ${number} is neither encoded nor named in leftOut with its reason`)
    if (heads.has(number) && out.has(number)) told(['leftOut'], `paragraph ${number} is both encoded and left out`)
  }
  instrument.paragraphs.forEach((paragraph, p) => {
    paragraph.measures?.forEach((measure, m) => {
      for (const what of wrongIn(measure)) told(['paragraphs', p, 'measures', m], what)
    })
    paragraph.effects?.forEach((effect, e) => {
      const path = ['paragraphs', p, 'effects', e]
      if ((effect.effect === 'exempts') !== (effect.exemption !== undefined))
        told(path, 'an effect has an exemption if and only if it exempts')
      if (effect.effect === 'amends' && effect.gist === undefined) told(path, 'amends needs a gist that says what')
      if (effect.targets.includes('all') && effect.effect !== 'exempts') told(path, '"all" goes only with exempts')
    })
  })
  return problems
}

function wrongIn(measure: Measure): string[] {
  const wrong: string[] = []
  if ((measure.duty === 'cap') !== (measure.cap !== undefined)) wrong.push('duty cap and a cap go together')
  if (measure.cap !== undefined && (measure.cap.limbs === undefined) === (measure.cap.own === undefined))
    wrong.push('a cap has either limbs or an own ceiling of each state')
  if (measure.from !== undefined && measure.until !== undefined && measure.until < measure.from)
    wrong.push('the measure ends before it begins')
  const ids = (measure.exemptions ?? []).map((exemption) => exemption.id)
  if (new Set(ids).size !== ids.length) wrong.push('two exemptions of one measure share an id')
  for (const { window, id } of measure.exemptions ?? []) {
    if (window?.noticeUntil !== undefined && window.noticeUntil < window.until)
      wrong.push(`${id}: notice is due before the window closes`)
  }
  return wrong
}

/** `1-7`, `11-17`, `5`, `3, 5-6` as numbers. */
function numbersIn(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from = Number.NaN, to = from] = part.trim().split('-').map(Number)
    return Number.isInteger(from) && Number.isInteger(to) && to - from < 200
      ? Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
      : []
  })
}

/** What can only be judged over a regime: ids unique, references that exist, coverage as the regime file states it. */
export function checkReferences(
  file: DataFile,
  regime: Regime,
  instruments: readonly Sourced<Instrument>[],
  groups: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = []
  const stated = new Set(regime.covers.map((cover) => cover.symbol))
  const encoded = new Set(instruments.map((instrument) => instrument.value.symbol))
  regime.covers.forEach((cover, index) => {
    if (!encoded.has(cover.symbol))
      problems.push(dataProblem(file, ['covers', index], `${cover.symbol} has no file in data/law`))
  })
  const seen = new Map<string, string>()
  const ids = new Set(
    instruments.flatMap((one) =>
      one.value.paragraphs.flatMap((paragraph) => (paragraph.measures ?? []).map((measure) => measure.id)),
    ),
  )
  for (const { file: source, value } of instruments) {
    if (!stated.has(value.symbol))
      problems.push(dataProblem(source, ['symbol'], `${value.symbol} is not among what ${file.file} covers`))
    value.paragraphs.forEach((paragraph, p) => {
      paragraph.measures?.forEach((measure, m) => {
        const path = ['paragraphs', p, 'measures', m]
        const earlier = seen.get(measure.id)
        if (earlier !== undefined)
          problems.push(dataProblem(source, [...path, 'id'], `${measure.id} is taken by ${earlier}`))
        seen.set(measure.id, `${value.symbol} para ${paragraph.number}`)
        for (const id of [...(measure.through ? [measure.through] : []), ...(measure.builtOn ?? [])]) {
          if (!ids.has(id) && !isAwaited(regime, id)) problems.push(dataProblem(source, path, `${id} is no measure`))
        }
        const named = [
          ...(measure.goods ?? []),
          ...(measure.exceptGoods ?? []),
          ...(measure.exemptions ?? []).flatMap((one) => [...(one.goods ?? []), ...(one.exceptGoods ?? [])]),
        ]
        for (const id of named) {
          if (!groups.has(id)) problems.push(dataProblem(source, path, `${id} is no goods group of data/goods.yaml`))
        }
      })
    })
  }
  return problems
}

/** True while the file that would define the id is announced in the regime but not there yet. */
export function isAwaited(regime: Regime, id: string): boolean {
  return (regime.awaits ?? []).some((number) => id.startsWith(`${number}-`) || id.startsWith(`all/${number}-`))
}
