import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** A reverse proxy that can be told to fail as real ones do while what is behind them restarts. */
export interface MoodyProxy {
  url: string
  /** From now on it answers 502, and cuts what is open. */
  turnBad: () => void
  turnGood: () => void
  close: () => Promise<void>
}

/** Starts a proxy in front of a product. */
export async function startMoodyProxy(target: string): Promise<MoodyProxy> {
  let isBad = false
  const passOn = (incoming: IncomingMessage, reply: ServerResponse) => {
    if (isBad) {
      reply.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>')
      return
    }
    const { method, headers, url } = incoming
    const onward = request(new URL(url ?? '/', target), { ...(method && { method }), headers })
    onward.once('response', (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
      answer.once('error', () => reply.destroy())
    })
    onward.once('error', () => reply.destroy())
    reply.once('close', () => onward.destroy())
    incoming.pipe(onward)
  }
  const server = createServer(passOn).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    turnBad: () => {
      isBad = true
      server.closeAllConnections()
    },
    turnGood: () => {
      isBad = false
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
