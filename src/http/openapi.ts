import { z } from 'zod'
import { BASE } from './base.js'
import { ProblemDocument } from './problem.js'
import { placeOf, type Route } from './route.js'
import { OPERATIONS_IN_ORDER, routes } from './routes/index.js'

type Schema = Record<string, unknown>

let made: string | undefined

/** The OpenAPI 3.1 document of all routes, made from the schemas that check their input. */
export function openApiJson(version: string): string {
  made ??= JSON.stringify(openApi(version))
  return made
}

export function openApi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of OPERATIONS_IN_ORDER) {
    const { method, path } = placeOf(operation)
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(operation, routes[operation], path) }
  }
  paths['/events'] = {
    get: {
      operationId: 'events',
      tags: ['record'],
      summary: 'What is new in the record, and how far long work is, as Server-Sent Events (`entry`, `progress`)',
      parameters: [{ name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } }],
      responses: { 200: { description: 'A stream', content: { 'text/event-stream': {} } }, default: PROBLEM },
    },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Penholder',
      version,
      summary: 'The UN Security Council’s sanctions, from headline to decision',
      description:
        'Every answer is for a date and names what it stands on. It is no legal advice; nothing found is no permission.',
    },
    servers: [{ url: BASE }],
    security: [{}, { token: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemDocument, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'penholder' },
      },
    },
  }
}

const PROBLEM = {
  description: 'What is wrong: with code, place, what was expected and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function operationOf(operation: string, route: Route, path: string) {
  const body = bodyOf(route)
  return {
    operationId: operation,
    tags: [route.tag],
    summary: route.summary,
    description: route.role === 'open' ? 'Open to all.' : `Needs the role ${route.role}.`,
    'x-role': route.role,
    parameters: [...pathParameters(route, path), ...parametersOf(route.query, 'query')],
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: {
      ...answersOf(route),
      ...(route.cached === 'no' ? {} : { 304: { description: 'Not changed since the ETag given' } }),
      default: PROBLEM,
    },
  }
}

function pathParameters(route: Route, path: string) {
  const declared = parametersOf(route.path, 'path')
  const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  if (declared.length !== named.length) throw new Error(`${path} declares other parameters than it names`)
  return declared
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query') {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: own,
  }))
}

function bodyOf(route: Route): Record<string, unknown> | undefined {
  if (route.body === undefined && route.content === undefined) return undefined
  const json = route.body === undefined ? {} : { 'application/json': { schema: schemaOf(route.body, 'input') } }
  return { ...json, ...Object.fromEntries((route.content ?? []).map((type) => [type, {}])) }
}

function answersOf(route: Route): Record<string, unknown> {
  const files = Object.fromEntries((route.files ?? []).map((type) => [type, {}]))
  if (route.answer === undefined && route.files === undefined) return { 204: { description: 'Done' } }
  const json = route.answer === undefined ? {} : { 'application/json': { schema: schemaOf(route.answer, 'output') } }
  return { 200: { description: 'The answer', content: { ...json, ...files } } }
}

/** JSON Schema of a zod schema; refinements that it can't say are left out. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...own } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Schema
  return own
}
