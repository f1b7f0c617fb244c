import type { Locator, Page } from '@playwright/test'
import { fillLibrary, type NewLibrary } from './library-form.ts'

/** Where things come from, and the libraries of each. */
export class SourcesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByRole('link', { name: 'Sources' })
      .click()
    await this.page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor()
  }

  /** The first folder: on the page that setup leads to. */
  async addFirstFolder(library: NewLibrary): Promise<void> {
    await this.page.getByRole('heading', { name: 'Folder on this machine' }).waitFor()
    await fillLibrary(this.page, library)
    await this.page.getByRole('button', { name: 'Add folder' }).click()
  }

  /** A further library, in the dialog of its source. */
  async addLibrary(library: NewLibrary): Promise<void> {
    await this.page.getByRole('button', { name: 'Add library' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add library' })
    await fillLibrary(dialog, library)
    await dialog.getByRole('button', { name: 'Add library' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  library(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: title, level: 3 }) })
  }
}
