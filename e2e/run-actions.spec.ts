import type { Locator, Page } from '@playwright/test'
import type { LiveFrame, RunSummary } from '../server/types.ts'
import { ConsolePage } from './pages/console-page.ts'
import { RunPage } from './pages/run-page.ts'
import { ADMIN } from './product/account.ts'
import { signInToApi } from './product/api.ts'
import { recordFeed } from './product/record-feed.ts'
import { expect, test, WITH_ADMIN } from './product/test.ts'

test('a run is paused, resumed, cancelled, run to its end and tried again', async ({ startOwn, openAs }) => {
  const product = await startOwn({ env: WITH_ADMIN })
  const admin = await signInToApi(product.url, ADMIN)
  const { sourceId } = await admin.call.sources.create.mutate({
    kind: 'sample',
    name: 'Sample data',
    config: { itemsPerSecond: 500 },
  })
  const { libraries } = await admin.call.libraries.list.query({ sourceId })
  const libraryIds = libraries.map((library) => library.libraryId)
  const { runId } = await admin.call.runs.start.mutate({ libraryIds, mode: 'full' })
  const get = () => admin.call.runs.get.query({ runId })
  const settled = async () => (await get()).settled
  const page = await openAs(product, ADMIN)
  const run = new RunPage(page)
  const desk = new ConsolePage(page)
  await page.goto(`/runs/${runId}`)

  await test.step('paused, nothing moves, and a reload finds it so', async () => {
    await expect.poll(settled).toBeGreaterThan(300)
    await run.action('Pause').click()
    await expect(run.state('Paused')).toBeVisible()
    const shown = await run.hero.innerText()
    const before = await settled()
    await page.reload()
    await expect(run.state('Paused')).toBeVisible()
    await expect(page.getByText(/^Paused since \d\d:\d\d/)).toBeVisible()
    await expect(run.hero).toHaveText(shown.replace(/\s/g, ''))
    expect(await settled()).toBe(before)
  })

  await test.step('a second run waits for it, says so, and can let it go on', async () => {
    const second = await admin.call.runs.start.mutate({ libraryIds: libraryIds.slice(1, 2), mode: 'full' })
    await page.goto(`/runs/${second.runId}`)
    const horror = run.library('Horror Movies')
    await expect(horror).toContainText(`Waiting for #${runId}, which is paused`)
    await horror.getByRole('button', { name: `Resume #${runId}` }).click()
    await expect(horror).toContainText(`Waiting for #${runId}, which is working on this library`)
    await admin.call.runs.cancel.mutate({ runId: second.runId })
    await admin.call.runs.pause.mutate({ runId })
    await page.goto(`/runs/${runId}`)
    await expect(run.state('Paused')).toBeVisible()
  })

  await test.step('resumed with a key, it goes on', async () => {
    const before = await settled()
    await page.keyboard.press('p')
    await expect(run.state('Paused')).toBeHidden()
    await expect.poll(settled).toBeGreaterThan(before + 200)
  })

  await test.step('cancelling asks first, with numbers, and no keeps it running', async () => {
    await expect.poll(async () => (await get()).locked).toBe(true)
    await page.keyboard.press('Shift+X')
    const dialog = page.getByRole('alertdialog', { name: `Cancel run #${runId}?` })
    await expect(dialog).toContainText(
      /The items in progress finish first\. [\d,]+ committed items stay\. [\d,]+ will not be ingested\./,
    )
    await dialog.getByRole('button', { name: 'Keep running' }).click()
    await expect(dialog).toBeHidden()
    expect((await get()).state).toBe('running')
    await run.action('Cancel…').click()
    await dialog.getByRole('button', { name: 'Cancel run' }).click()
    await expect(run.state('Cancelled')).toBeVisible()
  })

  await test.step('what is left is run to the end, and nothing is counted twice', async () => {
    const { remaining } = await get()
    await run.action(`Run the remaining ${remaining.toLocaleString('en-GB')}`).click()
    await expect(run.attempts).toContainText('Attempt 2')
    await expect(run.state('Done with errors')).toBeVisible({ timeout: 60_000 })
    const { found, settled: all, counts } = await get()
    expect({ found, all, failed: counts.failed }).toEqual({ found: 6_999, all: 6_999, failed: 22 })
  })

  await test.step('the failures are tried again in the same run, whose percent never goes back', async () => {
    const feed = await recordFeed(product.url, admin, [`run:${runId}`])
    await run.action('Retry 22 failed').click()
    const dialog = page.getByRole('dialog', { name: 'Retry 22 failures (attempt 3)?' })
    await dialog.getByRole('button', { name: 'Retry 22' }).click()
    await expect(attempt(page, 3)).toContainText('0 of 22 fixed')
    await expect(run.action('Retry 22 failed')).toBeVisible()
    await expect.poll(() => summaries(feed.frames).at(-1)?.attempt).toBe(3)
    await expect.poll(() => summaries(feed.frames).at(-1)?.state).toBe('finished')
    await feed.close()
    expect(new Set(summaries(feed.frames).map((one) => one.percent))).toEqual(new Set([100]))
    await attempt(page, 3).getByRole('link').click()
    await expect(page.getByText('6,999 → 22')).toBeVisible()
  })

  await test.step('an incremental run takes the failures along and leaves the rest alone', async () => {
    await page.goto('/')
    await page.getByRole('checkbox', { name: 'Select all libraries' }).check()
    await expect(desk.start).toHaveText('Run incremental ingest on 5')
    await desk.start.click()
    await expect(run.state('Done with errors')).toBeVisible()
    await expect(run.outcome('22 failed.')).toBeVisible()
    await expect(run.legend).toContainText('6,977 unchanged since last time')
    const { found, seenUnchanged, counts } = await admin.call.runs.get.query({ runId: await run.id() })
    expect({ found, seenUnchanged, failed: counts.failed }).toEqual({
      found: 22,
      seenUnchanged: 6_977,
      failed: 22,
    })
  })
})

function attempt(page: Page, number: number): Locator {
  return new RunPage(page).attempts.getByRole('listitem').filter({ hasText: `Attempt ${number}` })
}

function summaries(frames: LiveFrame[]): RunSummary[] {
  return frames.flatMap((frame) => ('run' in frame ? [frame.run] : []))
}
