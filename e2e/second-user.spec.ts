import { ConsolePage } from './pages/console-page.ts'
import { Frame } from './pages/frame.ts'
import { InvitePage } from './pages/invite-page.ts'
import { RunPage } from './pages/run-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'
import { UsersPage } from './pages/users-page.ts'
import { ADMIN } from './product/account.ts'
import { expect, test } from './product/test.ts'

const BEN = { name: 'Ben', email: 'ben@example.com', password: 'another few words' }

test('an invited viewer opens a run’s link, sees the same numbers live, and is told what the role lacks', async ({
  product,
  admin,
  openAs,
  browser,
}) => {
  const { sourceId } = await admin.call.sources.create.mutate({
    kind: 'sample',
    name: 'For two',
    config: { itemsPerSecond: 300 },
  })
  const { libraries } = await admin.call.libraries.list.query({ sourceId })
  const anas = await openAs(product, ADMIN)
  const context = await browser.newContext({ baseURL: product.url })
  const bens = await context.newPage()

  await test.step('the admin makes a link, and the second person an account with it', async () => {
    await anas.goto('/settings/users')
    const link = await new UsersPage(anas).makeLink('Viewer', 'Ben')
    await bens.goto(link)
    const invite = new InvitePage(bens)
    await expect(invite.heading).toBeVisible()
    await invite.accept(BEN)
    await expect(bens.getByRole('heading', { name: 'Console', level: 1 })).toBeVisible()
    await new Frame(bens).signOut(BEN.name)
    await expect(new SignInPage(bens).heading).toBeVisible()
  })

  const { runId } = await admin.call.runs.start.mutate({
    libraryIds: libraries.map((library) => library.libraryId),
    mode: 'full',
  })
  const link = `/runs/${runId}/items?status=failed&status=skipped`

  await test.step('the run’s link leads through the sign-in back to itself', async () => {
    await bens.goto(link)
    const door = new SignInPage(bens)
    await expect(door.heading).toBeVisible()
    await door.signIn(BEN)
    await bens.waitForURL(`**${link}`)
    await expect(bens.getByRole('button', { name: /^Failed/ })).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('both see the run move, and the same end', async () => {
    await bens.getByRole('link', { name: 'Overview' }).click()
    await anas.goto(`/runs/${runId}`)
    for (const page of [anas, bens]) {
      await expect(new Frame(page).live).toBeVisible()
      await expect(new RunPage(page).outcome('6,925 of 6,999 ingested.')).toBeVisible({ timeout: 90_000 })
    }
    const words = ['added', 'skipped', 'failed']
    const read = (page: typeof anas) => Promise.all(words.map((word) => new RunPage(page).count(word)))
    expect(await read(bens)).toEqual(await read(anas))
  })

  await test.step('what a viewer may not do is there, off, and says why', async () => {
    const again = bens.getByRole('button', { name: 'Run again' })
    await expect(again).toHaveAttribute('aria-disabled', 'true')
    await again.hover()
    await expect(bens.getByText('Needs the member role').filter({ visible: true })).toBeVisible()
    await bens.goto('/')
    const { start } = new ConsolePage(bens)
    await expect(start).toHaveAttribute('aria-disabled', 'true')
    await start.focus()
    await expect(bens.getByText('Needs the member role').filter({ visible: true })).toBeVisible()
    await bens.goto('/sources')
    const add = bens.getByRole('button', { name: 'Add source' })
    await expect(add).toHaveAttribute('aria-disabled', 'true')
    await add.focus()
    // The libraries that other tests made say the same of their switches: it is the button's own tip that counts.
    await expect(
      bens.getByRole('tooltip', { name: 'Needs the admin role' }).filter({ visible: true }).first(),
    ).toBeVisible()
    await bens.goto('/settings/users')
    await expect(bens.getByText('Users are managed by admins.')).toBeVisible()
  })
  await context.close()
})
