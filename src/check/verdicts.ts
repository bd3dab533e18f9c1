/** What a check can say, the strictest first. Never "allowed", "clear" or "compliant". */
export const VERDICTS = {
  prohibited: 'a binding paragraph forbids it that day and no exemption is met',
  'over-ceiling': 'it would pass a ceiling',
  'needs-approval': 'barred now; the facts fit an exemption that needs an approval not yet given',
  'needs-notification': 'lawful on notice alone, and notice has not been given in time',
  'cannot-tell': 'the answer turns on a fact that is missing',
  exempt: 'a paragraph restricts it in principle and an express exemption, wind-down or approval is met',
  'within-ceiling': 'it stays within a ceiling, on the conditions named',
  'called-for': 'only paragraphs that urge touch it',
  'nothing-found': 'nothing in the regimes covered restricts it',
} as const
export type Verdict = keyof typeof VERDICTS

const ORDER = Object.keys(VERDICTS) as Verdict[]

/** 0 for the strictest. */
export function strictness(verdict: Verdict): number {
  return ORDER.indexOf(verdict)
}

/** What one measure says of the activity. */
export interface Finding {
  readonly verdict: Verdict
  readonly regime: string
  readonly measure: string
  /** The controlling paragraph first. */
  readonly citations: readonly string[]
  /** One sentence that a trader understands. */
  readonly reason: string
  /** The facts of the activity that the finding stands on. */
  readonly facts: readonly string[]
  /** Fields that would tell, or that the answer takes as a condition. */
  readonly missing: readonly string[]
  /** What must be met, and before whom. */
  readonly conditions: readonly string[]
}
