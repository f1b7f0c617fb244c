import { rmSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Db } from '../../db/connect.ts'
import { startEmbeddedPostgres } from '../../db/embedded.ts'
import { freePort } from '../../db/embedded/free-port.ts'
import { migrate } from '../../db/migrate.ts'
import { type BenchProcess, startProcess } from './bench-process.ts'

/** Who the web of a benchmark lets in. */
export const ADMIN = { email: 'bench@example.com', password: 'a benchmark of eight hops' }

/** The product in parts: its own PostgreSQL, and as many of its processes as a benchmark asks for. */
export interface BenchProduct {
  db: Db
  startWorker(): Promise<BenchProcess>
  startWeb(): Promise<BenchProcess & { url: string }>
  close(): Promise<void>
}

/** Makes the product, fsync and synchronous_commit on, in a folder that goes away again, also when a benchmark fails. */
export async function makeBenchProduct(): Promise<BenchProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-bench-'))
  await chmod(folder, 0o711)
  const postgres = await startEmbeddedPostgres(folder, {
    info: () => undefined,
    warn: () => undefined,
    error: (text) => void process.stderr.write(`${text}\n`),
  })
  const clearAway = (): void => {
    postgres.force()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', clearAway)
  await migrate(postgres.url)
  const started: BenchProcess[] = []
  const { db, close } = connect(postgres.url, { max: 4, applicationName: 'marquee bench' })
  const environment = { MARQUEE_DATA: folder, DATABASE_URL: postgres.url, LOG_LEVEL: 'info' }
  const start = async (...asked: Parameters<typeof startProcess>): Promise<BenchProcess> => {
    const one = await startProcess(...asked)
    started.push(one)
    return one
  }
  return {
    db,
    startWorker: () =>
      start(new URL('../main.ts', import.meta.url), { environment, readyLine: 'worker ready' }),
    startWeb: async () => {
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      const web = await start(new URL('../../server/main.ts', import.meta.url), {
        args: ['web'],
        environment: {
          ...environment,
          PORT: String(port),
          HOST: '127.0.0.1',
          MARQUEE_ADMIN_EMAIL: ADMIN.email,
          MARQUEE_ADMIN_PASSWORD: ADMIN.password,
        },
        readyLine: 'Marquee is ready',
      })
      return { ...web, url }
    },
    close: async () => {
      for (const one of started) await one.stop()
      await close()
      await postgres.stop()
      process.off('exit', clearAway)
      clearAway()
    },
  }
}
