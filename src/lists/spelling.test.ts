import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deletions, isOneEditApart, nameKeys } from './name-keys.js'
import { writtenNames } from './party.js'
import { normalise, ring, romanisers, wordsOf } from './spelling.js'

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
const word = fc.string({ unit: letters, minLength: 1, maxLength: 9 })
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))

describe('normalise', () => {
  it.each([
    ['Green Pine Associated Corp.', 'green pine associated'],
    ['KINGLY WON INTERNATIONAL CO., LTD', 'kingly won international'],
    ['Ministry of National Defence', 'ministry of national defense'],
    ["CH'O'NGSONG YO’NHAP", 'chongsong yonhap'],
    ['BILLIONS NO. 18', 'billions 18'],
    ['M/V Petrel 8', 'm v petrel 8'],
    ['MV Petrel 8', 'petrel 8'],
    ['S.A.D. Meadow S.A.', 'sad meadow'],
    ['Phyongchon Shipping & Marine', 'phyongchon shipping and marine'],
    ['Qaḏḏāfī', 'qaddafi'],
    ['長安海連', 'zhanganhailian'],
    ['Limited', 'limited'],
    ['—', ''],
  ])('%s is %s', (given, normal) => {
    expect(normalise(given)).toBe(normal)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text) => normalise(normalise(text)) === normalise(text),
      ),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'Co. Ltd THE no 1 MV.&a'), maxLength: 24 }),
        (text) => normalise(normalise(text)) === normalise(text),
      ),
    )
  })

  it('does not see case, accents and punctuation', () => {
    const accents = fc.array(fc.constantFrom('\u0301', '\u0304', '\u0323', "'", '’'), { maxLength: 8 })
    fc.assert(
      fc.property(name, accents, (text, marks) => {
        const marked = [...text]
          .map((letter, at) => (letter === ' ' ? ' , ' : `${letter.toUpperCase()}${marks[at] ?? ''}`))
          .join('')
        expect(wordsOf(marked)).toEqual(wordsOf(text))
      }),
    )
  })
})

describe('keys', () => {
  it('do not see word order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['kim', 'yong', 'chol', 'ri'], { minLength: 2 }), (words) => {
        expect(nameKeys(words.join(' ')).sorted).toBe([...words].sort().join(' '))
      }),
    )
  })

  it('a ring is the same from wherever the text starts', () => {
    fc.assert(fc.property(word, word, (a, b) => ring(a + b) === ring(b + a)))
    expect(ring('yunhojin')).toBe(ring('hojinyun'))
    expect(ring('yunhojin')).not.toBe(ring('hojunyin'))
  })

  it('texts one letter apart share a number', () => {
    fc.assert(
      fc.property(
        word,
        fc.nat(8),
        letters,
        fc.constantFrom('add', 'drop', 'change', 'swap'),
        (text, at, letter, how) => {
          const spot = at % text.length
          const [head, tail] = [text.slice(0, spot), text.slice(spot + 1)]
          const changed = {
            add: head + letter + text.slice(spot),
            drop: head + tail,
            change: head + letter + tail,
            swap: head + (tail[0] ?? '') + text[spot] + tail.slice(1),
          }[how]
          if (changed === text) return
          expect(isOneEditApart(text, changed), `${text} ${changed}`).toBe(true)
          expect(deletions(text).some((number) => deletions(changed).includes(number))).toBe(true)
        },
      ),
    )
    expect(isOneEditApart('petrel', 'patrol')).toBe(false)
  })
})

describe('romanisation', () => {
  const read = (language: string, text: string) => {
    const romaniser = romanisers.find(({ name }) => name === language)
    if (romaniser === undefined) throw new Error(`no ${language}`)
    return wordsOf(text)
      .filter((one) => !romaniser.drops.has(one))
      .map(romaniser.same)
      .join(' ')
  }
  it.each([
    ['korean', ['Ri Jong Chol', 'Lee Jeong Cheol', 'Yi Chong Chol']],
    ['korean', ['Pak Kwang Il', 'Park Gwang Il', 'Bak Kwang Il']],
    ['korean', ['Choe Tong U', 'Choi Dong Woo']],
    ['korean', ['Paek Un Ju', 'Baek Eun Joo', 'Paik Eun Chu']],
    ['arabic', ['Muammar Qadhafi', 'Mu’ammar al-Gaddafi', 'Muamar Kadafi', 'Muammar el-Qaddafi']],
    ['arabic', ['Mohammed Hussein', 'Muhammad Husayn', 'Mohamed Hussain']],
    ['arabic', ['Saif al-Islam', 'Sayf al Islam', 'Seif el-Islam']],
    ['russian', ['Sergei Yevgenyevich', 'Sergey Evgenievich']],
    ['russian', ['Aleksandr Khoroshavin', 'Alexander Horoshavin']],
  ])('%s: %j are one', (language, spellings) => {
    expect(
      new Set(spellings.map((spelling) => read(language, spelling))).size,
      JSON.stringify(spellings.map((spelling) => read(language, spelling))),
    ).toBe(1)
  })

  it.each([
    ['korean', 'Kim Chol', 'Kim Chun'],
    ['korean', 'Ri Hyok', 'Pak Hyok'],
    ['korean', 'Jang Song', 'Jang Son'],
    ['arabic', 'Hasan', 'Husain'],
    ['russian', 'Ivanov', 'Ivanova'],
  ])('%s: %s is not %s', (language, one, other) => {
    expect(read(language, one)).not.toBe(read(language, other))
  })
})

describe('written names', () => {
  it.each([
    ['Meadow Works', ['Meadow Works']],
    ['Meadow Works (MW)', ['Meadow Works (MW)', 'Meadow Works', 'MW']],
    ['Tamsin Heath a.k.a. "The Gardener"', ['Tamsin Heath a.k.a. "The Gardener"', 'Tamsin Heath', 'The Gardener']],
    ['Meadow Ltd; Heath Ltd', ['Meadow Ltd; Heath Ltd', 'Meadow Ltd', 'Heath Ltd']],
    ['Osaka Works', ['Osaka Works']],
  ])('%s', (text, names) => {
    expect(writtenNames(text).map((one) => one.text)).toEqual(names)
  })
})
