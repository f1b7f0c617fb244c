import { once } from 'node:events'
import path from 'node:path'
import { migrate } from '../../db/migrate.ts'
import { StartRefused } from '../../db/start-refused.ts'
import type { Launch } from './launch.ts'
import { projectFolder } from './project-folder.ts'
import { decideOpen, openWeb } from './start-web.ts'

/** The web behind `npm run dev`: started by it, on a port of its own, and ended with it. */
export async function startWebForDev(launch: Launch): Promise<void> {
  const { settings, say } = launch
  const port = Number(process.argv[3])
  if (settings.databaseUrl === null || !port) throw new StartRefused('This role is for npm run dev.')
  void once(process, 'disconnect').then(() => process.kill(process.pid, 'SIGTERM'))
  await migrate(settings.databaseUrl)
  const env = await decideOpen(settings, settings.databaseUrl)
  const { setupLine, http } = await openWeb(launch, env, {
    clientDir: path.join(projectFolder, 'dist', 'client'),
    workerState: () => ({ state: 'elsewhere' }),
    listenOn: { port, host: '127.0.0.1' },
  })
  launch.order.add({ name: 'accepting', stop: http.stopAccepting })
  if (setupLine) say(setupLine)
}
