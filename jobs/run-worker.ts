import pino from 'pino'
import { readJobsEnv } from './env.ts'
import { listFolders } from './sources/filesystem/list-folders.ts'
import { REGISTRY } from './sources/registry.ts'
import { startWorker } from './worker.ts'
import { awaitDatabase } from '../db/await-database.ts'
import { migrate } from '../db/migrate.ts'
import { makeSecretBox } from '../db/secret-box.ts'
import { StartRefused } from '../db/start-refused.ts'
import { VERSION } from '../db/version.ts'

/** How long the batches in flight may take when the worker is asked to end. */
const GRACE_MS = 7_500

/** Runs this process as a worker: environment → database → tasks → graphile-worker. Ends with its parent. */
export async function runWorker(): Promise<void> {
  try {
    await start()
  } catch (error) {
    if (error instanceof StartRefused) process.stderr.write(`${error.message}\n`)
    else pino({ name: 'worker' }).fatal({ err: error }, 'the worker could not start')
    process.exit(1)
  }
}

async function start(): Promise<void> {
  const env = await readJobsEnv()
  const log = pino({ level: env.logLevel, name: 'worker' })
  await awaitDatabase(env.databaseUrl, (sentence) => log.warn(sentence))
  await migrate(env.databaseUrl)
  const worker = await startWorker({
    databaseUrl: env.databaseUrl,
    registry: REGISTRY,
    roots: env.roots,
    log,
    version: VERSION,
    sweepMs: env.sweepMs,
    decrypt: makeSecretBox(env.secret).open,
    listFolders,
  })
  log.info({ workerId: worker.workerId }, 'worker ready')
  let isEnding = false
  const end = async (why: string, exitCode: number): Promise<void> => {
    if (isEnding) process.exit(1)
    isEnding = true
    log.info({ why }, 'worker ends')
    // A thread that hangs in a dead mount cannot be joined; what it was reading is still staged.
    setTimeout(() => process.exit(exitCode), GRACE_MS).unref()
    await worker.stop()
    process.exit(exitCode)
  }
  process.on('SIGTERM', () => void end('SIGTERM', 0))
  process.on('SIGINT', () => void end('SIGINT', 0))
  // The launcher is gone: nobody would stop us, so we stop ourselves.
  process.on('disconnect', () => void end('the launcher is gone', 0))
  void worker.lost.then(() => {
    log.error('the database connection was lost: this worker ends, a new one takes over')
    process.exit(1)
  })
}
