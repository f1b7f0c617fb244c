import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { HOUSE } from './house.ts'

/**
 * The SQL that would have to be added to these migrations (null: to none) so that they make what db/schema
 * describes, or null if nothing would. The migrations themselves are not touched.
 */
export async function whatIsNotMigrated(migrations: string | null): Promise<string | null> {
  const root = await mkdtemp(join(tmpdir(), 'marquee-drift-'))
  const out = join(root, 'migrations')
  try {
    if (migrations) await cp(migrations, out, { recursive: true })
    const before = migrations ? await readdir(out) : []
    const printed = await generate(root, out)
    const added = (await readdir(out)).find((file) => file.endsWith('.sql') && !before.includes(file))
    if (added) return await readFile(join(out, added), 'utf8')
    // It exits with 0 even when it wanted to ask something: only this sentence says that all is well.
    return printed.includes('No schema changes') ? null : printed
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Runs drizzle-kit with our own settings but for the folder, and answers what it printed. */
async function generate(root: string, out: string): Promise<string> {
  const config = join(root, 'drizzle.config.ts')
  const ours = JSON.stringify(join(HOUSE, 'drizzle.config.ts'))
  // It takes every path as one from where it runs.
  const folder = JSON.stringify(relative(HOUSE, out))
  await writeFile(config, `import ours from ${ours}\nexport default { ...ours, out: ${folder} }\n`)
  const kit = join(HOUSE, 'node_modules/drizzle-kit/bin.cjs')
  return new Promise((resolve) => {
    const args = [kit, 'generate', '--config', relative(HOUSE, config)]
    const child = execFile(process.execPath, args, { cwd: HOUSE }, (_error, printed, complained) => {
      resolve(`${printed}${complained}`)
    })
    child.stdin?.end()
  })
}
