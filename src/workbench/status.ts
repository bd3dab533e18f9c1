import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { mayAct } from '../http/view.js'

/** What the server says of itself. */
export interface Status {
  readonly version: string
  readonly reader: string
  readonly today: string
  /** Null for one who is not signed in. */
  readonly record: {
    readonly seq: number
    readonly at?: string
    readonly articles: number
    readonly claims: number
  } | null
  readonly user: { readonly name: string; readonly role: string } | null
  readonly needsSignIn: boolean
}

export const StatusContext = createContext<Status | undefined>(undefined)

/** The server's day in UTC: what `on` defaults to. */
export function useToday(): string {
  return useContext(StatusContext)?.today ?? new Date().toISOString().slice(0, 10)
}

/** Whether the person at the screen may do what this role may. */
export function useMay(role: 'coder' | 'reviewer' | 'admin'): boolean {
  const user = useContext(StatusContext)?.user
  return user !== undefined && user !== null && mayAct(user, role)
}
