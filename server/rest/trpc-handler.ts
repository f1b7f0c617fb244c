import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Context as HonoContext, Handler } from 'hono'
import { loggable } from '../errors/loggable.ts'
import { supportIdOf } from '../errors/tell-error.ts'
import type { Visit } from '../auth/visit.ts'
import { appRouter } from '../router.ts'
import type { Context } from '../trpc.ts'

/** `/trpc`: reads by GET, changes by POST of JSON, which no form of another site can send. */
export function trpcHandler(
  parts: Pick<Context, 'db' | 'live' | 'probes' | 'log' | 'house'> & {
    visitOf: (c: HonoContext) => Promise<Visit>
  },
): Handler {
  const { visitOf, ...same } = parts
  return (c) => {
    if (c.req.method === 'POST' && !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      const message = 'Send JSON: content-type must be application/json.'
      return c.json({ error: { message, data: { code: 'UNSUPPORTED_MEDIA_TYPE', httpStatus: 415 } } }, 415)
    }
    return fetchRequestHandler({
      endpoint: '/trpc',
      req: c.req.raw,
      router: appRouter,
      maxBatchSize: 50,
      createContext: async ({ req, resHeaders }) => {
        const { person, cookies } = await parts.house.door.personOf(req.headers)
        for (const cookie of cookies) resHeaders.append('set-cookie', cookie)
        return { ...same, person, request: req, reply: resHeaders, visit: await visitOf(c) }
      },
      onError: ({ error, path }) => {
        const supportId = supportIdOf(error)
        if (supportId === null) return
        parts.log.error({ err: loggable(error.cause ?? error), path, supportId }, 'a call failed')
      },
    })
  }
}
