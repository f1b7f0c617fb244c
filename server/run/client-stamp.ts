import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'

const alsoDecides = ['package-lock.json', 'uno.config.ts', 'vite.config.ts']

/** A fingerprint of everything that the built client depends on, by content: a fresh clone has no useful dates. */
export async function clientStamp(projectFolder: string): Promise<string> {
  const found = await readdir(path.join(projectFolder, 'client'), { recursive: true, withFileTypes: true })
  const sources = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules') && !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of [...sources, ...alsoDecides].toSorted()) {
    const content = await readFile(path.join(projectFolder, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
