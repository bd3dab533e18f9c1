import type { Flag } from '../../http/view.js'
import { href } from '../place.js'

const WORDS: Readonly<Record<string, string>> = {
  'headline-stronger': 'Headline stronger than its text',
  'sources-disagree': 'Sources disagree',
  'dates-apart': 'Dates apart',
  'wrong-rule': 'Against the Charter',
  'wrong-tally': 'Against the record of votes',
  'wrong-measure': 'Against the law as adopted',
}

export function flagWords(kind: string): string {
  return WORDS[kind] ?? kind.replaceAll('-', ' ')
}

interface Props {
  readonly flags: readonly Flag[]
  /** Titles of articles, by id. */
  readonly titles: ReadonlyMap<string, string>
}

/** Doubts, each with the words to look at. */
export function FlagList({ flags, titles }: Props) {
  if (flags.length === 0) return null
  return (
    <ul class="flags">
      {flags.map((flag) => (
        <li key={`${flag.kind}${flag.what}${flag.quotes[0]?.quote.start}${flag.quotes[0]?.article}`}>
          <p>
            <strong>{flagWords(flag.kind)}</strong>: {flag.what}
          </p>
          {flag.quotes.map(({ article, quote }) => (
            <blockquote key={`${article}${quote.start}`}>
              “{quote.text}” <a href={href(['articles', article])}>{titles.get(article) ?? article}</a>
            </blockquote>
          ))}
        </li>
      ))}
    </ul>
  )
}
