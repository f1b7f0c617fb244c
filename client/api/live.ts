import { createEffect, createRoot, createSignal, onCleanup } from 'solid-js'
import { api } from './api.ts'
import { isSignedOut } from './failure.ts'
import { makeFrameQueue } from './frame-queue.ts'
import { makeLiveConnection, type OpenStream } from './live-connection.ts'
import { makeLiveStore } from './live-store.ts'
import { queryClient } from './query-client.ts'
import { expireSession } from './session-expiry.ts'
import { streamAfter, streamView, type StreamState, type StreamView } from './stream-state.ts'
import type { LiveTopic, RunShowView, RunView } from './wire.ts'

const store = makeLiveStore()

/** Everything the stream keeps fresh; read it in the page, it changes under the cells. */
export const live = store.state

const [stream, setStream] = createSignal<StreamState>({ name: 'lost', sinceMs: Date.now() })
const [batches, setBatches] = createSignal(0)

/** How many bursts of frames have arrived: the live dot pulses with each. */
export { batches }

const queue = makeFrameQueue({
  apply: (frames) => {
    store.apply(frames)
    setBatches((count) => count + 1)
  },
  // A hidden tab paints nothing, but its title still shows how far the run is.
  nextPaint: (run) => (document.hidden ? setTimeout(run, 1_000) : requestAnimationFrame(run)),
})

const connection = makeLiveConnection({
  open: openStream(),
  deliver: queue,
  moved: (move) => {
    setStream((state) => streamAfter(state, move, Date.now()))
    if (move === 'expired') expireSession()
  },
  unknown: () => void queryClient.invalidateQueries({ queryKey: ['runs'] }),
  soon: (run) => queueMicrotask(run),
  later: (run, ms) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
})

/** The stream through tRPC. A refusal in words ends it; a bare HTTP error may be one too, so it is looked into. */
function openStream(): OpenStream {
  return (input, ears) => {
    let isLookingInto = false
    const lookInto = async () => {
      ears.lost()
      if (isLookingInto) return
      isLookingInto = true
      try {
        const { person } = await api.session.me.query()
        if (!person) ears.refused()
      } catch (error) {
        if (isSignedOut(error)) ears.refused()
      }
      isLookingInto = false
    }
    const subscription = api.live.subscribe(input, {
      context: { onTrouble: () => void lookInto() },
      onStarted: () => ears.opened(),
      onConnectionStateChange: (state) => {
        if (state.state === 'connecting') ears.lost()
        if (state.state === 'pending') ears.opened()
      },
      onData: (tracked) => ears.frame(tracked.id, tracked.data),
      onError: (error) => (isSignedOut(error) ? ears.refused() : ears.ended()),
      onComplete: () => ears.ended(),
    })
    return () => subscription.unsubscribe()
  }
}

addEventListener('online', () => stream().name === 'lost' && connection.retry())

const view = createRoot(() => {
  const [now, setNow] = createSignal(Date.now())
  createEffect(() => {
    if (stream().name === 'live') return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    onCleanup(() => clearInterval(timer))
  })
  return () => streamView(stream(), now())
})

/** How the connection stands, in seconds while it is not there. */
export const streamNow: () => StreamView = view

/** From when on numbers are shown as old ones. */
const STALE_SECONDS = 5

/** True while what is shown is a while old; it is still the last that was known. */
export function isStale(): boolean {
  const now = view()
  return now.kind === 'offline' || (now.kind !== 'live' && now.seconds >= STALE_SECONDS)
}

/** Keeps a topic fresh for as long as the calling component lives and `topic` names one. */
export function watchLive(topic: () => LiveTopic | null): void {
  createEffect(() => {
    const wanted = topic()
    if (wanted) onCleanup(connection.watch(wanted))
  })
}

/** Takes a fetched run in, unless the stream has newer numbers already. */
export const seedRun = (run: RunView): void => store.seed(run)

/** Takes fetched shows in; what the stream has said of them since stays. */
export const seedShows = (runId: number, asOfSeq: number, shows: readonly RunShowView[]): void =>
  store.seedShows(runId, asOfSeq, shows)

/** Tries to connect at once. */
export const retryStream = (): void => connection.retry()
/** Goes on after a sign-in. */
export const resumeStream = (): void => connection.resume()
