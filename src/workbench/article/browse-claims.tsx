import { ABOUT, STANCES, stateFor } from '../../http/view.js'
import { address } from '../ask.js'
import { usePages } from '../parts/pages.js'
import { Failure } from '../parts/problem.js'
import { Search } from '../parts/search.js'
import { VirtualList } from '../parts/virtual-list.js'
import { href, refine } from '../place.js'
import { claimWords, plain } from '../words.js'
import { type ClaimLine, ruledClaim } from './shapes.js'

const KINDS = ['stance', 'contact', 'event', 'measure']

/** All claims of the record, narrowed down by kind, actor and stance. */
export function ClaimsBrowser({ query }: { query: URLSearchParams }) {
  const of = (name: string) => query.get(name) ?? undefined
  const pages = usePages<ClaimLine>(
    address('/claims', {
      limit: '500',
      kind: of('kind'),
      actor: of('actor'),
      stance: of('stance'),
      about: of('about'),
      words: of('words'),
    }),
  )
  const choice = (name: string, label: string, choices: readonly string[]) => (
    <label>
      {label}
      <select value={of(name) ?? ''} onChange={({ currentTarget }) => refine({ [name]: currentTarget.value })}>
        <option value="">any</option>
        {choices.map((one) => (
          <option key={one} value={one}>
            {plain(one)}
          </option>
        ))}
      </select>
    </label>
  )
  const actor = (text: string) =>
    refine({ actor: text === '' ? undefined : (stateFor(text)?.code ?? text.toUpperCase()) })
  return (
    <>
      <div class="bar">
        {choice('kind', 'Kind', KINDS)}
        <Search label="Who" hint="China, or CHN" value={of('actor') ?? ''} onSearch={actor} />
        {choice('stance', 'Stance', STANCES)}
        {choice('about', 'On', ABOUT)}
        <Search label="Words" hint="in the quote" value={of('words') ?? ''} onSearch={(words) => refine({ words })} />
      </div>
      <Failure of={pages.failure} />
      <p class="note" role="status">
        {pages.items.length.toLocaleString('en')}
        {pages.isWhole ? '' : '+'} claims
      </p>
      <VirtualList
        label="Claims, of the latest articles first"
        items={pages.items}
        keyOf={({ id }) => id}
        rowHeight={64}
        {...(!pages.isWhole && { more: pages.more })}
      >
        {(row) => {
          const claim = ruledClaim(row)
          return (
            <a class="line claim-line" href={href(['articles', row.article.id], { claim: row.id })}>
              <span class="day">{claim.date ?? row.article.published ?? 'no date'}</span>
              <span class="title">
                <span class={`kind ${claim.kind}`}>{claim.kind[0]?.toUpperCase()}</span> {claimWords(claim)}
              </span>
              <span class="more quote">“{claim.quote.text}”</span>
              <span class="number">{row.article.source ?? row.article.name}</span>
            </a>
          )
        }}
      </VirtualList>
    </>
  )
}
