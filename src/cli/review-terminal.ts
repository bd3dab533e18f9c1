import { PenholderError } from '../errors.js'
import { articleOf, editableFields, editedClaim, fieldOf, type ReviewItem } from '../matters/index.js'
import { type Claim, sentencesOf } from '../read/index.js'
import {
  type ClaimRuling,
  type Connection,
  keepRulings,
  type RulingInput,
  rulingsOf,
  type Stamp,
  type StoredArticle,
} from '../record/index.js'
import { type Colours, fitForTerminal, wrap } from './colours.js'
import { type Keys, keysOf } from './keys.js'
import { sayWithoutQuote } from './say-claim.js'

/** Where a review takes place: the keys pressed, and what is shown. */
export interface ReviewPlace {
  readonly keys: AsyncIterable<string>
  readonly write: (text: string) => void
  readonly colours: Colours
  readonly width: number
}

const HELP = 'a accept · e edit · r reject · s skip · n note · u undo · q quit'

/** One ruling of this session, and what stood before it. */
interface Step {
  readonly at: number
  readonly before: ClaimRuling | undefined
}

/** Shows one claim after the other and keeps each ruling at once. Answers with how many were ruled on, and are left. */
export async function reviewOn(
  place: ReviewPlace,
  items: readonly ReviewItem[],
  record: Connection,
  stamp: () => Stamp,
): Promise<{ ruled: number; left: number }> {
  return new Review(place, items, record, stamp).run()
}

class Review {
  private readonly keys: Keys
  private readonly steps: Step[] = []
  private article: StoredArticle | undefined
  private note: string | undefined
  private at = 0

  constructor(
    private readonly place: ReviewPlace,
    private readonly items: readonly ReviewItem[],
    private readonly record: Connection,
    private readonly stamp: () => Stamp,
  ) {
    this.keys = keysOf(place.keys, place.write)
  }

  async run(): Promise<{ ruled: number; left: number }> {
    try {
      for (let item = this.items[0]; item !== undefined; item = this.items[this.at]) {
        await this.show(item)
        if (!(await this.ask(item))) break
      }
    } finally {
      await this.keys.stop()
    }
    return { ruled: this.steps.length, left: this.items.length - this.steps.length }
  }

  private async show(item: ReviewItem): Promise<void> {
    const { colours, width, write } = this.place
    if (this.article?.id !== item.article.id) this.article = (await articleOf(this.record, item.article.id))?.article
    const { name, title, published } = item.article
    const head = [`${this.at + 1} of ${this.items.length}`, name, title, published].filter((part) => part !== undefined)
    const speaker = item.claim.speaker?.name ?? item.claim.speaker?.office
    const said = [sayWithoutQuote(item.claim), item.claim.basis, speaker, item.draft].filter(
      (part) => part !== undefined,
    )
    const by = item.proposedBy === undefined ? [] : [`proposed by ${item.proposedBy}`]
    const state = item.state === 'proposed' ? by : [`${item.state} by ${item.ruled?.by ?? ''}`]
    const lines = [
      colours.dim(fitForTerminal(head.join(' · '))),
      ...wrap(this.context(item.claim), width - 2).map((line) => `  ${line}`),
      `${colours.bold(fitForTerminal(said.join(' · ')))} ${colours.dim(item.id)}`,
      ...state,
      colours.dim(HELP),
    ]
    write(`\n${lines.join('\n')}\n`)
  }

  /** The sentences that the quote stands in, with the quote marked. */
  private context({ quote }: Claim): string {
    const { colours } = this.place
    const mark = (words: string) => (colours.isColorSupported ? colours.inverse(words) : `»${words}«`)
    const { article } = this
    if (article === undefined || !article.hasText) return mark(clean(quote.text))
    const around = sentencesOf(article.prose ?? article.text).filter(
      ({ start, end }) => start < quote.end && quote.start < end,
    )
    const start = Math.min(quote.start, ...around.map((one) => one.start))
    const end = Math.max(quote.end, ...around.map((one) => one.end))
    const words = clean(quote.text).split(' ').map(mark).join(' ')
    const marked = colours.isColorSupported ? words : mark(clean(quote.text))
    return `${clean(article.text.slice(start, quote.start))}${marked}${clean(article.text.slice(quote.end, end))}`
  }

