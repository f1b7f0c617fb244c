import { asc, count, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import type { Json } from '../domain/json.ts'
import type { Trouble } from '../domain/outcome.ts'
import { library, source } from '../schema/source.ts'
import { isoText } from './iso-text.ts'

type Config = { [key: string]: Json }

/** A source as people see it: never with its secret. */
export interface SourceRow {
  sourceId: number
  kind: string
  name: string
  config: Config
  hasSecret: boolean
  libraries: number
  /** The last check: when, what was wrong (null: nothing), what was found. */
  checkedAt: string | null
  trouble: Trouble | null
  checkNote: string | null
  createdAt: string
}

const columns = {
  sourceId: source.id,
  kind: source.kind,
  name: source.name,
  config: source.config,
  hasSecret: sql<boolean>`${source.secret} is not null`,
  libraries: count(library.id),
  checkedAt: isoText(source.checkedAt),
  trouble: source.trouble,
  checkNote: source.checkNote,
  createdAt: isoText(source.createdAt),
}

/** All sources, in the order they were made. */
export async function listSources(db: Db | Tx): Promise<SourceRow[]> {
  return selectSources(db).groupBy(source.id).orderBy(asc(source.id))
}

/** One source; null when there is none. */
export async function findSource(db: Db | Tx, sourceId: number): Promise<SourceRow | null> {
  const rows = await selectSources(db).where(eq(source.id, sourceId)).groupBy(source.id)
  return rows[0] ?? null
}

function selectSources(db: Db | Tx) {
  return db.select(columns).from(source).leftJoin(library, eq(library.sourceId, source.id))
}

/** Locks a source against other changes of it and of its libraries; null when there is none. */
export async function lockSource(
  tx: Tx,
  sourceId: number,
): Promise<{ kind: string; name: string; config: Config } | null> {
  const rows = await tx
    .select({ kind: source.kind, name: source.name, config: source.config })
    .from(source)
    .where(eq(source.id, sourceId))
    .for('update')
  return rows[0] ?? null
}

/** Adds a source. `secret` is sealed already. */
export async function addSource(
  tx: Tx,
  values: { kind: string; name: string; config: Config; secret: string | null },
): Promise<number> {
  const rows = await tx.insert(source).values(values).returning({ id: source.id })
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an insert answered without its row')
  return id
}

/** Changes a source; what its last check said goes when what it checked has changed. */
export async function changeSource(
  tx: Tx,
  sourceId: number,
  change: { name?: string | undefined; config?: Config | undefined; secret?: string | undefined },
): Promise<void> {
  const unchecked = change.config || change.secret ? { checkedAt: null, trouble: null, checkNote: null } : {}
  const values = { ...change, ...unchecked }
  if (Object.values(values).every((value) => value === undefined)) return
  await tx.update(source).set(values).where(eq(source.id, sourceId))
}

/** Remembers what a check found. */
export async function noteSourceCheck(
  tx: Tx,
  sourceId: number,
  found: { trouble: Trouble | null; note: string | null },
): Promise<void> {
  await tx
    .update(source)
    .set({ checkedAt: sql`now()`, trouble: found.trouble, checkNote: found.note })
    .where(eq(source.id, sourceId))
}

/** Removes a source and its libraries. Runs keep their record of them. */
export async function removeSource(tx: Tx, sourceId: number): Promise<void> {
  await tx.delete(source).where(eq(source.id, sourceId))
}
