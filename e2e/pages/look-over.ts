import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import path from 'node:path'
import { projectFolder } from '../../server/run/project-folder.ts'

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** Where the pictures of pages go; git does not see it. */
const pictures = path.join(projectFolder, 'test-results', 'pages')

/**
 * Looks at the page as it stands in both themes, on a wide screen and on a phone: nothing that axe finds, nothing
 * that scrolls sideways. Leaves a picture of each.
 */
export async function lookOver(page: Page, name: string): Promise<void> {
  for (const [width, size] of [
    ['wide', WIDE],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      const where = `${name}, ${colorScheme}, ${width}`
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}-${width}.png`) })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.slice(0, 5).map((node) => `${node.target.join(' ')}  ${node.failureSummary ?? ''}`),
      }))
      expect.soft(found, where).toEqual([])
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(sideways, `${where}: pixels to scroll sideways`).toBeLessThanOrEqual(0)
    }
  }
  await page.setViewportSize(WIDE)
}

/** Collects what the browser complains about; the answer fails the test if there was anything. */
export function watchComplaints(page: Page, isExpected: (text: string) => boolean = () => false): () => void {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  return () => test.step('the browser complained of nothing', () => expect.soft(complaints).toEqual([]))
}
