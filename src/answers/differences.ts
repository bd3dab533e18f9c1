import type { Answer, Finding } from '../check/index.js'
import { canonicalJson } from '../record/index.js'

/** One way in which today's answer differs from the kept one. */
export type Difference =
  | { readonly field: 'verdict'; readonly was: string; readonly is: string }
  | {
      readonly field: 'citations' | 'missing' | 'possible'
      readonly gone: readonly string[]
      readonly added: readonly string[]
    }
  | { readonly field: 'order'; readonly was: readonly string[]; readonly is: readonly string[] }
  | { readonly field: 'finding'; readonly measure: string; readonly was?: Finding; readonly is?: Finding }

/**
 * How two answers to the same question differ. What they cover (number of measures, last day of the data) is told in
 * every answer and is no difference by itself.
 */
export function differencesOf(was: Answer, is: Answer): Difference[] {
  const found: Difference[] = []
  if (was.verdict !== is.verdict) found.push({ field: 'verdict', was: was.verdict, is: is.verdict })
  const possible = (answer: Answer) => answer.possible.map(({ given, listed }) => `${given} ~ ${listed}`)
  found.push(
    ...setDifference('citations', was.citations, is.citations),
    ...setDifference('missing', was.missing, is.missing),
    ...setDifference('possible', possible(was), possible(is)),
    ...findingDifferences(was.findings, is.findings),
  )
  if (found.length > 0 || canonicalJson(bare(was)) === canonicalJson(bare(is))) return found
  return [{ field: 'order', was: was.citations, is: is.citations }]
}

function bare({ coverage: _, ...answer }: Answer): Omit<Answer, 'coverage'> {
  return answer
}

function setDifference(
  field: 'citations' | 'missing' | 'possible',
  was: readonly string[],
  is: readonly string[],
): Difference[] {
  const gone = was.filter((one) => !is.includes(one))
  const added = is.filter((one) => !was.includes(one))
  return gone.length + added.length === 0 ? [] : [{ field, gone, added }]
}

function findingDifferences(was: readonly Finding[], is: readonly Finding[]): Difference[] {
  const before = byMeasure(was)
  const after = byMeasure(is)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Difference[] => {
    const [a, b] = [before.get(key), after.get(key)]
    if (canonicalJson(a ?? null) === canonicalJson(b ?? null)) return []
    const measure = (a ?? b)?.measure ?? key
    return [{ field: 'finding', measure, ...(a !== undefined && { was: a }), ...(b !== undefined && { is: b }) }]
  })
}

/** A measure may stand twice, for two parties: each place counts. */
function byMeasure(findings: readonly Finding[]): Map<string, Finding> {
  const found = new Map<string, Finding>()
  for (const finding of findings) {
    let key = `${finding.regime} ${finding.measure}`
    while (found.has(key)) key += '+'
    found.set(key, finding)
  }
  return found
}
