import { type AnsweredCheck, figuresKnown, keepAnswers, noted } from '../answers/index.js'
import type { Connection } from '../record/index.js'
import type { Asking, ToKeep } from './check-asking.js'
import { counted, onRecord, type RecordOptions, stampNow } from './record-place.js'

interface Flags extends RecordOptions {
  readonly keep?: boolean
  readonly known?: string
  readonly note?: string
  readonly regime?: readonly string[]
  readonly file?: string
}

type Noted = ReturnType<typeof noted>

/** How many answers of a batch go into one entry of the log. */
const CHUNK = 500

/** Opens the record for a check: its ceiling reports are asked, and with `--keep` the answers go into it. */
export async function onCheckRecord(flags: Flags, work: (asking: Asking) => Promise<number>): Promise<number> {
  return onRecord(flags, async (record) => {
    const byMoment = new Map<string, Noted>()
    const notedAt = async (known = '') => {
      const found = byMoment.get(known) ?? noted(await figuresKnown(record, known === '' ? {} : { known }))
      byMoment.set(known, found)
      return found
    }
    const figuresAt = async (known: string | undefined) => {
      const { figures, used } = await notedAt(known)
      // What a line that failed had asked is not the next one's.
      used()
      return figures
    }
    if (flags.keep !== true) return work({ figuresAt })
    const keeping = new Keeping(record, flags)
    const code = await work({
      figuresAt,
      keep: async (answered) => keeping.take(answered, (await notedAt(answered.known)).used()),
    })
    await keeping.end()
    return code
  })
}

/** Answers on their way into the record, some hundreds at a time. */
class Keeping {
  private readonly held: AnsweredCheck[] = []
  private readonly ids: string[] = []
  private fresh = 0
  private there = 0

  constructor(
    private readonly record: Connection,
    private readonly flags: Flags,
  ) {}

  async take({ activity, on, known, answer, label }: ToKeep, figures: AnsweredCheck['figures']): Promise<void> {
    const { regime, note } = this.flags
    this.held.push({
      activity,
      on,
      answer,
      ...(known !== undefined && { known }),
      ...(regime !== undefined && { regimes: regime }),
      ...(note !== undefined && { note }),
      ...(label !== undefined && { label }),
      ...(figures !== undefined && { figures }),
    })
    if (this.held.length >= CHUNK) await this.write()
  }

  /** Says on standard error what was kept, so that the answers alone are on standard output. */
  async end(): Promise<void> {
    await this.write()
    const [only] = this.ids
    const told =
      this.flags.file === undefined && only !== undefined
        ? `${this.fresh > 0 ? 'kept' : 'kept already'} as ${only}`
        : `${counted(this.fresh, 'answer')} kept${this.there > 0 ? `; ${this.there} kept already` : ''}`
    process.stderr.write(`penholder: ${told}\n`)
  }

  private async write(): Promise<void> {
    const kept = await keepAnswers(this.record, stampNow(this.flags), this.held.splice(0))
    const fresh = kept.filter(({ isNew }) => isNew).length
    this.fresh += fresh
    this.there += kept.length - fresh
    if (this.ids.length === 0) this.ids.push(...kept.map(({ id }) => id).slice(0, 1))
  }
}
