import type { Claim } from '../../http/view.js'

/** The words selected in the article on the page, with their place in its text; undefined where none are. */
export function selectedQuote(): Claim['quote'] | undefined {
  const box = document.querySelector('.article-text')
  const selection = getSelection()
  if (box === null || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!box.contains(range.commonAncestorContainer)) return undefined
  const before = document.createRange()
  before.setStart(box, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const text = range.toString()
  return { text, start, end: start + text.length }
}
