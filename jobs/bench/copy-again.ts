import { sql } from 'drizzle-orm'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { connectRaw, type Db } from '../../db/connect.ts'

/** The tables that an ingest writes a row to for what it sees. */
const TABLES = [
  'title',
  'identity',
  'season',
  'episode',
  'media_file',
  'media_file_episode',
  'run_entry',
  'run_show',
  'run_event',
  'library_entry',
]

/** Copies the rows of these tables into tables LIKE them, INCLUDING ALL; seconds of the bare COPY FROM, summed. */
export async function copyAgain(db: Db, url: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-copy-'))
  const client = connectRaw(url, { max: 1 })
  try {
    let seconds = 0
    for (const table of TABLES) {
      const file = join(folder, table)
      await pipeline(await client`copy ${client(table)} to stdout`.readable(), createWriteStream(file))
      await db.execute(sql.raw(`create table copy_${table} (like ${table} including all)`))
      const started = performance.now()
      await pipeline(
        createReadStream(file),
        await client`copy ${client(`copy_${table}`)} from stdin`.writable(),
      )
      seconds += (performance.now() - started) / 1000
    }
    return seconds
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  }
}
