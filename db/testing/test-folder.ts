import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** An empty data folder of a test's own, with a space in its path, as `npm start` would make it. */
export async function makeTestFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const home = await mkdtemp(path.join(tmpdir(), 'marquee-data-'))
  const folder = path.join(home, 'my data')
  await chmod(home, 0o711)
  await mkdir(folder, { mode: 0o711 })
  return { folder, remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }) }
}
