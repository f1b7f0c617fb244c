import { expect, type Locator, type Page } from '@playwright/test'
import { ConsolePage } from './pages/console-page.ts'
import { ItemsPage } from './pages/items-page.ts'
import { RunPage } from './pages/run-page.ts'
import { ADMIN } from './product/account.ts'
import { test } from './product/test.ts'

test('a run is started, watched and looked into without a pointer', async ({ product, sample, openAs }) => {
  const page = await openAs(product, ADMIN)
  await page.goto('/')
  const desk = new ConsolePage(page)
  await expect(desk.library('Kids Movies')).toBeVisible()

  await test.step('the first stop skips the navigation', async () => {
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the page' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
  })

  await test.step('a library is chosen and a run on it started; the focus is then on the run’s page', async () => {
    await tabTo(page, page.getByRole('checkbox', { name: 'Select Kids Movies', exact: true }))
    await page.keyboard.press('Space')
    // What has been taken in once is offered for what is new; one arrow further is the full run.
    await tabTo(page, page.getByRole('radio', { name: /^Incremental/ }), 'Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await expect(desk.start).toHaveText('Run full ingest on 1')
    await tabTo(page, desk.start, 'Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await new RunPage(page).id()).toBeGreaterThan(sample.runId)
    await expect(page.getByRole('main')).toBeFocused()
    await expect(page.getByRole('main').getByText(/of 412 ingested\./)).toBeVisible()
  })

  await test.step('its items are found by “/”, walked with the arrows, opened by Enter and closed by Escape', async () => {
    await tabTo(page, page.getByRole('link', { name: /^Items/ }))
    await page.keyboard.press('Enter')
    const items = new ItemsPage(page)
    await expect(items.tally).toHaveText('412 items')
    await page.keyboard.press('/')
    await expect(items.text).toBeFocused()
    await page.keyboard.type('the')
    await expect(items.tally).toContainText('412 →')
    await tabTo(page, items.grid)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const item = page.getByRole('complementary', { name: /^Item/ })
    await expect(item).toBeVisible()
    const first = await item.getAttribute('aria-label')
    await page.keyboard.press('ArrowDown')
    await expect(item).not.toHaveAttribute('aria-label', first ?? '')
    await page.keyboard.press('Escape')
    await expect(item).toBeHidden()
    await expect(items.grid).toBeFocused()
  })
})

test('a dialog keeps the focus, lets go by Escape and gives it back; so does a menu', async ({
  product,
  sample,
  openAs,
}) => {
  expect(sample.libraries.size).toBe(5)
  const page = await openAs(product, ADMIN)
  await page.goto('/sources')
  const remove = page.getByRole('button', { name: 'Remove Kids Movies…' }).first()
  await tabTo(page, remove)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await expect(dialog.locator(':focus')).toHaveCount(1)
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(remove).toBeFocused()

  const more = page.getByRole('button', { name: 'More about Sample data' })
  await tabTo(page, more, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(more).toBeFocused()
})

/** Walks by Tab until the focus is there. */
async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.waitFor()
  for (let press = 0; press < 60; press += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`the keyboard does not get to ${String(place)}`)
}
