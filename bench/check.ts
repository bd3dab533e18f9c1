/** Checks a second on one core against the shipped law and lists: `npm run build && npx tsx bench/check.ts`. Activities are written for the bench. */
import { check } from '../dist/check/index.js'

const days = [
  '2007-03-01',
  '2010-01-10',
  '2014-02-01',
  '2016-05-10',
  '2017-02-10',
  '2017-10-20',
  '2018-03-01',
  '2021-06-01',
  '2023-02-01',
]
const goods = [
  ['diesel', '2710.19'],
  ['anthracite', '2701.11'],
  ['assault rifles', '9301.90'],
  ['laptop computers', '8471.30'],
  ['rice', '1006.30'],
  ['woven cotton fabric', '5208.52'],
  ['frozen squid', '0307.43'],
  ['bronze statue', '9703.00'],
] as const
const names = [
  'Koryo Bank',
  'Example Trading of Pyongyang',
  'Tanchon Commercial Bank',
  'Ri Je-son',
  'Acme Shipping Ltd',
]

function activity(index: number): { act: unknown; on: string } {
  const on = days[index % days.length] ?? '2018-03-01'
  const [description, hs_code] = goods[index % goods.length] ?? goods[0]
  const name = `${names[index % names.length]}`
  const target = 'PRK'
  switch (index % 4) {
    case 0:
      return {
        on,
        act: {
          kind: 'trade',
          action: 'supply',
          exporter_country: 'CHN',
          importer_country: target,
          goods: { description, hs_code },
          quantity: { value: 100 + (index % 977), unit: 'bbl' },
          period_total_so_far: { value: 1000 * (index % 499), unit: 'bbl' },
          circumstances: { livelihood: true, associated_parties: false },
        },
      }
    case 1:
      return {
        on,
        act: {
          kind: 'trade',
          action: 'procure',
          exporter_country: target,
          importer_country: 'CHN',
          goods: { description, hs_code },
          parties: [{ name, country: target }],
          circumstances: { contract_date: '2017-06-01', contract_written: true },
        },
      }
    case 2:
      return {
        on,
        act: {
          kind: 'finance',
          action: 'process_payment',
          parties: [{ name, country: target }],
          actor: { type: 'bank', country: 'CHN' },
          circumstances: { could_contribute_to_programmes: index % 3 === 0, purpose_class: 'commercial' },
        },
      }
    default:
      return {
        on,
        act: {
          kind: 'vessel',
          action: 'port_entry',
          vessel: { name: `MV ${name}`, flag: target, cargo: description },
          actor: { type: 'state', country: 'CHN' },
          circumstances: { reasonable_grounds: index % 2 === 0 },
        },
      }
  }
}

const count = 200_000
const acts = Array.from({ length: count }, (_, index) => activity(index))

/** Names, goods and days of the activities repeat, as they do in a trader's batch; only amounts are always new. */
function measure(label: string, regimes?: readonly string[]): void {
  const options = regimes === undefined ? {} : { regimes }
  for (const { act, on } of acts.slice(0, 20_000)) check(act, { on, ...options })
  const verdicts = new Map<string, number>()
  const before = process.cpuUsage()
  for (const { act, on } of acts) {
    const { verdict } = check(act, { on, ...options })
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  }
  const used = process.cpuUsage(before)
  const rate = Math.round((count * 1e6) / (used.user + used.system))
  console.log(`${label}: ${rate.toLocaleString('en')} checks a second of CPU`)
  console.log([...verdicts].map(([verdict, times]) => `  ${verdict} ${times}`).join('\n'))
}

measure('the DPRK regime', ['dprk-1718'])
measure('all regimes')
