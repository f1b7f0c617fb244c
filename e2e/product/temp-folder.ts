import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder for one test, and the way to be rid of it. */
export interface TempFolder {
  path: string
  remove: () => Promise<void>
}

/** Makes an empty folder that every user of the machine may enter: PostgreSQL is somebody else when we are root. */
export async function makeTempFolder(name: string): Promise<TempFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), `marquee-e2e-${name}-`))
  await chmod(folder, 0o755)
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
