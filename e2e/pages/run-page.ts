import type { Locator, Page } from '@playwright/test'

/** A run's page with its overview. */
export class RunPage {
  readonly page: Page
  /** The one big number, while the run goes on. */
  readonly hero: Locator
  readonly legend: Locator
  readonly title: Locator
  readonly header: Locator
  readonly attempts: Locator

  constructor(page: Page) {
    this.page = page
    this.hero = page.locator('[data-part=hero]')
    this.legend = page.getByRole('list', { name: 'What became of the items' })
    this.title = page.getByRole('heading', { level: 1 })
    this.header = page.getByRole('main').locator('header')
    this.attempts = page.getByRole('list', { name: 'Attempts' })
  }

  /** The number of the run whose page this is. */
  async id(): Promise<number> {
    await this.page.waitForURL(/\/runs\/\d+/)
    return Number(/\/runs\/(\d+)/.exec(this.page.url())?.[1])
  }

  /** A sentence of how the run ended, in place of the big number. */
  outcome(sentence: string): Locator {
    return this.page.getByRole('main').getByText(sentence, { exact: true })
  }

  /** How many the legend says were `word`: added, skipped, failed. */
  async count(word: string): Promise<number> {
    const text = await this.legend.getByRole('link', { name: word }).innerText()
    return Number(text.replace(/[^\d]/g, ''))
  }

  /** A button beside the title: "Pause", "Retry 22 failed". */
  action(name: string | RegExp): Locator {
    return this.header.getByRole('button', { name, exact: true })
  }

  /** The word of the state beside the title. */
  state(word: string): Locator {
    return this.header.locator('.ui-chip').getByText(word, { exact: true })
  }

  /** The bar of a library, a show or the run, by its name. */
  bar(name: string): Locator {
    return this.page.getByRole('progressbar', { name, exact: true }).first()
  }

  /** The part of the page that is about one library. */
  library(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: title, level: 3, exact: true }) })
  }

  async openLibrary(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Open ${title}`, exact: true }).click()
  }

  async openItems(): Promise<void> {
    await this.page.getByRole('link', { name: /^Items/ }).click()
  }
}
