import { parentPort } from 'node:worker_threads'

// A media thread that does what a file's name tells it to: the real one can't be made to hang on demand.
parentPort?.on('message', (path: Uint8Array) => {
  const name = Buffer.from(path).toString()
  const file = { size: 1, mtimeMs: 0, ino: 1, isFolder: false, isGrowing: false }
  if (name.includes('seen')) parentPort?.postMessage({ seen: file })
  if (name.includes('hang')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  if (name.includes('crash')) process.exit(1)
  parentPort?.postMessage({ done: { file, fault: null, facts: null, isWithoutVideo: false, warning: null } })
})