  /** Takes keys until the claim is dealt with; false where the person quits. */
  private async ask(item: ReviewItem): Promise<boolean> {
    for (;;) {
      const key = await this.keys.next()
      if (key === undefined || key === 'q') return false
      if (key === 's') {
        this.go(this.at + 1)
        return true
      }
      if (key === 'u') {
        if (await this.undo()) return true
      } else if (key === 'n') this.note = (await this.keys.line('note: '))?.trim() || undefined
      else if (key === 'a' || key === 'r') {
        await this.rule(item, { claim: item.id, verdict: key === 'a' ? 'accepted' : 'rejected' })
        return true
      } else if (key === 'e') {
        const edited = await this.edit(item)
        if (edited !== undefined) {
          await this.rule(item, { claim: item.id, verdict: 'edited', edited })
          return true
        }
      } else if (key > ' ') this.place.write(`${HELP}\n`)
    }
  }

  private go(to: number): void {
    this.at = to
    this.note = undefined
  }

  private async rule(item: ReviewItem, ruling: RulingInput): Promise<void> {
    const before = await this.last(item)
    const note = this.note === undefined ? {} : { note: this.note }
    await keepRulings(this.record, this.stamp(), [{ ...ruling, ...note }])
    this.place.write(`${ruling.verdict}\n`)
    this.steps.push({ at: this.at, before })
    this.go(this.at + 1)
  }

  private async last(item: ReviewItem): Promise<ClaimRuling | undefined> {
    const ruling = (await rulingsOf(this.record, item.id)).at(-1)
    return ruling?.verdict === 'withdrawn' ? undefined : ruling
  }

  /** Says again what stood before the last ruling of this session, and goes back to its claim. */
  private async undo(): Promise<boolean> {
    const step = this.steps.pop()
    const item = step === undefined ? undefined : this.items[step.at]
    if (step === undefined || item === undefined) {
      this.place.write('nothing to undo\n')
      return false
    }
    const { before } = step
    const again: RulingInput =
      before === undefined
        ? { claim: item.id, verdict: 'withdrawn' }
        : {
            claim: item.id,
            verdict: before.verdict,
            ...(before.edited === undefined ? {} : { edited: before.edited }),
            ...(before.note === undefined ? {} : { note: before.note }),
          }
    await keepRulings(this.record, this.stamp(), [again])
    this.place.write('undone\n')
    this.go(step.at)
    return true
  }

  /** Fields said anew, one a line; undefined where the person breaks off or says nothing. */
  private async edit(item: ReviewItem): Promise<Claim | undefined> {
    const { write, colours } = this.place
    const fields = editableFields(item.claim.kind)
    const now = fields.map((field) => `${field}=${fieldOf(item.claim, field)}`)
    write(`${colours.dim('field=value, an empty line when done, Escape to break off')}\n`)
    for (const line of now) write(`  ${fitForTerminal(line)}\n`)
    const said: Record<string, string> = {}
    for (;;) {
      const line = await this.keys.line('> ')
      if (line === undefined) return undefined
      if (line.trim() === '') return Object.keys(said).length === 0 ? undefined : this.edited(item, said)
      const at = line.indexOf('=')
      const next = { ...said, [line.slice(0, Math.max(at, 0)).trim()]: line.slice(at + 1) }
      if (at > 0 && this.edited(item, next) !== undefined) Object.assign(said, next)
      else if (at < 1) write('field=value, such as stance=opposes\n')
    }
  }

  private edited(item: ReviewItem, said: Readonly<Record<string, string>>): Claim | undefined {
    try {
      return editedClaim(item.claim, said, this.article?.hasText === true ? this.article.text : undefined)
    } catch (error) {
      if (!(error instanceof PenholderError)) throw error
      this.place.write(`${error.message}\n`)
      return undefined
    }
  }
}

/** Text of others made fit for a terminal, with its outer spaces. */
function clean(text: string): string {
  const inner = fitForTerminal(text)
  const before = /^\s/.test(text) && inner !== '' ? ' ' : ''
  return `${before}${inner}${/\s$/.test(text) ? ' ' : ''}`
}
