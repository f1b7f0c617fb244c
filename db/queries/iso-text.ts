import { type SQL, sql, type SQLWrapper } from 'drizzle-orm'

/** A moment as ISO text in UTC, as every reply writes it; as a bare column it comes as PostgreSQL writes it. */
export function isoText<Text extends string | null = string>(moment: SQLWrapper): SQL<Text> {
  return sql<Text>`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
