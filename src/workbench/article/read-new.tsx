import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { address, request } from '../ask.js'
import { FlagList } from '../flags/flag-list.js'
import { Failure } from '../parts/problem.js'
import { go, href } from '../place.js'
import { useMay } from '../status.js'
import { ClaimList } from './claims.js'
import { KindFilter } from './kinds.js'
import type { ClaimRow, ReadAnswer } from './shapes.js'
import { ArticleText } from './text.js'

interface Given {
  readonly body: unknown
  readonly type?: string
  readonly name?: string
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
  eml: 'message/rfc822',
  xml: 'application/xml',
  rss: 'application/xml',
  jsonl: 'application/jsonl',
  csv: 'text/csv',
  txt: 'text/plain',
}

/** A text pasted or dropped, read at once, and kept in the record only when a person says so. */
export function ReadNew() {
  const may = useMay('coder')
  const [text, setText] = useState('')
  const [published, setPublished] = useState('')
  const [given, setGiven] = useState<Given>()
  const [answer, setAnswer] = useState<ReadAnswer>()
  const [failure, setFailure] = useState<Error>()
  const post = <T,>(path: string, { body, type, name }: Given) =>
    request(address(path, { name, published: type === undefined ? undefined : published }), {
      method: 'POST',
      body,
      ...(type !== undefined && { type }),
    }).then((response) => response.json() as Promise<T>)
  const read = async (from: Given) => {
    setGiven(from)
    setFailure(undefined)
    try {
      setAnswer(await post<ReadAnswer>('/read', from))
    } catch (error) {
      setAnswer(undefined)
      setFailure(error as Error)
    }
  }
  const pasted = (words: string) => read({ body: { text: words, ...(published !== '' && { published }) } })
  const keep = async () => {
    if (given === undefined) return
    try {
      const kept = await post<{ articles: string[] }>('/articles', given)
      go(kept.articles.length === 1 ? href(['articles', kept.articles[0] ?? '']) : href(['articles']))
    } catch (error) {
      setFailure(error as Error)
    }
  }
  const dropped = async (file: File) => {
    const type = TYPES[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain'
    setText('')
    await read({ body: file, type, name: file.name })
  }
  return (
    <div class="read-new">
      <DropForm submit={() => void pasted(text)} drop={(file) => void dropped(file)}>
        <label>
          Paste an article, or drop a file: text, HTML, Markdown, mail, feed
          <textarea
            rows={answer === undefined ? 12 : 3}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onPaste={(event) => {
              const words = event.clipboardData?.getData('text/plain') ?? ''
              if (text === '' && words.length > 80) {
                event.preventDefault()
                setText(words)
                void pasted(words)
              }
            }}
          />
        </label>
        <div class="bar">
          <label>
            Published, if the text does not say
            <input type="date" value={published} onChange={({ currentTarget }) => setPublished(currentTarget.value)} />
          </label>
          <label>
            A file
            <input
              type="file"
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0]
                if (file !== undefined) void dropped(file)
              }}
            />
          </label>
          <button type="submit" class="main" disabled={text.trim() === ''}>
            Read
          </button>
          {answer !== undefined && may && (
            <button type="button" onClick={keep}>
              Keep in the record
            </button>
          )}
        </div>
      </DropForm>
      <Failure of={failure} />
      {answer !== undefined && <Readings answer={answer} />}
    </div>
  )
}

interface DropFormProps {
  readonly submit: () => void
  readonly drop: (file: File) => void
  readonly children: ComponentChildren
}

/** A form onto which a file may be dropped. */
function DropForm({ submit, drop, children }: DropFormProps) {
  const [isOver, setIsOver] = useState(false)
  return (
    <form
      class={isOver ? 'drop over' : 'drop'}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        const file = event.dataTransfer?.files[0]
        if (file === undefined) return
        event.preventDefault()
        drop(file)
      }}
    >
      {children}
    </form>
  )
}

function Readings({ answer }: { answer: ReadAnswer }) {
  const titles = new Map(answer.articles.map(({ id, title }) => [id, title ?? id]))
  return (
    <div aria-live="polite">
      {answer.articles.map((article) => (
        <One key={article.id} article={article} />
      ))}
      <FlagList flags={answer.answer.flags} titles={titles} />
    </div>
  )
}

function One({ article }: { article: ReadAnswer['articles'][number] }) {
  const [chosen, setChosen] = useState<number>()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const claims: ClaimRow[] = article.claims.map((claim, index) => ({ id: String(index), claim }))
  return (
    <>
      <div class="page-head">
        <h2>{article.title ?? 'The text as read'}</h2>
        <p class="lede">
          {claims.length} claims · {article.published ?? 'no date'}
        </p>
      </div>
      <div class="bar">
        <KindFilter claims={claims} hidden={hidden} setHidden={setHidden} />
      </div>
      <div class="reading">
        <ArticleText text={article.text} claims={claims} chosen={chosen} hidden={hidden} choose={setChosen} />
        <section class="side" aria-label="Claims read from the text">
          <ClaimList claims={claims} chosen={chosen} hidden={hidden} choose={setChosen} />
          {article.problems.map((problem) => (
            <p class="note" key={problem.what}>
              {problem.what}
            </p>
          ))}
        </section>
      </div>
    </>
  )
}
