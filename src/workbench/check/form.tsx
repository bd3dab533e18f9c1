import { states } from '../../http/view.js'
import type { Field, Form, Values } from './shapes.js'

interface Props {
  readonly form: Form
  readonly kind: string
  readonly on: string
  readonly values: Values
  readonly wrong: Values
  readonly setKind: (kind: string) => void
  readonly setOn: (on: string) => void
  readonly set: (name: string, value: string) => void
  readonly ask: () => void
}

/** Asks only what matters for the kind of activity. */
export function ActivityForm({ form, kind, on, values, wrong, setKind, setOn, set, ask }: Props) {
  const fields = form.kinds.find((one) => one.kind === kind)?.fields ?? []
  return (
    <form
      class="activity"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <div class="pair">
        <label>
          Kind of activity
          <select value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value)}>
            {form.kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Day of the act
          <input
            type="date"
            value={on}
            aria-invalid={wrong.on !== undefined}
            onChange={({ currentTarget }) => setOn(currentTarget.value)}
          />
          <Wrong text={wrong.on} />
        </label>
      </div>
      <div class="fields">
        {fields.map((name) => {
          const field = form.fields[name]
          return field === undefined ? null : (
            <Entry
              key={name}
              name={name}
              field={field}
              value={values[name] ?? ''}
              wrong={wrong[name]}
              set={(value) => set(name, value)}
            />
          )
        })}
      </div>
      <datalist id="states">
        {states
          .filter((state) => state.former === undefined)
          .map((state) => (
            <option key={state.code} value={state.short ?? state.name} />
          ))}
      </datalist>
      <button type="submit" class="main">
        Check
      </button>
    </form>
  )
}

interface EntryProps {
  readonly name: string
  readonly field: Field
  readonly value: string
  readonly wrong: string | undefined
  readonly set: (value: string) => void
}

function Entry({ name, field, value, wrong, set }: EntryProps) {
  const shared = {
    id: `field-${name}`,
    name,
    value,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong === undefined ? undefined : `wrong-${name}`,
  }
  const isWide = field.type === 'parties' || field.type === 'goods' || name === 'action'
  return (
    <div class={isWide ? 'entry wide' : 'entry'}>
      <label for={`field-${name}`}>{field.label}</label>
      {field.type === 'choice' || field.type === 'boolean' ? (
        <select {...shared} onChange={({ currentTarget }) => set(currentTarget.value)}>
          <option value="">not stated</option>
          {(field.choices ?? ['yes', 'no']).map((choice) => (
            <option key={choice} value={choice}>
              {choice.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      ) : field.type === 'parties' ? (
        <textarea
          {...shared}
          rows={2}
          placeholder={field.hint}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          placeholder={field.hint}
          list={field.type === 'state' ? 'states' : undefined}
          inputMode={field.type === 'number' ? 'decimal' : 'text'}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
      <Wrong text={wrong} id={`wrong-${name}`} />
    </div>
  )
}

function Wrong({ text, id }: { text: string | undefined; id?: string }) {
  return text === undefined ? null : (
    <span class="wrong" id={id} role="alert">
      {text}
    </span>
  )
}
