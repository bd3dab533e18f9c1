import { type ArticleLine, printState } from '../../http/view.js'
import { address } from '../ask.js'
import { useTitle } from '../parts/page.js'
import { usePages } from '../parts/pages.js'
import { Failure } from '../parts/problem.js'
import { Search } from '../parts/search.js'
import { VirtualList } from '../parts/virtual-list.js'
import { href, type Place, refine } from '../place.js'
import { ClaimsBrowser } from './browse-claims.js'
import { ReadNew } from './read-new.js'

const VIEWS = [
  { view: undefined, label: 'Articles' },
  { view: 'claims', label: 'Claims' },
  { view: 'new', label: 'Read a new one' },
] as const

/** The record’s articles, its claims, and a place to read a new text. */
export function ArticlesPage({ place }: { place: Place }) {
  useTitle('Articles')
  const view = place.query.get('view') ?? undefined
  return (
    <div class="page articles">
      <div class="page-head">
        <h1>Articles</h1>
        <nav class="tabs" aria-label="Articles, claims, or a new text">
          {VIEWS.map((one) => (
            <a
              key={one.label}
              href={href(['articles'], { view: one.view })}
              aria-current={one.view === view ? 'page' : undefined}
            >
              {one.label}
            </a>
          ))}
        </nav>
      </div>
      {view === 'claims' ? (
        <ClaimsBrowser query={place.query} />
      ) : view === 'new' ? (
        <ReadNew />
      ) : (
        <List query={place.query} />
      )}
    </div>
  )
}

function List({ query }: { query: URLSearchParams }) {
  const of = (name: string) => query.get(name) ?? undefined
  const pages = usePages<ArticleLine>(
    address('/articles', { limit: '200', words: of('words'), target: of('target'), from: of('from'), to: of('to') }),
  )
  return (
    <>
      <div class="bar">
        <Search label="Words" hint="in the text" value={of('words') ?? ''} onSearch={(words) => refine({ words })} />
        <label>
          From
          <input
            type="date"
            value={of('from') ?? ''}
            onChange={({ currentTarget }) => refine({ from: currentTarget.value })}
          />
        </label>
        <label>
          To
          <input
            type="date"
            value={of('to') ?? ''}
            onChange={({ currentTarget }) => refine({ to: currentTarget.value })}
          />
        </label>
      </div>
      <Failure of={pages.failure} />
      {pages.isWhole && pages.items.length === 0 && pages.failure === undefined ? (
        <p class="note">
          No articles here. <a href={href(['articles'], { view: 'new' })}>Read a new one</a>, or add files with{' '}
          <code>penholder add</code>.
        </p>
      ) : (
        <VirtualList
          label="Articles, the latest first"
          items={pages.items}
          keyOf={({ id }) => id}
          rowHeight={48}
          {...(!pages.isWhole && { more: pages.more })}
        >
          {(line) => (
            <a class="line" href={href(['articles', line.id])}>
              <span class="day">{line.published ?? 'no date'}</span>
              <span class="title">{line.title ?? line.name}</span>
              <span class="more">
                {[line.source, line.target !== undefined && printState(line.target)].filter(Boolean).join(' · ')}
              </span>
              <span class="number">{line.claims} claims</span>
            </a>
          )}
        </VirtualList>
      )}
    </>
  )
}
