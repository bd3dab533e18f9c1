import type { CheckAnswer } from '../../http/view.js'

export interface Field {
  readonly label: string
  /** Where the value goes in the activity, as a dotted path. */
  readonly path: string
  readonly type: 'text' | 'state' | 'goods' | 'quantity' | 'choice' | 'parties' | 'number' | 'boolean'
  readonly hint?: string
  readonly choices?: readonly string[]
}

export interface Form {
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly fields: readonly string[] }[]
  readonly fields: Readonly<Record<string, Field>>
}

export type Answer = CheckAnswer & { readonly on: string }

/** What the form holds, by the name of the field; empty ones state nothing. */
export type Values = Readonly<Record<string, string>>
