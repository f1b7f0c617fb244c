import { listWorkers } from '../../db/queries/worker.ts'
import { VERSION } from '../../db/version.ts'
import { publicOrigins } from '../auth/public-origins.ts'
import { router, viewer } from '../trpc.ts'

/** What this installation is and whether it works. */
export const systemRouter = router({
  info: viewer.query(async ({ ctx }) => {
    const { build, env, workerState } = ctx.house
    return {
      version: VERSION,
      build,
      workers: await listWorkers(ctx.db),
      /** Of the worker that was started with this web, where one was. */
      worker: workerState(),
      dataFolder: env.dataFolder,
      /** The folders that libraries may point into; null: any. */
      roots: env.roots,
      publicOrigins: await publicOrigins(ctx.db, env.publicOrigins),
    }
  }),
})
