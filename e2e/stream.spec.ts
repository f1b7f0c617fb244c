import type { Page } from '@playwright/test'
import { Frame } from './pages/frame.ts'
import { RunPage } from './pages/run-page.ts'
import { ADMIN } from './product/account.ts'
import { signInToApi } from './product/api.ts'
import { startMoodyProxy } from './product/moody-proxy.ts'
import { expect, test, WITH_ADMIN } from './product/test.ts'

test('an open run page outlives a proxy’s 502s and a restart of the server, without a reload', async ({
  startOwn,
  openAs,
}) => {
  const product = await startOwn({ env: WITH_ADMIN })
  const proxy = await startMoodyProxy(product.url)
  try {
    const admin = await signInToApi(product.url, ADMIN)
    await admin.call.sources.create.mutate({
      kind: 'sample',
      name: 'Sample data',
      config: { itemsPerSecond: 100 },
    })
    const { libraries } = await admin.call.libraries.list.query()
    const libraryIds = libraries.map((library) => library.libraryId)
    const { runId } = await admin.call.runs.start.mutate({ libraryIds, mode: 'full' })
    const direct = await openAs(product, ADMIN)
    const proxied = await openAs({ ...product, url: proxy.url }, ADMIN)
    for (const page of [direct, proxied]) {
      await page.goto(`/runs/${runId}`)
      await expect(new Frame(page).live).toBeVisible()
      await page.evaluate(() => Object.assign(window, { hasStayed: true }))
      await expect.poll(() => committed(page)).toBeGreaterThan(0)
    }

    await test.step('the proxy answers 502 until the page says so, then is well again', async () => {
      proxy.turnBad()
      await expect(new Frame(proxied).reconnecting).toBeVisible()
      await expect(new Frame(direct).live).toBeVisible()
      const before = await committed(proxied)
      proxy.turnGood()
      await expect(new Frame(proxied).live).toBeVisible()
      await expect.poll(() => committed(proxied)).toBeGreaterThan(before)
    })

    await test.step('the server is stopped until both pages say so, then started again', async () => {
      const stopMs = await product.stop()
      process.stdout.write(`from SIGTERM to the end of the product: ${Math.round(stopMs)} ms\n`)
      expect(stopMs).toBeLessThan(10_000)
      for (const page of [direct, proxied]) await expect(new Frame(page).reconnecting).toBeVisible()
      const before = [await committed(direct), await committed(proxied)]
      await product.start()
      for (const [at, page] of [direct, proxied].entries()) {
        await expect(new Frame(page).live).toBeVisible()
        await expect.poll(() => committed(page)).toBeGreaterThan(before[at]!)
      }
    })

    await test.step('both pages end with the server’s own numbers, and were never reloaded', async () => {
      const again = await signInToApi(product.url, ADMIN)
      await again.call.runs.cancel.mutate({ runId })
      await expect.poll(async () => (await again.call.runs.get.query({ runId })).state).toBe('cancelled')
      const { settled, found } = await again.call.runs.get.query({ runId })
      const count = (value: number) => value.toLocaleString('en-GB')
      for (const page of [direct, proxied]) {
        const run = new RunPage(page)
        await expect(run.outcome(`Cancelled with ${count(settled)} of ${count(found)} done.`)).toBeVisible()
        expect(await page.evaluate(() => 'hasStayed' in window)).toBe(true)
      }
    })
  } finally {
    await proxy.close()
  }
})

/** How many items the page says are committed; 0 while it speaks of something else. */
async function committed(page: Page): Promise<number> {
  const text = (await page.getByText(/^[\d,]+ of [\d,]+ items committed$/).allInnerTexts())[0] ?? ''
  return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0)
}
