import { useState } from 'preact/hooks'
import { stateFor } from '../../http/view.js'
import { send } from '../ask.js'
import { Failure } from '../parts/problem.js'
import { useMay } from '../status.js'

/** A draft of the matter, told by a person: a label or a symbol, and what is known of it. */
export function NewDraft({ matter, done }: { matter: string; done: () => void }) {
  const may = useMay('coder')
  const [failure, setFailure] = useState<Error>()
  const [isOpen, setIsOpen] = useState(false)
  if (!may) return null
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const of = (name: string) => String(form.get(name) ?? '').trim()
    const sponsors = of('sponsors')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => stateFor(name)?.code ?? name)
    const body = {
      ...(of('label') !== '' && { label: of('label') }),
      ...(of('symbol') !== '' && { symbol: of('symbol') }),
      ...(of('tabled') !== '' && { tabled: of('tabled') }),
      ...(sponsors.length > 0 && { sponsors }),
    }
    try {
      await send(`/matters/${matter}/drafts`, { method: 'POST', body })
      setFailure(undefined)
      setIsOpen(false)
      done()
    } catch (error) {
      setFailure(error as Error)
    }
  }
  return (
    <details class="new" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Add a draft</summary>
      <form class="bar" onSubmit={submit}>
        <label>
          Label
          <input name="label" placeholder="the US draft" />
        </label>
        <label>
          Symbol
          <input name="symbol" placeholder="S/2017/769" />
        </label>
        <label>
          Tabled
          <input name="tabled" type="date" />
        </label>
        <label>
          Sponsors
          <input name="sponsors" placeholder="Japan, USA" />
        </label>
        <button type="submit" class="main">
          Add it
        </button>
        <Failure of={failure} />
      </form>
    </details>
  )
}
