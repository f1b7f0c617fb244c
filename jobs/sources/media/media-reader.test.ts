import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { matroska } from '../../../db/examples/matroska.ts'
import { mp4 } from '../../../db/examples/mp4.ts'
import { createMediaReader } from './media-reader.ts'
import type { MediaReader } from './media-reading.ts'

const running = new AbortController().signal
let folder: string
let reader: MediaReader

beforeAll(async () => {
  reader = createMediaReader({ threads: 1 })
  folder = await mkdtemp(join(tmpdir(), 'marquee-media-'))
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true })
})

async function file(name: string, content: Buffer | string, size?: number): Promise<string> {
  await writeFile(join(folder, name), content)
  if (size) await truncate(join(folder, name), size)
  return join(folder, name)
}

describe('facts of real files', () => {
  test('a Matroska file states duration, picture, every sound track and subtitle with its language', async () => {
    const head = matroska({
      durationMs: 5_460_500,
      width: 3840,
      height: 1600,
      videoCodec: 'V_MPEGH/ISO/HEVC',
      audio: [
        { codec: 'A_EAC3', channels: 6, language: 'eng' },
        { codec: 'A_DTS', channels: 8, language: null },
      ],
      subtitles: [
        { language: 'fre', forced: true },
        { codec: 'S_HDMV/PGS', language: 'ger' },
      ],
      size: 50_000_000,
    })
    const reading = await reader.read(await file('film.mkv', head, 50_000_000), running)
    expect(reading.warning).toBe(null)
    expect(reading.file?.size).toBe(50_000_000)
    expect(reading.facts).toEqual({
      container: 'mkv',
      durationMs: 5_460_500,
      width: 3840,
      height: 1600,
      videoCodec: 'hevc',
      hdr: null,
      audio: [
        { codec: 'eac3', channels: 6, language: 'en' },
        { codec: 'dts', channels: 8, language: null },
      ],
      subtitles: [
        { codec: 'srt', language: 'fr', forced: true },
        { codec: 'pgs', language: 'de', forced: false },
      ],
    })
  })

  test('an MP4 states the same', async () => {
    const { facts } = await reader.read(
      await file('film.mp4', mp4({ durationMs: 61_000, language: 'jpn' })),
      running,
    )
    expect(facts).toMatchObject({ container: 'mp4', durationMs: 61_000, width: 1280, videoCodec: 'h264' })
    expect(facts?.audio).toEqual([{ codec: 'aac', channels: 2, language: 'ja' }])
  })

  test('text, nothing but zeros and a cut header are files with a warning', async () => {
    const cut = matroska({ durationMs: 1000 }).subarray(0, 60)
    const paths = [await file('a.mkv', 'hello'), await file('b.mkv', '', 9_000_000), await file('c.mkv', cut)]
    for (const path of paths) {
      const reading = await reader.read(path, running)
      expect(reading).toMatchObject({ facts: null, fault: null })
      expect(reading.warning).toMatch(/could not be read/)
    }
  })

  test('a pipe and a device are never opened', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.mkv')])
    for (const path of [join(folder, 'pipe.mkv'), '/dev/zero'])
      expect((await reader.read(path, running)).fault?.errno).toBe('EFTYPE')
  })

  test('a file that is gone names the first folder that is missing', async () => {
    const { fault } = await reader.read(join(folder, 'no', 'such', 'film.mkv'), running)
    expect(fault).toMatchObject({ errno: 'ENOENT', firstFailingParent: join(folder, 'no') })
  })

  test('a name that is not UTF-8 is read by its bytes', async () => {
    const path = Buffer.concat([Buffer.from(`${folder}/Am`), Buffer.from([0xe9]), Buffer.from('lie.mkv')])
    await writeFile(path, matroska({ durationMs: 1000 }))
    expect((await reader.read(path, running)).facts?.durationMs).toBe(1000)
  })
})

describe('a thread that fails', () => {
  const open = (options: Parameters<typeof createMediaReader>[0]) => {
    const faulty = createMediaReader(options)
    onTestFinished(() => faulty.close())
    return faulty
  }
  const script = new URL('./testing/faulty-thread.ts', import.meta.url)
  const limits = { script, lookMs: 4_000, factsMs: 100 }

  test('costs its file the facts, and the files after it nothing', async () => {
    const reader = open({ threads: 1, limits })
    const all = ['seen-hang', 'fine', 'seen-crash', 'fine too'].map((name) => reader.read(name, running))
    const [hung, fine, crashed, fineToo] = await Promise.all(all)
    expect(hung?.warning).toMatch(/took longer than/)
    expect(crashed?.warning).toMatch(/crashed/)
    for (const reading of [hung, fine, crashed, fineToo]) expect(reading?.file?.size).toBe(1)
    for (const reading of [fine, fineToo]) expect(reading?.warning).toBe(null)
  })

  test('is a fault of the file when it never came to see it', async () => {
    const reader = open({ threads: 1, limits: { ...limits, lookMs: 1_000 } })
    expect((await reader.read('crash', running)).fault?.errno).toBe('ECRASHED')
    expect((await reader.read('hang', running)).fault?.errno).toBe('ETIMEDOUT')
  })

  test('a reader that is closed or stopped keeps nobody waiting', async () => {
    const reader = open({ threads: 1, limits })
    const stop = new AbortController()
    const first = reader.read('hang', running)
    const second = reader.read('fine', stop.signal)
    stop.abort(new Error('paused'))
    await expect(second).rejects.toThrow('paused')
    await reader.close()
    await expect(first).rejects.toThrow('closed')
    await expect(reader.read('fine', running)).rejects.toThrow('closed')
  })
})
