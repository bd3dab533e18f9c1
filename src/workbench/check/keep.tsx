import { useState } from 'preact/hooks'
import { send } from '../ask.js'
import { Failure } from '../parts/problem.js'
import { useMay } from '../status.js'

/** Keeps question and answer in the record, so that the answer of that day can be given again. */
export function Keep({ activity, on }: { activity: unknown; on: string }) {
  const may = useMay('coder')
  const [kept, setKept] = useState<string>()
  const [failure, setFailure] = useState<Error>()
  if (!may) return null
  const keep = async () => {
    try {
      const { kept: id } = await send<{ kept?: string }>('/check', {
        method: 'POST',
        body: { activity, on, keep: true },
      })
      setKept(id ?? 'in the record')
    } catch (error) {
      setFailure(error as Error)
    }
  }
  return (
    <p class="note">
      {kept === undefined ? (
        <button type="button" onClick={keep}>
          Keep in the record
        </button>
      ) : (
        <span role="status">
          Kept: <code>{kept}</code> (parties and all; it stays in this record)
        </span>
      )}
      <Failure of={failure} />
    </p>
  )
}
