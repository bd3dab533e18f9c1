import type { AddressInfo } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { PenholderError } from '../errors.js'
import { hasAccounts } from '../record/index.js'
import { type AppOptions, createApp } from './app.js'
import { isLoopback } from './safety.js'

export interface ServeOptions extends AppOptions {
  /** 0 takes any that is free. */
  readonly port: number
  readonly host: string
}

export interface Served {
  /** Where it answers. */
  readonly url: string
  /** Whether anybody must sign in. */
  readonly needsSignIn: boolean
  /** Ends it: no new requests, event streams closed, what is being answered is finished (for at most `wait` milliseconds). */
  readonly stop: (wait?: number) => Promise<void>
}

const KEEP_ALIVE = 65_000

/**
 * Serves pages and API of a record. Another address than this machine's own is refused as long as the record has no
 * accounts.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host, port, record } = options
  const needsSignIn = await hasAccounts(record)
  if (!isLoopback(host) && !needsSignIn)
    throw new PenholderError({
      code: 'refused',
      what: `${host} can be reached from other machines, and the record has no accounts: anybody could change it`,
      todo: 'make an admin first: `penholder account add NAME --role admin`; or leave --host out',
    })
  const app = createApp(options)
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const made = listen(
      {
        fetch: (request: Request, env: { incoming?: { socket?: { remoteAddress?: string | undefined } } }) =>
          app.fetch(request, { address: env.incoming?.socket?.remoteAddress ?? 'unknown' }),
        hostname: host,
        port,
      },
      () => resolve(made),
    )
    made.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)))
  })
  // Longer than a browser waits with the next question, and than a long answer to another may take.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE
  const bound = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    url: options.url ?? `http://${name}:${bound.port}/`,
    needsSignIn,
    stop: async (wait = 5000) => {
      app.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections()
      }, wait)
      await closed
      clearTimeout(late)
    },
  }
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): PenholderError {
  const [what, todo] =
    error.code === 'EADDRINUSE'
      ? [`port ${port} of ${host} is taken`, 'end the other program, or give another --port']
      : error.code === 'EACCES'
        ? [`port ${port} may not be taken by this user`, 'give a --port from 1024']
        : [`${host}:${port} can’t be taken (${error.code ?? error.message})`, 'see --host and --port']
  return new PenholderError({ code: 'unavailable', what, todo }, { cause: error })
}
