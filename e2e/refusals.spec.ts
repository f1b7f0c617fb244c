import { rm } from 'node:fs/promises'
import path from 'node:path'
import { ConsolePage } from './pages/console-page.ts'
import { RunPage } from './pages/run-page.ts'
import { ADMIN } from './product/account.ts'
import { addFolderSource, addLibrary } from './product/add-library.ts'
import type { Api } from './product/api.ts'
import { makeTempFolder, type TempFolder } from './product/temp-folder.ts'
import { expect, test } from './product/test.ts'

let folder: TempFolder
let sourceId: number

test.beforeAll(async ({ admin }) => {
  folder = await makeTempFolder('refusals')
  sourceId = await addFolderSource(admin, 'Refusals')
})

test.afterAll(() => folder.remove())

const add = (admin: Api, title: string) =>
  addLibrary(admin, { sourceId, title, path: path.join(folder.path, title) })

test('a run cannot be started with no library, and the button says what to do', async ({
  product,
  admin,
  openAs,
}) => {
  await add(admin, 'Nothing chosen')
  const page = await openAs(product, ADMIN)
  await page.goto('/')
  const desk = new ConsolePage(page)
  await expect(desk.start).toHaveAttribute('aria-disabled', 'true')
  await desk.start.hover()
  await expect(page.getByText('Choose at least one library').filter({ visible: true })).toBeVisible()
  await desk.start.click({ force: true })
  await expect(page).toHaveURL(`${product.url}/`)
  // Whoever asks the server directly is told the same.
  await expect(admin.call.runs.start.mutate({ libraryIds: [], mode: 'full' })).rejects.toThrow(
    'Choose at least one library.',
  )
})

test('a library that is off cannot be chosen, and one turned off meanwhile is refused by its name', async ({
  product,
  admin,
  openAs,
}) => {
  const off = await add(admin, 'Off before')
  const later = await add(admin, 'Off later')
  await admin.call.libraries.change.mutate({ libraryId: off, syncEnabled: false })
  const page = await openAs(product, ADMIN)
  await page.goto('/')
  const desk = new ConsolePage(page)
  await expect(page.getByRole('checkbox', { name: 'Select Off before', exact: true })).toBeDisabled()
  await expect(desk.library('Off before')).toContainText('turned off')
  await desk.choose('Off later')
  await admin.call.libraries.change.mutate({ libraryId: later, syncEnabled: false })
  await desk.start.click()
  await expect(desk.trouble.filter({ hasText: '“Off later”' })).toContainText('under Sources')
  await expect(page).toHaveURL(`${product.url}/`)
})

test('a library whose folder is gone ends with the sentence that helps', async ({
  product,
  admin,
  openAs,
}) => {
  await add(admin, 'Gone away')
  const place = path.join(folder.path, 'Gone away')
  await rm(place, { recursive: true })
  const page = await openAs(product, ADMIN)
  await page.goto('/')
  const desk = new ConsolePage(page)
  await desk.choose('Gone away')
  await desk.start.click()
  const run = new RunPage(page)
  await expect(run.outcome('The run failed.')).toBeVisible()
  await expect(run.library('Gone away')).toContainText('Folder is missing')
  await expect(run.library('Gone away')).toContainText(place)
})

test('a library whose folder is empty ends with the sentence that helps, and nothing is concluded', async ({
  product,
  admin,
  openAs,
}) => {
  await add(admin, 'Hollow')
  const page = await openAs(product, ADMIN)
  await page.goto('/')
  const desk = new ConsolePage(page)
  await desk.choose('Hollow')
  await desk.start.click()
  const run = new RunPage(page)
  await expect(run.outcome('The run failed.')).toBeVisible()
  await expect(run.library('Hollow')).toContainText(`${path.join(folder.path, 'Hollow')} is empty`)
  await expect(run.library('Hollow')).toContainText('Mount the disk, or put something into the folder')
})
