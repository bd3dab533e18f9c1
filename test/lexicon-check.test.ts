import { describe, expect, it } from 'vitest'
import { dataSets, filesOf } from '../scripts/data-sets.js'
import type { DataFile } from '../src/datafiles.js'
import { compileLexicon } from '../src/read/compile.js'

const lexicon = dataSets.find((each) => each.name === 'lexicon')
if (lexicon === undefined) throw new Error('no data set "lexicon"')
const files: readonly DataFile[] = filesOf(lexicon)

interface Entry {
  readonly [key: string]: unknown
  readonly verbs?: readonly string[]
}

/** What the check says once a file's entries are changed. */
function problemsOf(name: string, change: (entries: readonly Entry[]) => readonly Entry[]): string {
  const changed = files.map((each) => {
    if (!each.file.endsWith(name)) return each
    return { file: each.file, locate: each.locate.bind(each), value: change(each.value as readonly Entry[]) }
  })
  expect(files.filter((each) => each.file.endsWith(name))).toHaveLength(1)
  return compileLexicon(changed)
    .problems.map((problem) => problem.what)
    .join('\n')
}

/** The first verb of the entries that `is` picks is given to those that `gets` picks too. */
function share(is: (entry: Entry) => boolean, gets: (entry: Entry) => boolean) {
  return (entries: readonly Entry[]) => {
    const word = entries.find((each) => is(each) && each.verbs !== undefined)?.verbs?.[0] as string
    return entries.map((each) => (gets(each) ? { ...each, verbs: [...(each.verbs ?? []), word] } : each))
  }
}

const rule = (name: string) => (entry: Entry) => entry.rule === name
const effect = (name: string) => (entry: Entry) => entry.effect === name

describe('the check of the lexicon', () => {
  it('finds nothing in the files of the project', () => expect(compileLexicon(files).problems).toEqual([]))

  it.each([
    ['a word that is told twice', 'attitudes.yaml', rule('veto'), rule('veto'), /is told twice/],
    ['a word of two stances', 'attitudes.yaml', rule('veto'), rule('abstain'), /is both veto and abstain/],
    ['a deed for and against', 'actions.yaml', effect('make'), effect('stop'), /is both make and stop/],
  ])('finds %s', (_, name, is, gets, expected) => expect(problemsOf(name, share(is, gets))).toMatch(expected))

  it('lets a deed be carried out and asked for', () => {
    expect(problemsOf('actions.yaml', share(effect('mend'), effect('comply')))).toBe('')
  })
})
