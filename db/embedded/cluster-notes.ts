import { chmod, chown, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const zNotes = z.object({ password: z.string().min(1), port: z.number().int().positive() })

/** What we keep about a cluster inside its folder. They are written last, so a cluster that has them is whole. */
export type ClusterNotes = z.infer<typeof zNotes>

const notesIn = (folder: string) => path.join(folder, 'marquee.json')

/** The notes of a cluster; null where there are none. */
export async function readNotes(folder: string): Promise<ClusterNotes | null> {
  try {
    return zNotes.parse(JSON.parse(await readFile(notesIn(folder), 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Keeps the notes where only the cluster's owner can read them; a reader sees the old ones or the new ones. */
export async function writeNotes(folder: string, notes: ClusterNotes): Promise<void> {
  const temporary = `${notesIn(folder)}.new`
  const owner = await stat(folder)
  await writeFile(temporary, `${JSON.stringify(notes)}\n`, { mode: 0o600 })
  await chmod(temporary, 0o600)
  if (process.getuid?.() === 0) await chown(temporary, owner.uid, owner.gid)
  await rename(temporary, notesIn(folder))
}
