import type { Locator, Page } from '@playwright/test'

/** What stands around every page of somebody who is signed in. */
export class Frame {
  readonly page: Page
  /** The live connection's word while it is there. */
  readonly live: Locator
  /** Its word once it has been away for a while. */
  readonly reconnecting: Locator

  constructor(page: Page) {
    this.page = page
    this.live = page.getByText('Live', { exact: true }).filter({ visible: true })
    this.reconnecting = page.getByText(/^Reconnecting · \d+ s$/).filter({ visible: true })
  }

  async signOut(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).filter({ visible: true }).click()
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click()
  }
}
