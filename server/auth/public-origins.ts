import type { Db } from '../../db/connect.ts'
import { readSettings } from '../../db/queries/settings.ts'

/** The addresses people open: MARQUEE_PUBLIC_URL's, else those of the settings, else none. */
export async function publicOrigins(db: Db, fromEnvironment: readonly string[]): Promise<readonly string[]> {
  if (fromEnvironment.length > 0) return fromEnvironment
  return (await readSettings(db)).publicOrigins
}
