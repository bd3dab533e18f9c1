import type { CallToolResult } from '@modelcontextprotocol/server'
import { PenholderError } from '../errors.js'

/** A tool's answer: the library's value as JSON, for programs and as text. */
export function reply(value: object): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(value) }],
    structuredContent: value as Record<string, unknown>,
  }
}

/** Runs a tool; what the user can mend is told as an error of the tool, with what, where, expected and what to do. */
export async function answering(work: () => object | Promise<object>): Promise<CallToolResult> {
  try {
    return reply(await work())
  } catch (error) {
    if (!(error instanceof PenholderError)) throw error
    return {
      isError: true,
      content: [{ type: 'text', text: error.message }],
      structuredContent: { problems: error.problems.map((problem) => ({ ...problem })) },
    }
  }
}

/** Leaves out what is undefined, as the library's options want it. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
