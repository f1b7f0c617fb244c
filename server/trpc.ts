import { initTRPC, TRPCError } from '@trpc/server'
import type { Logger } from 'pino'
import type { Db } from '../db/connect.ts'
import type { Role } from '../db/schema/people.ts'
import type { LiveHub } from './live/hub.ts'
import type { Probes } from './probes.ts'

/** Who is asking; null before sign-in. */
export interface Person {
  id: string
  name: string
  email: string
  role: Role
}

/** What every procedure gets. Fakes are handed in by tests. */
export interface Context {
  db: Db
  person: Person | null
  live: LiveHub
  probes: Probes
  log: Logger
  /** The request, for procedures that set cookies or look at the address. */
  request: Request
  /** 32 bytes that secrets are encrypted with. */
  secretKey: Uint8Array
}

/** What a procedure says about itself; the test that walks all procedures fails for one without a rule. */
export interface Meta {
  role: Role | 'anyone'
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 5_000 }, client: { reconnectAfterInactivityMs: 15_000 } },
  })

const RANK = { viewer: 1, member: 2, admin: 3 } as const satisfies Record<Role, number>

/** True when a person of `role` may do what needs `needed`. */
export function mayAct(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed]
}

function only(needed: Role) {
  return t.procedure.meta({ role: needed }).use(({ ctx, next }) => {
    if (!ctx.person) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' })
    if (!mayAct(ctx.person.role, needed)) {
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: `This needs the ${needed} role; you are ${ctx.person.role}.`,
      })
    }
    return next({ ctx: { ...ctx, person: ctx.person } })
  })
}

export const router = t.router
export const createCaller = t.createCallerFactory
/** Procedures that need no session: setup, invites, health. */
export const anyone = t.procedure.meta({ role: 'anyone' })
export const viewer = only('viewer')
export const member = only('member')
export const admin = only('admin')
