import { type Word, wordOf } from './words.js'

/** The forms of a verb: base, -s, past, past participle, -ing. */
export type Form = 'base' | 's' | 'past' | 'pp' | 'ing'

/** Forms as bits: stages ask for one of them at nearly every word. */
export class Forms {
  constructor(private readonly bits: number) {}

  includes(form: Form): boolean {
    return (this.bits & bitOf(form)) !== 0
  }

  with(form: Form): Forms {
    return new Forms(this.bits | bitOf(form))
  }
}

/** Where the form is written down, the engine puts the number in its place. */
function bitOf(form: Form): number {
  return form === 'base' ? 1 : form === 's' ? 2 : form === 'past' ? 4 : form === 'pp' ? 8 : 16
}

export interface VerbForm {
  readonly lemma: string
  readonly forms: Forms
  /** The word of the lemma, once asked. */
  root: Word | undefined
}

interface VerbTables {
  readonly verbs: readonly string[]
  readonly irregular: Readonly<Record<string, readonly [string, string, string, string]>>
  readonly doubling: readonly string[]
}

/** Surface forms of a lemma in the order s, past, pp, ing. */
export function inflect(
  lemma: string,
  tables: VerbTables,
  doubling: ReadonlySet<string>,
): [string, string, string, string] {
  const irregular = tables.irregular[lemma]
  if (irregular !== undefined) return [...irregular]
  const cut = lemma.lastIndexOf('-')
  if (cut > 0) {
    const stem = lemma.slice(0, cut + 1)
    const tail = inflect(lemma.slice(cut + 1), tables, doubling)
    return [stem + tail[0], stem + tail[1], stem + tail[2], stem + tail[3]]
  }
  const s = /(?:s|x|z|ch|sh|o)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`
  const stem = doubling.has(lemma) ? lemma + lemma.slice(-1) : lemma
  const past = lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
  const ing = lemma.endsWith('ie')
    ? `${lemma.slice(0, -2)}ying`
    : lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma)
      ? `${lemma.slice(0, -1)}ing`
      : `${stem}ing`
  return [s, past, past, ing]
}

/** Surface forms in either spelling: "signalled" and "signaled". */
export function spellings(lemma: string, tables: VerbTables, doubling: ReadonlySet<string>): string[][] {
  const forms = inflect(lemma, tables, doubling)
  return doubling.has(lemma) && lemma.endsWith('l') ? [forms, inflect(lemma, tables, PLAIN)] : [forms]
}

const PLAIN: ReadonlySet<string> = new Set()
const NO_FORM = new Forms(0)

/** The word of a verb's lemma. */
export function rootOf(form: VerbForm): Word {
  form.root ??= wordOf(form.lemma)
  return form.root
}

/** Every surface form of every verb, with what it can be. */
export function verbTable(tables: VerbTables, more: Iterable<string>): Map<string, VerbForm> {
  const doubling = new Set(tables.doubling)
  const table = new Map<string, VerbForm>()
  const put = (surface: string, lemma: string, form: Form) => {
    const known = table.get(surface)
    if (known === undefined) table.set(surface, { lemma, forms: NO_FORM.with(form), root: undefined })
    else if (known.lemma === lemma) table.set(surface, { lemma, forms: known.forms.with(form), root: undefined })
  }
  for (const lemma of new Set([...tables.verbs, ...more])) {
    put(lemma, lemma, 'base')
    for (const [s, past, pp, ing] of spellings(lemma, tables, doubling) as [string, string, string, string][]) {
      put(s, lemma, 's')
      put(past, lemma, 'past')
      put(pp, lemma, 'pp')
      put(ing, lemma, 'ing')
    }
  }
  return table
}
