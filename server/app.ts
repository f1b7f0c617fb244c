import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { connectRaw } from '../db/connect.ts'
import { hasPeople } from '../db/queries/people.ts'
import { makeSecretBox } from '../db/secret-box.ts'
import { deriveKey } from '../db/secret.ts'
import { createAttempts } from './auth/attempts.ts'
import { authRoutes } from './auth/auth-routes.ts'
import { createDoor } from './auth/door.ts'
import { makeFirstAdmin } from './auth/first-admin.ts'
import { publicOrigins } from './auth/public-origins.ts'
import { readVisit } from './auth/visit.ts'
import { loggable } from './errors/loggable.ts'
import type { House } from './house.ts'
import { createLiveHub } from './live/create-live-hub.ts'
import { createProbes } from './probes.ts'
import { readBuildId } from './rest/build-id.ts'
import { clientFiles } from './rest/client-files.ts'
import { healthRoutes } from './rest/health.ts'
import { createMetrics } from './rest/metrics.ts'
import { requestLog } from './rest/request-log.ts'
import { securityHeaders } from './rest/security-headers.ts'
import { trpcHandler } from './rest/trpc-handler.ts'
import type { App, AppParts } from './run/app-factory.ts'
import { localUrl } from './run/greeting.ts'

const MINUTE = 60_000

/** Makes the web application on a migrated database. `now` is the clock of the limits, in milliseconds. */
export async function createApp(parts: AppParts, now: () => number = Date.now): Promise<App> {
  const { db, databaseUrl, env, log, clientDir, workerState } = parts
  const client = connectRaw(databaseUrl, { max: 1 })
  const door = createDoor({ db, secret: hex(deriveKey(env.secret, 'sessions')), log })
  const house: House = {
    build: await readBuildId(clientDir),
    env,
    door,
    setupToken: hex(deriveKey(env.secret, 'setup token')).slice(0, 32),
    secrets: makeSecretBox(env.secret),
    workerState,
  }
  const live = createLiveHub({
    db,
    databaseUrl,
    log,
    options: {
      build: house.build,
      stillAllowed: async (person, request) =>
        request !== null && (await door.lookAt(request.headers))?.id === person.id,
    },
  })
  const probes = await createProbes(db, client)
  const metrics = createMetrics(db)
  const limits = {
    ofVisitor: createAttempts({ limit: 5, windowMs: MINUTE, now }),
    ofAccount: createAttempts({ limit: 30, windowMs: MINUTE, now }),
  }
  const visitOf = async (c: HonoContext) =>
    readVisit(c.req.raw.headers, peerOf(c), await publicOrigins(db, env.publicOrigins))

  if (env.admin) await makeFirstAdmin(db, { ...env.admin, name: env.admin.email.split('@')[0] ?? 'Admin' })

  const app = new Hono()
    .use(requestLog(log), metrics.measure, securityHeaders(), compress())
    .route('/', healthRoutes(db, client))
    .get('/metrics', async (c) => {
      const isAdmin = async () => (await door.lookAt(c.req.raw.headers))?.role === 'admin'
      if (!(await visitOf(c)).isLocal && !(await isAdmin())) {
        return c.json(
          { code: 'FORBIDDEN', message: 'Only this machine and admins may read the metrics.' },
          403,
        )
      }
      const { text, type } = await metrics.page()
      return c.body(text, 200, { 'Content-Type': type })
    })
    .use('/api/auth/*', atMost(16_384))
    .route('/api/auth', authRoutes({ door, limits, visitOf }))
    .all('/trpc/*', atMost(1_048_576), trpcHandler({ db, live, probes, log, house, visitOf }))
    .get('*', clientFiles(clientDir))
    .notFound((c) => c.json({ code: 'NOT_FOUND', message: 'There is nothing at this address.' }, 404))
    .onError((error, c) => {
      log.error({ err: loggable(error), path: c.req.path }, 'a request failed')
      return c.json(
        { code: 'INTERNAL', message: 'Something went wrong here. The log of the server says more.' },
        500,
      )
    })

  return {
    fetch: (request, bindings) => app.fetch(request, bindings ?? {}),
    async close() {
      await live.close()
      await probes.close()
      await client.end({ timeout: 2 })
    },
    async setupLine() {
      if (await hasPeople(db)) return null
      const address = env.publicOrigins[0] ?? localUrl(env.host, env.port)
      return `First visit: open ${address}/setup?token=${house.setupToken}`
    },
  }
}

function peerOf(c: HonoContext): string | null {
  // Only a request of a real socket has one; requests that tests make have not.
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? null) : null
}

function atMost(maxSize: number): MiddlewareHandler {
  const onError = (c: HonoContext) =>
    c.json({ code: 'TOO_LARGE', message: `This is too big: at most ${maxSize} bytes at once.` }, 413)
  return bodyLimit({ maxSize, onError })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
