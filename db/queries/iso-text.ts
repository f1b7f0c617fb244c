import { type SQL, sql, type SQLWrapper } from 'drizzle-orm'

/** A moment as ISO text in UTC, as every reply writes it; as a bare column it comes as PostgreSQL writes it. */
export function isoText(moment: SQLWrapper): SQL<string> {
  return sql<string>`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
