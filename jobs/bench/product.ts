import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Db } from '../../db/connect.ts'
import { startEmbeddedPostgres } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'

/** A worker process of a benchmark, as the product runs it. */
export interface BenchWorker {
  /** The most memory it has ever had resident, as the kernel says (Linux only). */
  peakBytes(): number
  stop(): Promise<void>
}

/** The product's own PostgreSQL (fsync and synchronous_commit on) in a folder that goes away again. */
export async function makeBenchProduct(): Promise<{
  db: Db
  url: string
  startWorker(): Promise<BenchWorker>
  close(): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-bench-'))
  await chmod(folder, 0o711)
  const quiet = {
    info: () => undefined,
    warn: () => undefined,
    error: (text: string) => void process.stderr.write(`${text}\n`),
  }
  const postgres = await startEmbeddedPostgres(folder, quiet)
  await migrate(postgres.url)
  const workers: BenchWorker[] = []
  const { db, close } = connect(postgres.url, { max: 4, applicationName: 'marquee bench' })
  return {
    db,
    url: postgres.url,
    startWorker: async () => {
      const worker = await startWorker(folder, postgres.url)
      workers.push(worker)
      return worker
    },
    close: async () => {
      for (const worker of workers) await worker.stop()
      await close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startWorker(dataFolder: string, databaseUrl: string): Promise<BenchWorker> {
  const child = fork(new URL('../main.ts', import.meta.url).pathname, [], {
    env: { PATH: '/usr/bin:/bin', MARQUEE_DATA: dataFolder, DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('worker ready')) resolve()
    })
  })
  return {
    peakBytes: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.removeAllListeners('exit')
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
