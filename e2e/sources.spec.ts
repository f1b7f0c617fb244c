import path from 'node:path'
import { watchComplaints } from './pages/look-over.ts'
import { SourcesPage } from './pages/sources-page.ts'
import { ADMIN } from './product/account.ts'
import { addFolderSource, addLibrary } from './product/add-library.ts'
import { makeTempFolder } from './product/temp-folder.ts'
import { expect, test } from './product/test.ts'

test('libraries and their source are checked, turned off and removed, each told at once', async ({
  product,
  admin,
  openAs,
}) => {
  const folder = await makeTempFolder('sources')
  try {
    const sourceId = await addFolderSource(admin, 'Short-lived')
    for (const title of ['Left', 'Right'])
      await addLibrary(admin, {
        sourceId,
        title,
        path: path.join(folder.path, title),
        files: ['Heat (1995).mkv'],
      })
    const page = await openAs(product, ADMIN)
    const complainedOfNothing = watchComplaints(page)
    const sources = new SourcesPage(page)
    await page.goto('/sources')

    await test.step('a check says what it found', async () => {
      await page.getByRole('button', { name: 'Check Left' }).click()
      await expect(sources.library('Left').getByRole('status')).not.toBeEmpty()
    })

    await test.step('turned off, it stays off after a reload', async () => {
      const taken = page.getByRole('checkbox', { name: 'Take Left into runs' })
      await taken.click()
      await expect(taken).not.toBeChecked()
      await page.reload()
      await expect(taken).not.toBeChecked()
    })

    await test.step('removed one after the other, the page goes on', async () => {
      for (const title of ['Left', 'Right']) {
        await page.getByRole('button', { name: `Remove ${title}…` }).click()
        await page.getByRole('button', { name: 'Remove library' }).click()
        await expect(sources.library(title)).toHaveCount(0)
      }
      await expect(page.getByText('No libraries yet.')).toBeVisible()
      await page.getByRole('button', { name: 'More about Short-lived' }).click()
      await page.getByRole('menuitem', { name: 'Remove source…' }).click()
      await page.getByRole('button', { name: 'Remove source' }).click()
      await expect(page.getByRole('heading', { name: 'Short-lived' })).toBeHidden()
      await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible()
    })
    await complainedOfNothing()
  } finally {
    await folder.remove()
  }
})

test('a user who is removed leaves the list, and the page goes on', async ({ product, admin, openAs }) => {
  const { path: link } = await admin.call.invites.create.mutate({ role: 'member', note: 'Cleo' })
  const token = link.slice(link.lastIndexOf('/') + 1)
  const cleo = { name: 'Cleo', email: 'cleo@example.com', password: 'some words of Cleo' }
  await admin.call.invites.accept.mutate({ token, ...cleo })
  const page = await openAs(product, ADMIN)
  const complainedOfNothing = watchComplaints(page)
  await page.goto('/settings/users')
  await page.getByRole('button', { name: 'Remove Cleo…' }).click()
  await page.getByRole('button', { name: 'Remove user' }).click()
  await expect(page.getByText('cleo@example.com')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
  await complainedOfNothing()
})
