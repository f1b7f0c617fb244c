import { type Browser, type BrowserContext, type Page, test as base } from '@playwright/test'
import { ADMIN, type Account } from './account.ts'
import { type Api, signInToApi } from './api.ts'
import { type Product, type ProductOptions, startProduct } from './product.ts'
import { ingestSample, type SampleDone } from './sample-done.ts'

interface OfOneTest {
  /** Starts a product that only this test has; it is stopped and removed when the test is over. */
  startOwn: (options?: Partial<ProductOptions>) => Promise<Product>
  /** A page of a browser of its own, signed in to a product as somebody. */
  openAs: (product: Product, account: Account) => Promise<Page>
}

interface OfOneWorker {
  /** A product with an admin that tests share; each brings its own people, sources and libraries. */
  product: Product
  /** That product as a script of its admin sees it. */
  admin: Api
  /** A finished run over the sample libraries in it. */
  sample: SampleDone
}

/** An admin that is there from the start, for tests that are not about the first visit. */
export const WITH_ADMIN = { MARQUEE_ADMIN_EMAIL: ADMIN.email, MARQUEE_ADMIN_PASSWORD: ADMIN.password }

/** Playwright's test with products to try things on. */
export const test = base.extend<OfOneTest, OfOneWorker>({
  product: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its parameter.
    async ({}, use) => {
      const product = await startProduct({ name: 'shared', env: WITH_ADMIN })
      await use(product)
      await product.remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  admin: [async ({ product }, use) => use(await signInToApi(product.url, ADMIN)), { scope: 'worker' }],
  sample: [
    async ({ admin }, use) => use(await ingestSample(admin, 'Sample data')),
    { scope: 'worker', timeout: 120_000 },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  startOwn: async ({}, use, testInfo) => {
    const started: Product[] = []
    await use(async (options = {}) => {
      const product = await startProduct({ name: 'own', ...options })
      started.push(product)
      return product
    })
    if (testInfo.status !== testInfo.expectedStatus)
      for (const product of started)
        await testInfo.attach('what the product printed', { body: product.printed() })
    await Promise.all(started.map((product) => product.remove()))
  },
  openAs: async ({ browser }, use) => {
    const opened: BrowserContext[] = []
    await use(async (product, account) => {
      const context = await signedInContext(browser, product.url, account)
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

async function signedInContext(browser: Browser, url: string, account: Account): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url })
  const { email, password } = account
  const reply = await context.request.post('/api/auth/sign-in/email', { data: { email, password } })
  if (!reply.ok()) throw new Error(`${email} could not sign in: ${reply.status()}`)
  return context
}

export { expect } from '@playwright/test'
