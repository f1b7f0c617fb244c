import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { Logger as WorkerLogger, runMigrations as migrateQueue } from 'graphile-worker'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import postgres from 'postgres'
import type { RawClient } from './connect.ts'
import { connectRaw } from './connect.ts'
import { StartRefused } from './start-refused.ts'

const ownFolder = path.join(import.meta.dirname, 'migrations')
const oldestServer = 150_000

// Whoever migrates holds this, so that two processes that start at once take turns.
const lock = [0x6d_61, 1] as const

type Journal = { entries: { when: number; tag: string }[] }

/**
 * Brings a database to this build's schema (ours and the queue's) and says how many migrations that took.
 * Safe to call from several processes at once; refuses a database that a newer build has already changed.
 */
export async function migrate(url: string, folder = ownFolder): Promise<{ applied: number }> {
  const journal = await readJournal(folder)
  // drizzle switches off its client's date handling, so it gets one of its own; one connection, one session lock.
  const client = connectRaw(url, { max: 1, max_lifetime: null })
  try {
    await refuseUnfitServer(client)
    await client`select pg_advisory_lock(${lock[0]}, ${lock[1]})`
    const before = await refuseNewerDatabase(client, journal)
    await applyMigrations(drizzle({ client }), { migrationsFolder: folder })
    await migrateQueue({ connectionString: url, maxPoolSize: 2, logger: silent })
    const after = await appliedMigrations(client)
    // drizzle silently passes over a migration that is older than the newest one applied.
    if (after.length !== journal.length) {
      throw new Error(`${after.length} migrations are applied, ${journal.length} are in the journal`)
    }
    return { applied: after.length - before }
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** The migrations of a folder in their order; throws where that order would make drizzle skip one. */
export async function readJournal(folder = ownFolder): Promise<Journal['entries']> {
  const text = await readFile(path.join(folder, 'meta', '_journal.json'), 'utf8')
  const { entries } = JSON.parse(text) as Journal
  for (const [index, entry] of entries.entries()) {
    const previous = entries[index - 1]
    if (previous && previous.when >= entry.when) {
      throw new Error(`migration ${entry.tag} is dated before ${previous.tag} and would never be applied`)
    }
  }
  return entries
}

/** Whether a database has exactly this build's migrations; what `/readyz` asks. */
export async function isMigrated(client: RawClient, folder = ownFolder): Promise<boolean> {
  const [journal, applied] = await Promise.all([readJournal(folder), appliedMigrations(client)])
  return journal.length === applied.length && journal.every((entry) => applied.includes(entry.when))
}

async function refuseUnfitServer(client: RawClient): Promise<void> {
  const [server] = await client<{ version: number; name: string; encoding: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
           current_setting('server_encoding') as encoding`
  if (!server) throw new Error('the database server did not say its version')
  if (server.version < oldestServer) {
    throw new StartRefused(
      `The database server is PostgreSQL ${server.name}; Marquee needs 15 or newer. ` +
        'Upgrade it, or unset DATABASE_URL to use the embedded one.',
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new StartRefused(
      `The database stores text as ${server.encoding}; Marquee needs UTF8. ` +
        "Make one with: CREATE DATABASE marquee ENCODING 'UTF8' TEMPLATE template0",
    )
  }
}

async function refuseNewerDatabase(client: RawClient, journal: Journal['entries']): Promise<number> {
  const applied = await appliedMigrations(client)
  const unknown = applied.filter((when) => !journal.some((entry) => entry.when === when))
  if (unknown.length > 0) {
    throw new StartRefused(
      `This database was changed by a newer Marquee (${unknown.length} of its ${applied.length} migrations ` +
        'are unknown to this one). Start that version again, or restore a backup from before the upgrade.',
    )
  }
  return applied.length
}

async function appliedMigrations(client: RawClient): Promise<number[]> {
  try {
    const rows = await client<{ at: string }[]>`
      select created_at::text as at from drizzle.__drizzle_migrations order by created_at`
    return rows.map((row) => Number(row.at))
  } catch (error) {
    if (error instanceof postgres.PostgresError && /^(42P01|3F000)$/.test(error.code)) return []
    throw error
  }
}

const silent = new WorkerLogger(() => () => undefined)
