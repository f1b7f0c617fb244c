import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { HOUSE } from './house.ts'

const zReport = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

/** What the linter says of a house made of these files, under our own rules: its rules by file. */
export async function lintHouse(files: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  const root = await mkdtemp(join(tmpdir(), 'marquee-walls-'))
  try {
    await copyFile(join(HOUSE, '.oxlintrc.json'), join(root, '.oxlintrc.json'))
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
    const { diagnostics } = zReport.parse(JSON.parse(await runLinter(root)))
    const byFile = Map.groupBy(diagnostics, (one) => one.filename)
    return new Map([...byFile].map(([path, all]) => [path, [...new Set(all.map((one) => one.code))]]))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** The linter exits with 1 when it found something: only what it printed counts. */
function runLinter(root: string): Promise<string> {
  const linter = join(HOUSE, 'node_modules/oxlint/bin/oxlint')
  return new Promise((resolve) => {
    execFile(process.execPath, [linter, '--format', 'json'], { cwd: root }, (_error, printed) =>
      resolve(printed),
    )
  })
}
