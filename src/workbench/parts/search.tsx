import { useEffect, useState } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onSearch: (text: string) => void
}

/** A search field: asks on Enter or when left. */
export function Search({ label, hint, value, onSearch }: Props) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const submit = () => {
    if (text.trim() !== value) onSearch(text.trim())
  }
  return (
    <form
      class="search"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label>
        {label}
        <input
          type="search"
          value={text}
          placeholder={hint}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={submit}
          onSearch={submit}
        />
      </label>
    </form>
  )
}
