import type { Role } from '../../db/schema/people.ts'

/** Who is asking. */
export interface Person {
  id: string
  name: string
  email: string
  role: Role
}
