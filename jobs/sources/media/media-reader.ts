import { availableParallelism } from 'node:os'
import { pathBytes, pathText } from '../filesystem/path-text.ts'
import type { MediaReader, MediaReading } from './media-reading.ts'
import { MediaThread, type ThreadLimits } from './media-thread-handle.ts'

/** One thread is worth about 150 small files a second and 40 MB; more than two starve the rest of the worker. */
const MOST_THREADS = 2

const LIMITS: ThreadLimits = {
  lookMs: 30_000,
  factsMs: 20_000,
  script: new URL('./media-thread.ts', import.meta.url),
}

interface Task {
  path: Buffer
  signal: AbortSignal
  tries: number
  resolve(reading: MediaReading): void
  reject(reason: unknown): void
}

/** A reader with its own threads, started when there is work. */
export function createMediaReader(
  options: { threads?: number; limits?: Partial<ThreadLimits> } = {},
): MediaReader {
  const most = options.threads ?? Math.min(MOST_THREADS, availableParallelism())
  const limits = { ...LIMITS, ...options.limits }
  const waiting: Task[] = []
  const running = new Set<Task>()
  let threads: MediaThread[] = []
  let isClosed = false

  function next(): void {
    threads = threads.filter((thread) => !thread.isDead)
    while (waiting.length > 0) {
      const thread = threads.find(({ isBusy }) => !isBusy) ?? startThread()
      if (!thread) return
      const task = waiting.shift()
      if (task?.signal.aborted === false) void run(thread, task)
    }
  }

  function startThread(): MediaThread | null {
    if (threads.length >= most) return null
    const thread = new MediaThread(limits)
    threads.push(thread)
    return thread
  }

  async function run(thread: MediaThread, task: Task): Promise<void> {
    running.add(task)
    const reading = await thread.read(task.path)
    running.delete(task)
    if (isClosed) return
    if (reading) task.resolve(reading)
    // Not even a look: a second thread gets a try, in case the first died of the file before.
    else if (task.tries++ === 0) waiting.unshift(task)
    else task.resolve(crashed(task.path))
    next()
  }

  return {
    read: (path, signal) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('the media reader is closed'))
        if (signal.aborted) return reject(signal.reason)
        const onAbort = () => reject(signal.reason)
        signal.addEventListener('abort', onAbort, { once: true })
        const done = (reading: MediaReading) => {
          signal.removeEventListener('abort', onAbort)
          resolve(reading)
        }
        const bytes = typeof path === 'string' ? pathBytes(path) : path
        waiting.push({ path: bytes, signal, tries: 0, resolve: done, reject })
        next()
      }),
    close: async () => {
      isClosed = true
      for (const task of [...waiting.splice(0), ...running])
        task.reject(new Error('the media reader is closed'))
      for (const thread of threads.splice(0)) thread.end()
    },
  }
}

function crashed(path: Buffer): MediaReading {
  const nothing = { syscall: null, uid: null, gid: null, firstFailingParent: null, owner: null }
  const fault = { errno: 'ECRASHED', path: pathText(path), ...nothing }
  return { file: null, fault, facts: null, isWithoutVideo: false, warning: null }
}
