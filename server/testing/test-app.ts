import pino from 'pino'
import type { TestDatabase } from '../../db/testing/test-database.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createApp } from '../app.ts'
import type { ServerEnv } from '../env.ts'
import type { App } from '../run/app-factory.ts'
import type { Browser } from './browser.ts'
import { openBrowser } from './browser.ts'

/** The whole web application over a database of its own. */
export interface TestApp extends TestDatabase {
  app: App
  /** The token of the first visit. */
  setupToken(): Promise<string>
  /** A browser that has opened the page at an address; by default this machine's own. */
  browser(address?: string, options?: { peer?: string; headers?: { [name: string]: string } }): Browser
  /** The same, signed in as the first admin. */
  adminBrowser(): Promise<Browser>
  /** Everything that has been logged so far. */
  logged(): string
  close(): Promise<void>
}

/** The first admin of a test. */
export const ADMIN = { name: 'Ana', email: 'ana@example.com', password: 'a few words of hers' }

/** Makes the application as the product does, with a client folder that is not there. */
export async function createTestApp(
  options: { env?: Partial<ServerEnv>; now?: () => number; clientDir?: string } = {},
): Promise<TestApp> {
  const database = await createTestDatabase()
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const env: ServerEnv = {
    port: 4600,
    host: '127.0.0.1',
    dataFolder: '/var/lib/example',
    databaseUrl: database.url,
    admin: null,
    secret: 'a secret of thirty-two characters or more',
    roots: null,
    publicOrigins: [],
    logLevel: 'debug',
    ...options.env,
  }
  const workerState = () => ({ state: 'elsewhere' }) as const
  const clientDir = options.clientDir ?? '/nonexistent'
  const app = await createApp(
    { db: database.db, databaseUrl: database.url, env, log, workerState, clientDir },
    options.now,
  )
  const browser: TestApp['browser'] = (address = 'http://127.0.0.1:4600', more = {}) =>
    openBrowser(app, address, { peer: '127.0.0.1', ...more })
  return {
    ...database,
    app,
    setupToken: async () => /token=(\w+)/.exec((await app.setupLine()) ?? '')?.[1] ?? '',
    browser,
    async adminBrowser() {
      const admin = browser()
      await admin.mutate('setup.create', ADMIN)
      return admin
    },
    logged: () => lines.join(''),
    async close() {
      await app.close()
      await database.drop()
    },
  }
}
