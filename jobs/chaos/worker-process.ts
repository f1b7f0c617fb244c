import pino from 'pino'
import { startWorker, type Worker } from '../worker.ts'
import { makeChaosSource } from './chaos-source.ts'
import { type Answer, type Order, zOrder } from './orders.ts'

/** A worker in a process of its own that ends as the product's does: with its parent, or when its sign of life is lost. */
let worker: Worker | null = null

async function obey(order: Order): Promise<void> {
  if (order.order === 'stop') {
    await worker?.stop()
    worker = null
    answer('stopped')
    return
  }
  const started = await startWorker({
    databaseUrl: order.databaseUrl,
    registry: { chaos: makeChaosSource() },
    roots: null,
    log: pino({ level: order.logLevel }, pino.destination(2)),
    version: 'chaos',
    sweepMs: order.sweepMs,
    decrypt: (secret) => secret,
    listFolders: (path) => Promise.resolve({ ok: true, path, parent: null, folders: [], more: false }),
    backOffMs: [30, 60],
    concurrency: 6,
  })
  worker = started
  void started.lost.then(() => process.exit(1))
  answer('started')
}

function answer(said: Answer): void {
  process.send?.(said)
}

// One order after another: a stop that comes while the worker starts stops it once it has started.
let obeyed = Promise.resolve()
process.on('message', (message) => {
  obeyed = obeyed
    .then(() => obey(zOrder.parse(message)))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    })
})
process.on('disconnect', () => process.exit(0))
