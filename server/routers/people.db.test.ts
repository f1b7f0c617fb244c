import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Browser } from '../testing/browser.ts'
import type { TestApp } from '../testing/test-app.ts'
import { ADMIN, createTestApp } from '../testing/test-app.ts'

let house: TestApp
let admin: Browser
beforeEach(async () => {
  house = await createTestApp()
  admin = await house.adminBrowser()
})
afterEach(() => house.close())

const BO = { name: 'Bo', email: 'bo@example.com', password: 'nine lives and one' }
const zPath = z.object({ path: z.string(), inviteId: z.number() })
const zUsers = z.object({
  users: z.array(z.object({ userId: z.string(), name: z.string(), role: z.string() })),
})

async function invite(role: string): Promise<{ token: string; inviteId: number }> {
  const { path, inviteId } = zPath.parse(
    (await admin.mutate('invites.create', { role, note: 'for Bo' })).data,
  )
  return { token: path.replace('/invite/', ''), inviteId }
}

async function join(role: string): Promise<Browser> {
  const { token } = await invite(role)
  const browser = house.browser()
  expect((await browser.mutate('invites.accept', { token, ...BO })).status).toBe(200)
  return browser
}

async function idOf(name: string): Promise<string> {
  const { users } = zUsers.parse((await admin.query('users.list')).data)
  return users.find((user) => user.name === name)?.userId ?? ''
}

test('an invite makes one account with its role, signed in at once, and then is used up', async () => {
  const { token } = await invite('member')
  const guest = house.browser()
  expect((await guest.query('invites.get', { token })).data).toMatchObject({
    role: 'member',
    invitedBy: 'Ana',
  })
  expect((await guest.mutate('invites.accept', { token, ...BO })).status).toBe(200)
  expect((await guest.query('session.me')).data).toMatchObject({ person: { name: 'Bo', role: 'member' } })
  const second = await house.browser().mutate('invites.accept', { token, ...BO, email: 'eve@example.com' })
  expect(second.status).toBe(404)
  expect(second.message).toContain('Ask for a new one')
  expect((await admin.query('invites.list')).data).toMatchObject({
    invites: [{ state: 'used', usedByName: 'Bo', createdByName: 'Ana', note: 'for Bo' }],
  })
})

test('of many who take the same invite at once, one gets an account', async () => {
  const { token } = await invite('viewer')
  const replies = await Promise.all(
    [1, 2, 3, 4].map((at) =>
      house.browser().mutate('invites.accept', { token, ...BO, email: `bo${at}@example.com` }),
    ),
  )
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 404, 404, 404])
})

test('an invite that was taken back, is too old or never was opens nothing', async () => {
  const [revoked, old] = [await invite('viewer'), await invite('viewer')]
  expect((await admin.mutate('invites.revoke', { inviteId: revoked.inviteId })).status).toBe(200)
  await house.db.execute(sql`update invite set expires_at = now() where id = ${old.inviteId}`)
  for (const token of [revoked.token, old.token, 'never was']) {
    expect((await house.browser().query('invites.get', { token })).status).toBe(404)
    expect((await house.browser().mutate('invites.accept', { token, ...BO })).status).toBe(404)
  }
})

test('an e-mail address that has an account does not use the invite up', async () => {
  const { token } = await invite('viewer')
  const taken = await house.browser().mutate('invites.accept', { token, ...BO, email: 'ANA@example.com' })
  expect(taken).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  expect(taken.message).toContain('has an account with this e-mail address already')
  expect((await house.browser().mutate('invites.accept', { token, ...BO })).status).toBe(200)
})

test('the database keeps no token that would open anything', async () => {
  const { token } = await invite('admin')
  const rows = await house.db.execute(sql`select i::text as row from invite i`)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('the last admin can be neither removed nor made less, also not by two at once', async () => {
  const ana = await idOf('Ana')
  for (const reply of [
    await admin.mutate('users.change', { userId: ana, role: 'viewer' }),
    await admin.mutate('users.remove', { userId: ana }),
  ]) {
    expect(reply).toMatchObject({
      status: 409,
      message: 'Ana is the only admin. Make somebody else an admin first.',
    })
  }
  const bo = await join('admin')
  const replies = await Promise.all([
    admin.mutate('users.change', { userId: await idOf('Bo'), role: 'viewer' }),
    bo.mutate('users.change', { userId: ana, role: 'viewer' }),
  ])
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
  const admins = await house.db.execute(sql`select 1 from "user" where role = 'admin'`)
  expect(admins).toHaveLength(1)
})

test('a new role ends the sessions, a new name does not', async () => {
  const bo = await join('viewer')
  const userId = await idOf('Bo')
  await admin.mutate('users.change', { userId, name: 'Bodil' })
  expect((await bo.query('session.me')).data).toMatchObject({ person: { name: 'Bodil' } })
  await admin.mutate('users.change', { userId, role: 'member' })
  expect((await bo.query('session.me')).data).toMatchObject({ person: null })
  expect((await bo.query('sources.list')).status).toBe(401)
})

test('who is removed is out at once and cannot come back', async () => {
  const bo = await join('member')
  expect((await admin.mutate('users.remove', { userId: await idOf('Bo') })).status).toBe(200)
  expect((await bo.query('sources.list')).status).toBe(401)
  expect((await house.browser().signIn(BO)).status).toBe(401)
  expect((await house.browser().signIn(ADMIN)).status).toBe(200)
})
