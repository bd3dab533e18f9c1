import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type App, type AppOptions, createApp, openApi } from '../src/http/index.js'
import type { Connection } from '../src/record/index.js'

export const BASE = 'http://localhost:8642/api/v1'
/** Noon of a day after all that the tests keep. */
export const NOW = Date.parse('2026-02-01T12:00:00Z')

/** A server over a record, without a socket. */
export function appOver(record: Connection, more: Partial<AppOptions> = {}): App {
  return createApp({ record, version: '0.0.0-test', data: 'test', now: () => NOW, owner: 'owner', ...more })
}

export interface Told {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly text: string
  readonly json: unknown
}

export interface Asking {
  readonly method?: string
  readonly json?: unknown
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** One request; `path` is below `/api/v1`, or a whole URL. */
export async function ask(app: App, path: string, asking: Asking = {}): Promise<Told> {
  const { json, headers = {} } = asking
  const body = json === undefined ? asking.body : JSON.stringify(json)
  const response = await app.fetch(
    new Request(path.startsWith('http') ? path : `${BASE}${path}`, {
      method: asking.method ?? 'GET',
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: body as never }),
    }),
  )
  const text = await response.text()
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  return {
    status: response.status,
    type,
    headers: response.headers,
    text,
    json: /json$/.test(type) && text !== '' ? JSON.parse(text) : undefined,
  }
}

interface Documented {
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>
}

const document = openApi('0.0.0-test')
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, 'openapi')
const validators = new Map<string, ReturnType<typeof ajv.compile>>()

/** What is wrong with an answer by the OpenAPI document; empty where nothing is. */
export function breaches(path: string, method: string, told: Told): string[] {
  const operation = (document.paths[path] as Record<string, Documented> | undefined)?.[method.toLowerCase()]
  if (operation === undefined) return [`${method} ${path} is not documented`]
  const isDocumented = operation.responses[told.status] !== undefined
  const answer = operation.responses[told.status] ?? operation.responses.default
  if (told.status < 400 && !isDocumented) return [`status ${told.status} is not documented`]
  if (told.status === 204 || told.status === 304) return told.text === '' ? [] : ['a body where none may be']
  const content = answer?.content?.[told.type]
  if (content === undefined) return [`media type ${told.type} is not documented for ${told.status}`]
  if (content.schema === undefined) return []
  const key = `openapi#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${isDocumented ? told.status : 'default'}/content/${escaped(told.type)}/schema`
  const validate = validators.get(key) ?? ajv.compile({ $ref: key })
  validators.set(key, validate)
  if (validate(told.json) === true) return []
  return (validate.errors ?? [])
    .slice(0, 5)
    .map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
}

function escaped(text: string): string {
  return encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))
}
