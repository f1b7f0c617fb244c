import type { Locator, Page } from '@playwright/test'
import type { Account } from '../product/account.ts'

/** Where an invited person makes an account. */
export class InvitePage {
  readonly page: Page
  readonly heading: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'You are invited' })
  }

  async accept({ name, email, password }: Account): Promise<void> {
    await this.page.getByLabel('Name').fill(name)
    await this.page.getByLabel('E-mail').fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Create account' }).click()
  }
}
