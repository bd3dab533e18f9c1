import type { Answer, CeilingFigures } from '../check/index.js'

/** An answered check, on its way into the record. */
export interface ToKeep {
  readonly activity: unknown
  readonly on: string
  readonly known: string | undefined
  readonly answer: Answer
  /** The id of its line in a batch. */
  readonly label?: string
}

/** What a check asks besides law and lists, and where it keeps its answers. */
export interface Asking {
  /** The Committee's figures under ceilings, as the record knew them at a moment (now where absent). */
  readonly figuresAt?: (known: string | undefined) => Promise<CeilingFigures>
  /** Absent where nothing is kept. */
  readonly keep?: (answered: ToKeep) => Promise<void>
}
