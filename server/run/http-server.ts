import { createAdaptorServer } from '@hono/node-server'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server as NetServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefused } from '../../db/start-refused.ts'

type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>

/** The one port, open. */
export type HttpServer = {
  port: number
  /** New connections are refused from here on; those that are open go on. */
  stopAccepting: () => void
  /** Ends what is still open after a moment for answers under way: live streams don't end by themselves. */
  close: () => Promise<void>
}

const graceMs = 500

/** Refuses a port that can't be had, with the way out, before anything else has been started for it. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const probe = createServer()
  try {
    await listen(probe, port, host)
  } finally {
    await new Promise((resolve) => probe.close(resolve))
  }
}

/** Serves an app on a port. */
export async function serveHttp(fetch: Fetch, port: number, host: string): Promise<HttpServer> {
  // Uploads over a slow network may take longer than Node's five minutes.
  const server = createAdaptorServer({ fetch, serverOptions: { requestTimeout: 0 } }) as Server
  await listen(server, port, host)
  let closed: Promise<unknown> | null = null
  const stopAccepting = () => {
    if (closed) return
    closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
  }
  return {
    port: (server.address() as AddressInfo).port,
    stopAccepting,
    close: async () => {
      stopAccepting()
      await Promise.race([closed, delay(graceMs, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }
}

/** Opens a server's port; what keeps it from opening is told as a sentence with the way out. */
export async function listen(server: NetServer, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(sentenceFor(error, port, host)))
    server.listen({ port, host }, () => resolve())
  })
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefused(
        `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
      )
    case 'EACCES':
      return new StartRefused(
        `This user may not open port ${port}. Choose one above 1023: PORT=4600 npm start`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefused(
        `HOST=${host} is no address of this machine. Use HOST=127.0.0.1 for this machine only, HOST=0.0.0.0 for all.`,
      )
    default:
      return error
  }
}
