import type { Db } from '../../../db/connect.ts'
import { user } from '../../../db/schema/people.ts'
import type { Person } from '../../trpc.ts'

/** A person with an account. */
export async function makePerson(db: Db, id: string, role: Person['role'] = 'member'): Promise<Person> {
  const person = { id, name: `Person ${id}`, email: `${id}@example.org`, role }
  await db.insert(user).values(person)
  return person
}
