import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { connectRaw } from '../connect.ts'
import { migrate } from '../migrate.ts'
import { withDatabase } from './database-url.ts'
import { startTestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that test databases are made on, and the migrated database they are cloned from. */
    testServer: { url: string; template: string }
  }
}

/**
 * One PostgreSQL for the whole run (an own one, or `TEST_DATABASE_URL`, whose role may create databases) with
 * one migrated template in it. Nothing of it is left afterwards.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startTestServer()
  const template = `marquee_test_${randomBytes(5).toString('hex')}`
  const admin = connectRaw(server.url, { max: 1 })
  const tearDown = async () => {
    const rows = await admin<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${template})`
    for (const row of rows) await admin`drop database if exists ${admin(row.name)} with (force)`
    await admin.end({ timeout: 5 })
    await server.stop()
  }
  try {
    await admin`create database ${admin(template)} encoding 'UTF8' template template0`
    await migrate(withDatabase(server.url, template))
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('testServer', { url: server.url, template })
  return tearDown
}
