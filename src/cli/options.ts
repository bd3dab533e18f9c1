import { Option } from 'commander'

/** `--format` of what prints for people, or as JSON. */
export function textOrJson(): Option {
  return new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text')
}

/** The names of a list with commas; empty ones are left out. */
export function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
