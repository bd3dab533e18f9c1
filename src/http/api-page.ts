import { BASE } from './base.js'
import { openApi } from './openapi.js'

/** The API for people: every route with its input, in one page without a script. */
export function apiPage(version: string): string {
  const { paths } = openApi(version)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? ''))]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Penholder: the API</title><link rel="icon" href="/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="/api/style.css"></head>
<body><main><h1>The API of Penholder ${escaped(version)}</h1>
<p>JSON below <code>${BASE}</code>, with the library’s field names. The same as an <a href="${BASE}/openapi.json">OpenAPI 3.1 document</a>;
a typed client comes with the package (<code>penholder/client</code>). Errors are <code>application/problem+json</code> with code, place,
what was expected and what to do. Lists give <code>next</code>, which goes back as <code>cursor</code>. GET answers have an ETag.
Programs send <code>Authorization: Bearer</code> with a token of <code>penholder account token</code>.</p>
<nav aria-label="Groups"><ul>${tags.map((tag) => `<li><a href="#group-${tag}">${tag}</a></li>`).join('')}</ul></nav>
${tags
  .map(
    (tag) =>
      `<section id="group-${tag}"><h2>${tag}</h2>${operations
        .filter(({ operation }) => operation.tags[0] === tag)
        .map(printed)
        .join('')}</section>`,
  )
  .join('\n')}
</main></body></html>
`
}

interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly 'x-role'?: string
  readonly parameters: readonly { name: string; in: string; required: boolean; schema?: Schema }[]
  readonly requestBody?: { readonly content: Record<string, { schema?: Schema }> }
  readonly responses: Record<string, { content?: Record<string, unknown> }>
}

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Record<string, Schema>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly default?: unknown
  readonly format?: string
}

function printed({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const inputs = [
    ...operation.parameters.map(({ name, in: where, required, schema }) => row(name, where, required, schema)),
    ...Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
      schema?.properties === undefined
        ? [`<tr><td>body</td><td>${escaped(type)}</td><td></td></tr>`]
        : Object.entries(schema.properties).map(([name, own]) =>
            row(name, 'body', schema.required?.includes(name) ?? false, own),
          ),
    ),
  ]
  const types = Object.values(operation.responses).flatMap(({ content = {} }) => Object.keys(content))
  const told = [...new Set(types)].filter((type) => type !== 'application/problem+json').join(', ')
  return `<article id="${operation.operationId}"><h3><code>${method.toUpperCase()} ${escaped(path)}</code></h3>
<p>${escaped(operation.summary)}. ${operation['x-role'] === undefined || operation['x-role'] === 'open' ? '' : `Role: ${operation['x-role']}. `}Client: <code>${operation.operationId}</code>.${told === '' ? '' : ` Answers ${escaped(told)}.`}</p>
${inputs.length === 0 ? '' : `<table><thead><tr><th>input</th><th>where</th><th>what</th></tr></thead><tbody>${inputs.join('')}</tbody></table>`}</article>`
}

function row(name: string, where: string, isRequired: boolean, schema: Schema | undefined): string {
  const what = [
    isRequired ? 'needed' : '',
    schema?.enum?.join(' | ') ?? schema?.format ?? schema?.type ?? '',
    schema?.default === undefined ? '' : `else ${String(schema.default)}`,
  ]
  return `<tr><td><code>${escaped(name)}</code></td><td>${where}</td><td>${escaped(what.filter(Boolean).join('; '))}</td></tr>`
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export const API_STYLE = `:root{color-scheme:light dark;--line:#ccc;--ink:#1a1a1a;--back:#fff;--link:#00539f}
@media(prefers-color-scheme:dark){:root{--line:#444;--ink:#e6e6e6;--back:#161616;--link:#7db8f0}}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back)}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
a{color:var(--link)}code{font:0.92em ui-monospace,monospace;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem 1.2rem;padding:0;list-style:none}
article{border-top:1px solid var(--line);padding:.4rem 0 .8rem}h3{margin:.4rem 0}p{margin:.3rem 0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.15rem .8rem .15rem 0;overflow-wrap:anywhere;border-bottom:1px solid var(--line)}
@media print{nav{display:none}}
`
