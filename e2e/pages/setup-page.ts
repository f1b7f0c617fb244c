import type { Locator, Page } from '@playwright/test'
import type { Account } from '../product/account.ts'

/** The first minutes of an installation. */
export class SetupPage {
  readonly page: Page
  readonly welcome: Locator
  readonly addFolder: Locator
  readonly exploreSample: Locator
  readonly useThisAddress: Locator
  readonly skip: Locator

  constructor(page: Page) {
    this.page = page
    this.welcome = page.getByRole('heading', { name: 'Welcome to Marquee' })
    this.addFolder = page.getByRole('link', { name: 'Add a folder' })
    this.exploreSample = page.getByRole('button', { name: 'Explore with sample data' })
    this.useThisAddress = page.getByRole('button', { name: 'Use this address' })
    this.skip = page.getByRole('link', { name: 'Skip this for now' })
  }

  async createAccount({ name, email, password }: Account): Promise<void> {
    await this.page.getByLabel('Name').fill(name)
    await this.page.getByLabel('E-mail').fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Create account' }).click()
  }
}
