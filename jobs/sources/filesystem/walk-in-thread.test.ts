import { execFileSync } from 'node:child_process'
import { describe, expect, test, vi } from 'vitest'
import type { Entry } from '../../../db/domain/entry.ts'
import { SourceFailure } from '../source.ts'
import type { FileLibrary } from './file-library.ts'
import { tempTree } from './testing/temp-tree.ts'
import { walkInThread, type WalkPatience } from './walk-in-thread.ts'

vi.setConfig({ testTimeout: 60_000 })
const running = new AbortController().signal

function walk(path: string, signal = running, patience: Partial<WalkPatience> = {}) {
  const library: FileLibrary = { path, mediaKind: 'movie', followLinks: false, specials: true }
  return walkInThread(library, null, signal, patience)
}

async function failureOf(entries: AsyncIterable<Entry[]>): Promise<unknown> {
  try {
    for await (const _ of entries);
    return null
  } catch (error) {
    return error
  }
}

describe('a walk in its thread', () => {
  test('hands over every entry once, in batches of at most 500', async () => {
    const root = await tempTree()
    execFileSync('sh', ['-c', 'seq -f "Film %05g.mkv" 3000 | tr "\\n" "\\0" | xargs -0 touch'], { cwd: root })
    const keys = new Set<string>()
    let largest = 0
    for await (const batch of walk(root)) {
      largest = Math.max(largest, batch.length)
      for (const { key } of batch) keys.add(key)
    }
    expect(keys.size).toBe(3000)
    expect(largest).toBeLessThanOrEqual(500)
  })

  test('refuses a library with the sentence of its root', async () => {
    const failure = await failureOf(walk(await tempTree()))
    expect(failure).toBeInstanceOf(SourceFailure)
    expect(failure).toMatchObject({ code: 'root_missing', message: expect.stringContaining('is empty') })
  })

  test('on a disk that hangs fails, names the folder and waits for nobody', async () => {
    const script = new URL('./testing/stuck-walk-thread.ts', import.meta.url)
    const failure = await failureOf(walk('/mnt/dead', running, { script, tickMs: 20, silentTicks: 3 }))
    expect(failure).toMatchObject({ code: 'source_unreachable', evidence: { folder: '/mnt/dead/Films' } })
  })

  test('that crashes is a bug of ours, not a complete listing', async () => {
    const script = new URL('./testing/crashing-walk-thread.ts', import.meta.url)
    expect(await failureOf(walk('/films', running, { script }))).toMatchObject({ code: 'internal' })
  })

  test('ends with the reason of the abort', async () => {
    const root = await tempTree(['a.mkv'])
    const stop = new AbortController()
    stop.abort(new Error('paused'))
    expect(await failureOf(walk(root, stop.signal))).toMatchObject({ message: 'paused' })
  })
})
