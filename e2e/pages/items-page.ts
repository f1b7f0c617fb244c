import type { Locator, Page } from '@playwright/test'

/** The list of what became of each item. */
export class ItemsPage {
  readonly page: Page
  readonly grid: Locator
  readonly text: Locator
  /** "326 items", or "326 → 6" while it is narrowed. */
  readonly tally: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Items' })
    this.text = page.getByRole('searchbox', { name: 'Filter by title, path or message' })
    this.tally = page.getByText(/^[\d,]+ (items|→ [\d,]+)$/)
  }

  /** The filter of one status; its name ends with how many there are. */
  status(word: string): Locator {
    return this.page.getByRole('group', { name: 'Status' }).getByRole('button', { name: word })
  }

  /** How many a status filter says there are. */
  async statusCount(word: string): Promise<number> {
    return Number((await this.status(word).innerText()).replace(/[^\d]/g, ''))
  }

  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text })
  }
}
