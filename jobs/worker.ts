import { EventEmitter } from 'node:events'
import { Logger as GraphileLogger, run, type WorkerEvents } from 'graphile-worker'
import type { Logger } from 'pino'
import { connect } from '../db/connect.ts'
import { abandonStalled } from '../db/queries/abandon-library.ts'
import { sweep } from '../db/queries/sweep.ts'
import { notePool, removeWorker } from '../db/queries/worker.ts'
import { goLive } from './liveness.ts'
import type { Engine, ListFolders } from './pipeline/engine.ts'
import { makeRunWatch } from './pipeline/run-watch.ts'
import { answerProbes } from './tasks/answer-probes.ts'
import { makeTaskList } from './tasks/task-list.ts'
import type { Registry } from './sources/registry.ts'

/** What a worker is started with. */
export interface WorkerOptions {
  databaseUrl: string
  registry: Registry
  roots: readonly string[] | null
  log: Logger
  version: string
  sweepMs: number
  decrypt(secret: string): string
  listFolders: ListFolders
  /** Shorter pauses for tests. */
  backOffMs?: readonly number[]
  /** How many jobs it works on at once. */
  concurrency?: number
}

/** A running worker. */
export interface Worker {
  workerId: number
  /** Settles when the worker's sign of life is gone: end the process, a new one takes over. */
  lost: Promise<void>
  /** Finishes the batches in flight, gives every lane back, and closes. */
  stop(): Promise<void>
}

/** Enough for a listing and two lanes of several libraries side by side; they mostly wait for the disk. */
const CONCURRENCY = 12

/** Two more tries: what takes longer than this is a person's to look at. */
const BACK_OFF_MS = [1_000, 5_000]

/** Starts a worker: sign of life first, then the runner, the sweep and the answers to probes. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const concurrency = options.concurrency ?? CONCURRENCY
  const alive = await goLive(options.databaseUrl, options.version)
  const { db, close } = connect(options.databaseUrl, {
    max: concurrency + 4,
    applicationName: 'marquee worker',
  })
  const ending = new AbortController()
  const engine: Engine = {
    db,
    workerId: alive.workerId,
    registry: options.registry,
    roots: options.roots,
    log: options.log,
    signal: ending.signal,
    runs: await makeRunWatch(db, options.databaseUrl),
    decrypt: options.decrypt,
    listFolders: options.listFolders,
    backOffMs: options.backOffMs ?? BACK_OFF_MS,
  }
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => {
    notePool(db, alive.workerId, workerPool.id).catch((error) =>
      options.log.error({ err: error }, 'no pool noted'),
    )
  })
  const runner = await run({
    connectionString: options.databaseUrl,
    concurrency,
    maxPoolSize: concurrency + 2,
    pollInterval: 1000,
    noHandleSignals: true,
    taskList: makeTaskList(engine),
    events,
    logger: graphileLogger(options.log),
  })
  const stopSweeping = sweepEvery(engine, options.sweepMs)
  const probes = await answerProbes(engine, options.databaseUrl)
  return {
    workerId: alive.workerId,
    lost: alive.lost,
    stop: async () => {
      ending.abort()
      await stopSweeping()
      await probes.close()
      await runner.stop().catch(() => undefined)
      await engine.runs.close()
      await removeWorker(db, alive.workerId).catch(() => undefined)
      await alive.close()
      await close()
    },
  }
}

/** Sweeps at once and then with a pause between two; answers how to stop, which waits for one in flight. */
function sweepEvery(engine: Engine, pauseMs: number): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const once = async (): Promise<void> => {
    try {
      const swept = await sweep(engine.db)
      if (swept.deadWorkers + swept.freedJobs + swept.readded > 0) engine.log.info(swept, 'swept')
      await abandonStalled(engine.db)
    } catch (error) {
      engine.log.warn({ err: error }, 'a sweep failed; the next one tries again')
    }
    if (!isStopped) {
      timer = setTimeout(() => {
        inFlight = once()
      }, pauseMs)
    }
  }
  let inFlight = once()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await inFlight
  }
}

function graphileLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ meta }, message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
