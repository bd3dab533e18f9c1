import { parseQuantity, stateFor } from '../../http/view.js'
import type { Field, Form, Values } from './shapes.js'

/** The activity that a form states, or what is wrong in it by field. Nothing is guessed: an empty field stays unstated. */
export function activityOf(form: Form, kind: string, values: Values): { activity: unknown; wrong: Values } {
  const activity: Record<string, unknown> = { kind }
  const wrong: Record<string, string> = {}
  const asked = form.kinds.find((one) => one.kind === kind)?.fields ?? []
  for (const name of asked) {
    const field = form.fields[name]
    const text = values[name]?.trim() ?? ''
    if (field === undefined || text === '') continue
    try {
      place(activity, field.path.split('.'), valueIn(field, text))
    } catch (error) {
      wrong[name] = (error as Error).message
    }
  }
  return { activity, wrong }
}

function valueIn(field: Field, text: string): unknown {
  switch (field.type) {
    case 'state': {
      const state = stateFor(text)
      if (state === undefined) throw new Error(`“${text}” is no State; write a name or code, such as CHN or CN`)
      return state.code
    }
    case 'quantity':
      return quantityOf(text)
    case 'number': {
      const value = Number(text.replace(/[,_ $]/g, ''))
      if (!Number.isFinite(value)) throw new Error(`“${text}” is no number`)
      return value
    }
    case 'boolean':
      return text === 'yes'
    case 'goods':
      return goodsOf(text)
    case 'parties':
      return text
        .split(/[\n;]/)
        .map((name) => ({ name: name.trim() }))
        .filter(({ name }) => name !== '')
    default:
      return text
  }
}

export function quantityOf(text: string): { value: number; unit: string } {
  try {
    return parseQuantity(text)
  } catch {
    throw new Error(`“${text}” is no quantity; write a number with its unit, such as 20000 bbl`)
  }
}

/** `2710.19 diesel`: a code, a description, or both. */
export function goodsOf(text: string): { hs_code?: string; description?: string } {
  const match = /^((?:\d[\d.]{1,9}))?\s*(.*)$/s.exec(text)
  const [code, words] = [match?.[1], match?.[2]]
  return { ...(code && { hs_code: code }), ...(words && { description: words }) }
}

function place(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) {
    into[first] = value
    return
  }
  into[first] ??= {}
  place(into[first] as Record<string, unknown>, rest, value)
}
