import { fork } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { makeRun, type MadeRun } from '../../db/queries/run-views/testing/make-run.ts'
import type { BenchProcess } from './bench-process.ts'
import { type Figure, rounded } from './figure.ts'
import { ADMIN, type BenchProduct, makeBenchProduct } from './product.ts'
import type { ViewersReport } from './viewers.ts'

const VIEWERS = [200, 1000]
const BATCHES_A_SECOND = 20
const BATCHES = 400
const LIBRARIES = 4
const SHOWS = 10
const EPISODES = 100
const UNITS_A_BATCH = 5
const IDLE_SECONDS = 10

/**
 * A run that commits 20 batches a second, watched by 200 and by 1,000 pages of the real web over SSE: how long from
 * commit to arrival, whether anything is lost, how late the web's event loop is, and what it costs when nothing happens.
 */
export async function bench(sizes: readonly number[] = VIEWERS): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const product = await makeBenchProduct()
    try {
      figures.push(...(await watch(product, size)))
    } finally {
      await product.close()
    }
  }
  return figures
}

async function watch(product: BenchProduct, count: number): Promise<Figure[]> {
  const web = await product.startWeb()
  const run = await makeRun(product.db, { libraries: LIBRARIES, shows: SHOWS, episodes: EPISODES })
  const cookie = await signIn(web.url)
  const viewers = fork(new URL('./viewers.ts', import.meta.url))
  try {
    viewers.send({ url: web.url, cookie, topic: `run:${run.runId}`, count })
    await messageOf(viewers)
    const idle = await idleShare(web)
    await lagOf(web.url)
    const before = web.cpuSeconds()
    const { commits, seconds } = await commitBatches(product, run)
    const lag = await lagOf(web.url)
    const busy = (web.cpuSeconds() - before) / seconds
    viewers.send({ commits })
    const seen = (await messageOf(viewers)) as ViewersReport
    const of = `${count.toLocaleString('en')} viewers, ${rounded(commits.length / seconds)} batches/s`
    const figure = (name: string, value: number, unit: string): Figure => {
      return { bench: 'live', figure: name, value: rounded(value), unit, of }
    }
    return [
      figure('commit to arrival p50', seen.p50, 'ms'),
      figure('commit to arrival p95', seen.p95, 'ms'),
      figure('commit to arrival, longest', seen.most, 'ms'),
      figure('events arrived', seen.arrived, 'events'),
      figure('events lost', seen.lost, 'events'),
      figure('events twice', seen.twice, 'events'),
      figure('snapshots to slow viewers', seen.snapshots, 'frames'),
      figure('event loop delay of the web p50 (10 are its grain)', lag.p50, 'ms'),
      figure('event loop delay of the web p99 (10 are its grain)', lag.p99, 'ms'),
      figure('processor of the web', busy * 100, '% of a core'),
      figure('processor of the web, nothing happening', idle * 100, '% of a core'),
      figure('web peak memory', web.peakBytes() / 1e6, 'MB'),
    ]
  } finally {
    viewers.kill()
  }
}

/** Settles batches at an even pace, as far as the machine allows; when each was committed, by its event's number. */
async function commitBatches(
  { db }: BenchProduct,
  run: MadeRun,
): Promise<{ commits: [number, number][]; seconds: number }> {
  const [cursor] = await db.execute<{ seq: number }>(sql`
    select last_seq as seq from run_cursor where run_id = ${run.runId}`)
  const startedMs = performance.now()
  const commits: [number, number][] = []
  for (let at = 0; at < BATCHES; at++) {
    const lateMs = performance.now() - startedMs - (at * 1000) / BATCHES_A_SECOND
    if (lateMs < 0) await new Promise((resolve) => setTimeout(resolve, -lateMs))
    await run.settle(at % LIBRARIES, Math.floor(at / LIBRARIES) % SHOWS, UNITS_A_BATCH)
    commits.push([(cursor?.seq ?? 0) + at + 1, performance.timeOrigin + performance.now()])
  }
  return { commits, seconds: (performance.now() - startedMs) / 1000 }
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(ADMIN),
  })
  if (!response.ok) throw new Error(`signing in was answered with ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** How late the web's event loop has been since this was last asked. */
async function lagOf(url: string): Promise<{ p50: number; p99: number }> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const lag = (name: string) =>
    Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1]) * 1000
  return { p50: lag('p50'), p99: lag('p99') }
}

async function idleShare(web: BenchProcess): Promise<number> {
  const before = web.cpuSeconds()
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000))
  return (web.cpuSeconds() - before) / IDLE_SECONDS
}

function messageOf(child: ReturnType<typeof fork>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the viewers ended with ${code}`)))
  })
}
