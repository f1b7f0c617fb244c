import { networkInterfaces } from 'node:os'
import { startEmbeddedPostgres } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { awaitDatabase } from '../../db/await-database.ts'
import { makeDataFolder } from '../../db/data-folder.ts'
import { lockDataFolder } from './folder-lock.ts'
import { greeting, localUrl } from './greeting.ts'
import { refuseTakenPort } from './http-server.ts'
import type { Launch } from './launch.ts'
import { projectFolder } from './project-folder.ts'
import { decideOpen, openWeb } from './start-web.ts'
import type { Pace, Supervised } from './supervise.ts'
import { supervise } from './supervise.ts'
import type { WorkerState } from './worker-state.ts'

const workerPatienceMs = 7000

/** Starts everything: the console, a database unless one is given, the web, and a worker beside it. */
export async function startAll(launch: Launch): Promise<void> {
  const { settings, say, order } = launch
  await holdDataFolder(launch)
  await refuseTakenPort(settings.port, settings.host)
  const clientDir = await launch.product.ensureClient(say)
  launch.stopping.throwIfAborted()
  const databaseUrl = await openDatabase(launch)
  launch.stopping.throwIfAborted()
  await migrate(databaseUrl)
  launch.stopping.throwIfAborted()
  const env = await decideOpen(settings, databaseUrl)

  let worker: Supervised | null = null
  const workerState = (): WorkerState => worker?.state() ?? { state: 'stopped' }
  const { http, setupLine } = await openWeb(launch, env, { clientDir, workerState })
  worker = startWorker(launch, env)
  // Stopped first: nobody is let in while the worker settles its last batch.
  order.add({ name: 'accepting', stop: http.stopAccepting })
  say(greeting({ ...settings, port: http.port, setupLine, interfaces: networkInterfaces() }))
}

/** Makes the data folder and takes it for this process, so that nobody else starts a database in it. */
export async function holdDataFolder({ settings, order }: Launch): Promise<void> {
  await makeDataFolder(settings.dataFolder)
  const lock = await lockDataFolder(settings.dataFolder, localUrl(settings.host, settings.port))
  order.add({ name: 'lock', stop: lock.release })
}

/** The address of a database that takes connections: the given one, or our own in the data folder. */
export async function openDatabase(launch: Launch): Promise<string> {
  const { settings, order, log, say, patienceMs } = launch
  if (settings.databaseUrl !== null) {
    await awaitDatabase(settings.databaseUrl, say, launch.stopping)
    return settings.databaseUrl
  }
  const postgres = await startEmbeddedPostgres(
    settings.dataFolder,
    {
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    launch.stopping,
  )
  order.add({
    name: 'postgres',
    stop: () => postgres.stop(patienceMs()),
    force: postgres.force,
    limitMs: 10_000,
  })
  return postgres.url
}

/** Starts the worker on the database and the folder that the web uses. */
export function startWorker(
  { environment, log, order, patienceMs, product }: Launch,
  env: { databaseUrl: string; dataFolder: string; secret: string },
  pace?: Pace,
): Supervised {
  const worker = supervise({
    module: product.worker,
    cwd: projectFolder,
    environment: {
      ...environment,
      DATABASE_URL: env.databaseUrl,
      MARQUEE_DATA: env.dataFolder,
      MARQUEE_SECRET: env.secret,
    },
    log,
    pace,
  })
  order.add({
    name: 'worker',
    stop: () => worker.stop(Math.min(workerPatienceMs, patienceMs())),
    force: worker.force,
    limitMs: 10_000,
  })
  return worker
}
