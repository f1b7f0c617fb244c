import { boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { madeAt, moment } from './columns.ts'

/** The roles of contract.md; each may do what the ones before it may. */
export type Role = 'viewer' | 'member' | 'admin'

/** better-auth writes `Date`s through drizzle, so its tables keep drizzle's date mode. */
const when = () => timestamp({ withTimezone: true, mode: 'date' })

export const user = pgTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  role: text().$type<Role>().notNull().default('viewer'),
  banned: boolean().default(false),
  banReason: text(),
  banExpires: when(),
  createdAt: when().notNull().defaultNow(),
  updatedAt: when().notNull().defaultNow(),
})

export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    expiresAt: when().notNull(),
    ipAddress: text(),
    userAgent: text(),
    impersonatedBy: text(),
    createdAt: when().notNull().defaultNow(),
    updatedAt: when().notNull().defaultNow(),
  },
  (t) => [index('session_user').on(t.userId)],
)

export const account = pgTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: when(),
    refreshTokenExpiresAt: when(),
    scope: text(),
    password: text(),
    createdAt: when().notNull().defaultNow(),
    updatedAt: when().notNull().defaultNow(),
  },
  (t) => [index('account_user').on(t.userId)],
)

export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: when().notNull(),
  createdAt: when().notNull().defaultNow(),
  updatedAt: when().notNull().defaultNow(),
})

/** A link that lets one person make an account with a role. Only the token's hash is kept. */
export const invite = pgTable('invite', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  tokenHash: text().notNull().unique(),
  role: text().$type<Role>().notNull(),
  note: text(),
  createdBy: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  createdAt: madeAt(),
  expiresAt: moment().notNull(),
  usedBy: text().references(() => user.id, { onDelete: 'set null' }),
  usedAt: moment(),
})

/** What the console remembers about itself: its name, the addresses people open. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: text().notNull(),
})
