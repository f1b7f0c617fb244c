import { ItemsPage } from './pages/items-page.ts'
import { lookOver, watchComplaints } from './pages/look-over.ts'
import { ADMIN } from './product/account.ts'
import type { SampleDone } from './product/sample-done.ts'
import { expect, test } from './product/test.ts'

/** Every page of somebody who is signed in: its name, its address, and what shows that it is there. */
const pages = [
  { name: 'console', address: () => '/', sign: 'Libraries' },
  { name: 'runs', address: () => '/runs', sign: 'Full ingest' },
  {
    name: 'run',
    address: (sample: SampleDone) => `/runs/${sample.runId}?open=${sample.libraries.get('Kids TV')}`,
    sign: 'more shows',
  },
  { name: 'items', address: (sample: SampleDone) => `/runs/${sample.runId}/items`, sign: '6,999 items' },
  {
    name: 'items-failed',
    address: (sample: SampleDone) => `/runs/${sample.runId}/items?status=failed`,
    sign: '6,999 → 22',
  },
  {
    name: 'items-nothing',
    address: (sample: SampleDone) => `/runs/${sample.runId}/items?q=zzzz`,
    sign: 'Nothing matches.',
  },
  { name: 'events', address: (sample: SampleDone) => `/runs/${sample.runId}/events`, sign: 'Started by' },
  { name: 'sources', address: () => '/sources', sign: 'Sample data' },
  { name: 'new-source', address: () => '/sources/new', sign: 'Where does it come from?' },
  {
    name: 'new-folder',
    address: () => '/sources/new?kind=filesystem',
    sign: 'Folder on this machine',
  },
  { name: 'users', address: () => '/settings/users', sign: 'Invite somebody' },
  { name: 'not-found', address: () => '/no-such-page', sign: 'There is no page at this address.' },
  { name: 'no-such-run', address: () => '/runs/999999', sign: 'There is no run #999999' },
] as const

for (const { name, address, sign } of pages) {
  test(`${name}: nothing for axe, no complaint, no scrolling sideways, in both themes and widths`, async ({
    product,
    sample,
    openAs,
  }) => {
    const page = await openAs(product, ADMIN)
    const complainedOfNothing = watchComplaints(
      page,
      (text) => name === 'no-such-run' && text.includes('404'),
    )
    await page.goto(address(sample))
    await expect(page.getByText(sign).filter({ visible: true }).first()).toBeVisible()
    await expect(page.getByText('Live', { exact: true }).filter({ visible: true })).toBeVisible()
    await lookOver(page, name)
    await complainedOfNothing()
  })
}

test('the doors: nothing for axe, no complaint, no scrolling sideways', async ({ product, browser }) => {
  const context = await browser.newContext({ baseURL: product.url })
  const page = await context.newPage()
  const complainedOfNothing = watchComplaints(page, (text) => /\b40[14]\b/.test(text))
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await lookOver(page, 'sign-in')
  await page.goto('/invite/none')
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await lookOver(page, 'invite-used')
  await complainedOfNothing()
  await context.close()
})

test('an open item, a dialog and a menu have nothing for axe', async ({ product, sample, openAs }) => {
  const page = await openAs(product, ADMIN)
  const complainedOfNothing = watchComplaints(page)
  await page.goto(`/runs/${sample.runId}/items?status=failed`)
  const items = new ItemsPage(page)
  await items.grid.getByRole('row').nth(1).click()
  await expect(page.getByRole('complementary', { name: /^Item/ })).toBeVisible()
  await lookOver(page, 'item')
  await page.goto('/sources')
  await page
    .getByRole('button', { name: /^Remove Kids Movies/ })
    .first()
    .click()
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible()
  await lookOver(page, 'remove-library')
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^More about/ })
    .first()
    .click()
  await expect(page.getByRole('menu')).toBeVisible()
  await lookOver(page, 'source-menu')
  await complainedOfNothing()
})
