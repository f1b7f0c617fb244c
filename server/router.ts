import { entriesRouter } from './routers/entries.ts'
import { invitesRouter } from './routers/invites.ts'
import { librariesRouter } from './routers/libraries.ts'
import { live } from './routers/live.ts'
import { runsRouter } from './routers/runs.ts'
import { sessionRouter } from './routers/session.ts'
import { settingsRouter } from './routers/settings.ts'
import { setupRouter } from './routers/setup.ts'
import { sourcesRouter } from './routers/sources.ts'
import { systemRouter } from './routers/system.ts'
import { usersRouter } from './routers/users.ts'
import { router } from './trpc.ts'

/** Every procedure of the product, by noun. */
export const appRouter = router({
  setup: setupRouter,
  session: sessionRouter,
  users: usersRouter,
  invites: invitesRouter,
  sources: sourcesRouter,
  libraries: librariesRouter,
  runs: runsRouter,
  entries: entriesRouter,
  live,
  settings: settingsRouter,
  system: systemRouter,
})

/** The types of every procedure. */
export type AppRouter = typeof appRouter
