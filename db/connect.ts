import { drizzle } from 'drizzle-orm/postgres-js'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** The database: reads may use it as it is, writes open a transaction on it. */
export type Db = PostgresJsDatabase

/** An open transaction. What takes `Db | Tx` only reads; what takes `Tx` writes. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** A bare postgres.js client. */
export type RawClient = postgres.Sql

// Counts and ids fit a double; a bigint would not survive JSON.
const int8 = { to: 20, from: [20], serialize: String, parse: Number }

/** Opens a pool for drizzle. Dates come as drizzle's columns make them, int8 as number, time zone is UTC. */
export function connect(
  url: string,
  options: { max?: number; applicationName?: string } = {},
): { db: Db; close: () => Promise<void> } {
  const client = connectRaw(url, {
    max: options.max ?? 10,
    connection: { application_name: options.applicationName ?? 'marquee' },
  })
  return { db: drizzle({ client, casing: 'snake_case' }), close: () => client.end({ timeout: 2 }) }
}

/**
 * Opens a client of its own for LISTEN, COPY and sessions that hold a lock (`max: 1, max_lifetime: null`).
 * Never hand it to drizzle, which switches off the client's date handling.
 */
export function connectRaw(url: string, options: postgres.Options<Record<string, never>> = {}): RawClient {
  return postgres(url, {
    onnotice: () => undefined,
    ...options,
    connection: { application_name: 'marquee', TimeZone: 'UTC', ...options.connection },
    types: { ...options.types, int8 },
  })
}
