import { parentPort, workerData } from 'node:worker_threads'
import { realDisk } from './disk.ts'
import type { DiskAnswer, DiskQuestion } from './disk-question.ts'
import { foldersIn } from './folders-in.ts'
import { openRoot } from './open-root.ts'

function answer(question: DiskQuestion): DiskAnswer {
  if (question.ask === 'folders') return { folders: foldersIn(question.path, question.allowed, realDisk) }
  const opened = openRoot(question.path, question.allowed, realDisk)
  return { root: 'trouble' in opened ? opened.trouble : null }
}

parentPort?.postMessage(answer(workerData))
