import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Logger } from 'pino'
import type { Db } from '../../db/connect.ts'
import { account, session, user, verification } from '../../db/schema/people.ts'

const DAY = 24 * 60 * 60

/**
 * better-auth over our tables: passwords and sessions, nothing else. Accounts are made by setup and invites.
 * Whether cookies are `Secure` is fixed per instance, so there are two of them (door.ts).
 */
export function createSessionAuth(options: { db: Db; secret: string; secure: boolean; log: Logger }) {
  const { db, secret, secure, log } = options
  return betterAuth({
    // Only callback addresses would be built from it, and no route that has one is open.
    baseURL: secure ? 'https://marquee.invalid' : 'http://marquee.invalid',
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(db, { provider: 'pg', schema: { user, session, account, verification } }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    // Without a cookie cache a revoked session ends at once.
    session: { expiresIn: 30 * DAY, updateAge: DAY, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'marquee',
      useSecureCookies: secure,
      // Where a request may come from is decided by visit.ts, before it gets here.
      disableCSRFCheck: true,
    },
    // attempts.ts counts by address and account; better-auth would count by address alone.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => log.error({ part: 'auth' }, message),
    },
  })
}

export type SessionAuth = ReturnType<typeof createSessionAuth>
