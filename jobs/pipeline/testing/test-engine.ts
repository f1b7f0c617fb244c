import { sql } from 'drizzle-orm'
import pino from 'pino'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import type { MediaKind } from '../../../db/domain/media.ts'
import { openRun, type RunRequest } from '../../../db/queries/open-run.ts'
import { startWorker, type Worker } from '../../worker.ts'
import { type Given, givenSource } from './given-source.ts'

/** A database of a test's own, with libraries of a given source and real workers on it. */
export async function makeTestEngine(given: Given, libraries: { title: string; mediaKind: MediaKind }[]) {
  const database = await createTestDatabase()
  const { db } = database
  const workers: Worker[] = []
  const [source] = await db.execute<{ id: number }>(sql`
    insert into source (kind, name) values ('given', 'Given') returning id`)
  const ids: number[] = []
  for (const { title, mediaKind } of libraries) {
    const [row] = await db.execute<{ id: number }>(sql`
      insert into library (source_id, title, media_kind) values (${source?.id ?? 0}, ${title}, ${mediaKind}) returning id`)
    ids.push(row?.id ?? 0)
  }
  return {
    db,
    url: database.url,
    libraryIds: ids,
    startWorker: async (sweepMs = 200) => {
      const worker = await startWorker({
        databaseUrl: database.url,
        registry: { given: givenSource(given) },
        roots: null,
        log: pino({ level: 'silent' }),
        version: 'test',
        sweepMs,
        decrypt: (secret) => secret,
        backOffMs: [10, 10],
        listFolders: (path) => Promise.resolve({ ok: true, path, parent: null, folders: [], more: false }),
      })
      workers.push(worker)
      return worker
    },
    openRun: (request: Partial<RunRequest> = {}) =>
      db.transaction((tx) =>
        openRun(tx, { person: { id: 'ana', name: 'Ana' }, libraryIds: ids, mode: 'full', ...request }),
      ),
    stateOf: async (runId: number) => {
      const [row] = await db.execute<{ state: string; outcome: string | null }>(sql`
        select state, outcome from run_cursor where run_id = ${runId}`)
      return row ?? { state: 'gone', outcome: null }
    },
    close: async () => {
      for (const worker of workers) await worker.stop()
      await database.drop()
    },
  }
}

export type TestEngine = Awaited<ReturnType<typeof makeTestEngine>>
