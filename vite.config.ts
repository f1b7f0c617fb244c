import unocss from 'unocss/vite'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/** One configuration for the client's build, the dev server and the three kinds of unit test. */
export default defineConfig({
  root: 'client',
  plugins: [unocss({ configFile: 'uno.config.ts' }), solid()],
  cacheDir: '../node_modules/.vite',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The first browsers with light-dark(), which the colours are written in.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        // The kit's small parts and the words come in one file each instead of twenty; what is lazy stays apart.
        codeSplitting: {
          groups: [
            { name: 'kit', test: /client\/ui\/(?!gallery|dialog-panel|menu-panel|virtual-|row)/ },
            { name: 'words', test: /client\/text\// },
          ],
        },
      },
    },
  },
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
