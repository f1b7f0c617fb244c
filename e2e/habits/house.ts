import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** The folder that the whole project stands in. */
export const HOUSE = join(import.meta.dirname, '../..')

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'test-results', 'playwright-report'])

/** Every file of the project, as a path from its root with slashes; nothing that is installed, built or hidden. */
export function filesOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || NOT_OURS.has(entry.name)) return []
    if (!entry.isDirectory()) return [entry.name]
    return filesOf(join(root, entry.name)).map((path) => join(entry.name, path).split(sep).join('/'))
  })
}
