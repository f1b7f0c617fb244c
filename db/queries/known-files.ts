import { sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import type { MediaFacts } from '../domain/media.ts'
import { textArray } from './sql-rows.ts'

/** What the catalogue knows of a file, as `decide` needs it. Episodes are "season:number". */
export interface KnownFile {
  pathKey: string
  fileId: number
  titleId: number | null
  titleKind: 'movie' | 'show' | null
  titleName: string | null
  titleYear: number | null
  edition: string | null
  size: number | null
  mtimeMs: number | null
  parts: string[] | null
  facts: MediaFacts | null
  resolution: string | null
  source: string | null
  releaseGroup: string | null
  episodes: string[]
}

/** The catalogue's files among these path keys. */
export async function findKnownFiles(db: Db, pathKeys: readonly string[]): Promise<Map<string, KnownFile>> {
  if (pathKeys.length === 0) return new Map()
  const rows = await db.execute<KnownFile & { [key: string]: unknown }>(sql`
    select f.path_key as "pathKey", f.id as "fileId", t.id as "titleId", t.kind as "titleKind", t.name as "titleName",
      t.year as "titleYear", f.edition, f.size, f.mtime_ms as "mtimeMs", f.parts, f.facts, f.resolution, f.source,
      f.release_group as "releaseGroup",
      coalesce((select array_agg(e.season || ':' || e.number) from media_file_episode m join episode e on e.id = m.episode_id
        where m.file_id = f.id), '{}') as episodes
    from media_file f left join title t on t.id = f.title_id
    where f.path_key = any(${textArray(pathKeys)})`)
  return new Map(rows.map((row) => [row.pathKey, row]))
}
