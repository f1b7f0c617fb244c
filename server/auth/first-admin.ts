import { hashPassword } from 'better-auth/crypto'
import type { Db } from '../../db/connect.ts'
import { addPerson, hasPeople, lockPeople } from '../../db/queries/people.ts'
import { writeSettings } from '../../db/queries/settings.ts'

/**
 * Makes the first admin; false when there is somebody already. Of any number who try at once, one succeeds.
 * `publicOrigin` is remembered with it as an address that people open.
 */
export async function makeFirstAdmin(
  db: Db,
  admin: { name: string; email: string; password: string; publicOrigin?: string },
): Promise<boolean> {
  if (await hasPeople(db)) return false
  const { name, email, password, publicOrigin } = admin
  const passwordHash = await hashPassword(password)
  return db.transaction(async (tx) => {
    await lockPeople(tx)
    if (await hasPeople(tx)) return false
    await addPerson(tx, { name, email, role: 'admin', passwordHash })
    if (publicOrigin !== undefined) await writeSettings(tx, { publicOrigins: [publicOrigin] })
    return true
  })
}
