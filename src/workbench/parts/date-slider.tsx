import { useEffect, useState } from 'preact/hooks'
import { type CivilDate, dayNumber, fromDayNumber, isCivilDate } from '../../http/view.js'

/** A day on which something changed: the slider stops there. */
export interface Stop {
  readonly day: CivilDate
  readonly label: string
}

interface Props {
  readonly label: string
  readonly value: CivilDate
  readonly from: CivilDate
  readonly to: CivilDate
  readonly stops: readonly Stop[]
  readonly onChange: (day: CivilDate) => void
  /** Plays the stops one after another, so long apart in milliseconds. */
  readonly pace?: number
}

/** A day chosen by field, by slider, or from change to change; plays through the changes. */
export function DateSlider({ label, value, from, to, stops, onChange, pace = 900 }: Props) {
  const [isPlaying, setIsPlaying] = useState(false)
  const days = [...new Set(stops.map(({ day }) => day))].filter((day) => day >= from && day <= to).sort()
  const before = days.findLast((day) => day < value)
  const after = days.find((day) => day > value)
  useEffect(() => {
    if (!isPlaying) return
    if (after === undefined) {
      setIsPlaying(false)
      return
    }
    const timer = setTimeout(() => onChange(after), pace)
    return () => clearTimeout(timer)
  }, [isPlaying, after, pace, onChange])
  const here = stops.filter(({ day }) => day === value).map((stop) => stop.label)
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const play = () => {
    if (!isPlaying && after === undefined && days[0] !== undefined) onChange(days[0])
    setIsPlaying(!isPlaying)
  }
  return (
    <div class="date-slider">
      <label class="date">
        {label}
        <input
          type="date"
          value={value}
          onChange={({ currentTarget }) => isCivilDate(currentTarget.value) && onChange(currentTarget.value)}
        />
      </label>
      <div class="steps">
        <button
          type="button"
          disabled={before === undefined}
          onClick={() => before !== undefined && onChange(before)}
          title="The change before"
          aria-label="The change before"
        >
          ‹
        </button>
        <button
          type="button"
          onClick={play}
          aria-label={isPlaying ? 'Stop the replay' : 'Replay the changes'}
          title={isPlaying ? 'Stop' : 'Replay'}
          disabled={days.length === 0}
        >
          {isPlaying ? '❚❚' : '▶'}
        </button>
        <button
          type="button"
          disabled={after === undefined}
          onClick={() => after !== undefined && onChange(after)}
          title="The next change"
          aria-label="The next change"
        >
          ›
        </button>
      </div>
      <div class="track">
        <svg class="stops" viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true">
          {days.map((day) => {
            const x = ((dayNumber(day) - first) / Math.max(1, last - first)) * 1000
            return <rect key={day} x={x - 0.8} y="0" width="1.6" height="6" />
          })}
        </svg>
        <input
          type="range"
          min={first}
          max={last}
          step={1}
          value={Math.min(last, Math.max(first, dayNumber(value)))}
          aria-label={`${label}, slider`}
          aria-valuetext={value}
          onInput={({ currentTarget }) => onChange(fromDayNumber(Number(currentTarget.value)))}
        />
        <p class="stop-label" aria-live="polite">
          {here.length === 0 ? ' ' : here.join(' · ')}
        </p>
      </div>
    </div>
  )
}
