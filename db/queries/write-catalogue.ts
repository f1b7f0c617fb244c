import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { cleanJson, cleanText } from '../domain/clean-text.ts'
import type { Draft, EpisodeDraft } from '../domain/draft.ts'
import { entryKey } from '../domain/entry-key.ts'
import { claimTitles } from './claim-titles.ts'
import { intArray, jsonText, rowsOf } from './sql-rows.ts'

/** Where a draft went in the catalogue. */
export interface Written {
  titleId: number
  fileId: number
}

/** The key under which a file's path stands in the catalogue. */
export function pathKeyOf(path: string): string {
  return entryKey(cleanText(path, 8000))
}

/**
 * Writes drafts into the catalogue, set by set and each set in the order of its natural key: titles, seasons,
 * episodes, files, and which file holds which episodes. Answers in the drafts' order. Idempotent.
 */
export async function writeCatalogue(
  tx: Tx,
  libraryId: number,
  drafts: readonly Draft[],
): Promise<Written[]> {
  if (drafts.length === 0) return []
  const titles = await claimTitles(tx, drafts)
  const placed = drafts.map((draft, at) => ({ draft, titleId: titles[at] ?? 0 }))
  const episodes = placed.flatMap(({ draft, titleId }) =>
    draft.kind === 'episode'
      ? draft.episodes.map((number, at) => episodeRow(draft, titleId, number, at))
      : [],
  )
  await insertSeasons(tx, episodes)
  const episodeIds = await insertEpisodes(tx, episodes)
  const files = await upsertFiles(tx, libraryId, placed)
  await linkEpisodes(tx, placed, files, episodeIds)
  return placed.map(({ draft, titleId }) => {
    const fileId = files.get(pathKeyOf(draft.file.path))
    if (fileId === undefined) throw new Error('a file was written and is not there')
    return { titleId, fileId }
  })
}

interface EpisodeRow {
  titleId: number
  season: number
  number: number
  airDate: string | null
  absolute: number | null
  name: string | null
}

function episodeRow(draft: EpisodeDraft, titleId: number, number: number, at: number): EpisodeRow {
  return {
    titleId,
    season: draft.season,
    number,
    airDate: draft.airDate,
    absolute: draft.absolute[at] ?? null,
    // One file of several episodes has one name: it is nobody's in particular.
    name: draft.episodes.length === 1 && draft.title !== null ? cleanText(draft.title, 500) : null,
  }
}

function episodeKey(row: { titleId: number; season: number; number: number }): string {
  return `${row.titleId}:${row.season}:${row.number}`
}

async function insertSeasons(tx: Tx, episodes: readonly EpisodeRow[]): Promise<void> {
  const seasons = new Map(episodes.map((row) => [`${row.titleId}:${row.season}`, row]))
  if (seasons.size === 0) return
  const sorted = [...seasons.values()].sort((a, b) => a.titleId - b.titleId || a.season - b.season)
  const values = rowsOf(sorted, {
    title_id: ['integer', (r) => r.titleId],
    number: ['smallint', (r) => r.season],
  })
  await tx.execute(sql`
    insert into season (title_id, number) select v.title_id, v.number from ${values} order by v.ord
    on conflict do nothing`)
}

async function insertEpisodes(tx: Tx, episodes: readonly EpisodeRow[]): Promise<Map<string, number>> {
  const distinct = new Map<string, EpisodeRow>()
  for (const row of episodes) {
    const before = distinct.get(episodeKey(row))
    if (!before || before.name === null) distinct.set(episodeKey(row), row)
  }
  if (distinct.size === 0) return new Map()
  const sorted = [...distinct.values()].sort(
    (a, b) => a.titleId - b.titleId || a.season - b.season || a.number - b.number,
  )
  const values = rowsOf(sorted, {
    title_id: ['integer', (r) => r.titleId],
    season: ['smallint', (r) => r.season],
    number: ['integer', (r) => r.number],
    air_date: ['text', (r) => r.airDate],
    absolute: ['integer', (r) => r.absolute],
    name: ['text', (r) => r.name],
  })
  await tx.execute(sql`
    insert into episode as old (title_id, season, number, air_date, absolute, name)
    select v.title_id, v.season, v.number, v.air_date::date, v.absolute, v.name from ${values} order by v.ord
    on conflict (title_id, season, number) do update set name = excluded.name
      where excluded.name is not null and excluded.name is distinct from old.name`)
  const rows = await tx.execute<{ id: number; titleId: number; season: number; number: number }>(sql`
    select e.id, e.title_id as "titleId", e.season, e.number from ${values}
    join episode e on e.title_id = v.title_id and e.season = v.season and e.number = v.number`)
  return new Map(rows.map((row) => [episodeKey(row), row.id]))
}

