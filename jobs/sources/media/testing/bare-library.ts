import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import mediaInfoFactory from 'mediainfo.js'

const CHUNK_BYTES = 65_536

// The library and nothing else, in its fastest form, for the benchmark to compare with: files one by one.
const mediaInfo = mediaInfoFactory({ format: 'JSON', chunkSize: CHUNK_BYTES })

parentPort?.on('message', async (paths: string[]) => {
  const library = await mediaInfo
  const buffer = Buffer.alloc(CHUNK_BYTES)
  for (const path of paths) {
    const file = openSync(path, 'r')
    const report = await library.analyzeData(fstatSync(file).size, (length, position) => {
      return buffer.subarray(0, readSync(file, buffer, 0, length, position))
    })
    JSON.parse(report)
    closeSync(file)
  }
  parentPort?.postMessage('done')
})
