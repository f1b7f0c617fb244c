import { afterEach, expect, test } from 'vitest'
import type { TestApp } from '../testing/test-app.ts'
import { createTestApp } from '../testing/test-app.ts'

let house: TestApp
afterEach(() => house.close())

const HERE = 'http://127.0.0.1:4600'

test('the addresses people open can be set on the page, and decide from then on', async () => {
  house = await createTestApp()
  const admin = await house.adminBrowser()
  expect((await admin.query('settings.get')).data).toEqual({
    instanceName: 'Marquee',
    publicOrigins: [],
    fixed: false,
    here: HERE,
  })
  const set = await admin.mutate('settings.set', {
    instanceName: 'Our films',
    publicOrigins: [`${HERE}/`, 'https://films.example.com'],
  })
  expect(set.status).toBe(200)
  expect((await admin.query('session.me')).data).toMatchObject({ instanceName: 'Our films' })
  const elsewhere = house.browser('http://192.168.1.5:4600')
  expect(await elsewhere.signIn({ email: 'a@example.com', password: 'x' })).toMatchObject({
    code: 'INVALID_ORIGIN',
  })

  expect((await admin.mutate('settings.set', { publicOrigins: [] })).status).toBe(200)
  expect((await admin.query('settings.get')).data).toMatchObject({
    publicOrigins: [],
    instanceName: 'Our films',
  })
})

test('nobody locks themselves out by leaving out the address they are at', async () => {
  house = await createTestApp()
  const admin = await house.adminBrowser()
  const refused = await admin.mutate('settings.set', { publicOrigins: ['https://films.example.com'] })
  expect(refused).toMatchObject({
    status: 400,
    message: `You are at ${HERE}: without it in the list you would lock yourself out.`,
  })
})

test.each(['films.example.com', 'ftp://films.example.com', 'https://films.example.com/marquee', ''])(
  '%j is no address that people open',
  async (address) => {
    house = await createTestApp()
    const admin = await house.adminBrowser()
    const refused = await admin.mutate('settings.set', { publicOrigins: [HERE, address] })
    expect(refused.status).toBe(400)
    expect(refused.message).toContain('Write the address as people open it')
  },
)

test('where MARQUEE_PUBLIC_URL says the addresses, the page cannot', async () => {
  house = await createTestApp({ env: { publicOrigins: [HERE] } })
  const admin = await house.adminBrowser()
  expect((await admin.query('settings.get')).data).toMatchObject({ publicOrigins: [HERE], fixed: true })
  expect(await admin.mutate('settings.set', { publicOrigins: [HERE] })).toMatchObject({ status: 409 })
})
