import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, connectRaw, type Db } from '../../db/connect.ts'
import { startEmbeddedPostgres } from '../../db/embedded.ts'
import { isAlive } from '../../db/embedded/process-alive.ts'
import { migrate } from '../../db/migrate.ts'
import { withDatabase } from '../../db/testing/database-url.ts'
import { patiently } from './patiently.ts'

/** A database of one seed, and a pool of the harness's own on it. */
export interface Ground {
  url: string
  db: Db
  drop(): Promise<void>
}

/** An embedded PostgreSQL of our own, durable as the product's and brought back as the product brings it back. */
export interface Arena {
  newGround(): Promise<Ground>
  /** Hurts the server itself: `crash` ends one of its children (all sessions are lost), the others end it all. */
  hurt(how: 'crash' | 'restart' | 'kill_server'): Promise<void>
  /** What the server's log has said of deadlocks since the last time. */
  deadlocks(): Promise<string[]>
  close(): Promise<void>
}

const TEMPLATE = 'chaos_template'

/** Starts the server in a temporary folder and migrates the template that every seed's database is cloned from. */
export async function openArena(): Promise<Arena> {
  const folder = await mkdtemp(path.join(tmpdir(), 'marquee-chaos-'))
  await chmod(folder, 0o711)
  const quiet = () => undefined
  const server = await startEmbeddedPostgres(folder, { info: quiet, warn: quiet, error: quiet })
  let read = 0
  const onServer = (statement: string) =>
    patiently(async () => {
      const admin = connectRaw(server.url, { max: 1 })
      try {
        await admin.unsafe(statement)
      } finally {
        await admin.end({ timeout: 2 })
      }
    })
  await onServer(`create database ${TEMPLATE}`)
  await migrate(withDatabase(server.url, TEMPLATE))
  return {
    newGround: async () => {
      const name = `chaos_${randomBytes(4).toString('hex')}`
      await onServer(`create database ${name} template ${TEMPLATE}`)
      const url = withDatabase(server.url, name)
      const { db, close } = connect(url, { applicationName: 'chaos', max: 6 })
      return {
        url,
        db,
        drop: async () => {
          await close()
          await onServer(`drop database if exists ${name} with (force)`)
        },
      }
    },
    hurt: async (how) => {
      const postmaster = server.pid()
      if (how === 'crash') return crashBackend(server.url)
      if (isAlive(postmaster)) process.kill(postmaster, how === 'restart' ? 'SIGINT' : 'SIGKILL')
    },
    deadlocks: async () => {
      const log = await readFile(path.join(folder, 'postgres.log'), 'utf8')
      const found = log.slice(read).match(/deadlock detected[^]*?CONTEXT[^\n]*/g) ?? []
      read = log.length
      return found
    },
    close: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A server whose child was killed takes nothing for granted: it ends every session and recovers. */
async function crashBackend(url: string): Promise<void> {
  const victim = connectRaw(url, { max: 1 })
  try {
    const [row] = await victim<{ pid: number }[]>`select pg_backend_pid() as pid`
    if (row) process.kill(row.pid, 'SIGKILL')
  } catch {
    // It is away already, which is all that was wanted.
  } finally {
    await victim.end({ timeout: 1 }).catch(() => undefined)
  }
}
