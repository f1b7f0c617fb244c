import { ItemsPage } from './pages/items-page.ts'
import { RunPage } from './pages/run-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { ADMIN } from './product/account.ts'
import { signInToApi } from './product/api.ts'
import { recordFeed } from './product/record-feed.ts'
import { expect, test } from './product/test.ts'
import type { Counts, LiveFrame } from '../server/types.ts'

const ALL = { created: 6_925, updated: 0, unchanged: 0, skipped: 52, failed: 22, retrying: 0 } as const

const LIBRARIES = [
  ['Kids Movies', 412],
  ['Horror Movies', 1_203],
  ['Adult Movies', 756],
  ['Kids TV', 1_142],
  ['80s TV', 3_486],
] as const

test('the sample run comes to 6,999 everywhere, and its feed tells no number that it takes back', async ({
  page,
  startOwn,
}) => {
  const product = await startOwn()
  const run = new RunPage(page)

  await page.goto(product.url)
  const setup = new SetupPage(page)
  await setup.createAccount(ADMIN)
  await expect(setup.exploreSample).toBeVisible()
  const admin = await signInToApi(product.url, ADMIN)
  // The button takes the sample source that is there; this one goes as fast as it can.
  await admin.call.sources.create.mutate({
    kind: 'sample',
    name: 'Sample data',
    config: { itemsPerSecond: 0 },
  })
  const list = await recordFeed(product.url, admin, ['runs'])
  await setup.exploreSample.click()
  const runId = await run.id()
  const feed = await recordFeed(product.url, admin, ['runs', `run:${runId}`])

  await expect(run.outcome('6,925 of 6,999 ingested.')).toBeVisible({ timeout: 90_000 })
  await expect(run.outcome('52 skipped.')).toBeVisible()
  await expect(run.outcome('22 failed.')).toBeVisible()
  await expect.poll(() => lastRun(list.frames)?.state).toBe('finished')
  await expect.poll(() => lastPart(feed.frames)?.run.state).toBe('finished')
  await Promise.all([list.close(), feed.close()])

  await test.step('percent is absent before the lock and never goes back after it', () => {
    for (const frames of [list.frames, feed.frames]) {
      const views = frames.flatMap((frame) => runsIn(frame))
      expect(views.length).toBeGreaterThan(5)
      for (const view of views) expect(view.percent === null, `locked: ${view.locked}`).toBe(!view.locked)
      const percents = views.flatMap((view) => view.percent ?? [])
      expect(percents).toEqual(percents.toSorted((a, b) => a - b))
      expect(percents.at(-1)).toBe(100)
      const settled = views.map((view) => view.settled)
      expect(settled).toEqual(settled.toSorted((a, b) => a - b))
    }
    expect(
      runsIn(list.frames.find((frame) => runsIn(frame).length > 0)!)[0]?.locked,
      'seen before the lock',
    ).toBe(false)
  })

  await test.step('in every frame the run is the sum of its libraries', () => {
    const libraries = new Map<number, Counts>()
    for (const frame of feed.frames.filter(isPart)) {
      for (const library of frame.libraries) libraries.set(library.runLibraryId, library.counts)
      expect(sum([...libraries.values()]), `after event ${frame.seq}`).toEqual(frame.run.counts)
    }
  })

  await test.step('a fresh snapshot, its libraries and its shows add up to the same', async () => {
    const late = await recordFeed(product.url, admin, [`run:${runId}`])
    const snapshot = () => late.frames.find(isPart)
    await expect.poll(snapshot).toBeDefined()
    await late.close()
    const { kind, run: whole, libraries } = snapshot()!
    expect(kind).toBe('snapshot')
    expect(whole).toMatchObject({ total: 6_999, settled: 6_999, found: 6_999, percent: 100, counts: ALL })
    expect(sum(libraries.map((library) => library.counts))).toEqual(ALL)
    for (const library of libraries.filter(({ mediaKind }) => mediaKind === 'show')) {
      const { shows } = await admin.call.runs.shows.query({ runId, libraryId: library.libraryId! })
      expect(shows.length).toBe(library.showsTotal)
      expect(sum(shows.map((show) => show.counts))).toEqual(library.counts)
    }
  })

  await test.step('the page says the same in the legend, the libraries and the items', async () => {
    expect(await run.count('added')).toBe(ALL.created)
    expect(await run.count('skipped')).toBe(ALL.skipped)
    expect(await run.count('failed')).toBe(ALL.failed)
    for (const [title, units] of LIBRARIES)
      await expect(run.library(title)).toContainText(
        `${units.toLocaleString('en-GB')} / ${units.toLocaleString('en-GB')}`,
      )
    await run.openItems()
    const items = new ItemsPage(page)
    await expect(items.tally).toHaveText('6,999 items')
    await expect(items.status('Added')).toContainText('6,925')
    await expect(items.status('Skipped')).toContainText('52')
    await expect(items.status('Failed')).toContainText('22')
  })
})

type Part = Extract<LiveFrame, { topic: `run:${number}` }>

const isPart = (frame: LiveFrame): frame is Part => frame.topic.startsWith('run:')

const lastPart = (frames: LiveFrame[]) => frames.findLast(isPart)

const lastRun = (frames: LiveFrame[]) => frames.flatMap(runsIn).at(-1)

function runsIn(frame: LiveFrame) {
  if (frame.topic === 'runs') return frame.runs
  return isPart(frame) ? [frame.run] : []
}

function sum(all: Counts[]): Counts {
  const total = { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }
  for (const counts of all) for (const key of keys) total[key] += counts[key]
  return total
}

const keys = ['created', 'updated', 'unchanged', 'skipped', 'failed', 'retrying'] as const
