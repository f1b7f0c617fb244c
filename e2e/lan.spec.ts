import { networkInterfaces } from 'node:os'
import { Frame } from './pages/frame.ts'
import { SetupPage } from './pages/setup-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'
import { ADMIN } from './product/account.ts'
import { expect, test } from './product/test.ts'

const address = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

test('over plain HTTP at the machine’s own address somebody sets up, signs in and stays signed in', async ({
  browser,
  startOwn,
}) => {
  test.skip(address === undefined, 'this machine has no address but its own loopback')
  const product = await startOwn({ host: '0.0.0.0' })
  const baseURL = `http://${address}:${product.port}`
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()

  await test.step('the first admin is made with the link from the log', async () => {
    const token = /\/setup\?token=(\w+)/.exec(product.printed())?.[1]
    await page.goto(`/setup?token=${token}`)
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    const setup = new SetupPage(page)
    await setup.createAccount(ADMIN)
    await expect(setup.skip.or(setup.useThisAddress)).toBeVisible()
    if (await setup.useThisAddress.isVisible()) await setup.useThisAddress.click()
    await setup.skip.click()
    await expect(new Frame(page).live).toBeVisible()
  })

  await test.step('signed out and in again, the session outlives a reload and the browser', async () => {
    await new Frame(page).signOut(ADMIN.name)
    const door = new SignInPage(page)
    await expect(door.heading).toBeVisible()
    await door.signIn(ADMIN)
    await expect(new Frame(page).live).toBeVisible()
    await page.reload()
    await expect(new Frame(page).live).toBeVisible()
    const cookies = await context.cookies()
    // A cookie with an end is kept by a browser that is closed; one without is not.
    expect(cookies.filter(({ expires }) => expires > 0).length).toBeGreaterThan(0)
    expect(cookies.some(({ secure }) => secure)).toBe(false)
    const later = await browser.newContext({ baseURL, storageState: await context.storageState() })
    const again = await later.newPage()
    await again.goto('/sources')
    await expect(again.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible()
    await later.close()
  })
  await context.close()
})