async function upsertFiles(
  tx: Tx,
  libraryId: number,
  placed: readonly { draft: Draft; titleId: number }[],
): Promise<Map<string, number>> {
  const distinct = new Map(placed.map((one) => [pathKeyOf(one.draft.file.path), one]))
  const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1))
  const values = rowsOf(sorted, {
    path_key: ['text', ([key]) => key],
    path: ['text', ([, one]) => cleanText(one.draft.file.path, 8000)],
    parts: ['text', ([, one]) => (one.draft.file.parts.length > 0 ? jsonText(one.draft.file.parts) : null)],
    title_id: ['integer', ([, one]) => one.titleId],
    edition: ['text', ([, one]) => (one.draft.kind === 'movie' ? one.draft.edition : null)],
    size: ['bigint', ([, one]) => one.draft.file.size],
    mtime_ms: [
      'bigint',
      ([, one]) => (one.draft.file.mtimeMs === null ? null : Math.floor(one.draft.file.mtimeMs)),
    ],
    facts: ['text', ([, one]) => jsonText(one.draft.file.facts && cleanJson(one.draft.file.facts))],
    resolution: ['text', ([, one]) => one.draft.file.resolution],
    source: ['text', ([, one]) => one.draft.file.source],
    release_group: ['text', ([, one]) => one.draft.file.releaseGroup],
  })
  const rows = await tx.execute<{ id: number; key: string }>(sql`
    insert into media_file (path_key, path, parts, title_id, library_id, edition, size, mtime_ms, facts, resolution,
      source, release_group)
    select v.path_key, v.path, (select array_agg(p) from jsonb_array_elements_text(v.parts::jsonb) p), v.title_id,
      ${libraryId}::integer, v.edition, v.size, v.mtime_ms, v.facts::jsonb, v.resolution, v.source, v.release_group
    from ${values} order by v.ord
    on conflict (path_key) do update set parts = excluded.parts, title_id = excluded.title_id,
      library_id = excluded.library_id, edition = excluded.edition, size = excluded.size,
      mtime_ms = excluded.mtime_ms, facts = excluded.facts, resolution = excluded.resolution,
      source = excluded.source, release_group = excluded.release_group, updated_at = now()
    returning id, path_key as key`)
  return new Map(rows.map((row) => [row.key, row.id]))
}

async function linkEpisodes(
  tx: Tx,
  placed: readonly { draft: Draft; titleId: number }[],
  files: ReadonlyMap<string, number>,
  episodeIds: ReadonlyMap<string, number>,
): Promise<void> {
  const links = placed.flatMap(({ draft, titleId }) => {
    if (draft.kind !== 'episode') return []
    const file = files.get(pathKeyOf(draft.file.path)) ?? 0
    return draft.episodes.map((number) => ({
      file,
      episode: episodeIds.get(episodeKey({ titleId, season: draft.season, number })) ?? 0,
    }))
  })
  const values = rowsOf(links, {
    file_id: ['integer', (l) => l.file],
    episode_id: ['integer', (l) => l.episode],
  })
  await tx.execute(sql`
    with gone as (
      delete from media_file_episode m where m.file_id = any(${intArray([...files.values()])})
        and not exists (select 1 from ${values} where v.file_id = m.file_id and v.episode_id = m.episode_id)
    )
    insert into media_file_episode (file_id, episode_id)
    select v.file_id, v.episode_id from ${values} order by v.file_id, v.episode_id on conflict do nothing`)
}
