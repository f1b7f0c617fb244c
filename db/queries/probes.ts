import { and, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import type { Json } from '../domain/json.ts'
import { probe } from '../schema/worker.ts'

/** Writes a question down and tells `channel` at commit. Questions older than an hour go. */
export async function askProbe(
  tx: Tx,
  channel: string,
  question: { kind: string; [key: string]: Json },
): Promise<number> {
  await tx.delete(probe).where(lt(probe.askedAt, sql`now() - interval '1 hour'`))
  const rows = await tx.insert(probe).values({ kind: question.kind, question }).returning({ id: probe.id })
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an insert answered without its row')
  await tx.execute(sql`select pg_notify(${channel}, ${`ask:${id}`})`)
  return id
}

/** The answer to a question; undefined while there is none. */
export async function findAnswer(db: Db | Tx, probeId: number): Promise<Json | undefined> {
  const rows = await db
    .select({ answer: probe.answer })
    .from(probe)
    .where(and(eq(probe.id, probeId), isNotNull(probe.answer)))
  return rows[0]?.answer ?? undefined
}
