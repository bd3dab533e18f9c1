import { MARKS, type Mark, markFor } from '../../http/view.js'

/** The mark that a count names; unknown for a word that this page does not know. */
export function markNamed(label: string): Mark {
  return MARKS.find((mark) => mark.label === label) ?? markFor(undefined, undefined)
}

/** Patterns that keep marks apart without colour; once in every drawing that has seats. */
export function Patterns() {
  return (
    <defs>
      <pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="7" fill="#000" opacity="0.45" />
      </pattern>
      <pattern id="crossed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0H7M0 0V7" stroke="#000" opacity="0.4" />
      </pattern>
      <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.3" fill="#000" opacity="0.5" />
      </pattern>
    </defs>
  )
}

interface SeatProps {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly mark: Mark
  readonly isPermanent?: boolean
}

/** A disc with colour, pattern and letter; a second ring for permanent members. */
export function Seat({ x, y, radius, mark, isPermanent = false }: SeatProps) {
  const isSmall = radius < 10
  return (
    <g class="seat">
      {isPermanent && <circle class="ring" cx={x} cy={y} r={radius + 4} />}
      <circle
        class="disc"
        cx={x}
        cy={y}
        r={radius}
        fill={mark.fill}
        stroke={mark.pattern === 'dashed' ? '#767676' : '#222'}
        stroke-width={isSmall ? 1 : 1.5}
        stroke-dasharray={mark.pattern === 'dashed' ? '4 3' : undefined}
      />
      {mark.pattern !== undefined && mark.pattern !== 'dashed' && (
        <circle cx={x} cy={y} r={radius} fill={`url(#${mark.pattern})`} />
      )}
      {mark.pattern !== undefined && mark.pattern !== 'dashed' && !isSmall && (
        <circle cx={x} cy={y} r={radius * 0.5} fill={mark.fill} />
      )}
      <text
        class="letter"
        x={x}
        y={y + radius * 0.28}
        text-anchor="middle"
        fill={mark.ink}
        font-size={Math.max(10, radius * 0.78)}
        font-weight="700"
      >
        {mark.letter}
      </text>
    </g>
  )
}

/** A mark beside words, as a picture of its own. */
export function MarkChip({ mark }: { mark: Mark }) {
  return (
    <svg class="chip" viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      <Seat x={11} y={11} radius={9.5} mark={mark} />
    </svg>
  )
}
