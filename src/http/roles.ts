/** What an account may do; each may do what those before it may: a coder adds and proposes, a reviewer rules. */
export const ROLES = ['reader', 'coder', 'reviewer', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Whether an account may do what a role may. */
export function mayAct({ role }: { readonly role: string }, asWhat: Role): boolean {
  return (ROLES as readonly string[]).indexOf(role) >= ROLES.indexOf(asWhat)
}

export interface User {
  readonly name: string
  readonly role: Role
}
