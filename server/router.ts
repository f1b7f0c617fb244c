import { live } from './routers/live.ts'
import { runsRouter } from './routers/runs.ts'
import { sessionRouter } from './routers/session.ts'
import { setupRouter } from './routers/setup.ts'
import { router } from './trpc.ts'

/** Every procedure of the product, by noun. */
export const appRouter = router({
  setup: setupRouter,
  session: sessionRouter,
  runs: runsRouter,
  live,
})

/** The types of every procedure. */
export type AppRouter = typeof appRouter
