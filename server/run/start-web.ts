import { networkInterfaces } from 'node:os'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { keptSecret } from '../../db/secret.ts'
import { StartRefused } from '../../db/start-refused.ts'
import type { ServerEnv } from '../env.ts'
import { awaitDatabase } from '../../db/await-database.ts'
import { makeDataFolder } from '../../db/data-folder.ts'
import { greeting } from './greeting.ts'
import type { HttpServer } from './http-server.ts'
import { refuseTakenPort, serveHttp } from './http-server.ts'
import type { Launch } from './launch.ts'
import type { WorkerState } from './worker-state.ts'

/** Starts the web alone, on a database that others share; whoever comes first migrates it. */
export async function startWeb(launch: Launch): Promise<void> {
  const { settings, say } = launch
  if (settings.databaseUrl === null) {
    throw new StartRefused(
      'DATABASE_URL: is missing; a web that runs apart needs a database that the workers reach too. ' +
        'Example: DATABASE_URL=postgres://marquee:password@db.example.lan:5432/marquee ' +
        '(npm start runs everything, with a database of its own.)',
    )
  }
  await makeDataFolder(settings.dataFolder)
  await refuseTakenPort(settings.port, settings.host)
  const clientDir = await launch.product.ensureClient(say)
  await awaitDatabase(settings.databaseUrl, say, launch.stopping)
  await migrate(settings.databaseUrl)
  launch.stopping.throwIfAborted()
  const env = await decideOpen(settings, settings.databaseUrl)
  const { setupLine, http } = await openWeb(launch, env, {
    clientDir,
    workerState: () => ({ state: 'elsewhere' }),
  })
  launch.order.add({ name: 'accepting', stop: http.stopAccepting })
  say(greeting({ ...settings, port: http.port, setupLine, interfaces: networkInterfaces() }))
}

/** The settings with the address of the database, and the secret that was given or is kept in the data folder. */
export async function decideOpen(settings: Launch['settings'], databaseUrl: string): Promise<ServerEnv> {
  return { ...settings, databaseUrl, secret: settings.secret ?? (await keptSecret(settings.dataFolder)) }
}

/** Makes the application on a migrated database and serves it. */
export async function openWeb(
  launch: Launch,
  env: ServerEnv,
  web: { clientDir: string; workerState: () => WorkerState; listenOn?: { port: number; host: string } },
): Promise<{ http: HttpServer; setupLine: string | null }> {
  const { log, order, product } = launch
  const pool = connect(env.databaseUrl, { applicationName: 'marquee web' })
  order.add({ name: 'pool', stop: pool.close })
  const { clientDir, workerState } = web
  const app = await product.createApp({
    db: pool.db,
    databaseUrl: env.databaseUrl,
    env,
    log,
    workerState,
    clientDir,
  })
  order.add({ name: 'app', stop: () => app.close() })
  const { port, host } = web.listenOn ?? env
  const http = await serveHttp((request, bindings) => app.fetch(request, bindings), port, host)
  // Before the app: a live stream that is ended politely tells the browser never to come back.
  order.add({ name: 'http', stop: http.close })
  return { http, setupLine: await app.setupLine() }
}
