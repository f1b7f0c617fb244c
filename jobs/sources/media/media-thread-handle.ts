import { Worker } from 'node:worker_threads'
import { pathText } from '../filesystem/path-text.ts'
import type { FileState, MediaReading } from './media-reading.ts'
import type { ThreadMessage } from './media-thread.ts'

/** How long a file may take, and which program the thread runs. */
export interface ThreadLimits {
  /** Until stat and open came back; a disk that sleeps needs a while. */
  lookMs: number
  /** For the container's facts, from then on. */
  factsMs: number
  script: URL
}

/** One thread that reads one file at a time. After a crash or a hang it is `isDead` and another takes over. */
export class MediaThread {
  isDead = false
  isBusy = false
  readonly #worker: Worker
  readonly #limits: ThreadLimits
  #settle: ((end: 'crashed' | 'hung' | MediaReading) => void) | null = null
  #seen: FileState | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(limits: ThreadLimits) {
    this.#limits = limits
    this.#worker = new Worker(limits.script, { resourceLimits: { maxOldGenerationSizeMb: 128 } })
    this.#worker.unref()
    this.#worker.on('message', (message: ThreadMessage) => this.#hear(message))
    this.#worker.on('error', () => this.#end('crashed'))
    this.#worker.on('exit', () => this.#end('crashed'))
  }

  /** Reads one file; null if the thread died before it could even look at it. */
  async read(path: Buffer): Promise<MediaReading | null> {
    this.isBusy = true
    this.#seen = null
    const end = await new Promise<'crashed' | 'hung' | MediaReading>((resolve) => {
      this.#settle = resolve
      this.#wait(this.#limits.lookMs)
      this.#worker.postMessage(path)
    })
    clearTimeout(this.#timer)
    this.#settle = null
    this.isBusy = false
    if (typeof end !== 'string') return end
    return this.#seen === null && end === 'crashed' ? null : this.#lost(end, path)
  }

  /** Ends the thread. A system call that hangs keeps it alive for as long as it hangs, so nobody waits for it. */
  end(): void {
    this.isDead = true
    void this.#worker.terminate()
  }

  #hear(message: ThreadMessage): void {
    if ('done' in message) return this.#settle?.(message.done)
    this.#seen = message.seen
    this.#wait(this.#limits.factsMs)
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end('hung'), ms)
  }

  #end(how: 'crashed' | 'hung'): void {
    this.end()
    this.#settle?.(how)
  }

  #lost(how: 'crashed' | 'hung', path: Buffer): MediaReading {
    const nothing = { facts: null, isWithoutVideo: false }
    const seconds = Math.round((this.#seen ? this.#limits.factsMs : this.#limits.lookMs) / 1000)
    if (this.#seen) {
      const why = how === 'hung' ? `reading it took longer than ${seconds} s` : 'the reader crashed on it'
      const warning = `Its duration and streams are unknown: ${why}.`
      return { file: this.#seen, fault: null, ...nothing, warning }
    }
    const fault = { errno: 'ETIMEDOUT', syscall: 'open', path: pathText(path), uid: null, gid: null }
    return {
      file: null,
      fault: { ...fault, firstFailingParent: null, owner: null },
      ...nothing,
      warning: null,
    }
  }
}
