import { describe, expect, it } from 'vitest'
import { readArticle } from './reading.js'

/** Who, status and types of each measure in sentences written for this test; the frame makes North Korea the matter. */
function measures(text: string) {
  const frame = 'Envoys met over North Korea, and over sanctions against North Korea. '
  const { claims } = readArticle({ id: 'x', text: frame + text, published: '2017-09-13' })
  return claims.flatMap((claim) =>
    claim.kind === 'measure' && claim.quote.start >= frame.length
      ? [`${claim.by} ${claim.status} ${claim.types.join('+')}`]
      : [],
  )
}

describe('measures', () => {
  it.each([
    ['Japan imposed unilateral sanctions on North Korea.', 'JPN in-force sanctions'],
    ['Japan will impose an oil embargo on North Korea.', 'JPN announced oil'],
    ['Japan is considering imposing financial sanctions.', 'JPN proposed financial'],
    ['Unilateral economic sanctions imposed by the United States remain.', 'USA in-force sanctions'],
    ['The European Union lifted its arms embargo.', 'EU lifted arms-embargo'],
    ['The draft resolution would ban coal exports and freeze the assets of officials.', 'UNSC proposed asset-freeze'],
    ['The resolution bans exports of coal.', 'UNSC in-force trade+coal'],
    ['South Korea has suspended food aid to the North.', 'KOR in-force aid'],
    ['Germany proposed a halt to oil supplies in a draft resolution.', 'UNSC proposed oil'],
    ['The United States sanctioned two generals.', 'USA in-force sanctions+designation'],
    ['The king ordered that restrictions be applied, said Japan.', undefined],
    ['The resolution calls on all states to inspect cargo.', 'UNSC in-force inspection'],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(measures(text)).toEqual([])
    else expect(measures(text)).toContain(expected)
  })
  it('takes what a text says as proposed until its adoption is told', () => {
    const draft = 'Britain tabled a draft resolution. '
    expect(measures(`${draft}The resolution bans luxury goods.`)).toEqual(['UNSC proposed luxury-goods'])
    expect(measures(`${draft}On Monday the Council adopted the resolution. The resolution bans luxury goods.`)).toEqual(
      ['UNSC in-force luxury-goods'],
    )
  })
  it('names every owner', () => {
    expect(measures('The U.S. and United Nations sanctions hurt.')).toEqual([
      'USA in-force sanctions',
      'UNSC in-force sanctions',
    ])
  })
  it('leaves out what is only wished without a type, a text or a body', () => {
    expect(measures('Japan wants tough sanctions.')).toEqual([])
  })
  it('does not read the work of the one at issue as a measure', () => {
    expect(measures('North Korea agreed to freeze its nuclear weapons programme.')).toEqual([])
    expect(measures('Talks aim at ending its nuclear weapons programme.')).toEqual([])
  })
})

describe('a statement in the first person', () => {
  const told = (text: string) =>
    readArticle({ id: 'test', text }).claims.flatMap((claim) =>
      claim.kind === 'measure' ? [`${claim.by} ${claim.status} ${claim.types.join('+')}`] : [],
    )

  it('is of those who issue it, whoever was told of between', () => {
    const text =
      'Statement from President Joe Biden Ahead of the Anniversary of Sudan’s Assault on Chad\n\nMay 3, 2024\n\nHe believed that he could bend the will of a people, and General Burhan said so.\n\nI am announcing more than 300 new sanctions on Sudan. We have put in place a travel ban.\n'
    expect(told(text)).toEqual(['USA in-force sanctions', 'USA in-force travel-ban'])
  })

  it('is of several, where several issue it', () => {
    const text =
      'Joint Statement of the Foreign Ministers of France and Germany on Iran\n\nMay 3, 2024\n\nOur governments have today announced sanctions on three generals.\n'
    expect(told(text)).toEqual(['FRA in-force sanctions', 'DEU in-force sanctions'])
  })
})
