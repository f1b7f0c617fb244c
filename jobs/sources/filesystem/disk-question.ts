import { Worker } from 'node:worker_threads'
import type { Trouble } from '../../../db/domain/outcome.ts'
import type { ProbeAnswer } from '../../contract/probes.ts'

/** A short question about a disk, answered in a thread because a disk may hang. */
export type DiskQuestion =
  | { ask: 'root'; path: string; allowed: readonly string[] | null }
  | { ask: 'folders'; path: string | null; allowed: readonly string[] | null }

/** Its answer: trouble or null for a root, what the folder picker shows for folders. */
export type DiskAnswer = { root: Trouble | null } | { folders: ProbeAnswer }

/** Asks a thread of its own; null if there was no answer in time. */
export async function askDisk(question: DiskQuestion, waitMs: number): Promise<DiskAnswer | null> {
  const thread = new Worker(new URL('./disk-question-thread.ts', import.meta.url), { workerData: question })
  return new Promise<DiskAnswer | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), waitMs)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => clearTimeout(timer))
  }).finally(() => void thread.terminate())
}
