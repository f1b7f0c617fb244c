import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createServer as createViteServer } from 'vite'
import { freePort } from '../../db/embedded/free-port.ts'
import { migrate } from '../../db/migrate.ts'
import { greeting } from './greeting.ts'
import { listen, refuseTakenPort } from './http-server.ts'
import type { Launch } from './launch.ts'
import { projectFolder } from './project-folder.ts'
import { holdDataFolder, openDatabase, startWorker } from './start-all.ts'
import { decideOpen } from './start-web.ts'
import { supervise } from './supervise.ts'
import { watchSources } from './watch-sources.ts'

const served = ['/trpc', '/api', '/healthz', '/readyz', '/metrics', '/import-logs']

// A change of code means a new start at once, however often it follows a broken one.
const pace = { firstMs: 500, longestMs: 500, calmAfterMs: 0 }

/**
 * The same product with hot reload: Vite serves the client as it is written and passes everything else on to the
 * web, which starts again with the worker whenever code of theirs changes.
 */
export async function startDev(launch: Launch): Promise<void> {
  const { settings, say, order, environment, log } = launch
  process.chdir(projectFolder)
  await holdDataFolder(launch)
  await refuseTakenPort(settings.port, settings.host)
  const databaseUrl = await openDatabase(launch)
  launch.stopping.throwIfAborted()
  await migrate(databaseUrl)
  const env = await decideOpen(settings, databaseUrl)

  const port = await freePort()
  const web = supervise({
    module: path.join('server', 'main.ts'),
    args: ['web-for-dev', `${port}`],
    cwd: projectFolder,
    environment: {
      ...environment,
      DATABASE_URL: databaseUrl,
      MARQUEE_DATA: env.dataFolder,
      MARQUEE_SECRET: env.secret,
    },
    log,
    pace,
  })
  order.add({ name: 'web', stop: () => web.stop(3000), force: web.force, limitMs: 4000 })
  const worker = startWorker(launch, env, pace)
  const vite = await startVite(settings, port)
  order.add({ name: 'vite', stop: () => vite.close() })
  const sources = watchSources(['server', 'db', 'jobs'], () => {
    say('The code has changed: starting web and worker again …')
    web.restart()
    worker.restart()
  })
  order.add({ name: 'watcher', stop: sources.close })
  await untilServed(port, launch.stopping)
  say(greeting({ ...settings, setupLine: null, interfaces: networkInterfaces() }))
}

// In middleware mode: by itself Vite would end the process at the first signal, before anything else has stopped.
async function startVite(
  settings: Launch['settings'],
  port: number,
): Promise<{ close: () => Promise<void> }> {
  const target = `http://127.0.0.1:${port}`
  // The client's own modules live under /api too.
  const bypass = (request: { url?: string }) => {
    const pathname = request.url?.split('?')[0] ?? ''
    return /\.tsx?$/.test(pathname) ? request.url : undefined
  }
  const server = createServer()
  const vite = await createViteServer({
    configLoader: 'native',
    server: {
      middlewareMode: { server },
      hmr: { server },
      proxy: Object.fromEntries(served.map((prefix) => [prefix, { target, bypass }])),
    },
  })
  server.on('request', vite.middlewares)
  await listen(server, settings.port, settings.host)
  return {
    close: async () => {
      server.close()
      server.closeAllConnections()
      await vite.close()
    },
  }
}

async function untilServed(port: number, stopping: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: stopping }).catch(() => null)
    if (answer?.ok) return
    await delay(100, undefined, { signal: stopping })
  }
}
