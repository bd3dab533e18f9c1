import { dayNumber, fromDayNumber } from '../../http/view.js'
import type { TimelineMark } from './marks.js'

const MOST = 160
const STRETCHES = 24

/** A lane with too many marks to tell apart shows how many there are in each stretch of days; each stretch leads nearer. */
export function gathered(marks: readonly TimelineMark[], from: string, to: string): readonly TimelineMark[] {
  if (marks.length <= MOST) return marks
  const first = dayNumber(from)
  const step = Math.max(1, Math.ceil((dayNumber(to) - first + 1) / STRETCHES))
  const counts = new Map<number, number>()
  for (const mark of marks) {
    const stretch = Math.max(0, Math.floor((dayNumber(mark.from) - first) / step))
    counts.set(stretch, (counts.get(stretch) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([stretch, count]) => {
      const start = fromDayNumber(first + stretch * step)
      const end = fromDayNumber(first + (stretch + 1) * step - 1)
      return {
        key: `stretch|${marks[0]?.lane}|${start}`,
        lane: marks[0]?.lane ?? 'stances',
        from: start,
        to: end,
        label: `${count} marks; nearer`,
        short: String(count),
        isPlanned: false,
        claims: [],
        nearer: { from: start, to: end },
      }
    })
}

/** Marks that found no place, as numbers that stand at least `apart` from each other; each leads nearer. */
export function rest(marks: readonly TimelineMark[], at: (day: string) => number, apart: number): TimelineMark[] {
  const groups: TimelineMark[][] = []
  for (const mark of [...marks].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && at(mark.from) < at(last[0].from) + apart) last.push(mark)
    else groups.push([mark])
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)]
    if (first === undefined || last === undefined) return []
    return [
      {
        key: `more|${first.lane}|${first.from}`,
        lane: first.lane,
        from: first.from,
        to: first.from,
        label: `${group.length} more to ${last.from}; nearer`,
        short: `+${group.length}`,
        isPlanned: false,
        claims: [],
        nearer: {
          from: fromDayNumber(dayNumber(first.from) - AROUND),
          to: fromDayNumber(dayNumber(last.from) + AROUND),
        },
      },
    ]
  })
}

/** Days shown before and after what was gathered. */
const AROUND = 5
