import { useState } from 'preact/hooks'
import { send } from './ask.js'
import { Failure } from './parts/problem.js'

/** Shown where the server asks who one is. */
export function SignIn({ done }: { done: () => void }) {
  const [failure, setFailure] = useState<Error>()
  const [isBusy, setIsBusy] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    setIsBusy(true)
    try {
      await send('/session', { method: 'POST', body: { name: form.get('name'), password: form.get('password') } })
      done()
    } catch (error) {
      setFailure(error as Error)
      setIsBusy(false)
    }
  }
  return (
    <main class="sign-in">
      <h1>Penholder</h1>
      <p>One dated, cited record, from headline to decision.</p>
      <form onSubmit={submit}>
        <label>
          Name
          <input name="name" autocomplete="username" required />
        </label>
        <label>
          Password
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <Failure of={failure} />
        <button type="submit" class="main" disabled={isBusy}>
          Sign in
        </button>
      </form>
    </main>
  )
}
