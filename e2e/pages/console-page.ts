import type { Locator, Page } from '@playwright/test'

/** The console: what is going on, and a run started in two clicks. */
export class ConsolePage {
  readonly page: Page
  readonly libraries: Locator
  readonly start: Locator
  readonly trouble: Locator
  readonly noWorker: Locator

  constructor(page: Page) {
    this.page = page
    this.libraries = page.getByRole('list', { name: 'Libraries' })
    this.start = page.getByRole('button', { name: /^(Run (full|incremental) ingest|Dry run)/ })
    this.trouble = page.getByRole('alert')
    this.noWorker = page.getByText('No worker is running.')
  }

  async choose(...titles: string[]): Promise<void> {
    for (const title of titles)
      await this.page.getByRole('checkbox', { name: `Select ${title}`, exact: true }).check()
  }

  /** Chooses how the run is to go. */
  async chooseMode(mode: 'Incremental' | 'Full' | 'Dry run'): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${mode}`) }).check()
  }

  /** The line of one library. */
  library(title: string): Locator {
    return this.libraries
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('checkbox', { name: `Select ${title}`, exact: true }) })
  }
}
