import { useState } from 'preact/hooks'
import { printState, stateFor, states } from '../../http/view.js'
import { address, send, useAnswer } from '../ask.js'
import { useTitle } from '../parts/page.js'
import { Failure } from '../parts/problem.js'
import { go, href } from '../place.js'
import { useMay } from '../status.js'
import type { Matter, Matters } from './shapes.js'

/** The matters of the record, and those that its articles suggest. */
export function MattersPage() {
  useTitle('Matters')
  const asked = useAnswer<Matters>(address('/matters'))
  const may = useMay('coder')
  const [failure, setFailure] = useState<Error>()
  const make = async (body: { title: string; target?: string }) => {
    try {
      const made = await send<Matter>('/matters', { method: 'POST', body })
      go(href(['matters', made.id]))
    } catch (error) {
      setFailure(error as Error)
    }
  }
  const { items = [], suggested = [] } = asked.value ?? {}
  return (
    <div class="page">
      <h1>Matters</h1>
      <Failure of={asked.failure ?? failure} />
      {items.length > 0 && (
        <table class="list matters">
          <thead>
            <tr>
              <th scope="col">Matter</th>
              <th scope="col">State concerned</th>
              <th scope="col">Days</th>
              <th scope="col">Keywords</th>
            </tr>
          </thead>
          <tbody>
            {items.map((matter) => (
              <tr key={matter.id}>
                <td>
                  <a href={href(['matters', matter.id])}>{matter.title}</a>
                </td>
                <td>{matter.target === undefined ? '' : printState(matter.target)}</td>
                <td class="day">{[matter.from, matter.to].filter(Boolean).join(' – ')}</td>
                <td>{matter.keywords.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {suggested.length > 0 && (
        <>
          <h2>States that articles are about, without a matter yet</h2>
          <ul class="suggested">
            {suggested.map(({ id, title, target, from, to, articles }) => (
              <li key={id}>
                <span class="title">{title}</span>
                <span class="note">
                  {articles} {articles === 1 ? 'article' : 'articles'}
                  {from !== undefined && <>, {from === to ? from : `${from} – ${to}`}</>}
                </span>
                {may && (
                  <button
                    type="button"
                    aria-label={`Make a matter of it: ${title}`}
                    onClick={() => make({ title, target })}
                  >
                    Make a matter of it
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {asked.value !== undefined && items.length + suggested.length === 0 && (
        <p class="note">
          The record is empty. <a href={href(['articles'], { view: 'new' })}>Read an article</a>, or add files with{' '}
          <code>penholder add</code>.
        </p>
      )}
      {may && asked.value !== undefined && <NewMatter make={make} />}
    </div>
  )
}

function NewMatter({ make }: { make: (body: { title: string; target?: string }) => void }) {
  const [title, setTitle] = useState('')
  const [target, setTarget] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const code = stateFor(target)?.code
    make({ title, ...(target.trim() !== '' && { target: code ?? target }) })
  }
  return (
    <details class="new">
      <summary>Another matter</summary>
      <form class="bar" onSubmit={submit}>
        <label>
          Title
          <input required value={title} onInput={({ currentTarget }) => setTitle(currentTarget.value)} />
        </label>
        <label>
          State concerned
          <input list="target-states" value={target} onInput={({ currentTarget }) => setTarget(currentTarget.value)} />
        </label>
        <datalist id="target-states">
          {states.map((state) => (
            <option key={state.code} value={state.short ?? state.name} />
          ))}
        </datalist>
        <button type="submit" class="main">
          Make it
        </button>
      </form>
    </details>
  )
}
