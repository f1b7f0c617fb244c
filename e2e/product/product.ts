import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { projectFolder } from '../../server/run/project-folder.ts'
import { childrenOf } from './child-processes.ts'
import { freePort } from './free-port.ts'
import { makeTempFolder, type TempFolder } from './temp-folder.ts'

/** What a product may be told when it starts. */
export interface ProductOptions {
  /** What the folders are named for. */
  name: string
  host?: string
  env?: { [name: string]: string }
}

/** A whole Marquee: web, worker and PostgreSQL on a data folder and a port of its own. */
export interface Product {
  url: string
  port: number
  /** Everything it has printed since the first start. */
  printed: () => string
  /** The pid of its worker; null while it has none. */
  workerPid: () => Promise<number | null>
  /** Stops it as Ctrl-C does, and returns how long that took. */
  stop: () => Promise<number>
  /** Starts it again on the same port and the same data. */
  start: () => Promise<void>
  /** Stops it and removes its data. */
  remove: () => Promise<void>
}

const startMs = 60_000
const stopMs = 20_000

/** Starts a product with an empty data folder; it is ready, with a worker, when this returns. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const folder = await makeTempFolder(options.name)
  const port = await freePort()
  let output = ''
  let child: ChildProcess | null = null
  const keep = (chunk: Buffer) => (output += chunk.toString())

  const start = async () => {
    const started = spawn(process.execPath, ['server/main.ts', 'all'], {
      cwd: projectFolder,
      env: environmentFor(options, folder, port),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.stdout.on('data', keep)
    started.stderr.on('data', keep)
    child = started
    // If this process must leave in a hurry, the launcher still stops all of its own.
    const leave = () => void started.kill('SIGTERM')
    process.once('exit', leave)
    started.once('exit', () => process.off('exit', leave))
    await untilReady(started, port, () => output)
  }

  const stop = async () => {
    const running = child
    child = null
    if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return 0
    const family = await childrenOf(running.pid)
    const startedAt = performance.now()
    const exited = once(running, 'exit').then(() => 'exited')
    running.kill('SIGTERM')
    const outcome = await Promise.race([exited, delay(stopMs, 'late', { ref: false })])
    if (outcome === 'late') {
      for (const { pid } of [{ pid: running.pid }, ...family]) killIfThere(pid)
      throw new Error(`the product did not stop within ${stopMs} ms:\n${output.slice(-4000)}`)
    }
    return performance.now() - startedAt
  }

  const product: Product = {
    url: `http://127.0.0.1:${port}`,
    port,
    printed: () => output,
    workerPid: async () => {
      const family = child?.pid === undefined ? [] : await childrenOf(child.pid)
      return family.find(({ command }) => command.includes('jobs/main.ts'))?.pid ?? null
    },
    start,
    stop,
    remove: () =>
      stop()
        .then(() => undefined)
        .finally(folder.remove),
  }
  try {
    await start()
  } catch (error) {
    await product.remove().catch(() => undefined)
    throw error
  }
  return product
}

function environmentFor(options: ProductOptions, folder: TempFolder, port: number): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('MARQUEE_') && name !== 'DATABASE_URL' && name !== 'NODE_OPTIONS',
  )
  return {
    ...Object.fromEntries(own),
    PORT: String(port),
    HOST: options.host ?? '127.0.0.1',
    MARQUEE_DATA: `${folder.path}/data`,
    LOG_LEVEL: 'info',
    ...options.env,
  }
}

async function untilReady(child: ChildProcess, port: number, printed: () => string): Promise<void> {
  const giveUpAt = Date.now() + startMs
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > giveUpAt)
      throw new Error(`the product did not start:\n${printed().slice(-4000)}`)
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (isReady) return
    await delay(50)
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has gone by itself.
  }
}
