import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ConsolePage } from './pages/console-page.ts'
import { lookOver } from './pages/look-over.ts'
import { RunPage } from './pages/run-page.ts'
import { ADMIN } from './product/account.ts'
import { addFolderSource, addLibrary } from './product/add-library.ts'
import { makeTempFolder } from './product/temp-folder.ts'
import { expect, test } from './product/test.ts'

const FILMS = ['Alien (1979)', 'Heat (1995)', 'Ran (1985)', 'Stalker (1979)', 'Tampopo (1985)', 'Big (1988)']

test('a dry run writes nothing and is then started for real; much gone at once is asked about', async ({
  product,
  admin,
  openAs,
}) => {
  const folder = await makeTempFolder('modes')
  try {
    const place = path.join(folder.path, 'films')
    const file = (film: string) => path.join(place, `${film}.mkv`)
    const sourceId = await addFolderSource(admin, 'Modes')
    const libraryId = await addLibrary(admin, { sourceId, title: 'Modes films', path: place })
    await Promise.all(FILMS.map((film) => writeFile(file(film), film)))
    const library = async () => {
      const { libraries } = await admin.call.libraries.list.query({ sourceId })
      return libraries.find((one) => one.libraryId === libraryId)
    }
    const page = await openAs(product, ADMIN)
    const desk = new ConsolePage(page)
    const run = new RunPage(page)

    await test.step('the dry run says what would come of it, and nothing has', async () => {
      await page.goto('/')
      await desk.choose('Modes films')
      await desk.chooseMode('Dry run')
      await expect(desk.start).toHaveText('Dry run on 1')
      await desk.start.click()
      await expect(run.state('Dry run — nothing is written')).toBeVisible()
      await expect(run.outcome('Would ingest 6 of 6.')).toBeVisible()
      await expect(run.legend).toContainText('would be added')
      expect(await run.count('would be added')).toBe(6)
      expect(await library()).toMatchObject({ items: 0, lastFull: null })
    })

    await test.step('started for real it does what it planned', async () => {
      const plan = await run.id()
      await run.action('Start this for real').click()
      await expect(run.outcome('All 6 ingested.')).toBeVisible()
      await expect(run.header).toContainText(`carries out #${plan}`)
      await expect(run.state('Dry run — nothing is written')).toBeHidden()
      expect(await library()).toMatchObject({ items: 6 })
    })

    await test.step('a full run in which most is gone marks nothing and asks', async () => {
      await Promise.all(FILMS.slice(1).map((film) => rm(file(film))))
      await page.goto('/')
      await desk.choose('Modes films')
      await desk.chooseMode('Full')
      await desk.start.click()
      await expect(run.state('Finished')).toBeVisible()
      await page.goto('/')
      const question = page
        .getByRole('list', { name: 'Needs you' })
        .getByRole('listitem')
        .filter({ hasText: '5 of 6 known items of Modes films are gone. Nothing was marked' })
      await question.getByText('See them').click()
      await expect(question).toContainText('Heat (1995).mkv')
      await page.getByText('Options', { exact: true }).click()
      await lookOver(page, 'console-needs-you')
      expect(await library()).toMatchObject({ items: 6 })
      await question.getByRole('button', { name: 'Mark 5 as missing…' }).click()
      const dialog = page.getByRole('alertdialog', { name: 'Mark 5 items of Modes films as missing?' })
      await dialog.getByRole('button', { name: 'Mark 5 as missing' }).click()
      await expect(question).toBeHidden()
      expect(await library()).toMatchObject({ items: 1, needsAnswer: null })
    })
  } finally {
    await folder.remove()
  }
})
