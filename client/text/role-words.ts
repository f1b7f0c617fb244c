import type { Role } from '../api/wire.ts'

/** What each role is called and may do, as forms say it. */
export const roleWords = {
  viewer: { name: 'Viewer', asOne: 'a viewer', hint: 'Sees runs, items and sources.' },
  member: { name: 'Member', asOne: 'a member', hint: 'Also starts runs and works failures off.' },
  admin: { name: 'Admin', asOne: 'an admin', hint: 'Also manages sources, libraries and users.' },
} as const satisfies Record<Role, { name: string; asOne: string; hint: string }>

/** The roles from least to most. */
export const roleOrder = ['viewer', 'member', 'admin'] as const satisfies readonly Role[]

/** Why a person of `role` may not do what needs `needed`, as a sentence; undefined when they may. */
export function lacksRole(role: Role | undefined, needed: Role): string | undefined {
  if (role && roleOrder.indexOf(role) >= roleOrder.indexOf(needed)) return undefined
  return `Needs the ${needed} role`
}
