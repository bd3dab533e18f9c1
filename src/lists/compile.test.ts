import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../scripts/yaml-file.js'
import { printProblem } from '../errors.js'
import { compileDesignations, compileNames } from './compile.js'

// Invented, written for this test.
const head = `list: invented
title: An invented list
asOf: 2020-01-01
sources: [this test]
acts:
  - id: first
    date: 2016-03-02
    instrument: S/RES/9999 (2016) para 3
    adds: {person: 1}
    consequences: {person: [{kind: travel-ban, paragraph: S/RES/9999 (2016) para 1}]}
  - {id: last, date: 2017-03-02, instrument: decision, removes: {person: 1}}
totals:
  - {date: 2016-03-02, person: 1, entity: 0, vessel: 0}
  - {date: 2017-03-02, person: 0, entity: 0, vessel: 0}
`
const persons = `- reference: XXi.001
  name: TAMSIN O'MEADOW
  listed: [{act: first, removed: last}]
`
function compile(files: Readonly<Record<string, string>>) {
  const { value, problems } = compileDesignations(
    Object.entries(files).map(([name, text]) => openDataFile(`data/designations/invented/${name}`, text)),
  )
  return { value, problems: problems.map(printProblem) }
}

describe('a list of designations', () => {
  it('becomes entries with their listings', () => {
    const { value, problems } = compile({ 'list.yaml': head, 'persons.yaml': persons })
    expect(problems).toEqual([])
    expect(value).toMatchObject([
      {
        list: 'invented',
        designations: [
          {
            id: 'XXi.001',
            kind: 'person',
            listings: [
              {
                date: '2016-03-02',
                instrument: 'S/RES/9999 (2016) para 3',
                consequences: [{ kind: 'travel-ban', paragraph: 'S/RES/9999 (2016) para 1' }],
                removed: '2017-03-02',
                removedBy: 'decision',
              },
            ],
          },
        ],
      },
    ])
  })

  it.each([
    ['an unknown key', { 'persons.yaml': `${persons}  shoeSize: 44\n` }, /persons\.yaml:1:3 0: .*shoeSize/],
    [
      'an unknown act',
      { 'persons.yaml': persons.replace('act: first', 'act: frist') },
      /persons\.yaml:3:\d+ 0\.listed: the act "frist" is not in list\.yaml/,
    ],
    [
      'a name twice',
      { 'persons.yaml': persons.replace('  listed', "  aliases: [TAMSIN O'MEADOW]\n  listed") },
      /"TAMSIN O'MEADOW" stands twice/,
    ],
    ['an entry twice', { 'persons.yaml': persons + persons }, /XXi\.001 stands twice/],
    [
      'a wrong check digit',
      { 'vessels.yaml': '- {name: GREY HERON, imo: "8914935", listed: [first]}\n' },
      /vessels\.yaml:1:\d+ 0\.imo: is no IMO number/,
    ],
    [
      'a removal before the listing',
      { 'persons.yaml': persons.replace('act: first, removed: last', 'act: last, removed: first') },
      /is removed before it is listed/,
    ],
    [
      'a total that is not met',
      { 'list.yaml': head.replace('person: 1, entity: 0', 'person: 2, entity: 0') },
      /list\.yaml:13:\d+ totals\.0\.person: says 2, the entries have 1/,
    ],
    [
      'an act that adds another number',
      { 'list.yaml': head.replace('adds: {person: 1}', 'adds: {person: 3}') },
      /list\.yaml:9:\d+ acts\.0\.adds\.person: says 3/,
    ],
    [
      'no consequences',
      { 'entities.yaml': '- {name: MEADOW WORKS, listed: [first]}\n' },
      /does not say what follows \(kind: entity\)/,
    ],
    [
      'a change after the data end',
      { 'persons.yaml': `${persons}  amended: [2021-01-01]\n` },
      /2021-01-01 lies after the list's asOf/,
    ],
    ['a file of no kind', { 'ships.yaml': '[]\n' }, /no such file is expected; expected persons\.yaml/],
  ])('with %s is refused, with its place', (_, changed, message) => {
    expect(compile({ 'list.yaml': head, 'persons.yaml': persons, ...changed }).problems.join('\n')).toMatch(message)
  })

  it('without a list.yaml is refused', () => {
    expect(compile({ 'persons.yaml': persons }).problems).toEqual([
      'data/designations/invented/persons.yaml:1:1: its folder has no list.yaml',
    ])
  })
})

describe('names', () => {
  it('have no spelling in two classes', () => {
    const text = `companyForms: [co]
prefixes: []
spellings: {}
lightWords: []
romanisations:
  - {name: invented, states: [], words: {pak: [pak, park], bak: [park]}, letters: {k: [k]}, near: {}}
`
    const { problems } = compileNames([openDataFile('data/names.yaml', text)])
    expect(problems.map(printProblem)).toEqual([
      expect.stringMatching(/^data\/names\.yaml:6:\d+ romanisations\.0\.words: "park" stands in two classes$/),
    ])
  })
})
