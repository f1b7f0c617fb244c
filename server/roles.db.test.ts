import { TRPCError } from '@trpc/server'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../db/schema/people.ts'
import type { TestDatabase } from '../db/testing/test-database.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { appRouter } from './router.ts'
import { createTestContext } from './testing/test-context.ts'
import type { Context, Person } from './trpc.ts'
import { createCaller, mayAct } from './trpc.ts'

/** Who may call what. A procedure that is not here fails the test: decide who may call it, and write it down. */
const RULES: { [procedure: string]: Role | 'anyone' } = {
  'setup.status': 'anyone',
  'setup.create': 'anyone',
  'session.me': 'anyone',
  'session.signOut': 'anyone',
  'invites.get': 'anyone',
  'invites.accept': 'anyone',
  'invites.create': 'admin',
  'invites.list': 'admin',
  'invites.revoke': 'admin',
  'users.list': 'admin',
  'users.change': 'admin',
  'users.remove': 'admin',
  'sources.list': 'viewer',
  'sources.get': 'viewer',
  'sources.create': 'admin',
  'sources.change': 'admin',
  'sources.remove': 'admin',
  'sources.check': 'member',
  'libraries.list': 'viewer',
  'libraries.create': 'admin',
  'libraries.change': 'admin',
  'libraries.remove': 'admin',
  'libraries.check': 'member',
  'libraries.answer': 'member',
  'libraries.folders': 'admin',
  'runs.start': 'member',
  'runs.get': 'viewer',
  'runs.list': 'viewer',
  'runs.shows': 'viewer',
  'runs.entries': 'viewer',
  'runs.facets': 'viewer',
  'runs.events': 'viewer',
  'runs.status': 'viewer',
  'runs.pause': 'member',
  'runs.resume': 'member',
  'runs.cancel': 'member',
  'runs.forceStop': 'member',
  'runs.retry': 'member',
  'runs.preview': 'viewer',
  'entries.get': 'viewer',
  live: 'viewer',
  'settings.get': 'admin',
  'settings.set': 'admin',
  'system.info': 'viewer',
}

const procedures = Object.keys(appRouter._def.procedures)
const roles = [null, 'viewer', 'member', 'admin'] as const

let database: TestDatabase
let context: Context
beforeAll(async () => {
  database = await createTestDatabase()
  context = createTestContext({ db: database.db, log: pino({ level: 'silent' }) })
})
afterAll(() => database.drop())

test('every procedure has a rule, and every rule has its procedure', () => {
  expect(procedures.toSorted()).toEqual(Object.keys(RULES).toSorted())
})

test.each(procedures)('%s says the rule that it keeps', (procedure) => {
  const { meta } = procedureAt(procedure)
  expect(meta).toEqual({ role: RULES[procedure] })
})

test.each(procedures.flatMap((procedure) => roles.map((role) => [procedure, role] as const)))(
  '%s answers %s as its rule says, before it looks at the input',
  async (procedure, role) => {
    const rule = RULES[procedure] ?? 'admin'
    const code = await codeOf(procedure, role)
    if (rule === 'anyone') expect(code).not.toBe('UNAUTHORIZED')
    else if (role === null) expect(code).toBe('UNAUTHORIZED')
    else if (!mayAct(role, rule)) expect(code).toBe('FORBIDDEN')
    else expect(['UNAUTHORIZED', 'FORBIDDEN']).not.toContain(code)
  },
)

const changing = procedures.filter(
  (procedure) => procedureAt(procedure).type === 'mutation' && procedure !== 'setup.create',
)

test.each(changing)('%s is refused from an address that is not ours, even to an admin', async (procedure) => {
  const visit = { ...context.visit, refusal: 'not ours' }
  expect(await codeOf(procedure, 'admin', { visit })).toBe('FORBIDDEN')
})

/** The code with which a call that has nonsense for its input is refused; null when it is not. */
async function codeOf(
  procedure: string,
  role: Role | null,
  change: Partial<Context> = {},
): Promise<string | null> {
  const person: Person | null = role && { id: 'x', name: 'X', email: 'x@example.com', role }
  const caller = createCaller(appRouter)({ ...context, ...change, person })
  const call = procedure.split('.').reduce<unknown>((at, name) => Reflect.get(Object(at), name), caller) as (
    input: unknown,
  ) => Promise<unknown>
  try {
    await call(Symbol('nonsense'))
    return null
  } catch (error) {
    if (error instanceof TRPCError) return error.code
    throw error
  }
}

function procedureAt(name: string): { type: string; meta: unknown } {
  const procedure: unknown = Reflect.get(appRouter._def.procedures, name)
  const definition: unknown = Reflect.get(Object(procedure), '_def')
  return definition as { type: string; meta: unknown }
}
