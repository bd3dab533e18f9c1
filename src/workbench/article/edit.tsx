import { useState } from 'preact/hooks'
import { ABOUT, type Claim, EVENT_TYPES, MEASURE_TYPES, MODES, STANCES, STATUSES } from '../../http/view.js'
import { plain } from '../words.js'
import { selectedQuote } from './selection.js'

interface Props {
  readonly claim: Claim
  readonly save: (claim: Claim) => void
  readonly close: () => void
}

type Control = {
  readonly name: string
  readonly label: string
  readonly choices?: readonly string[]
  readonly isList?: true
}

/** What of a claim a person may mend, beside its words. */
const CONTROLS: Readonly<Record<Claim['kind'], readonly Control[]>> = {
  stance: [
    { name: 'actor', label: 'Who' },
    { name: 'stance', label: 'Holds', choices: STANCES },
    { name: 'about', label: 'On', choices: ABOUT },
    { name: 'target', label: 'State concerned' },
    { name: 'draft', label: 'Draft' },
    { name: 'date', label: 'Date' },
  ],
  contact: [
    { name: 'parties', label: 'Parties', isList: true },
    { name: 'mode', label: 'How', choices: MODES },
    { name: 'place', label: 'Place' },
    { name: 'date', label: 'Date' },
  ],
  event: [
    { name: 'type', label: 'What', choices: EVENT_TYPES },
    { name: 'actor', label: 'Who' },
    { name: 'against', label: 'Against' },
    { name: 'instrument', label: 'Text' },
    { name: 'date', label: 'Date' },
  ],
  measure: [
    { name: 'by', label: 'By' },
    { name: 'against', label: 'Against' },
    { name: 'types', label: `Types, of ${MEASURE_TYPES.length}`, isList: true },
    { name: 'status', label: 'Status', choices: STATUSES },
    { name: 'instrument', label: 'Text' },
    { name: 'date', label: 'Date' },
  ],
}

export function EditForm({ claim, save, close }: Props) {
  const controls = CONTROLS[claim.kind]
  const [values, setValues] = useState(() =>
    Object.fromEntries(controls.map(({ name }) => [name, textOf((claim as Record<string, unknown>)[name])])),
  )
  const [quote, setQuote] = useState(claim.quote)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const edited: Record<string, unknown> = { ...claim, quote }
    for (const { name, isList } of controls) {
      const text = values[name]?.trim() ?? ''
      if (text === '') delete edited[name]
      else edited[name] = isList === true ? text.split(/[\s,]+/) : text
    }
    save(edited as unknown as Claim)
  }
  return (
    <form class="edit" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && close()}>
      {controls.map(({ name, label, choices }, index) => (
        <div key={name}>
          <label for={`edit-${name}`}>{label}</label>
          {choices === undefined ? (
            <input
              id={`edit-${name}`}
              value={values[name]}
              autofocus={index === 0}
              onInput={({ currentTarget }) => setValues({ ...values, [name]: currentTarget.value })}
            />
          ) : (
            <select
              id={`edit-${name}`}
              value={values[name]}
              onChange={({ currentTarget }) => setValues({ ...values, [name]: currentTarget.value })}
            >
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {plain(choice)}
                </option>
              ))}
            </select>
          )}
        </div>
      ))}
      <p class="quote whole">“{quote.text}”</p>
      <p class="rule">
        <button type="submit" class="main">
          Keep
        </button>
        <button
          type="button"
          title="Select words in the article first"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setQuote(selectedQuote() ?? quote)}
        >
          Take the selected words
        </button>
        <button type="button" class="quiet" onClick={close}>
          Leave it
        </button>
      </p>
    </form>
  )
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
}
