import { ItemsPage } from './pages/items-page.ts'
import { RunPage } from './pages/run-page.ts'
import { ADMIN } from './product/account.ts'
import { expect, test } from './product/test.ts'

test('back and forward restore the filters and the open item', async ({ product, sample, openAs }) => {
  const page = await openAs(product, ADMIN)
  await page.goto(`/runs/${sample.runId}/items?status=failed`)
  const items = new ItemsPage(page)
  const item = page.getByRole('complementary', { name: /^Item/ })
  await expect(items.tally).toHaveText('6,999 → 22')
  await items.status('Skipped').click()
  await expect(items.tally).toHaveText('6,999 → 74')
  await items.grid.getByRole('row').nth(1).click()
  await expect(item).toBeVisible()

  await page.goBack()
  await expect(item).toBeHidden()
  await expect(items.tally).toHaveText('6,999 → 74')
  await page.goBack()
  await expect(items.tally).toHaveText('6,999 → 22')
  await expect(items.status('Failed')).toHaveAttribute('aria-pressed', 'true')
  await expect(items.status('Skipped')).toHaveAttribute('aria-pressed', 'false')
  await page.goForward()
  await expect(items.tally).toHaveText('6,999 → 74')
  await page.goForward()
  await expect(item).toBeVisible()
})

test('an address says which items, which libraries are open, and what of it was not understood', async ({
  product,
  sample,
  openAs,
}) => {
  const page = await openAs(product, ADMIN)
  const items = new ItemsPage(page)
  const run = new RunPage(page)

  await test.step('items by several filters at once', async () => {
    const horror = sample.libraries.get('Horror Movies')
    await page.goto(`/runs/${sample.runId}/items?status=failed&libraryId=${horror}&q=the`)
    await expect(items.text).toHaveValue('the')
    await expect(items.status('Failed')).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByLabel('Library', { exact: true })).toHaveValue(String(horror))
    await expect(items.row('File not found').first()).toBeVisible()
  })

  await test.step('an open library, and the short link', async () => {
    await page.goto(`/runs/${sample.runId}?open=${sample.libraries.get('80s TV')}`)
    await expect(page.getByRole('button', { name: 'Close 80s TV' })).toHaveAttribute('aria-expanded', 'true')
    await page.goto(`/r/${sample.runId}`)
    await page.waitForURL(`**/runs/${sample.runId}`)
    await expect(run.outcome('6,925 of 6,999 ingested.')).toBeVisible()
  })

  await test.step('a word that is no status is shown as one, and can be taken away', async () => {
    await page.goto(`/runs/${sample.runId}/items?status=eaten`)
    await expect(page.getByText('eaten')).toBeVisible()
    await page.getByRole('button', { name: 'Clear filters' }).first().click()
    await expect(items.tally).toHaveText('6,999 items')
    expect(new URL(page.url()).search).toBe('')
  })
})
