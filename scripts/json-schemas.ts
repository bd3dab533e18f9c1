import { z } from 'zod'
import { Activity } from '../src/check/activity.js'
import { ActivityWords } from '../src/check/compile.js'
import { Goods } from '../src/law/goods-schema.js'
import { Instrument, Regime } from '../src/law/schema.js'

/**
 * JSON Schemas (draft 2020-12) for editors, by file name: what a YAML or JSON file of the kind may hold. They tell shapes;
 * what only the compiler can judge (references, totals, contradictions) `npm run data` says.
 */
export const jsonSchemas: Readonly<Record<string, z.ZodType>> = {
  law: Instrument,
  regime: Regime,
  goods: Goods,
  vocabulary: ActivityWords,
  activity: Activity,
}

export function jsonSchemaOf(name: string): string {
  const schema = jsonSchemas[name]
  if (schema === undefined) throw new Error(`no schema ${name}`)
  return `${JSON.stringify({ title: name, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
}
