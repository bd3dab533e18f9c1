import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** "MOSCOW, May 28 (RIA Novosti) -", "[VLADIVOSTOK, Russia]", "TEHRAN —": the token after the dateline, or `from`. */
export function datelineEnd(tokens: readonly Token[], from: number): number {
  const stamped = stampEnd(tokens, from)
  return stamped > from ? Math.max(stamped, filedEnd(tokens, stamped)) : filedEnd(tokens, from)
}

/** "GENEVA | Mon May 3, 2010 5:01 pm EDT": where the page tells when it was put up, before the article's own dateline; else `from`. */
function stampEnd(tokens: readonly Token[], from: number): number {
  let barred = false
  for (let at = from + 1; at < Math.min(tokens.length - 1, from + 45); at++) {
    const token = tokens[at] as Token
    barred ||= token.key === '|'
    if (barred && HALVES.has(token) && tokens[at - 1]?.kind === 'number' && ZONES.has(tokens[at + 1])) return at + 2
  }
  return from
}

const HALVES = new WordSet(['am', 'pm'])
const ZONES = new WordSet('est edt pst pdt cst cdt gmt bst ist cet cest utc jst kst msk'.split(' '))

function filedEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from]
  if (first === undefined) return from
  if (first.key === '[') {
    for (let at = from + 1; at < Math.min(tokens.length, from + 8); at++) if (tokens[at]?.key === ']') return at + 1
    return from
  }
  let shout = false
  let aside = false
  for (let at = from; at < Math.min(tokens.length, from + 18); at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'open') break
    if (token.key === '(' || token.key === ')') aside = token.key === '('
    if (token.kind === 'word' && token.capital && token.key !== token.lower && token.end - token.start > 3) shout = true
    if (token.key === '-' || token.key === '–' || token.key === '—' || token.key === '_') {
      const named = shout || tokens.slice(from, at).some((each) => each.key === ')')
      if (!named || at - from < 1) break
      return tokens[at + 1]?.key === token.key ? at + 2 : at + 1
    }
    if (!aside && token.kind === 'word' && !token.capital && token.lower !== 'of' && token.lower !== 'the') break
  }
  return from
}
