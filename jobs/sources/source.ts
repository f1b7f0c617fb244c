import type { Draft } from '../../db/domain/draft.ts'
import type { Entry } from '../../db/domain/entry.ts'
import type { Json } from '../../db/domain/json.ts'
import type { MediaKind } from '../../db/domain/media.ts'
import type { Evidence, Trouble } from '../../db/domain/outcome.ts'
import type { TroubleCode } from '../../db/domain/trouble-codes.ts'
import type { RunOptions } from '../../db/domain/run-options.ts'

/** The library a source is asked about. `config` is what the kind's library settings parsed to. */
export interface SourceLibrary {
  id: number
  title: string
  mediaKind: MediaKind
  config: Json
}

/** What a source gets from outside; fakes are handed in by tests. */
export interface SourceContext {
  /** Aborts when the run pauses, is cancelled, or the worker ends. A source stops at its next await. */
  signal: AbortSignal
  /** Folders that file-system libraries may point into; null: any. */
  roots: readonly string[] | null
  fetch: typeof fetch
  /** The run it works for, null for a check. */
  runId: number | null
  options: RunOptions
  log(level: 'info' | 'warn' | 'error', message: string, extra?: { [key: string]: Json }): void
}

/** What a check found: trouble, or a line for people ("Readable, 528 video files"). */
export type CheckReport = { ok: true; note: string } | { ok: false; trouble: Trouble }

/** What came of reading one entry: something for the catalogue, or trouble. */
export type Reading = { key: string; draft: Draft; warnings: string[] } | { key: string; trouble: Trouble }

/** An opened source. It only reads; it never sees the database and never decides what is new. */
export interface OpenSource {
  /** Is the source itself reachable and well configured? */
  check(): Promise<CheckReport>
  /** Could this library be listed now? */
  checkLibrary(library: SourceLibrary): Promise<CheckReport>
  /**
   * Lists what is there, in batches of any size, in bounded memory; every key once. Throws `SourceFailure`
   * when the listing can't go on; what was yielded before stays staged. Ending without a throw means that
   * the listing is complete.
   */
  prescan(library: SourceLibrary): AsyncIterable<Entry[]>
  /**
   * Reads entries that a prescan staged: exactly one reading for each, in any order. One bad entry is a
   * reading with trouble, never a throw; a throw (`SourceFailure`) means that nothing more can be read now.
   */
  ingest(library: SourceLibrary, entries: readonly Entry[]): AsyncIterable<Reading>
  close(): Promise<void>
}

/** One kind of source: a folder under jobs/sources and a line in the registry. */
export interface SourceKind {
  kind: string
  /** Raised when the kind reads more or otherwise than before: then unchanged things count as changed. */
  reader: number
  open(config: Json, secret: string | null, context: SourceContext): OpenSource
}

/** The trouble that ends a listing or a whole read, as an exception with a code. */
export class SourceFailure extends Error {
  readonly code: TroubleCode
  readonly evidence: Evidence

  constructor(code: TroubleCode, detail: string, options: { evidence?: Evidence; cause?: unknown } = {}) {
    super(detail, { cause: options.cause })
    this.name = 'SourceFailure'
    this.code = code
    this.evidence = options.evidence ?? {}
  }
}
