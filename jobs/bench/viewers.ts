import { Agent, get } from 'node:http'
import { z } from 'zod'

/** Who watches what: the order that a process of viewers is given. */
const zOrder = z.object({ url: z.string(), cookie: z.string(), topic: z.string(), count: z.number() })
/** The commits as they went: event number and when, in milliseconds since 1970. */
const zCommits = z.object({ commits: z.array(z.tuple([z.number(), z.number()])) })
const zFrame = z.object({
  kind: z.enum(['snapshot', 'patch']),
  seq: z.number(),
  events: z.array(z.object({ seq: z.number() })),
})

/** What the viewers saw of the commits. */
export interface ViewersReport {
  /** Milliseconds from commit to arrival, of every event at every viewer. */
  p50: number
  p95: number
  most: number
  arrived: number
  /** Events that a viewer should have got and did not, or got twice. */
  lost: number
  twice: number
  /** Snapshots after the first: a viewer that could not keep up. */
  snapshots: number
}

/** One viewer: what it has, and when each event came. */
interface Viewer {
  seq: number
  snapshots: number
  arrivals: [seq: number, atMs: number][]
}

const nowMs = () => performance.timeOrigin + performance.now()
const viewers: Viewer[] = []

/** How long the last frames may take before what is missing counts as lost. */
const PATIENCE_MS = 15_000

process.on('message', (message) => {
  const order = zOrder.safeParse(message)
  if (order.success) return watchAll(order.data)
  const ended = zCommits.safeParse(message)
  if (ended.success) void report(ended.data.commits)
})

function watchAll({ url, cookie, topic, count }: z.infer<typeof zOrder>): void {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  const address = `${url}/trpc/live?input=${encodeURIComponent(JSON.stringify({ topics: [topic] }))}`
  const watching = new Set<Viewer>()
  for (let at = 0; at < count; at++) {
    const viewer: Viewer = { seq: 0, snapshots: 0, arrivals: [] }
    viewers.push(viewer)
    get(address, { agent, headers: { cookie, accept: 'text/event-stream' } }, (response) => {
      if (response.statusCode !== 200) throw new Error(`a stream was answered with ${response.statusCode}`)
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const atMs = nowMs()
        const blocks = (text + chunk).split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) see(viewer, block, atMs)
        if (viewer.snapshots === 0 || watching.has(viewer)) return
        watching.add(viewer)
        if (watching.size === count) process.send?.('watching')
      })
    })
  }
}

function see(viewer: Viewer, block: string, atMs: number): void {
  const data = /^data: ?(.*)$/m.exec(block)?.[1]
  const frame = data?.includes('"seq":') ? zFrame.safeParse(JSON.parse(data)) : null
  if (!frame?.success) return
  const { kind, seq, events } = frame.data
  if (kind === 'snapshot') viewer.snapshots++
  // A snapshot's events are the newest ones: at the start they are the past, later what a slow viewer gets instead.
  for (const event of events) {
    if (kind === 'patch' || event.seq > viewer.seq) viewer.arrivals.push([event.seq, atMs])
  }
  if (viewer.snapshots === 1 && kind === 'snapshot') viewer.arrivals = []
  viewer.seq = seq
}

async function report(commits: [number, number][]): Promise<void> {
  const last = commits.at(-1)?.[0] ?? 0
  const untilMs = nowMs() + PATIENCE_MS
  while (nowMs() < untilMs && viewers.some((viewer) => viewer.seq < last)) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const latencies: number[] = []
  let lost = 0
  let twice = 0
  for (const viewer of viewers) {
    const arrivals = new Map(viewer.arrivals)
    twice += viewer.arrivals.length - arrivals.size
    for (const [seq, committedMs] of commits) {
      const atMs = arrivals.get(seq)
      if (atMs === undefined) lost++
      else latencies.push(atMs - committedMs)
    }
  }
  const sorted = Float64Array.from(latencies).sort()
  const part = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const seen: ViewersReport = {
    p50: part(0.5),
    p95: part(0.95),
    most: part(1),
    arrived: sorted.length,
    lost,
    twice,
    snapshots: viewers.reduce((sum, viewer) => sum + viewer.snapshots - 1, 0),
  }
  process.send?.(seen)
}
