/** Somebody with an account. */
export interface Account {
  name: string
  email: string
  password: string
}

/** The first admin of every product of the suite. */
export const ADMIN: Account = {
  name: 'Ana',
  email: 'ana@example.com',
  password: 'a few words of hers',
}
