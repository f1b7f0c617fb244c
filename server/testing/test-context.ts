import { makeSecretBox } from '../../db/secret-box.ts'
import type { Context } from '../trpc.ts'

const never = () => Promise.reject(new Error('nobody signs in here'))

/** A context for procedures that are called directly: a visit of this machine, nobody signed in, no worker. */
export function createTestContext(given: Pick<Context, 'db' | 'log'> & Partial<Context>): Context {
  return {
    person: null,
    live: {
      subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }),
      close: async () => undefined,
    },
    probes: { ask: async () => ({ ok: false, noWorker: true }), close: async () => undefined },
    request: new Request('http://localhost:4600/'),
    reply: new Headers(),
    visit: {
      origin: 'http://localhost:4600',
      secure: false,
      refusal: null,
      isUnlisted: false,
      from: '127.0.0.1',
      isLocal: true,
    },
    house: {
      build: 'test',
      env: { dataFolder: '/var/lib/example', publicOrigins: [], roots: null },
      door: { personOf: never, lookAt: never, open: never, close: async () => [], handle: never },
      setupToken: 'a token',
      secrets: makeSecretBox('a secret of thirty-two characters or more'),
      workerState: () => ({ state: 'elsewhere' }),
    },
    ...given,
  }
}
