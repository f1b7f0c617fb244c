import { createSignal } from 'solid-js'
import { makeAnnounceQueue } from './announce-queue.ts'

const [announcement, setAnnouncement] = createSignal('')

/** What screen readers were told last. */
export { announcement }

const queue = makeAnnounceQueue({
  say: setAnnouncement,
  now: () => performance.now(),
  later: (run, ms) => void setTimeout(run, ms),
})

/** Tells screen readers something, politely: at most once in 15 s, of what waits only the newest, unless forced. */
export function announce(message: string, options: { force?: boolean } = {}): void {
  queue(message, options.force ?? false)
}
