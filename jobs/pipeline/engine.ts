import type { Logger } from 'pino'
import type { Db } from '../../db/connect.ts'
import type { RunPart } from '../../db/queries/lane.ts'
import type { ProbeAnswer } from '../contract/probes.ts'
import type { RunWatch } from './run-watch.ts'
import type { Registry } from '../sources/registry.ts'
import { type OpenSource, SourceFailure, type SourceLibrary } from '../sources/source.ts'

/** What every task of the engine is given. Fakes are handed in by tests. */
export interface Engine {
  db: Db
  workerId: number
  registry: Registry
  /** Folders that libraries may point into; null: any. */
  roots: readonly string[] | null
  log: Logger
  /** Aborts when this worker ends. */
  signal: AbortSignal
  /** Tells when a run should stop. */
  runs: RunWatch
  decrypt(secret: string): string
  listFolders: ListFolders
  /** The pauses before trouble that may pass is tried again; as many as there are tries. */
  backOffMs: readonly number[]
}

/** The folders inside a folder (null: the roots), for the folder picker; or trouble. */
export type ListFolders = (path: string | null, roots: readonly string[] | null) => Promise<ProbeAnswer>

/** A source opened for one part of a run, and the library as the source wants it. */
export interface Opened {
  source: OpenSource
  library: SourceLibrary
  reader: number
}

/** Opens the source of a part. Throws `SourceFailure` when this build does not know its kind. */
export function openSource(engine: Engine, part: RunPart, signal: AbortSignal): Opened {
  const kind = engine.registry[part.sourceKind]
  if (!kind) {
    throw new SourceFailure(
      'source_misconfigured',
      `This worker does not know sources of kind “${part.sourceKind}”.`,
    )
  }
  const secret = part.sourceSecret === null ? null : engine.decrypt(part.sourceSecret)
  const source = kind.open(part.sourceConfig, secret, {
    signal,
    roots: engine.roots,
    fetch,
    runId: part.runId,
    options: part.options,
    log: (level, message, extra) =>
      engine.log[level]({ ...extra, runId: part.runId, library: part.title }, message),
  })
  const library = {
    id: part.libraryId,
    title: part.title,
    mediaKind: part.mediaKind,
    config: part.libraryConfig,
  }
  return { source, library, reader: kind.reader }
}
