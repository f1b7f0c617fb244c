import unocss from 'unocss/vite'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/** One configuration for the client's build, the dev server and the three kinds of unit test. */
export default defineConfig({
  root: 'client',
  plugins: [unocss({ configFile: 'uno.config.ts' }), solid()],
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022' },
  test: {
    // Nothing here needs a page: what a browser does is tested in a real one.
    environment: 'node',
    projects: [
      {
        // Pure code: no I/O.
        test: {
          name: 'unit',
          root: '.',
          include: ['{db,jobs,server,e2e,client}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        // A real PostgreSQL: one database per file, cloned from a migrated template.
        test: {
          name: 'db',
          root: '.',
          include: ['{db,jobs,server}/**/*.db.test.ts'],
          globalSetup: ['db/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // After the pure tests: the two kinds have different numbers of workers.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
