import { useEffect, useState } from 'preact/hooks'
import { ArticlePage } from './article/article.js'
import { ArticlesPage } from './article/articles.js'
import { address, onSignedOut, send, useAnswer } from './ask.js'
import { CheckPage } from './check/check.js'
import { FlagsPage } from './flags/flags.js'
import { LawPage } from './law/law.js'
import { MatterPage } from './matter/matter.js'
import { MattersPage } from './matter/matters.js'
import { useNews } from './parts/news.js'
import { ThemeButton } from './parts/theme.js'
import { followLinks, href, type Place, usePlace } from './place.js'
import { SignIn } from './sign-in.js'
import { type Status, StatusContext } from './status.js'
import { TimelinePage } from './timeline/timeline.js'

/** The whole of the workbench: who asks, where they are, and the page that belongs there. */
export function App() {
  const status = useAnswer<Status>(address('/status'))
  const [isOut, setIsOut] = useState(false)
  useEffect(() => onSignedOut(() => setIsOut(true)), [])
  useEffect(followLinks, [])
  const place = usePlace()
  const news = useNews(status.value?.record?.seq)
  const signedIn = () => {
    setIsOut(false)
    status.again()
  }
  if (status.value === undefined && status.failure === undefined) return <p class="waiting">Opening the record …</p>
  const needsSignIn = status.value?.needsSignIn === true && status.value.user === null
  if (isOut || needsSignIn) return <SignIn done={signedIn} />
  return (
    <StatusContext value={status.value}>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Header place={place} status={status.value} out={signedIn} />
      {news.count > 0 && (
        <p class="news" role="status">
          The record has grown.{' '}
          <button
            type="button"
            onClick={() => {
              news.show()
              status.again()
            }}
          >
            Show what is new
          </button>
        </p>
      )}
      <main id="main" tabIndex={-1}>
        <Page key={news.round} place={place} />
      </main>
      <Footer status={status.value} />
    </StatusContext>
  )
}

/** The matter last looked at: Timeline and Flags lead back to it from other pages. */
function matterOf(place: Place): string | undefined {
  const [room, id] = place.path
  if (room === 'matters' && id !== undefined) {
    sessionStorage.setItem('matter', id)
    return id
  }
  return sessionStorage.getItem('matter') ?? undefined
}

function Header({ place, status, out }: { place: Place; status: Status | undefined; out: () => void }) {
  const [room = 'matters', , part] = place.path
  const matter = matterOf(place)
  const own = (suffix: string[]) => (matter === undefined ? href(['matters']) : href(['matters', matter, ...suffix]))
  const links = [
    { to: own([]), label: 'Matter', isHere: room === 'matters' && part === undefined },
    { to: own(['timeline']), label: 'Timeline', isHere: part === 'timeline' },
    { to: href(['articles']), label: 'Articles', isHere: room === 'articles' },
    { to: href(['law']), label: 'Law', isHere: room === 'law' },
    { to: href(['check']), label: 'Check', isHere: room === 'check' },
    { to: own(['flags']), label: 'Flags', isHere: part === 'flags' },
  ]
  return (
    <header class="top">
      <a class="name" href="/matters">
        Penholder
      </a>
      <nav aria-label="Views">
        <ul>
          {links.map(({ to, label, isHere }) => (
            <li key={label}>
              <a href={to} aria-current={isHere ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="top-end">
        <ThemeButton />
        {status?.user != null && status.needsSignIn && (
          <button
            type="button"
            class="quiet"
            onClick={async () => {
              await send('/session', { method: 'DELETE' })
              out()
            }}
          >
            Sign out {status.user.name}
          </button>
        )}
      </div>
    </header>
  )
}

function Page({ place }: { place: Place }) {
  const [room = 'matters', id, part] = place.path
  if (room === 'law') return <LawPage place={place} />
  if (room === 'check') return <CheckPage place={place} />
  if (room === 'articles')
    return id === undefined ? <ArticlesPage place={place} /> : <ArticlePage key={id} id={id} place={place} />
  if (room === 'matters') {
    if (id === undefined) return <MattersPage />
    if (part === undefined) return <MatterPage key={id} id={id} place={place} />
    if (part === 'timeline') return <TimelinePage key={id} id={id} place={place} />
    if (part === 'flags') return <FlagsPage key={id} id={id} kind={place.query.get('kind') ?? undefined} />
  }
  // Views of a matter, typed without one: the list of matters is where to choose it.
  if ((room === 'timeline' || room === 'flags') && id === undefined) return <MattersPage />
  return (
    <div class="page">
      <h1>There is no such page</h1>
      <p>
        <a href="/matters">To the matters</a>
      </p>
    </div>
  )
}

function Footer({ status }: { status: Status | undefined }) {
  if (status === undefined || status.record === null) return null
  const { record, version } = status
  return (
    <footer>
      <p>
        {record.articles.toLocaleString('en')} articles, {record.claims.toLocaleString('en')} claims
        {record.at !== undefined && <>, record as of {record.at.slice(0, 16).replace('T', ' ')}</>} · Penholder{' '}
        {version} · own words about the law, no legal advice
      </p>
    </footer>
  )
}
