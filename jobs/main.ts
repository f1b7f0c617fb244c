import { loadDrizzleLightly } from '../db/load-drizzle-lightly.ts'

// The worker's process. All else is imported afterwards: what is linked before has been loaded the heavy way.
loadDrizzleLightly()
const { runWorker } = await import('./run-worker.ts')
await runWorker()
