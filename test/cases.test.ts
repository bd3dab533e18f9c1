import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { check } from '../src/check/index.js'
import { law } from '../src/law/index.js'

interface Case {
  readonly is: string
  readonly date: string
  readonly act: unknown
  readonly verdict: string
  readonly paragraph?: string
  readonly because: string
}

const folder = join('test', 'cases')
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const cases = files.flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as Case[])

describe.each(files)('%s', (name) => {
  it('comes out as a lawyer said', () => {
    const wrong = (parse(readFileSync(join(folder, name), 'utf8')) as Case[]).flatMap((one) => {
      const answer = check(one.act, { on: one.date })
      const isRight =
        answer.verdict === one.verdict && (one.paragraph === undefined || answer.citations[0] === one.paragraph)
      const wanted = `${one.verdict} ${one.paragraph ?? ''}`.trim()
      return isRight
        ? []
        : [`${one.is} wanted ${wanted} because ${one.because} got ${answer.verdict} ${answer.citations}`]
    })
    expect(wrong).toEqual([])
  })
})

describe('the cases', () => {
  it('are many, each with its reason and no two alike', () => {
    expect(cases.length).toBeGreaterThan(400)
    expect(new Set(cases.map((one) => `${one.date} ${JSON.stringify(one.act)}`)).size).toBe(cases.length)
    for (const one of cases) expect(one.because.length, one.is).toBeGreaterThan(10)
  })

  it('reach every binding paragraph with a measure', () => {
    const reached = new Set(
      cases.flatMap((one) => check(one.act, { on: one.date }).findings.flatMap((finding) => finding.citations)),
    )
    const without = law.regimes
      .filter(({ regime }) => cases.some((one) => JSON.stringify(one.act).includes(regime.aliases[0] ?? '')))
      .flatMap(({ measures }) => measures)
      .filter((measure) => measure.force === 'binding' && !reached.has(measure.citation))
      .map((measure) => measure.citation)
    expect([...new Set(without)]).toEqual([])
  })
})

describe('the verbs of an activity', () => {
  const groups = parse(readFileSync(join('test', 'verbs.yaml'), 'utf8')) as {
    readonly date: string
    readonly act: Record<string, unknown>
    readonly verdict: string
    readonly paragraph?: string
    readonly verbs: readonly string[]
  }[]

  it('mean the same deed in many words', () => {
    const wrong = groups.flatMap(({ date, act, verdict, paragraph, verbs }) =>
      verbs.flatMap((action) => {
        const answer = check({ ...act, action }, { on: date })
        const isRight =
          answer.verdict === verdict && (paragraph === undefined || answer.citations[0]?.startsWith(paragraph) === true)
        return isRight
          ? []
          : [`${act.kind} ${action}: wanted ${verdict} ${paragraph}, got ${answer.verdict} ${answer.citations}`]
      }),
    )
    expect(wrong).toEqual([])
    expect(groups.flatMap((group) => group.verbs).length).toBeGreaterThan(350)
  })
})
