import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { API_STYLE, apiPage } from './api-page.js'
import { HttpError } from './problem.js'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** A built page or one of its files; any path without an ending is the workbench, which finds its view by the path. */
export async function pageOf(
  request: Request,
  pathname: string,
  folder: string | undefined,
  version: string,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpError(
      405,
      { code: 'unsupported', what: `${request.method} is not taken here`, expected: 'GET, HEAD' },
      { allow: 'GET, HEAD' },
    )
  if (pathname === '/api') return new Response(null, { status: 308, headers: { location: '/api/' } })
  if (pathname === '/api/') return shown(apiPage(version), '.html')
  if (pathname === '/api/style.css') return shown(API_STYLE, '.css')
  if (pathname.startsWith('/api/')) throw nothing()
  const name = nameOf(pathname)
  if (folder === undefined || name === undefined) throw nothing()
  try {
    const bytes = await readFile(join(folder, name))
    const isHashed = /-[\w-]{8,}\.\w+$/.test(name)
    return shown(bytes, extname(name), isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  } catch {
    if (extname(name) !== '.html') throw nothing()
    return shown(NOT_BUILT, '.html')
  }
}

/** The file that a path means; undefined for a path that leads out of the folder. */
function nameOf(pathname: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  const parts = path.split('/').filter((part) => part !== '')
  if (parts.some((part) => part.startsWith('.') || /[\\\0:]/.test(part))) return undefined
  const last = parts.at(-1) ?? ''
  return TYPES[extname(last)] === undefined ? 'index.html' : parts.join('/')
}

function shown(body: string | Uint8Array, ending: string, cache = 'no-cache'): Response {
  const headers = { 'content-type': TYPES[ending] ?? 'application/octet-stream', 'cache-control': cache }
  return new Response(body as never, { headers })
}

function nothing(): HttpError {
  return new HttpError(404, { code: 'not-found', what: 'there is no such page', todo: 'see / and /api/' })
}

const NOT_BUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Penholder</title><link rel="stylesheet" href="/api/style.css"></head>
<body><main><h1>Penholder</h1><p>The pages of the workbench are not built here. The API is: <a href="/api/">/api/</a>.</p></main></body></html>
`
