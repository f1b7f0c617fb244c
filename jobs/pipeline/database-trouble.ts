import type { Evidence, Trouble } from '../../db/domain/outcome.ts'

/** The SQLSTATE of an error that PostgreSQL (or its client) threw, wherever drizzle wrapped it; null for others. */
function sqlState(
  error: unknown,
): { code: string; message: string; fields: { [key: string]: unknown } } | null {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') {
      return { code: inner.code, message: inner.message, fields: { ...inner } }
    }
  }
  return null
}

/** The SQLSTATE, or the client's own code, of an error of the database; null for others. */
export function sqlStateOf(error: unknown): string | null {
  return sqlState(error)?.code ?? null
}

/** Classes 40 (rollback), 53 (resources), 57 (operator), 08 (connection): the same batch may succeed again. */
export function isTransient(error: unknown): boolean {
  const code = sqlState(error)?.code ?? ''
  return (
    /^(?:40|53|57|08)[0-9A-Z]{3}$/.test(code) || code.startsWith('CONNECTION_') || code === 'ECONNREFUSED'
  )
}

/**
 * The trouble of rows that the database refuses (classes 22 and 23, data and constraints, and 54, a limit):
 * only these may be bisected. Null for everything else.
 */
export function databaseTrouble(error: unknown): Trouble | null {
  const state = sqlState(error)
  if (!state || !/^(?:22|23|54)[0-9A-Z]{3}$/.test(state.code)) return null
  const evidence: Evidence = { sqlstate: state.code }
  for (const [from, to] of [
    ['table_name', 'table'],
    ['column_name', 'column'],
    ['constraint_name', 'constraint'],
  ] as const) {
    const value = state.fields[from]
    if (typeof value === 'string') evidence[to] = value
  }
  const where = evidence['constraint'] ?? evidence['column'] ?? evidence['table']
  const detail = `The database refused it${where ? ` (${String(where)})` : ''}: ${state.message}`
  return { code: 'database_error', detail, evidence }
}
