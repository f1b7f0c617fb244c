import { Worker } from 'node:worker_threads'
import type { Entry } from '../../../db/domain/entry.ts'
import { SourceFailure } from '../source.ts'
import type { FileLibrary } from './file-library.ts'
import { displayPath, pathText } from './path-text.ts'
import { Pulse } from './pulse.ts'
import { createSilence } from './silence.ts'
import type { WalkMessage, WalkOrder } from './walk-thread.ts'

/** How patient the listener is; tests hand in another program for the thread. */
export interface WalkPatience {
  /** How often the thread is looked at. */
  tickMs: number
  /** After how many looks without any sign of life the disk counts as hung. */
  silentTicks: number
  script: URL
}

const PATIENCE: WalkPatience = {
  tickMs: 1_000,
  silentTicks: 60,
  script: new URL('./walk-thread.ts', import.meta.url),
}

/**
 * Walks a library in a thread of its own and yields its entries as they are found. The thread stops ahead of
 * a slow listener; if a system call hangs, the walk fails and names the folder, and this process goes on.
 */
export async function* walkInThread(
  library: FileLibrary,
  allowed: readonly string[] | null,
  signal: AbortSignal,
  patience: Partial<WalkPatience> = {},
): AsyncGenerator<Entry[], void, void> {
  signal.throwIfAborted()
  const { tickMs, silentTicks, script } = { ...PATIENCE, ...patience }
  const pulse = new Pulse()
  const order: WalkOrder = { library, allowed, memory: pulse.memory }
  const thread = new Worker(script, { workerData: order })
  const messages: WalkMessage[] = []
  let failure: unknown = null
  let wake = () => {}
  const fail = (error: unknown) => {
    failure ??= error
    wake()
  }
  const onAbort = () => fail(signal.reason)
  signal.addEventListener('abort', onAbort)
  thread.on('message', (message: WalkMessage) => {
    messages.push(message)
    wake()
  })
  thread.on('error', (error) => fail(broken(library, error)))
  thread.on('exit', () => fail(broken(library)))
  const isSilent = createSilence(silentTicks)
  const watch = setInterval(() => {
    if (isSilent(pulse.read())) fail(hung(pulse, silentTicks * tickMs))
  }, tickMs)

  try {
    for (;;) {
      const message = messages.shift()
      if (message === undefined) {
        if (failure !== null) throw failure
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      if ('isDone' in message) return
      if ('refused' in message) {
        const { code, detail, evidence = {} } = message.refused
        throw new SourceFailure(code, detail, { evidence })
      }
      signal.throwIfAborted()
      yield message.batch
      pulse.take()
    }
  } finally {
    clearInterval(watch)
    signal.removeEventListener('abort', onAbort)
    // Not awaited: a thread inside a hung system call ends when the call does, perhaps never.
    void thread.terminate()
  }
}

function hung(pulse: Pulse, silentMs: number): SourceFailure {
  const folder = pathText(pulse.read().folder)
  const seconds = Math.round(silentMs / 1000)
  const detail = `The disk has not answered for ${seconds} s in ${displayPath(folder)}. Is it still mounted?`
  return new SourceFailure('source_unreachable', detail, { evidence: { folder, seconds } })
}

function broken(library: FileLibrary, cause?: unknown): SourceFailure {
  return new SourceFailure('internal', `Listing ${displayPath(library.path)} broke off.`, { cause })
}
