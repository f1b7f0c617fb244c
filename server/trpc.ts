import { initTRPC, TRPCError } from '@trpc/server'
import type { Logger } from 'pino'
import type { Db } from '../db/connect.ts'
import type { Role } from '../db/schema/people.ts'
import type { Person } from './auth/person.ts'
import type { Visit } from './auth/visit.ts'
import { tellError } from './errors/tell-error.ts'
import type { House } from './house.ts'
import type { LiveHub } from './live/hub.ts'
import type { Probes } from './probes.ts'

export type { Person }

/** What every procedure gets. Fakes are handed in by tests. */
export interface Context {
  db: Db
  /** Null before sign-in. */
  person: Person | null
  live: LiveHub
  probes: Probes
  log: Logger
  request: Request
  /** Headers of the reply, for procedures that set cookies. */
  reply: Headers
  visit: Visit
  house: House
}

/** What a procedure says about itself; the test that walks all procedures fails for one without a rule. */
export interface Meta {
  role: Role | 'anyone'
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    // A stack tells a stranger where we live.
    isDev: false,
    errorFormatter: ({ shape, error, input }) => {
      const { message, fields, supportId } = tellError(error, input)
      return { ...shape, message, data: { ...shape.data, fields, supportId } }
    },
    sse: { ping: { enabled: true, intervalMs: 5_000 }, client: { reconnectAfterInactivityMs: 15_000 } },
  })

const RANK = { viewer: 1, member: 2, admin: 3 } as const satisfies Record<Role, number>

/** True when a person of `role` may do what needs `needed`. */
export function mayAct(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed]
}

// Only setup has its own rule: with the token from the log it may come from an address that nobody has listed yet.
const ownPage = t.procedure.use(({ ctx, type, next }) => {
  if (type === 'mutation' && ctx.visit.refusal !== null) {
    throw new TRPCError({ code: 'FORBIDDEN', message: ctx.visit.refusal })
  }
  return next()
})

function only(needed: Role) {
  return ownPage.meta({ role: needed }).use(({ ctx, next }) => {
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
/** Procedures that need no session: invites, who am I. */
export const anyone = ownPage.meta({ role: 'anyone' })
/** The procedure that makes the first admin; it looks at the address of the visit itself. */
export const firstVisitor = t.procedure.meta({ role: 'anyone' })
export const viewer = only('viewer')
export const member = only('member')
export const admin = only('admin')
