/** What an account may do; each may do what those before it may: a coder adds and proposes, a reviewer rules. */
export const ROLES = ['reader', 'coder', 'reviewer', 'admin'] as const
export type Role = (typeof ROLES)[number]

export interface User {
  readonly name: string
  readonly role: Role
}
