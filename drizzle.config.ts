import { defineConfig } from 'drizzle-kit'

/** Where `npm run migrations` reads the tables and writes the SQL that makes them. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './db/schema/*.ts',
  out: './db/migrations',
})
