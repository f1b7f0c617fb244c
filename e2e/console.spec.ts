import path from 'node:path'
import { ConsolePage } from './pages/console-page.ts'
import { ADMIN } from './product/account.ts'
import { addFolderSource, addLibrary } from './product/add-library.ts'
import { makeTempFolder } from './product/temp-folder.ts'
import { expect, test } from './product/test.ts'

test('the console learns by itself that a run was started elsewhere and has ended', async ({
  product,
  admin,
  openAs,
}) => {
  const folder = await makeTempFolder('console')
  try {
    const libraryId = await addLibrary(admin, {
      sourceId: await addFolderSource(admin, 'Beside'),
      title: 'Small',
      path: path.join(folder.path, 'small'),
      files: ['Alien (1979).mkv', 'Heat (1995).mkv'],
    })
    const page = await openAs(product, ADMIN)
    await page.goto('/')
    const line = new ConsolePage(page).library('Small')
    await expect(line).toContainText('never')
    const { runId } = await admin.call.runs.start.mutate({ libraryIds: [libraryId], mode: 'full' })
    await expect(page.getByText(/Last run #\d+ ended/)).toContainText(`#${runId}`)
    await expect(line).toContainText('2 items')
    await expect(line).toContainText('just now')
    await expect(line.getByRole('link', { name: `in #${runId}` })).toBeHidden()
  } finally {
    await folder.remove()
  }
})
