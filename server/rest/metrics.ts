import type { MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '../../db/connect.ts'
import { countRunsByState } from '../../db/queries/count-runs.ts'
import { listWorkers } from '../../db/queries/worker.ts'

/** What `/metrics` tells, and what measures the requests. */
export interface Metrics {
  measure: MiddlewareHandler
  /** The page in Prometheus' text format, and its content type. */
  page(): Promise<{ text: string; type: string }>
}

/** Counts of this process and of the product, in a registry of their own. */
export function createMetrics(db: Db): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'marquee_http_request_seconds',
    help: 'How long requests took to begin their answer.',
    labelNames: ['area', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const workers = new Gauge({
    name: 'marquee_workers',
    help: 'Workers that are alive.',
    registers: [registry],
  })
  const runs = new Gauge({
    name: 'marquee_runs',
    help: 'Runs by state.',
    labelNames: ['state'],
    registers: [registry],
  })
  return {
    measure: async (c, next) => {
      const done = requests.startTimer()
      await next()
      done({ area: areaOf(c.req.path), method: c.req.method, status: `${Math.floor(c.res.status / 100)}xx` })
    },
    async page() {
      workers.set((await listWorkers(db)).length)
      runs.reset()
      for (const { state, count } of await countRunsByState(db)) runs.set({ state }, count)
      return { text: await registry.metrics(), type: registry.contentType }
    },
  }
}

// Few values: a label for each path would grow without end.
function areaOf(path: string): string {
  const first = path.split('/')[1] ?? ''
  return ['trpc', 'api', 'assets', 'healthz', 'readyz', 'metrics', 'import-logs'].includes(first)
    ? first
    : 'page'
}
