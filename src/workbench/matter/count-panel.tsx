import { printState } from '../../http/view.js'
import { href } from '../place.js'
import { nameOf } from '../words.js'
import type { CountView, MatterArticle } from './shapes.js'

interface Props {
  readonly count: CountView
  readonly articles: ReadonlyMap<string, MatterArticle>
}

/** The count in words: what is needed, who may block, what is said of groups, and what the count leaves out. */
export function CountPanel({ count, articles }: Props) {
  const { tally } = count
  return (
    <section class="count" aria-label="The count">
      <h2>{count.text.label}</h2>
      <p class="outcome">
        <strong>{count.outcomeInWords}</strong>
      </p>
      {tally !== undefined && (
        <dl class="tally">
          {[
            ['yes', tally.yes],
            ['no', tally.no],
            ['abstaining', tally.abstaining],
            ['not participating', tally.notParticipating],
            ['unknown', tally.unknown],
          ]
            .filter(([name, value]) => value !== 0 || name === 'yes' || name === 'no')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          <div>
            <dt>needed</dt>
            <dd>{count.required}</dd>
          </div>
        </dl>
      )}
      {count.needsInWords.length > 0 && (
        <ul>
          {count.needsInWords.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {count.needs !== undefined && count.mayBlock.length > 0 && (
        <p>May block: {count.mayBlock.map(printState).join(', ')}.</p>
      )}
      {count.text.sponsors.length > 0 && <p>Sponsors: {count.text.sponsors.map(nameOf).join(', ')}.</p>}
      {count.collective.length > 0 && (
        <>
          <h3>Said of a group, not shared out</h3>
          <ul>
            {count.collective.map((claim) => (
              <li key={`${claim.article}${claim.quote.start}`}>
                <span class="quote">“{claim.quote.text}”</span>{' '}
                <a href={href(['articles', claim.article])}>
                  {articles.get(claim.article)?.title ?? articles.get(claim.article)?.name ?? 'article'}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {count.record !== undefined && (
        <p class="note">
          On record: {count.record.title} ({count.record.date}
          {count.record.meeting === undefined ? '' : `, ${count.record.meeting}`}).
        </p>
      )}
      {count.notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
    </section>
  )
}
