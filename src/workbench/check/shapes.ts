import type { CheckAnswer, Field } from '../../http/view.js'

export type { Field }

export interface Form {
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly fields: readonly string[] }[]
  readonly fields: Readonly<Record<string, Field>>
}

export type Answer = CheckAnswer & { readonly on: string }

/** What the form holds, by the name of the field; empty ones state nothing. */
export type Values = Readonly<Record<string, string>>
