import { defineConfig } from '@playwright/test'
import { findBrowser } from './product/find-browser.ts'

const executablePath = findBrowser()

/** The end-to-end suite: the built product with its own database and worker, in a real browser. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './product/build-client.ts',
  outputDir: '../test-results',
  // Each file has its own product or its own people in a shared one; one product at a time keeps figures honest.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  // Generous: a busy machine is slow, not wrong. What is waited for is always what a person sees.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // No trace: drawing one costs more than the product does. `--trace on` makes one of a test.
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    launchOptions: executablePath === null ? {} : { executablePath },
  },
})
