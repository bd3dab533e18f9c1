import type { Readable, Writable } from 'node:stream'
import { text as ask, cancel, group, intro, log, outro, select, type TextOptions } from '@clack/prompts'
import { ACTIVITY_KINDS, goodsFields } from '../check/index.js'
import { isCivilDate } from '../dates.js'
import { parseQuantity } from '../quantities.js'
import { stateFor } from '../states.js'

/** Where the form asks: the process's own terminal where a stream is absent. */
export interface Terminal {
  readonly input?: Readable
  readonly output?: Writable
}

/** Asks for an activity in the terminal; undefined where the person breaks off. Nothing is guessed: an empty answer stays unstated. */
export async function askActivity(terminal: Terminal = {}): Promise<{ act: unknown; on: string } | undefined> {
  const text = (asked: TextOptions) => ask({ ...asked, ...terminal })
  const choose = (message: string, values: readonly string[]) =>
    select({ message, options: values.map((value) => ({ value, label: value.replace('_', ' ') })), ...terminal })
  intro('What is to be checked? Leave empty what you do not know.', terminal)
  const asked = await group(
    {
      on: () =>
        text({
          message: 'Day of the act',
          placeholder: '2017-11-15',
          validate: (value) => (isCivilDate(value ?? '') ? undefined : 'a day such as 2017-11-15'),
        }),
      kind: () => choose('Kind of activity', ACTIVITY_KINDS),
      action: () =>
        text({
          message: 'What is done (a verb)',
          placeholder: 'supply, procure, process_payment, port_entry …',
          validate: (value) => ((value ?? '').trim() === '' ? 'a verb is needed' : undefined),
        }),
      from: () => text({ message: 'From which state', placeholder: 'CHN', validate: state }),
      to: () => text({ message: 'To which state', placeholder: 'CHN or CN', validate: state }),
      goods: () => text({ message: 'Goods (HS code, description, or both)', placeholder: '2710.19 diesel' }),
      quantity: () => text({ message: 'Quantity with unit', placeholder: '20000bbl', validate: amount }),
      total: () => text({ message: 'Total of the period before this act', placeholder: '430000bbl', validate: amount }),
      party: () => text({ message: 'Parties, separated by ;', placeholder: 'Koryo Bank; Example Trading' }),
      purpose: () =>
        text({ message: 'Purpose', placeholder: 'commercial, humanitarian, livelihood, diplomatic_mission …' }),
      approval: () => choose('Approval by the committee', ['unstated', 'not_sought', 'pending', 'granted', 'refused']),
      notice: () => choose('Notice to the committee', ['unstated', 'given', 'not_given']),
    },
    {
      // The group would go on asking.
      onCancel: () => {
        throw new BrokenOff()
      },
    },
  ).catch((error: unknown) => {
    if (error instanceof BrokenOff) return undefined
    throw error
  })
  if (asked === undefined) {
    cancel('Nothing was checked.', terminal)
    return undefined
  }
  log.info('The same by flags: see penholder check --help.', terminal)
  outro('', terminal)
  return { on: asked.on, act: activityOf(asked) }
}

/** The person broke the form off. */
class BrokenOff extends Error {}

type Asked = Readonly<Record<string, string | undefined>>

function activityOf(asked: Asked): unknown {
  const said = (key: string) => (asked[key] ?? '').trim()
  const circumstances = {
    ...(said('purpose') !== '' && { purpose_class: said('purpose') }),
    ...(said('approval') !== 'unstated' && { committee_approval: said('approval') }),
    ...(said('notice') !== 'unstated' && { committee_notice: said('notice') }),
  }
  const parties = said('party')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return {
    kind: said('kind'),
    action: said('action'),
    ...(said('from') !== '' && { exporter_country: stateFor(said('from'))?.code }),
    ...(said('to') !== '' && { importer_country: stateFor(said('to'))?.code }),
    ...(said('goods') !== '' && { goods: goodsFields(said('goods')) }),
    ...(said('quantity') !== '' && { quantity: parseQuantity(said('quantity')) }),
    ...(said('total') !== '' && { period_total_so_far: parseQuantity(said('total')) }),
    ...(parties.length > 0 && { parties: parties.map((name) => ({ name })) }),
    circumstances,
  }
}

function state(value: string | undefined): string | undefined {
  const given = (value ?? '').trim()
  return given === '' || stateFor(given) !== undefined ? undefined : 'a state such as PRK or CN'
}

function amount(value: string | undefined): string | undefined {
  if ((value ?? '').trim() === '') return undefined
  try {
    parseQuantity(value ?? '')
    return undefined
  } catch {
    return 'a number with its unit, such as 20000bbl'
  }
}
