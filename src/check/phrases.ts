/** Text made ready for looking phrases up: lower case, one blank between words, blanks at both ends, and its words. */
export interface ReadyText {
  readonly text: string
  readonly padded: string
  /** Every word, and without its plural ending. */
  readonly words: ReadonlySet<string>
  /** What conditions found in it, for their reader to keep. */
  told: number[] | undefined
}

const memory = new Map<string, ReadyText>()
/** So many answers are kept with each list of phrases; then all are forgotten. */
const KEPT_ANSWERS = 256
const EMPTY: ReadyText = { text: '', padded: ' ', words: new Set(), told: undefined }

/** The text made ready; one that comes again is the same object. */
export function ready(text: string): ReadyText {
  if (text === '') return EMPTY
  const known = memory.get(text)
  if (known !== undefined) return known
  const tokens = wordsIn(text)
  const words = new Set(tokens)
  for (const token of tokens) {
    if (token.length > 3 && token.endsWith('s')) words.add(token.slice(0, -1))
    if (token.length > 4 && token.endsWith('es')) words.add(token.slice(0, -2))
  }
  const made = { text, padded: ` ${tokens.join(' ')} `, words, told: undefined }
  if (memory.size >= 4096) memory.clear()
  memory.set(text, made)
  return made
}

/** The words of a text in lower case; anything but letters and digits parts them. */
export function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9\u00c0-\uffff]+/)
    .filter((token) => token !== '')
}

/** Phrases that are looked up in texts, at word bounds; case, punctuation and a plural ending do not matter. */
export interface Phrases {
  test(text: string): boolean
}

/** Undefined where there is no phrase to look for. The list is split when it is first asked; a batch asks the same texts again. */
export function phrasesOf(list: readonly string[] | undefined): Phrases | undefined {
  if (list === undefined || list.length === 0) return undefined
  let split: SplitPhrases | undefined
  const answers = new Map<string, boolean>()
  return {
    test(text) {
      if (text === '') return false
      const known = answers.get(text)
      if (known !== undefined) return known
      split ??= splitPhrases(list)
      const answer = isIn(split, ready(text))
      if (answers.size >= KEPT_ANSWERS) answers.clear()
      answers.set(text, answer)
      return answer
    },
  }
}

/** Phrases of one word, and those of several with a blank before them. */
interface SplitPhrases {
  readonly single: readonly string[]
  readonly several: readonly string[]
}

function splitPhrases(list: readonly string[]): SplitPhrases {
  const single: string[] = []
  const several: string[] = []
  for (const phrase of list) {
    const words = wordsIn(phrase)
    if (words.length === 1 && words[0] !== undefined) single.push(words[0])
    else if (words.length > 1) several.push(` ${words.join(' ')}`)
  }
  return { single, several }
}

function isIn({ single, several }: SplitPhrases, { padded, words }: ReadyText): boolean {
  for (const word of single) if (words.has(word)) return true
  for (const phrase of several) {
    const at = padded.indexOf(phrase)
    if (at >= 0 && endsWord(padded, at + phrase.length)) return true
  }
  return false
}

function endsWord(padded: string, at: number): boolean {
  return padded[at] === ' ' || padded.startsWith('s ', at) || padded.startsWith('es ', at)
}

const lists = new WeakMap<readonly string[], Phrases>()

/** The same, remembered for a list that lives as long as the data. */
export function named(list: readonly string[] | undefined): Phrases | undefined {
  if (list === undefined) return undefined
  const known = lists.get(list)
  if (known !== undefined) return known
  const made = phrasesOf(list)
  if (made !== undefined) lists.set(list, made)
  return made
}
