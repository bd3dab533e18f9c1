import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { dayKnown, figuresKnown } from '../answers/index.js'
import { Activity, check, isWanted, KINDS_OF_MEASURE } from '../check/index.js'
import { law, lawAsKnown, measuresInForce, regimeFor } from '../law/index.js'
import type { Connection } from '../record/index.js'
import { answering, given } from './reply.js'
import { Day, Known, Words } from './shapes.js'

/** `law` and `check`: they need no record; with one, a check uses the ceilings' reports in it. */
export function addLawTools(server: McpServer, record: Connection | undefined): void {
  server.registerTool(
    'law',
    {
      title: 'Measures in force on a day',
      description: `The Security Council's measures in force on a day, paragraph by paragraph, with exemptions, ceilings and what replaced what. Regimes: ${law.regimes.map(({ regime }) => `${regime.id} (${regime.name}, data until ${regime.dataUntil})`).join('; ')}. Cite the \`citation\` of each measure. Our own words, not the texts' wording; national law may be stricter.`,
      inputSchema: z.strictObject({
        regime: Words.describe('The id of a regime, or the code of its state'),
        on: Day,
        known: Known.optional(),
        goods: Words.optional().describe('Only what reaches these goods: an HS code such as 2710.19, or a description'),
        kind: z.enum(KINDS_OF_MEASURE as [string, ...string[]]).optional(),
        paragraph: Words.optional().describe('Only this paragraph, such as S/RES/2375 (2017) para 14'),
      }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ regime: name, on, known, ...query }) =>
      answering(() => {
        const whole = regimeFor(name)
        const regime = known === undefined ? whole : lawAsKnown(whole, dayKnown(known))
        const { id, dataUntil, notEncoded = [] } = regime.regime
        const measures = measuresInForce(regime, on).filter((measure) => isWanted(measure, given(query)))
        return { regime: id, on, ...given({ known }), dataUntil, notEncoded, measures }
      }),
  )
  server.registerTool(
    'check',
    {
      title: 'An activity against law and lists',
      description:
        'Holds an activity (trade, payment, vessel, travel …) against the measures and designation lists of a day. The strictest finding leads; each cites its paragraphs and names the facts that are missing. `nothing-found` is no permission, and no verdict means that something is allowed; say what `coverage` says. Nothing of it is kept.',
      inputSchema: z.strictObject({
        activity: Activity.describe(
          'kind and action (a free verb such as supply, procure, process_payment, port_entry), and what is known of: exporter_country, importer_country, direction (to_<target>, from_<target>), goods {description, hs_code}, quantity {value, unit: t|kg|bbl|usd|permits|persons|items}, value_usd, period_total_so_far {value, unit}, parties [{name, country}], vessel {name, imo, flag}, actor {country, type}, circumstances {purpose_class, committee_approval, committee_notice, livelihood, …}. Leave out what is not known.',
        ),
        on: Day.describe('The day of the act'),
        known: Known.optional(),
        regimes: z.array(Words).max(20).optional().describe('Only these regimes'),
      }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ activity, on, known, regimes }) =>
      answering(async () => {
        const figures = record === undefined ? undefined : await figuresKnown(record, given({ known }))
        const day = known === undefined ? undefined : dayKnown(known)
        return { on, ...check(activity, given({ on, known: day, regimes, figures })) }
      }),
  )
}
