import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { VERSION } from '../../db/version.ts'

/** Names the build of the client that is served: its start page names all its parts by their hash. */
export async function readBuildId(clientDir: string): Promise<string> {
  const page = await readFile(path.join(clientDir, 'index.html')).catch(() => VERSION)
  return createHash('sha256').update(page).digest('hex').slice(0, 12)
}
