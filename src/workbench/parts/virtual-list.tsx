import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface Props<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Height of every row in CSS pixels. */
  readonly rowHeight: number
  readonly children: (item: T) => ComponentChildren
  /** Called when the end comes near. */
  readonly more?: () => void
  /** All there are, where that is known; readers by ear are told. */
  readonly total?: number
}

const SPARE = 12

/** A long list of rows of one height: only those in sight and a few around them stand in the page. */
export function VirtualList<T>({ label, items, keyOf, rowHeight, children, more, total }: Props<T>) {
  const box = useRef<HTMLElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight })
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [])
  const first = Math.max(0, Math.floor(view.top / rowHeight) - SPARE)
  const last = Math.min(items.length, Math.ceil((view.top + view.height) / rowHeight) + SPARE)
  useEffect(() => {
    if (more !== undefined && last > items.length - 2 * SPARE) more()
  }, [last, items.length, more])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
    <section class="virtual" ref={box} aria-label={label} tabIndex={0}>
      <ul style={{ height: `${items.length * rowHeight}px` }}>
        {items.slice(first, last).map((item, index) => (
          <li
            key={keyOf(item)}
            aria-setsize={total ?? (more === undefined ? items.length : -1)}
            aria-posinset={first + index + 1}
            style={{ height: `${rowHeight}px`, transform: `translateY(${(first + index) * rowHeight}px)` }}
          >
            {children(item)}
          </li>
        ))}
      </ul>
    </section>
  )
}
