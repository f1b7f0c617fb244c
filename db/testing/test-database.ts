import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import type { Db } from '../connect.ts'
import { connect, connectRaw } from '../connect.ts'
import { withDatabase } from './database-url.ts'

/** A database of a test file's own. */
export type TestDatabase = { url: string; db: Db; drop: () => Promise<void> }

// Cloning fails while another session clones the same template.
const cloning = [0x6d_61, 2] as const

/**
 * Clones the migrated template, or makes an empty database. `drop` closes `db`, ends whoever else is connected,
 * and removes the database.
 */
export async function createTestDatabase(from: 'template' | 'empty' = 'template'): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `${server.template}_${randomBytes(5).toString('hex')}`
  await onServer(server.url, async (admin) => {
    const source = from === 'empty' ? 'template0' : server.template
    await admin`select pg_advisory_lock(${cloning[0]}, ${cloning[1]})`
    await admin`create database ${admin(name)} encoding 'UTF8' template ${admin(source)}`
  })
  const url = withDatabase(server.url, name)
  const { db, close } = connect(url, { applicationName: 'marquee test' })
  return {
    url,
    db,
    drop: async () => {
      await close()
      await onServer(server.url, (admin) => admin`drop database if exists ${admin(name)} with (force)`)
    },
  }
}

async function onServer(url: string, work: (admin: ReturnType<typeof connectRaw>) => PromiseLike<unknown>) {
  const admin = connectRaw(url, { max: 1 })
  try {
    await work(admin)
  } finally {
    await admin.end({ timeout: 5 })
  }
}
