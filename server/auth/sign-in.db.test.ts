import { afterEach, expect, test } from 'vitest'
import type { TestApp } from '../testing/test-app.ts'
import { ADMIN, createTestApp } from '../testing/test-app.ts'

let house: TestApp
afterEach(() => house.close())

const admin = { email: ADMIN.email, password: ADMIN.password }
const LAN = 'http://192.168.1.5:4600'
const HTTPS = 'https://films.example.com'
const viaProxy = {
  peer: '172.17.0.1',
  headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
}

test('on a LAN over plain HTTP a person signs in, is known by the next request, and signs out', async () => {
  house = await createTestApp({ env: { admin } })
  const browser = house.browser(LAN, { peer: '192.168.1.77' })
  const signedIn = await browser.signIn(admin)
  expect(signedIn.status).toBe(200)
  expect(signedIn.headers.getSetCookie()[0]).toMatch(/^marquee\.session_token=.*HttpOnly; SameSite=Lax$/i)
  expect(signedIn.headers.getSetCookie()[0]).not.toMatch(/secure/i)
  expect((await browser.query('session.me')).data).toMatchObject({ person: { email: admin.email } })
  expect((await browser.mutate('session.signOut')).status).toBe(200)
  expect(browser.cookies.size).toBe(0)
  expect((await browser.query('session.me')).data).toMatchObject({ person: null })
})

test('behind HTTPS cookies are Secure, also where the proxy says another Host', async () => {
  house = await createTestApp({ env: { admin, publicOrigins: [HTTPS] } })
  for (const headers of [viaProxy.headers, { ...viaProxy.headers, host: '127.0.0.1:4600' }]) {
    const browser = house.browser(HTTPS, { ...viaProxy, headers })
    const signedIn = await browser.signIn(admin)
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/^__Secure-marquee\.session_token=.*; Secure/i)
    expect((await browser.query('session.me')).data).toMatchObject({ person: { email: admin.email } })
  }
})

test('both ways in can be listed, and each gets the cookies it can keep', async () => {
  house = await createTestApp({ env: { admin, publicOrigins: [HTTPS, LAN] } })
  const [far, near] = [house.browser(HTTPS, viaProxy), house.browser(LAN, { peer: '192.168.1.77' })]
  for (const browser of [far, near]) {
    expect((await browser.signIn(admin)).status).toBe(200)
    expect((await browser.query('session.me')).data).toMatchObject({ person: { email: admin.email } })
  }
  expect([...far.cookies.keys(), ...near.cookies.keys()]).toEqual([
    '__Secure-marquee.session_token',
    'marquee.session_token',
  ])
})

test('an address that is not listed is told what to add, not signed in again and again', async () => {
  house = await createTestApp({ env: { admin, publicOrigins: [HTTPS] } })
  const refused = await house.browser(LAN).signIn(admin)
  expect(refused).toMatchObject({
    status: 403,
    code: 'INVALID_ORIGIN',
    message: `This address is not in MARQUEE_PUBLIC_URL. Add it: MARQUEE_PUBLIC_URL=${HTTPS},${LAN}`,
  })
})

test('the session ends with the browser unless it is to stay', async () => {
  house = await createTestApp({ env: { admin } })
  const cookie = async (rememberMe: boolean) =>
    (await house.browser().signIn({ ...admin, rememberMe })).headers.getSetCookie()[0]
  expect(await cookie(true)).toMatch(/max-age=2592000/i)
  expect(await cookie(false)).not.toMatch(/max-age|expires/i)
})

test('five wrong passwords a minute for an account from one address, then a wait that says how long', async () => {
  const clock = { now: 1_000_000 }
  house = await createTestApp({ env: { admin }, now: () => clock.now })
  const browser = house.browser(LAN, { peer: '192.168.1.77' })
  for (let at = 0; at < 5; at++) {
    const wrong = await browser.signIn({ email: ' ANA@example.com', password: `wrong ${at}` })
    expect(wrong).toMatchObject({ status: 401, message: 'Wrong e-mail or password.' })
  }
  clock.now += 20_000
  const waiting = await browser.signIn(admin)
  expect(waiting).toMatchObject({
    status: 429,
    code: 'TOO_MANY_ATTEMPTS',
    message: 'Too many wrong passwords. Wait 40 seconds, then try again.',
  })
  expect(waiting.headers.get('retry-after')).toBe('40')
  // Neither somebody else's account nor somebody else's machine waits.
  expect((await browser.signIn({ email: 'bo@example.com', password: 'wrong' })).status).toBe(401)
  expect((await house.browser(LAN, { peer: '192.168.1.78' }).signIn(admin)).status).toBe(200)
  clock.now += 40_000
  expect((await browser.signIn(admin)).status).toBe(200)
})

test('a wrong account and a wrong password are not told apart, and nothing else of better-auth is open', async () => {
  house = await createTestApp({ env: { admin } })
  const browser = house.browser()
  const [account, password] = [
    await browser.signIn({ email: 'nobody@example.com', password: 'whatever it is' }),
    await browser.signIn({ ...admin, password: 'whatever it is' }),
  ]
  expect(account.text).toBe(password.text)
  for (const path of [
    '/sign-up/email',
    '/request-password-reset',
    '/update-user',
    '/list-sessions',
    '/delete-user',
  ]) {
    expect(await browser.post(`/api/auth${path}`, {})).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  }
})

test('changes come by POST of JSON from our own page, or not at all', async () => {
  house = await createTestApp({ env: { admin } })
  const browser = house.browser()
  await browser.signIn(admin)
  const source = { kind: 'filesystem', name: 'This machine' }
  const body = JSON.stringify(source)
  const post = (headers: { [name: string]: string }) =>
    browser.send('/trpc/sources.create', { method: 'POST', headers, body })
  const json = 'application/json'

  expect((await browser.query('sources.create', source)).status).toBe(405)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    expect((await post({ 'content-type': type })).status).toBe(415)
  }
  expect((await post({ 'content-type': json, origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ 'content-type': json, origin: 'null' })).status).toBe(403)
  expect((await post({ 'content-type': json, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await browser.query('sources.list')).data).toEqual({ sources: [] })
  expect((await post({ 'content-type': json, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
})

test('neither passwords, cookies nor tokens are logged', async () => {
  house = await createTestApp({ env: { admin } })
  const browser = house.browser()
  await browser.signIn({ ...admin, password: 'a wrong one of hers' })
  await browser.signIn(admin)
  await browser.send('/invite/a-token-of-an-invite?x=a-token-in-a-query')
  await browser.query('invites.get', { token: 'a-token-of-a-query' })
  const cookie = browser.cookies.get('marquee.session_token') ?? 'none'
  expect(house.logged()).toContain('/api/auth/sign-in/email')
  for (const secret of [admin.password, 'a wrong one', 'a-token', cookie.slice(0, 20)]) {
    expect(house.logged()).not.toContain(secret)
  }
})
