import { afterEach, expect, test } from 'vitest'
import { user } from '../../db/schema/people.ts'
import type { TestApp } from '../testing/test-app.ts'
import { ADMIN, createTestApp } from '../testing/test-app.ts'

let house: TestApp
afterEach(() => house.close())

test('on this machine the first visitor makes the admin without a token, and is signed in', async () => {
  house = await createTestApp()
  const browser = house.browser('http://localhost:4600', { peer: '::1' })
  expect((await browser.query('setup.status')).data).toEqual({ needed: true, tokenNeeded: false })
  expect((await browser.mutate('setup.create', ADMIN)).data).toEqual({ address: null })
  expect((await browser.query('session.me')).data).toMatchObject({
    person: { name: 'Ana', email: 'ana@example.com', role: 'admin' },
    instanceName: 'Marquee',
  })
  expect((await browser.query('setup.status')).data).toEqual({ needed: false, tokenNeeded: false })
  expect(await house.app.setupLine()).toBeNull()
})

const elsewhere = [
  ['another machine', 'http://192.168.1.5:4600', '192.168.1.77', {}],
  ['a proxy on this machine', 'http://localhost:4600', '127.0.0.1', { 'x-forwarded-for': '192.168.1.77' }],
  ['a name that points here', 'http://console.example:4600', '127.0.0.1', {}],
  ['another machine that says localhost', 'http://localhost:4600', '192.168.1.77', {}],
] as const

test.each(elsewhere)(
  'from %s the first admin needs the token of the log',
  async (_, address, peer, headers) => {
    house = await createTestApp()
    const browser = house.browser(address, { peer, headers })
    expect((await browser.query('setup.status')).data).toEqual({ needed: true, tokenNeeded: true })
    for (const token of [undefined, '', 'wrong', 'é'.repeat(32)]) {
      const refused = await browser.mutate('setup.create', { ...ADMIN, token })
      expect(refused.status).toBe(403)
      expect(refused.message).toContain('open the link that Marquee printed at start')
    }
    const made = await browser.mutate('setup.create', { ...ADMIN, token: await house.setupToken() })
    expect(made.status).toBe(200)
    expect((await browser.query('session.me')).data).toMatchObject({ person: { role: 'admin' } })
  },
)

test('of many who set up at once, one becomes the admin and the others are told', async () => {
  house = await createTestApp()
  const racers = Array.from({ length: 8 }, (_, at) =>
    house.browser().mutate('setup.create', { ...ADMIN, email: `racer${at}@example.com` }),
  )
  const replies = await Promise.all(racers)
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, ...Array<number>(7).fill(409)])
  expect(await house.db.select().from(user)).toHaveLength(1)
})

test('the token is worth nothing once there is an admin', async () => {
  house = await createTestApp()
  const token = await house.setupToken()
  await house.adminBrowser()
  const late = await house.browser().mutate('setup.create', { ...ADMIN, email: 'eve@example.com', token })
  expect(late).toMatchObject({ status: 409, code: 'CONFLICT' })
})

test('behind HTTPS the token also says that the address is right, and it is remembered', async () => {
  house = await createTestApp()
  const browser = house.browser('https://films.example.com', {
    peer: '172.17.0.1',
    headers: { 'x-forwarded-proto': 'https' },
  })
  const refused = await browser.mutate('setup.create', ADMIN)
  expect(refused.status).toBe(403)
  const made = await browser.mutate('setup.create', { ...ADMIN, token: await house.setupToken() })
  expect(made).toMatchObject({ status: 200, data: { address: null } })
  expect([...browser.cookies.keys()]).toEqual(['__Secure-marquee.session_token'])
  expect((await browser.mutate('session.signOut')).status).toBe(200)
  expect((await browser.signIn(ADMIN)).status).toBe(200)
})

test('a password of seven characters is refused with the sentence that helps', async () => {
  house = await createTestApp()
  const refused = await house.browser().mutate('setup.create', { ...ADMIN, password: '1234567' })
  expect(refused).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  expect(refused.message).toBe(
    'password: Use at least 8 characters; a few words are easier to remember than symbols.',
  )
})

test('MARQUEE_ADMIN_EMAIL and _PASSWORD make the first admin without the page', async () => {
  house = await createTestApp({ env: { admin: { email: 'Boss@Example.com', password: 'eightchr' } } })
  const browser = house.browser()
  expect((await browser.query('setup.status')).data).toEqual({ needed: false, tokenNeeded: false })
  expect((await browser.signIn({ email: 'boss@example.com', password: 'eightchr' })).status).toBe(200)
  expect((await browser.query('session.me')).data).toMatchObject({ person: { role: 'admin' } })
})
