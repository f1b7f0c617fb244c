import { and, asc, eq, ne } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import type { CatalogueFile, CatalogueItem } from '../../domain/entry-view.ts'
import { episode, identity, mediaFile, mediaFileEpisode, title } from '../../schema/catalogue.ts'

/** A title of the catalogue with the file that was made of an entry; null when the title has been removed. */
export async function findItem(
  db: Db | Tx,
  { titleId, fileId }: { titleId: number; fileId: number | null },
): Promise<CatalogueItem | null> {
  const [found] = await db.select().from(title).where(eq(title.id, titleId))
  if (!found) return null
  const ids = await db
    .select({ namespace: identity.namespace, value: identity.value })
    .from(identity)
    .where(and(eq(identity.titleId, titleId), ne(identity.namespace, 'title')))
    .orderBy(asc(identity.namespace), asc(identity.value))
  return {
    titleId,
    kind: found.kind,
    title: found.name,
    year: found.year,
    ids,
    episodes: fileId === null ? [] : await readEpisodes(db, fileId),
    file: fileId === null ? null : await findFile(db, fileId),
  }
}

function readEpisodes(db: Db | Tx, fileId: number): Promise<CatalogueItem['episodes']> {
  return db
    .select({
      season: episode.season,
      number: episode.number,
      airDate: episode.airDate,
      name: episode.name,
    })
    .from(mediaFileEpisode)
    .innerJoin(episode, eq(episode.id, mediaFileEpisode.episodeId))
    .where(eq(mediaFileEpisode.fileId, fileId))
    .orderBy(asc(episode.season), asc(episode.number))
}

async function findFile(db: Db | Tx, fileId: number): Promise<CatalogueFile | null> {
  const [row] = await db.select().from(mediaFile).where(eq(mediaFile.id, fileId))
  if (!row) return null
  return {
    fileId,
    path: row.path,
    parts: row.parts ?? [],
    size: row.size,
    modifiedAt: momentOf(row.mtimeMs),
    edition: row.edition,
    resolution: row.resolution,
    source: row.source,
    releaseGroup: row.releaseGroup,
    facts: row.facts,
  }
}

/** A file system may say a date that no calendar has. */
function momentOf(ms: number | null): string | null {
  const moment = new Date(ms ?? Number.NaN)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
