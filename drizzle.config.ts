import { defineConfig } from 'drizzle-kit'

/** `npm run migrations` compares db/schema with the last snapshot and writes the next migration. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './db/schema/*.ts',
  out: './db/migrations',
})
