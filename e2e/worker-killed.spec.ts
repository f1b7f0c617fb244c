import { ConsolePage } from './pages/console-page.ts'
import { RunPage } from './pages/run-page.ts'
import { ADMIN } from './product/account.ts'
import { signInToApi } from './product/api.ts'
import { killWorker } from './product/kill-worker.ts'
import { readAllEntries } from './product/read-all-entries.ts'
import { expect, test, WITH_ADMIN } from './product/test.ts'

test('a run whose worker is killed in the middle goes on by itself and counts nothing twice', async ({
  startOwn,
  openAs,
}) => {
  const product = await startOwn({ env: WITH_ADMIN })
  const admin = await signInToApi(product.url, ADMIN)
  await admin.call.sources.create.mutate({
    kind: 'sample',
    name: 'Sample data',
    config: { itemsPerSecond: 600 },
  })
  const page = await openAs(product, ADMIN)
  const run = new RunPage(page)
  const desk = new ConsolePage(page)
  await page.goto('/')
  await page.getByRole('checkbox', { name: 'Select all libraries' }).check()
  await desk.start.click()
  const runId = await run.id()
  const settled = async () => (await admin.call.runs.get.query({ runId })).settled

  await test.step('killed once, it goes on', async () => {
    await expect.poll(settled).toBeGreaterThan(800)
    await killWorker(product)
    const before = await settled()
    await expect.poll(settled).toBeGreaterThan(before + 600)
  })

  await test.step('while no worker stays alive the page says so, and nothing moves', async () => {
    let isSaid = false
    const said = desk.noWorker.waitFor({ timeout: 60_000 }).finally(() => (isSaid = true))
    // Its keeper starts a new one each time, with growing pauses.
    while (!isSaid) await killWorker(product)
    await said
    expect(await settled()).toBeLessThan(6_999)
  })

  await test.step('with a worker again it ends with every unit counted once', async () => {
    await expect(desk.noWorker).toBeHidden()
    await expect(run.outcome('6,925 of 6,999 ingested.')).toBeVisible({ timeout: 90_000 })
    await expect(run.outcome('52 skipped.')).toBeVisible()
    await expect(run.outcome('22 failed.')).toBeVisible()
    const { counts, total } = await admin.call.runs.get.query({ runId })
    expect(total).toBe(6_999)
    expect(counts).toEqual({ created: 6_925, updated: 0, unchanged: 0, skipped: 52, failed: 22, retrying: 0 })
  })

  await test.step('the items themselves are as many as the counts say, each there once', async () => {
    const entries = await readAllEntries(admin, runId)
    const having = (status: string) => entries.filter((entry) => entry.status === status).length
    expect({ all: entries.length, created: having('created'), skipped: having('skipped') }).toEqual({
      all: 6_999,
      created: 6_925,
      skipped: 52,
    })
    expect(new Set(entries.map((entry) => entry.entryId)).size).toBe(6_999)
    const { libraries } = await admin.call.libraries.list.query()
    expect(libraries.reduce((sum, library) => sum + library.items, 0)).toBe(6_999)
  })
})
