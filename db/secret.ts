import { hkdfSync, randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartRefused } from './start-refused.ts'

/** The secret of a data folder, made the first time anyone asks; two who ask at once get the same. */
export async function keptSecret(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'secret')
  return (await readSecret(file)) ?? (await makeSecret(file))
}

/** 32 bytes for one purpose: nobody who learns one purpose's key learns another's. */
export function deriveKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'marquee', purpose, 32))
}

async function readSecret(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text !== null && text.trim().length < 32) {
    throw new StartRefused(
      `${file} does not hold a secret (32 characters or more). Put it back from a backup, or delete it: ` +
        'then stored passwords and tokens have to be entered again, and everybody signs in again.',
    )
  }
  return text?.trim() ?? null
}

async function makeSecret(file: string): Promise<string> {
  const own = `${file}.${randomBytes(4).toString('hex')}`
  try {
    await writeFile(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    // A link fails where the name is taken, so the first one counts and nobody reads half a secret.
    await link(own, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(own, { force: true })
  }
  const made = await readSecret(file)
  if (made === null) throw new Error(`${file} went away while it was made`)
  return made
}
