import { access, chmod, constants, mkdir } from 'node:fs/promises'
import { StartRefused } from './start-refused.ts'

/**
 * Makes the data folder where it is missing, closed to others. Root's lets others pass through, because PostgreSQL
 * runs as somebody else and lives inside; what is inside is closed by itself.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    const made = await mkdir(folder, { recursive: true, mode })
    // Whatever the umask says, and only the folders that were not there before.
    if (made !== undefined) await chmod(folder, mode)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new StartRefused(
      `The data folder ${folder} can't be used (${code}). Set MARQUEE_DATA to a folder that this user may write to.`,
      { cause },
    )
  }
}
