import type { Locator, Page } from '@playwright/test'

/** Who has an account, and the links for those who will. */
export class UsersPage {
  readonly page: Page
  readonly users: Locator

  constructor(page: Page) {
    this.page = page
    this.users = page.getByRole('list', { name: 'Users' })
  }

  /** Makes an invite link as an admin does, and returns it. */
  async makeLink(role: 'Viewer' | 'Member' | 'Admin', note: string): Promise<string> {
    await this.page.getByLabel('Role', { exact: true }).selectOption(role)
    await this.page.getByLabel('For whom (optional)').fill(note)
    await this.page.getByRole('button', { name: 'Make a link' }).click()
    const link = this.page.getByLabel('Invite link')
    await link.waitFor()
    return link.inputValue()
  }
}
