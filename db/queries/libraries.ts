import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import type { Json } from '../domain/json.ts'
import type { MediaKind } from '../domain/media.ts'
import { runLibrary } from '../schema/run.ts'
import { library } from '../schema/source.ts'

type Config = { [key: string]: Json }

/** A library as a change of it needs to know it. */
export interface LockedLibrary {
  libraryId: number
  sourceId: number
  title: string
  mediaKind: MediaKind
  config: Config
}

const columns = {
  libraryId: library.id,
  sourceId: library.sourceId,
  title: library.title,
  mediaKind: library.mediaKind,
  config: library.config,
}

/** Locks a library: no run can start to use it until this transaction ends. Null when there is none. */
export async function lockLibraryRow(tx: Tx, libraryId: number): Promise<LockedLibrary | null> {
  const rows = await tx.select(columns).from(library).where(eq(library.id, libraryId)).for('update')
  return rows[0] ?? null
}

/** Locks all libraries of a source, in ascending order. */
export async function lockLibrariesOf(tx: Tx, sourceId: number): Promise<LockedLibrary[]> {
  return tx
    .select(columns)
    .from(library)
    .where(eq(library.sourceId, sourceId))
    .orderBy(asc(library.id))
    .for('update')
}

/** A run that uses one of these libraries or waits for it, and the library; null when none does. */
export async function findUse(
  tx: Tx,
  libraryIds: readonly number[],
): Promise<{ runId: number; title: string } | null> {
  if (libraryIds.length === 0) return null
  const rows = await tx
    .select({ runId: runLibrary.runId, title: runLibrary.title })
    .from(runLibrary)
    .where(
      and(
        inArray(runLibrary.libraryId, [...libraryIds]),
        inArray(runLibrary.state, ['waiting', 'listing', 'ingesting']),
      ),
    )
    .orderBy(asc(runLibrary.runId))
    .limit(1)
  return rows[0] ?? null
}

/** Adds a library. */
export async function addLibrary(
  tx: Tx,
  values: { sourceId: number; title: string; mediaKind: MediaKind; config: Config },
): Promise<number> {
  const rows = await tx.insert(library).values(values).returning({ id: library.id })
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an insert answered without its row')
  return id
}

/** Changes a library. What an incremental run would start from goes when it holds other things now. */
export async function changeLibrary(
  tx: Tx,
  libraryId: number,
  change: {
    title?: string | undefined
    mediaKind?: MediaKind | undefined
    config?: Config | undefined
    syncEnabled?: boolean | undefined
    lanes?: number | undefined
  },
): Promise<void> {
  const values = { ...change, ...(change.config || change.mediaKind ? { cursor: null } : {}) }
  if (Object.values(values).every((value) => value === undefined)) return
  await tx.update(library).set(values).where(eq(library.id, libraryId))
}

/** Removes a library and what is known of it. Runs keep their record of it. */
export async function removeLibrary(tx: Tx, libraryId: number): Promise<void> {
  await tx.delete(library).where(eq(library.id, libraryId))
}
