import { sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import type { Json } from '../domain/json.ts'
import type { MediaKind } from '../domain/media.ts'

/** A question that nobody has answered yet. */
export interface AskedProbe {
  id: number
  question: Json
}

/** How old a question may be and still be worth an answer, in seconds: whoever asked waits no longer. */
const FRESH_SECONDS = 60

/** Takes the open questions: each goes to one worker. */
export async function takeProbes(db: Db): Promise<AskedProbe[]> {
  const rows = await db.execute<AskedProbe & { [key: string]: unknown }>(sql`
    update probe set answered_at = now() where id in (
      select id from probe where answered_at is null and asked_at > now() - make_interval(secs => ${FRESH_SECONDS})
      order by id for update skip locked)
    returning id, question`)
  return [...rows]
}

/** Writes an answer down and wakes whoever asked (`answer:<id>` on the probes' channel). */
export async function answerProbe(db: Db, id: number, answer: Json, channel: string): Promise<void> {
  await db.execute(sql`
    with answered as (update probe set answer = ${JSON.stringify(answer)}::jsonb, answered_at = now() where id = ${id} returning id)
    select pg_notify(${channel}, 'answer:' || id) from answered`)
}

/** A source as a check needs it. */
export type SourceToCheck = {
  kind: string
  config: Json
  secret: string | null
}

/** The source, or null when it has been removed. */
export async function findSourceToCheck(db: Db, sourceId: number): Promise<SourceToCheck | null> {
  const rows = await db.execute<SourceToCheck & { [key: string]: unknown }>(sql`
    select kind, config, secret from source where id = ${sourceId}`)
  return rows[0] ?? null
}

/** A library with its source, or null when it has been removed. */
export async function findLibraryToCheck(
  db: Db,
  libraryId: number,
): Promise<
  (SourceToCheck & { library: { id: number; title: string; mediaKind: MediaKind; config: Json } }) | null
> {
  const rows = await db.execute<
    SourceToCheck & { id: number; title: string; mediaKind: MediaKind; libraryConfig: Json }
  >(sql`
    select s.kind, s.config, s.secret, l.id, l.title, l.media_kind as "mediaKind", l.config as "libraryConfig"
    from library l join source s on s.id = l.source_id where l.id = ${libraryId}`)
  const row = rows[0]
  if (!row) return null
  const { kind, config, secret, id, title, mediaKind, libraryConfig } = row
  return { kind, config, secret, library: { id, title, mediaKind, config: libraryConfig } }
}
