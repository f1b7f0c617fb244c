import { sql, type SQL } from 'drizzle-orm'

/** The PostgreSQL types that a column of `rowsOf` may have. */
type ColumnType = 'text' | 'integer' | 'bigint' | 'smallint' | 'float8'

/** How to make a column from a row: its type, and its value as text, number or null. */
export type Columns<Row> = { [name: string]: [type: ColumnType, of: (row: Row) => string | number | null] }

/**
 * Rows as a table expression, `unnest($1::text[], …) with ordinality as v(a, …, ord)`: one parameter a
 * column, so that a batch of any size is one short statement. Booleans and dates go as text.
 */
export function rowsOf<Row>(rows: readonly Row[], columns: Columns<Row>): SQL {
  const entries = Object.entries(columns)
  const arrays = entries.map(([, [type, of]]) => sql`${sql.param(rows.map(of))}::${sql.raw(type)}[]`)
  const names = sql.raw([...entries.map(([name]) => `"${name}"`), 'ord'].join(', '))
  return sql`unnest(${sql.join(arrays, sql`, `)}) with ordinality as v(${names})`
}

/** A list of numbers as one parameter: `${intArray(ids)}` stands for an `integer[]`. */
export function intArray(values: readonly number[]): SQL {
  return sql`${sql.param([...values])}::integer[]`
}

/** A list of texts as one parameter. */
export function textArray(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`
}

/** JSON for a text column that SQL casts to jsonb; null stays null. */
export function jsonText(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
