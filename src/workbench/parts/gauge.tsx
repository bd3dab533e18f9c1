import { Picture } from './picture.js'

interface Span {
  readonly low: number
  readonly high: number
}

/** What a gauge shows: a ceiling, what was counted before, what is added, each as a span where units were converted. */
export interface Reading {
  readonly limit: number
  readonly unit: string
  readonly before: Span | undefined
  readonly adds: Span | undefined
  /** Percentages at which a notice goes out. */
  readonly steps: readonly number[]
}

/** A ceiling as a bar with the band that conversion leaves open. */
export function Gauge({ name, title, reading }: { name: string; title: string; reading: Reading }) {
  const { limit, unit, before, adds, steps } = reading
  const low = (before?.low ?? 0) + (adds?.low ?? 0)
  const high = (before?.high ?? 0) + (adds?.high ?? 0)
  const words = `${span(low, high, limit)} of the ceiling`
  const rows = () => [
    ['what', 'low', 'high', 'unit'],
    ['counted before', before?.low, before?.high, unit],
    ['this act', adds?.low, adds?.high, unit],
    ['ceiling', limit, limit, unit],
  ]
  const isBand = low !== high
  const caption = [
    `Solid: counted${adds === undefined ? '' : ' before. Striped: this act'}.${isBand ? ' Pale: the band that converting tonnes and barrels leaves open.' : ''}`,
    before === undefined && adds !== undefined
      ? 'The total before this act is not stated, so this act stands alone.'
      : '',
    'Not shown: what others did after the total was given, and whether the conditions of the ceiling are met.',
  ]
  return (
    <Picture name={name} title={title} csv={rows} caption={caption.join(' ')}>
      {(width) => {
        const end = Math.max(limit * 1.08, high * 1.02)
        const at = (value: number) => 2 + (value / end) * (width - 4)
        const [start, sure, open] = [at(before?.low ?? 0), at(low), at(high)]
        return (
          <svg
            class="drawing gauge"
            viewBox={`0 0 ${width} 70`}
            width={width}
            height={70}
            role="img"
            aria-label={`${title}: ${words}`}
          >
            <defs>
              <pattern
                id={`${name}-act`}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" fill="#56b4e9" />
                <rect width="2.4" height="6" fill="#0b3a57" />
              </pattern>
            </defs>
            <text x="2" y="14" class="strong">
              {words}
            </text>
            <rect class="bed" x="2" y="24" width={width - 4} height="20" />
            <rect class="before" x="2" y="24" width={Math.max(0, start - 2)} height="20" />
            <rect x={start} y="24" width={Math.max(0, sure - start)} height="20" fill={`url(#${name}-act)`} />
            <rect class="band" x={sure} y="24" width={Math.max(0, open - sure)} height="20" />
            <line class="limit" x1={at(limit)} x2={at(limit)} y1="18" y2="50" />
            <text x={at(limit)} y="64" text-anchor="end">
              {number(limit)} {unit}
            </text>
            {steps.map((step) => (
              <g key={step}>
                <line class="step" x1={at((limit * step) / 100)} x2={at((limit * step) / 100)} y1="22" y2="46" />
                {width > 520 && step === steps[0] && (
                  <text class="axis" x={at((limit * step) / 100)} y="58" text-anchor="end">
                    notices at {steps.join(', ')} %
                  </text>
                )}
              </g>
            ))}
          </svg>
        )
      }}
    </Picture>
  )
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function span(low: number, high: number, limit: number): string {
  const share = (value: number) => `${Math.round((value / limit) * 1000) / 10}`
  return low === high ? `${share(low)} %` : `${share(low)} to ${share(high)} %`
}
