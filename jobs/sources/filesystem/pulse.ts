import type { ByteString } from './byte-string.ts'

const BEATS = 0
const IS_WAITING = 1
const IN_FLIGHT = 2
const PATH_LENGTH = 3
const HEAD_BYTES = 16
const PATH_BYTES = 4096

/**
 * What a walking thread and the one that listens share, in memory: signs of life, the folder it is in, and how
 * many batches nobody has taken yet. It works while a system call hangs, when messages would not.
 */
export class Pulse {
  readonly memory: SharedArrayBuffer
  readonly #head: Int32Array
  readonly #path: Buffer

  constructor(memory = new SharedArrayBuffer(HEAD_BYTES + PATH_BYTES)) {
    this.memory = memory
    this.#head = new Int32Array(memory, 0, HEAD_BYTES / 4)
    this.#path = Buffer.from(memory, HEAD_BYTES)
  }

  /** The walker is about to do something on disk. */
  beat(): void {
    Atomics.add(this.#head, BEATS, 1)
  }

  /** The walker is about to work in this folder. */
  enter(folder: ByteString): void {
    Atomics.store(this.#head, PATH_LENGTH, this.#path.write(folder, 'latin1'))
    this.beat()
  }

  /** The walker handed over a batch; it sleeps while `most` of them are not taken. */
  handOver(most: number): void {
    let open = Atomics.add(this.#head, IN_FLIGHT, 1) + 1
    Atomics.store(this.#head, IS_WAITING, 1)
    while (open >= most) {
      Atomics.wait(this.#head, IN_FLIGHT, open)
      open = Atomics.load(this.#head, IN_FLIGHT)
    }
    Atomics.store(this.#head, IS_WAITING, 0)
    this.beat()
  }

  /** The listener took a batch. */
  take(): void {
    Atomics.sub(this.#head, IN_FLIGHT, 1)
    Atomics.notify(this.#head, IN_FLIGHT)
  }

  /** What the listener sees: a number that stands still while nothing moves, and where. */
  read(): { beats: number; isWaiting: boolean; folder: Buffer } {
    const length = Atomics.load(this.#head, PATH_LENGTH)
    return {
      beats: Atomics.load(this.#head, BEATS),
      isWaiting: Atomics.load(this.#head, IS_WAITING) === 1,
      folder: Buffer.from(this.#path.subarray(0, length)),
    }
  }
}
